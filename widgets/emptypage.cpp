// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/emptypage.h>
#include <widgets/iconlabel.h>
#include <widgets/label.h>
#include <widgets/sandglassstyle.h>

#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>

namespace Sandglass {

namespace {

void setButton(QPushButton *button, ButtonKind kind, const QString &text, const QString &icon)
{
    button->setText(text);
    button->setVisible(!text.isEmpty());
    setButtonKind(button, kind, icon);
}

} // namespace

EmptyPage::EmptyPage(QWidget *parent)
    : QWidget(parent),
      m_icon(new IconLabel(QString(), ThemeRole::TextMuted, 32, this)),
      m_title(new Label(FontStep::CardTitle, ThemeRole::Text, this)),
      m_detail(new Label(FontStep::Body, ThemeRole::TextMuted, this)),
      m_action(new QPushButton(this)),
      m_second(new QPushButton(this)),
      m_content(new QVBoxLayout)
{
    auto *column = new QVBoxLayout(this);
    column->setSpacing(0);
    column->addStretch(2);
    column->addWidget(m_icon, 0, Qt::AlignHCenter);
    column->addSpacing(10);
    for (Label *label : {m_title, m_detail}) {
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignCenter);
        column->addWidget(label);
        column->addSpacing(4);
    }
    column->addLayout(m_content);
    column->addSpacing(8);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    buttons->addWidget(m_action);
    buttons->addWidget(m_second);
    buttons->addStretch();
    column->addLayout(buttons);
    column->addStretch(3);
    m_action->hide();
    m_second->hide();
    connect(m_action, &QPushButton::clicked, this, &EmptyPage::actionRequested);
    connect(m_second, &QPushButton::clicked, this, &EmptyPage::secondActionRequested);
}

void EmptyPage::setIcon(const QString &name)
{
    m_icon->setIcon(name, ThemeRole::TextMuted);
}

void EmptyPage::setText(const QString &title, const QString &detail)
{
    m_title->setText(title);
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
    setAccessibleName(title);
}

void EmptyPage::setAction(const QString &text, const QString &icon)
{
    setButton(m_action, ButtonKind::Primary, text, icon);
}

void EmptyPage::setSecondAction(const QString &text, const QString &icon)
{
    setButton(m_second, ButtonKind::Normal, text, icon);
}

void EmptyPage::setActionsEnabled(bool enabled)
{
    m_action->setEnabled(enabled);
    m_second->setEnabled(enabled);
}

void EmptyPage::setContent(QWidget *content)
{
    m_content->addSpacing(8);
    m_content->addWidget(content, 0, Qt::AlignHCenter);
    m_content->addSpacing(4);
}

void EmptyPage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), themeOf(this).color(ThemeRole::Base));
}

} // namespace Sandglass
