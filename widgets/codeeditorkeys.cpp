// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/codeeditor.h>

#include <QtCore/QMimeData>
#include <QtGui/QKeyEvent>
#include <QtGui/QTextBlock>
#include <QtGui/QWheelEvent>

#include <algorithm>
#include <limits>
#include <utility>

/// What CodeEditor does with keys, the wheel and the clipboard.
namespace Sandglass {

using namespace Qt::StringLiterals;

namespace {

qsizetype leadingSpace(const QString &line)
{
    qsizetype at = 0;
    while (at < line.size() && (line.at(at) == u' ' || line.at(at) == u'\t'))
        ++at;
    return at;
}

bool opensBlock(const QString &before)
{
    const QString code = before.trimmed();
    return code.endsWith(u':') || code.endsWith(u'{') || code.endsWith(u'(') || code.endsWith(u'[');
}

bool leavesBlock(const QString &before)
{
    const QString word = before.trimmed().section(u' ', 0, 0);
    return word == u"return" || word == u"pass" || word == u"break" || word == u"continue" ||
           word == u"raise";
}

/// The blocks that a selection touches, first and last.
std::pair<QTextBlock, QTextBlock> blocksOf(const QTextCursor &cursor)
{
    const QTextDocument &document = *cursor.document();
    const QTextBlock first = document.findBlock(cursor.selectionStart());
    QTextBlock last = document.findBlock(cursor.selectionEnd());
    if (last != first && cursor.selectionEnd() == last.position())
        last = last.previous();
    return {first, last};
}

/// Characters that QTextDocument keeps for itself, which a clipboard may hold.
QString cleaned(QString text)
{
    text.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    for (QChar &character : text) {
        const char16_t code = character.unicode();
        if (code == 0 || code == 0xFDD0 || code == 0xFDD1 || code == 0xFFFC || isStandIn(character))
            character = QChar::ReplacementCharacter;
    }
    return withStandIns(text);
}

} // namespace

bool CodeEditor::event(QEvent *event)
{
    // Ours while one types, whatever the window's shortcuts are.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isZoom = key->key() == Qt::Key_0 || key->key() == Qt::Key_Equal ||
                            key->key() == Qt::Key_Plus || key->key() == Qt::Key_Minus;
        if (key->modifiers().testFlag(Qt::ControlModifier) &&
            (isZoom || key->key() == Qt::Key_Slash)) {
            event->accept();
            return true;
        }
    }
    return QPlainTextEdit::event(event);
}

void CodeEditor::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && event->modifiers().testAnyFlags(Qt::ControlModifier | Qt::ShiftModifier)) {
        event->ignore(); // runs code: EditorView's
        return;
    }
    if (!isReadOnly() && handleTextKey(*event))
        return;
    if (event->matches(QKeySequence::ZoomIn) ||
        (event->key() == Qt::Key_Equal && event->modifiers() == Qt::ControlModifier))
        setZoom(m_zoom + 1);
    else if (event->matches(QKeySequence::ZoomOut))
        setZoom(m_zoom - 1);
    else if (event->key() == Qt::Key_0 && event->modifiers() == Qt::ControlModifier)
        setZoom(0);
    else if (event->key() == Qt::Key_Home && !(event->modifiers() & ~Qt::ShiftModifier))
        moveHome(event->modifiers().testFlag(Qt::ShiftModifier));
    else
        QPlainTextEdit::keyPressEvent(event);
}

bool CodeEditor::handleTextKey(QKeyEvent &event)
{
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    const int key = event.key();
    if ((key == Qt::Key_Return || key == Qt::Key_Enter) && modifiers == Qt::NoModifier)
        insertNewLine();
    else if (key == Qt::Key_Tab && modifiers == Qt::NoModifier)
        textCursor().hasSelection() ? indentSelection(false) : insertIndent();
    else if (key == Qt::Key_Backtab)
        indentSelection(true);
    else if (key == Qt::Key_Slash && modifiers == Qt::ControlModifier)
        toggleComment();
    else
        return key == Qt::Key_Backspace && modifiers == Qt::NoModifier && removeIndent();
    return true;
}

void CodeEditor::insertNewLine()
{
    QTextCursor cursor = textCursor();
    cursor.beginEditBlock();
    cursor.removeSelectedText();
    const QString before = cursor.block().text().left(cursor.positionInBlock());
    QString lead = before.left(leadingSpace(before));
    if (opensBlock(before))
        lead += m_indent;
    else if (leavesBlock(before) && lead.endsWith(m_indent))
        lead.chop(m_indent.size());
    cursor.insertBlock();
    cursor.insertText(lead);
    cursor.endEditBlock();
    setTextCursor(cursor);
    ensureCursorVisible();
}

