// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

class QTextBlock;
class QTextCursor;
class QTextDocument;

namespace Sandglass {

/// A stretch of a buffer that is run by itself.
struct CodePiece {
    QString code;
    int firstLine = 0; ///< of the buffer, from 0
    int lastLine = 0;
    friend bool operator==(const CodePiece &, const CodePiece &) = default;
};

/// A comment that begins with "%%" starts a cell: "# %% Load".
[[nodiscard]] bool startsCell(const QTextBlock &block, const QString &comment);
[[nodiscard]] CodePiece wholeCode(const QTextDocument &document);
/// The cell around a line; the whole buffer where there are none. The comment that names the cell
/// belongs to it, so that its lines count from there.
[[nodiscard]] CodePiece cellAt(const QTextDocument &document, int line, const QString &comment);
/// The whole lines that a selection touches.
[[nodiscard]] CodePiece selectedCode(const QTextCursor &selection);

} // namespace Sandglass
