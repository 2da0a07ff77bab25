// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/cards.h>
#include <widgets/codeeditor.h>
#include <widgets/codefindbar.h>
#include <widgets/icons.h>
#include <widgets/label.h>
#include <widgets/sandglassstyle.h>

#include <QtCore/QLocale>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

#include <algorithm>

namespace Sandglass {

using namespace std::chrono_literals;

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

QLineEdit *makeField(const QString &name)
{
    auto *field = new QLineEdit;
    field->setPlaceholderText(name);
    field->setAccessibleName(name);
    field->setMaximumWidth(320);
    field->setMinimumWidth(120);
    return field;
}

} // namespace

CodeFindBar::CodeFindBar(CodeEditor &editor, QWidget *parent)
    : QFrame(parent),
      m_editor(editor),
      m_text(makeField(tr("Find"))),
      m_with(makeField(tr("Replace with"))),
      m_case(new QToolButton),
      m_count(new Label(FontStep::Small, ThemeRole::TextMuted)),
      m_replaceRow(new QWidget)
{
    makeRows();
    m_text->installEventFilter(this);
    m_with->installEventFilter(this);
    m_searchLater.setSingleShot(true);
    m_searchLater.setInterval(100ms);
    connect(&m_searchLater, &QTimer::timeout, this, [this] {
        search();
        showCount();
    });
    connect(m_text, &QLineEdit::textEdited, this, [this] {
        search();
        jumpFrom(m_editor.textCursor().selectionStart());
    });
    connect(m_case, &QToolButton::toggled, this, [this] {
        search();
        jumpFrom(m_editor.textCursor().selectionStart());
    });
    connect(&m_editor, &QPlainTextEdit::textChanged, this, [this] {
        if (isVisible())
            m_searchLater.start();
    });
    hide();
}

