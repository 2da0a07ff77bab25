// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <terminal/terminalgrid.h>

#include <QtCore/QString>

namespace Sandglass {

/// A place between cells, by absolute row (see TerminalGrid).
struct TerminalPoint {
    qint64 row = 0;
    int column = 0;
    [[nodiscard]] auto operator<=>(const TerminalPoint &) const = default;
};

/// What lies between two points; nothing when they are equal.
struct TerminalSpan {
    TerminalPoint begin;
    TerminalPoint end;
    [[nodiscard]] bool isEmpty() const { return begin >= end; }
    [[nodiscard]] bool operator==(const TerminalSpan &) const = default;
};

/// The text of the columns [from, to) of a row; blanks between characters are spaces, those after
/// the last one are left out.
[[nodiscard]] QString terminalRowText(const TerminalGrid &grid, qint64 row, int from, int to);

/// The text between two points, as it was before it was wrapped: rows that belong to one line are
/// joined.
[[nodiscard]] QString terminalText(const TerminalGrid &grid, TerminalSpan span);

} // namespace Sandglass
