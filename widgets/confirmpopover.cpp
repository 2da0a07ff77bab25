// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/confirmpopover.h>
#include <widgets/label.h>
#include <widgets/sandglassstyle.h>

#include <QtGui/QKeyEvent>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>

#include <algorithm>

namespace Sandglass {

ConfirmPopover::ConfirmPopover(int width, QWidget *window)
    : Popover(window),
      m_width(width),
      m_title(new Label(FontStep::BodyStrong, ThemeRole::Text, card())),
      m_facts(new QGridLayout),
      m_cancel(new QPushButton(tr("Cancel"), card())),
      m_goOn(new QPushButton(card()))
{
    auto *column = new QVBoxLayout(card());
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    m_title->setElideMode(Qt::ElideRight);
    column->addWidget(m_title);
    m_facts->setHorizontalSpacing(16);
    m_facts->setVerticalSpacing(4);
    m_facts->setColumnStretch(1, 1);
    column->addLayout(m_facts);
    column->addSpacing(4);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(10);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_goOn);
    column->addLayout(buttons);
    setButtonKind(m_goOn, ButtonKind::DangerFilled);
    connect(m_cancel, &QPushButton::clicked, this, &ConfirmPopover::close);
    connect(m_goOn, &QPushButton::clicked, this, [this] {
        close();
        Q_EMIT accepted();
    });
}

void ConfirmPopover::setQuestion(const QString &title, const QString &button)
{
    while (QLayoutItem *item = m_facts->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_title->setText(title);
    m_goOn->setText(button);
    setAccessibleDescription(title);
}

void ConfirmPopover::setTitleElideMode(Qt::TextElideMode mode)
{
    m_title->setElideMode(mode);
}

void ConfirmPopover::addFact(const QString &name, const QString &value, Qt::TextElideMode elide)
{
    const int row = m_facts->rowCount();
    auto *nameLabel = new Label(name, FontStep::Body, ThemeRole::TextMuted, card());
    auto *valueLabel = new Label(value, FontStep::Body, ThemeRole::Text, card());
    nameLabel->setElideMode(Qt::ElideRight);
    nameLabel->setMaximumWidth(m_width / 2);
    valueLabel->setElideMode(elide);
    m_facts->addWidget(nameLabel, row, 0);
    m_facts->addWidget(valueLabel, row, 1);
}

void ConfirmPopover::addKnownFact(const QString &name, const QString &value,
                                  Qt::TextElideMode elide)
{
    if (!value.isEmpty())
        addFact(name, value, elide);
}

void ConfirmPopover::addRest(int count)
{
    if (count > 0)
        addFact({}, tr("and %n more", nullptr, count));
}

void ConfirmPopover::askAt(const QRect &anchor)
{
    // In a narrow dock it may be wider than the dock, never than the window.
    card()->setFixedWidth(std::min(m_width, window()->width() - 32));
    openAt(anchor, m_cancel);
}

void ConfirmPopover::keyPressEvent(QKeyEvent *event)
{
    // Enter reaches this only because no button takes it; on Cancel it does what people mean by it.
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_cancel->hasFocus())
        close();
    else
        Popover::keyPressEvent(event);
}

} // namespace Sandglass
