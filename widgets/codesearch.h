// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>

class QTextDocument;

namespace Sandglass {

/// What is looked for in a buffer.
struct CodeSearchTerm {
    QString text;
    Qt::CaseSensitivity sensitivity = Qt::CaseInsensitive;
    friend bool operator==(const CodeSearchTerm &, const CodeSearchTerm &) = default;
};

/// Where it was found, in positions of the document.
struct CodeMatch {
    int start = 0;
    int length = 0;
    friend bool operator==(const CodeMatch &, const CodeMatch &) = default;
};

/// At most `limit` places, in order. Matches lie within one line and never overlap.
[[nodiscard]] QList<CodeMatch> matchesIn(const QTextDocument &document, const CodeSearchTerm &term,
                                         qsizetype limit);
/// Replaces all in one step that can be undone; returns how many.
int replaceAll(QTextDocument &document, const CodeSearchTerm &term, const QString &with);

} // namespace Sandglass
