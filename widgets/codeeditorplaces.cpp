// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/codeeditor.h>
#include <widgets/codegutter.h>
#include <widgets/codesearch.h>
#include <widgets/theme.h>

#include <QtGui/QTextBlock>

#include <algorithm>

/// Where things are in a CodeEditor: pieces to run, lines to go to, marks.
namespace Sandglass {

CodePiece CodeEditor::code() const
{
    if (m_code.problem == CodeTextProblem::LongLines)
        return {.code = QString::fromUtf8(m_original), .lastLine = blockCount() - 1};
    return wholeCode(*document());
}

CodePiece CodeEditor::currentPiece() const
{
    if (m_code.problem == CodeTextProblem::LongLines)
        return code();
    if (textCursor().hasSelection())
        return selectedCode(textCursor());
    return cellAt(*document(), currentLine(), m_language.comment);
}

void CodeEditor::moveBehind(const CodePiece &piece)
{
    QTextBlock block = document()->findBlockByNumber(piece.lastLine + 1);
    while (block.next().isValid() && block.text().trimmed().isEmpty())
        block = block.next();
    goToLine(block.isValid() ? block.blockNumber() : blockCount() - 1);
}

void CodeEditor::goToLine(int line, int column)
{
    const QTextBlock block = document()->findBlockByNumber(std::clamp(line, 0, blockCount() - 1));
    QTextCursor cursor(block);
    cursor.setPosition(block.position() + std::clamp(column, 0, block.length() - 1));
    setTextCursor(cursor);
    centerCursor();
}

void CodeEditor::goToHidden()
{
    QList<CodeMatch> hidden;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        const QString text = block.text();
        for (int at = 0; at < text.size(); ++at) {
            if (isStandIn(text.at(at)))
                hidden.append({block.position() + at, 1});
        }
    }
    if (hidden.isEmpty())
        return;
    const auto next =
        std::ranges::lower_bound(hidden, textCursor().selectionEnd(), {}, &CodeMatch::start);
    selectMatch(next == hidden.end() ? hidden.first() : *next);
    setFocus();
}

void CodeEditor::selectMatch(const CodeMatch &match)
{
    QTextCursor cursor(document());
    cursor.setPosition(match.start);
    cursor.setPosition(match.start + match.length, QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    ensureCursorVisible();
}

void CodeEditor::setMatches(const QList<CodeMatch> &matches)
{
    QList<QTextEdit::ExtraSelection> marks;
    QTextEdit::ExtraSelection mark;
    mark.format.setBackground(Theme::of(palette()).color(ThemeRole::WarnGround));
    mark.cursor = QTextCursor(document());
    for (const CodeMatch &match : matches) {
        mark.cursor.setPosition(match.start);
        mark.cursor.setPosition(match.start + match.length, QTextCursor::KeepAnchor);
        marks.append(mark);
    }
    m_isSearching = !marks.isEmpty();
    setExtraSelections(marks);
}

void CodeEditor::setErrorMark(int line, const QString &message)
{
    const QTextBlock block = document()->findBlockByNumber(line);
    m_error = block.isValid() ? QTextCursor(block) : QTextCursor();
    m_errorText = message;
    viewport()->update();
    m_gutter->update();
}

void CodeEditor::clearErrorMark()
{
    m_error = QTextCursor();
    m_errorText.clear();
    viewport()->update();
    m_gutter->update();
}

int CodeEditor::errorLine() const
{
    return m_error.isNull() ? -1 : m_error.blockNumber();
}

} // namespace Sandglass
