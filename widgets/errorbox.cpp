// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/errorbox.h>
#include <widgets/iconlabel.h>
#include <widgets/icons.h>
#include <widgets/label.h>

#include <QtCore/QEvent>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

namespace Sandglass {

using namespace Qt::StringLiterals;

namespace {
constexpr int edge = 3;
}

ErrorBox::ErrorBox(QWidget *parent)
    : QFrame(parent),
      m_title(new Label(FontStep::BodyStrong, ThemeRole::Text, this)),
      m_detail(new Label(FontStep::Body, ThemeRole::Text, this)),
      m_commandRow(new QWidget(this)),
      m_command(new QLineEdit(m_commandRow))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(9, 8, 9, 8);
    row->setSpacing(10);
    row->addSpacing(edge);
    row->addWidget(new IconLabel(u"risk"_s, ThemeRole::Danger, 16, this), 0, Qt::AlignTop);
    auto *column = new QVBoxLayout;
    column->setSpacing(4);
    row->addLayout(column, 1);
    for (Label *label : {m_title, m_detail}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        column->addWidget(label);
    }
    auto *commandLine = new QHBoxLayout(m_commandRow);
    commandLine->setContentsMargins(0, 4, 0, 0);
    m_command->setReadOnly(true);
    m_command->setFont(fontFor(FontStep::CodeSmall));
    m_command->setAccessibleName(tr("Command that helps"));
    auto *copy = new QPushButton(tr("Copy"), m_commandRow);
    copy->setIcon(themedIcon(u"copy"));
    copy->setAutoDefault(false);
    commandLine->addWidget(m_command, 1);
    commandLine->addWidget(copy);
    column->addWidget(m_commandRow);
    connect(copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_command->text()); });
}

void ErrorBox::setText(const QString &title, const QString &detail, const QString &command)
{
    m_title->setText(title);
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
    m_command->setText(command);
    m_command->setCursorPosition(0);
    m_commandRow->setVisible(!command.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(detail);
}

QString ErrorBox::title() const
{
    return m_title->text();
}

void ErrorBox::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(ThemeRole::DangerGround));
    painter.fillRect(
        QRect(layoutDirection() == Qt::RightToLeft ? width() - edge : 0, 0, edge, height()),
        theme.color(ThemeRole::Danger));
}

void ErrorBox::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange)
        m_command->setFont(fontFor(FontStep::CodeSmall));
}

} // namespace Sandglass
