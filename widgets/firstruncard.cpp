// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/cards.h>
#include <widgets/firstruncard.h>
#include <widgets/iconlabel.h>
#include <widgets/label.h>

#include <QtGui/QPainter>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHBoxLayout>

namespace Sandglass {

namespace {
constexpr int bigIcon = 32;
Label *makeText(const QString &text, FontStep step, ThemeRole role)
{
    auto *label = new Label(text, step, role);
    label->setWordWrap(true);
    return label;
}

} // namespace

FirstRunCard::FirstRunCard(const QString &icon, const QString &title, const QString &subtitle,
                           QWidget *parent)
    : QFrame(parent),
      m_iconName(icon),
      m_icon(new IconLabel(icon, ThemeRole::TextMuted, bigIcon, this)),
      m_lines(new QVBoxLayout),
      m_extras(new QVBoxLayout),
      m_foot(new QHBoxLayout)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 20);
    column->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(m_icon);
    auto *titles = new QVBoxLayout;
    titles->setSpacing(2);
    titles->addWidget(makeText(title, FontStep::CardTitle, ThemeRole::Text));
    titles->addWidget(makeText(subtitle, FontStep::Small, ThemeRole::TextMuted));
    head->addLayout(titles, 1);
    column->addLayout(head);
    column->addSpacing(22);
    m_lines->setSpacing(15);
    column->addLayout(m_lines);
    column->addSpacing(16);
    column->addLayout(m_extras);
    column->addStretch(1);
    column->addSpacing(16);
    m_foot->setSpacing(10);
    column->addLayout(m_foot);
    setAccessibleName(title);
    connect(qApp, &QApplication::focusChanged, this, &FirstRunCard::showFocus);
}

void FirstRunCard::addLine(const QString &icon, const QString &title, const QString &detail)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(10);
    row->addWidget(new IconLabel(icon, ThemeRole::TextMuted, 16, this), 0, Qt::AlignTop);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(makeText(title, FontStep::Body, ThemeRole::Text));
    texts->addWidget(makeText(detail, FontStep::Small, ThemeRole::TextMuted));
    row->addLayout(texts, 1);
    m_lines->addLayout(row);
}

void FirstRunCard::addWidget(QWidget *widget)
{
    m_extras->addWidget(widget);
}

bool FirstRunCard::hasFocusInside() const
{
    const QWidget *focused = window()->focusWidget();
    return focused && (focused == this || isAncestorOf(focused));
}

void FirstRunCard::showFocus()
{
    const bool focused = hasFocusInside();
    if (focused == m_focused)
        return;
    m_focused = focused;
    m_icon->setIcon(m_iconName, focused ? ThemeRole::Accent : ThemeRole::TextMuted);
    update();
}

void FirstRunCard::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    paintRounded(&painter, rect(), controlRadius, theme.color(ThemeRole::Base),
                 theme.color(ThemeRole::Line));
    if (m_focused)
        paintFocusRing(&painter, rect(), controlRadius - 1, theme.color(ThemeRole::Accent));
}

} // namespace Sandglass
