// SPDX-License-Identifier: GPL-3.0-or-later
#include <models/codetext.h>
#include <widgets/codecells.h>

#include <QtGui/QTextBlock>
#include <QtGui/QTextCursor>
#include <QtGui/QTextDocument>

namespace Sandglass {

using namespace Qt::StringLiterals;

namespace {

CodePiece piece(const QTextDocument &document, int first, int last)
{
    CodePiece piece{.code = {}, .firstLine = first, .lastLine = last};
    for (QTextBlock block = document.findBlockByNumber(first);
         block.isValid() && block.blockNumber() <= last; block = block.next()) {
        if (block.blockNumber() > first)
            piece.code += u'\n';
        piece.code += withoutStandIns(block.text());
    }
    return piece;
}

} // namespace

bool startsCell(const QTextBlock &block, const QString &comment)
{
    const QString text = block.text().left(200).trimmed();
    const QString marker = comment.isEmpty() ? u"#"_s : comment;
    return text.startsWith(marker) &&
           QStringView(text).sliced(marker.size()).trimmed().startsWith(u"%%");
}

CodePiece wholeCode(const QTextDocument &document)
{
    return piece(document, 0, document.blockCount() - 1);
}

CodePiece cellAt(const QTextDocument &document, int line, const QString &comment)
{
    QTextBlock first = document.findBlockByNumber(line);
    while (first.previous().isValid() && !startsCell(first, comment))
        first = first.previous();
    QTextBlock last = first;
    while (last.next().isValid() && !startsCell(last.next(), comment))
        last = last.next();
    return piece(document, first.blockNumber(), last.blockNumber());
}

CodePiece selectedCode(const QTextCursor &selection)
{
    const QTextDocument &document = *selection.document();
    const QTextBlock first = document.findBlock(selection.selectionStart());
    QTextBlock last = document.findBlock(selection.selectionEnd());
    // A selection of whole lines ends at the start of the next one.
    if (last != first && selection.selectionEnd() == last.position())
        last = last.previous();
    return piece(document, first.blockNumber(), last.blockNumber());
}

} // namespace Sandglass