void CodeFindBar::makeRows()
{
    QToolButton *previous = makeButton(tr("Previous (Shift+Enter)"), u"chevron-up");
    QToolButton *next = makeButton(tr("Next (Enter)"), u"chevron-down");
    QToolButton *close = makeButton(tr("Leave the search (Esc)"), u"close");
    m_case->setText(tr("Aa"));
    m_case->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_case->setCheckable(true);
    m_case->setAutoRaise(true);
    m_case->setToolTip(tr("Match upper and lower case"));
    m_case->setAccessibleName(m_case->toolTip());
    auto *find = new QHBoxLayout;
    find->setSpacing(4);
    for (QToolButton *button : {m_case, previous, next})
        find->addWidget(button);
    find->addSpacing(4);
    find->addWidget(m_count);
    find->addStretch(1);
    find->addWidget(close);
    auto *one = new QPushButton(tr("Replace"));
    auto *all = new QPushButton(tr("Replace all"));
    auto *replace = new QHBoxLayout(m_replaceRow);
    replace->setContentsMargins(0, 0, 0, 0);
    replace->setSpacing(4);
    replace->addWidget(one);
    replace->addWidget(all);
    replace->addStretch(1);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(8, 4, 8, 5);
    grid->setSpacing(4);
    grid->addWidget(m_text, 0, 0);
    grid->addLayout(find, 0, 1);
    grid->addWidget(m_with, 1, 0);
    grid->addWidget(m_replaceRow, 1, 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    connect(previous, &QToolButton::clicked, this, [this] { go(false); });
    connect(next, &QToolButton::clicked, this, [this] { go(true); });
    connect(close, &QToolButton::clicked, this, &CodeFindBar::leave);
    connect(one, &QPushButton::clicked, this, &CodeFindBar::replaceOne);
    connect(all, &QPushButton::clicked, this, &CodeFindBar::replaceEvery);
}

void CodeFindBar::open(Mode mode)
{
    const QString selected = m_editor.textCursor().selectedText();
    if (!selected.isEmpty() && !selected.contains(QChar::ParagraphSeparator))
        m_text->setText(selected);
    const bool replaces = mode == Mode::Replace && !m_editor.isReadOnly();
    m_replaceRow->setVisible(replaces);
    m_with->setVisible(replaces);
    show();
    m_text->setFocus();
    m_text->selectAll();
    search();
    showCount();
}

CodeSearchTerm CodeFindBar::term() const
{
    return {m_text->text(), m_case->isChecked() ? Qt::CaseSensitive : Qt::CaseInsensitive};
}

void CodeFindBar::search()
{
    m_matches = matchesIn(*m_editor.document(), term(), maximumMatches);
    m_editor.setMatches(m_matches);
}

void CodeFindBar::jumpFrom(int position)
{
    const auto next = std::ranges::lower_bound(m_matches, position, {}, &CodeMatch::start);
    if (!m_matches.isEmpty())
        m_editor.selectMatch(next == m_matches.end() ? m_matches.first() : *next);
    showCount();
}

void CodeFindBar::go(bool forwards)
{
    if (m_searchLater.isActive())
        search();
    const QTextCursor cursor = m_editor.textCursor();
    if (forwards) {
        jumpFrom(cursor.hasSelection() ? cursor.selectionStart() + 1 : cursor.position());
        return;
    }
    const auto at =
        std::ranges::lower_bound(m_matches, cursor.selectionStart(), {}, &CodeMatch::start);
    if (!m_matches.isEmpty())
        m_editor.selectMatch(at == m_matches.begin() ? m_matches.last() : *(at - 1));
    showCount();
}

void CodeFindBar::showCount()
{
    const QTextCursor cursor = m_editor.textCursor();
    const CodeMatch selected{cursor.selectionStart(),
                             cursor.selectionEnd() - cursor.selectionStart()};
    const qsizetype at = m_matches.indexOf(selected);
    const QLocale locale;
    const bool isEmpty = m_text->text().isEmpty();
    setFieldInvalid(m_text, !isEmpty && m_matches.isEmpty());
    const QString count = m_matches.size() == maximumMatches
                              ? tr("more than %1").arg(locale.toString(maximumMatches))
                              : locale.toString(m_matches.size());
    if (isEmpty)
        m_count->setText({});
    else if (m_matches.isEmpty())
        m_count->setText(tr("Not found"));
    else if (at >= 0)
        m_count->setText(tr("%1 of %2", "place of the search").arg(locale.toString(at + 1), count));
    else
        m_count->setText(tr("%1 found").arg(count));
}

void CodeFindBar::replaceOne()
{
    QTextCursor cursor = m_editor.textCursor();
    const CodeMatch selected{cursor.selectionStart(),
                             cursor.selectionEnd() - cursor.selectionStart()};
    search();
    if (!m_matches.contains(selected)) {
        go(true);
        return;
    }
    cursor.insertText(withStandIns(m_with->text()));
    search();
    jumpFrom(cursor.position());
}

void CodeFindBar::replaceEvery()
{
    const int count = replaceAll(*m_editor.document(), term(), m_with->text());
    search();
    m_count->setText(tr("%n replaced", nullptr, count));
}

bool CodeFindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (key->modifiers().testFlag(Qt::ControlModifier)) // runs the code, as everywhere
            return QFrame::eventFilter(watched, event);
        if (watched == m_with)
            replaceOne();
        else
            go(!key->modifiers().testFlag(Qt::ShiftModifier));
        return true;
    case Qt::Key_Escape:
        leave();
        return true;
    default:
        return QFrame::eventFilter(watched, event);
    }
}

void CodeFindBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), themeOf(this).color(ThemeRole::Window));
    paintHairline(&painter, rect(), Qt::BottomEdge, themeOf(this).color(ThemeRole::Line));
}

void CodeFindBar::leave()
{
    hide();
    m_editor.setMatches({});
    m_editor.setFocus();
}

} // namespace Sandglass