void CodeEditor::insertIndent()
{
    QTextCursor cursor = textCursor();
    if (m_indent == u"\t") {
        cursor.insertText(m_indent);
        return;
    }
    const auto step = int(m_indent.size());
    cursor.insertText(QString(step - cursor.positionInBlock() % step, u' '));
}

bool CodeEditor::removeIndent()
{
    QTextCursor cursor = textCursor();
    const int column = cursor.positionInBlock();
    const auto step = int(m_indent.size());
    const QString before = cursor.block().text().left(column);
    if (cursor.hasSelection() || column < 2 || step < 2 || leadingSpace(before) < column ||
        before.contains(u'\t'))
        return false;
    const int count = column % step == 0 ? step : column % step;
    cursor.movePosition(QTextCursor::Left, QTextCursor::KeepAnchor, count);
    cursor.removeSelectedText();
    return true;
}

void CodeEditor::indentSelection(bool outwards)
{
    QTextCursor cursor = textCursor();
    const auto [first, last] = blocksOf(cursor);
    cursor.beginEditBlock();
    for (QTextBlock block = first; block.isValid(); block = block.next()) {
        QTextCursor line(block);
        const QString text = block.text();
        if (outwards) {
            const qsizetype space = leadingSpace(text);
            const qsizetype count =
                text.startsWith(u'\t')
                    ? 1
                    : std::min<qsizetype>(space, std::max<qsizetype>(2, m_indent.size()));
            line.movePosition(QTextCursor::Right, QTextCursor::KeepAnchor, int(count));
            line.removeSelectedText();
        } else if (!text.isEmpty()) {
            line.insertText(m_indent);
        }
        if (block == last)
            break;
    }
    cursor.endEditBlock();
}

void CodeEditor::toggleComment()
{
    if (isReadOnly() || m_language.comment.isEmpty())
        return;
    const QString marker = m_language.comment;
    const auto [first, last] = blocksOf(textCursor());
    qsizetype column = std::numeric_limits<qsizetype>::max();
    bool isCommented = true;
    QList<QTextBlock> blocks;
    for (QTextBlock block = first; block.isValid();
         block = block == last ? QTextBlock() : block.next()) {
        const QString text = block.text();
        if (text.trimmed().isEmpty())
            continue;
        blocks.append(block);
        column = std::min(column, leadingSpace(text));
        isCommented = isCommented && QStringView(text).trimmed().startsWith(marker);
    }
    QTextCursor edit = textCursor();
    edit.beginEditBlock();
    for (const QTextBlock &block : std::as_const(blocks)) {
        QTextCursor line(block);
        const QString text = block.text();
        const qsizetype at = isCommented ? text.indexOf(marker) : column;
        line.setPosition(block.position() + int(at));
        if (!isCommented) {
            line.insertText(marker + u' ');
            continue;
        }
        const bool space = text.size() > at + marker.size() && text.at(at + marker.size()) == u' ';
        line.movePosition(QTextCursor::Right, QTextCursor::KeepAnchor,
                          int(marker.size()) + (space ? 1 : 0));
        line.removeSelectedText();
    }
    edit.endEditBlock();
}

void CodeEditor::moveHome(bool select)
{
    QTextCursor cursor = textCursor();
    const auto mode = select ? QTextCursor::KeepAnchor : QTextCursor::MoveAnchor;
    const auto text = int(leadingSpace(cursor.block().text()));
    const int column = cursor.positionInBlock() == text ? 0 : text;
    cursor.setPosition(cursor.block().position() + column, mode);
    setTextCursor(cursor);
}

void CodeEditor::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        QPlainTextEdit::wheelEvent(event);
        return;
    }
    if (event->angleDelta().y() != 0)
        setZoom(m_zoom + (event->angleDelta().y() > 0 ? 1 : -1));
    event->accept();
}

QMimeData *CodeEditor::createMimeDataFromSelection() const
{
    QString text = textCursor().selectedText();
    text.replace(QChar::ParagraphSeparator, u'\n');
    auto *copied = new QMimeData;
    copied->setText(withoutStandIns(text));
    return copied;
}

void CodeEditor::insertFromMimeData(const QMimeData *source)
{
    if (!source || !source->hasText())
        return;
    const QString text = cleaned(source->text());
    for (const QStringView line : QStringView(text).tokenize(u'\n')) {
        if (line.size() > CodeText::maximumLine) {
            Q_EMIT refused(tr("Not pasted: a line of it has %L1 characters, at most %L2 can be "
                              "edited here.")
                               .arg(line.size())
                               .arg(CodeText::maximumLine));
            return;
        }
    }
    textCursor().insertText(text);
    ensureCursorVisible();
}

} // namespace Sandglass
