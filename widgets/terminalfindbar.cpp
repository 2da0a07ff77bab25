// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/icons.h>
#include <widgets/sandglassstyle.h>
#include <widgets/terminalfindbar.h>

#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QToolButton>

namespace Sandglass {

namespace {

QToolButton *makeButton(const QString &name, QStringView icon)
{
    auto *button = new QToolButton;
    button->setIcon(themedIcon(icon));
    button->setAutoRaise(true);
    button->setToolTip(name);
    button->setAccessibleName(name);
    return button;
}

} // namespace

TerminalFindBar::TerminalFindBar(QWidget *parent) : QFrame(parent), m_text(new QLineEdit)
{
    m_text->setPlaceholderText(tr("Find in the terminal"));
    m_text->setAccessibleName(tr("Find in the terminal"));
    m_text->setMaximumWidth(320);
    m_text->installEventFilter(this);
    QToolButton *previous = makeButton(tr("Previous (Enter)"), u"chevron-up");
    QToolButton *next = makeButton(tr("Next (Shift+Enter)"), u"chevron-down");
    QToolButton *close = makeButton(tr("Leave the search (Esc)"), u"close");
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 4, 8, 4);
    row->setSpacing(4);
    row->addWidget(m_text, 1);
    row->addWidget(previous);
    row->addWidget(next);
    row->addStretch(1);
    row->addWidget(close);
    connect(previous, &QToolButton::clicked, this, [this] { find(SearchDirection::Up); });
    connect(next, &QToolButton::clicked, this, [this] { find(SearchDirection::Down); });
    connect(close, &QToolButton::clicked, this, &TerminalFindBar::leave);
    connect(m_text, &QLineEdit::textEdited, this, [this] { setFound(true); });
    hide();
}

void TerminalFindBar::open()
{
    show();
    m_text->setFocus();
    m_text->selectAll();
}

void TerminalFindBar::setFound(bool found)
{
    setFieldInvalid(m_text, !found);
    m_text->setToolTip(found ? QString() : tr("Not found"));
}

bool TerminalFindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        find(key->modifiers() & Qt::ShiftModifier ? SearchDirection::Down : SearchDirection::Up);
        return true;
    case Qt::Key_Escape:
        leave();
        return true;
    default:
        return QFrame::eventFilter(watched, event);
    }
}

void TerminalFindBar::find(SearchDirection direction)
{
    if (!m_text->text().isEmpty())
        Q_EMIT findRequested(m_text->text(), direction);
}

void TerminalFindBar::leave()
{
    hide();
    Q_EMIT closed();
}

} // namespace Sandglass
