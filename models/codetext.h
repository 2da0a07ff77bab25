// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

namespace Sandglass {

enum class LineEnding { Lf, CrLf, Cr };

/// Why a file can be read in the editor but not changed there.
enum class CodeTextProblem {
    None,
    NotUtf8,    ///< bytes that are no UTF-8: what is shown stands for them
    Characters, ///< characters that the editor itself needs
    LongLines,  ///< lines too long to be laid out are shown shortened
};

/// A file as the editor holds it: lines between "\n", and all that is needed to make exactly the
/// same bytes again. What cannot be seen (controls, marks that turn the direction of text) has a
/// stand-in of one character, so that it can be shown.
struct CodeText {
    static constexpr qsizetype maximumLine = 10000; ///< characters of a line that can be edited

    QString text;
    LineEnding ending = LineEnding::Lf;  ///< of most lines, and of new ones
    QHash<int, LineEnding> otherEndings; ///< by the number of the line, from 0
    bool hasByteOrderMark = false;
    CodeTextProblem problem = CodeTextProblem::None;
    friend bool operator==(const CodeText &, const CodeText &) = default;
};

[[nodiscard]] CodeText readCodeText(const QByteArray &bytes);
/// The bytes again. Only for a text without a problem.
[[nodiscard]] QByteArray writeCodeText(const CodeText &text);

/// Stand-ins for what cannot be seen, and back.
[[nodiscard]] QString withStandIns(const QString &text);
[[nodiscard]] QString withoutStandIns(const QString &text);
[[nodiscard]] bool isStandIn(QChar character);
/// "U+202E"; for the tooltip and the mark that is drawn.
[[nodiscard]] QString standInName(QChar character);

} // namespace Sandglass
