// SPDX-License-Identifier: GPL-3.0-or-later
#include <models/codetext.h>
#include <widgets/codesearch.h>

#include <QtGui/QTextBlock>
#include <QtGui/QTextCursor>
#include <QtGui/QTextDocument>

#include <limits>

namespace Sandglass {

QList<CodeMatch> matchesIn(const QTextDocument &document, const CodeSearchTerm &term,
                           qsizetype limit)
{
    QList<CodeMatch> matches;
    const QString wanted = withStandIns(term.text);
    if (wanted.isEmpty())
        return matches;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        const QString text = block.text();
        qsizetype at = text.indexOf(wanted, 0, term.sensitivity);
        while (at >= 0) {
            if (matches.size() == limit)
                return matches;
            matches.append({block.position() + int(at), int(wanted.size())});
            at = text.indexOf(wanted, at + wanted.size(), term.sensitivity);
        }
    }
    return matches;
}

int replaceAll(QTextDocument &document, const CodeSearchTerm &term, const QString &with)
{
    const QList<CodeMatch> matches =
        matchesIn(document, term, std::numeric_limits<qsizetype>::max());
    const QString text = withStandIns(with);
    QTextCursor cursor(&document);
    cursor.beginEditBlock();
    for (auto match = matches.crbegin(); match != matches.crend(); ++match) {
        cursor.setPosition(match->start);
        cursor.setPosition(match->start + match->length, QTextCursor::KeepAnchor);
        cursor.insertText(text);
    }
    cursor.endEditBlock();
    return int(matches.size());
}

} // namespace Sandglass
