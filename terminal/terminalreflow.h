// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <terminal/terminalhistory.h>
#include <terminal/terminalscreen.h>

#include <vector>

namespace Sandglass {

struct TerminalPosition {
    int row = 0;
    int column = 0;
    [[nodiscard]] bool operator==(const TerminalPosition &) const = default;
};

/// Lays the lines of the main screen out for another size. What no longer fits goes to the history;
/// a screen that was full and now has room takes lines back from it. The cursor stays on its
/// character and always stays visible: only lines below it can be lost.
class TerminalReflow final
{
public:
    TerminalReflow(TerminalScreen &screen, TerminalHistory &history)
        : m_screen(screen),
          m_history(history)
    {
    }

    /// Replaces the screen; gives the new place of the cursor.
    [[nodiscard]] TerminalPosition run(int rows, int columns, TerminalPosition cursor);

private:
    using Line = std::vector<TerminalCell>;
    struct Piece {
        std::size_t line = 0;
        qsizetype start = 0;
        qsizetype end = 0;
    };

    void collect(TerminalPosition cursor);
    void appendRow(int row, qsizetype cellsAbove);
    void fetch(int rows, int columns);
    void wrap(std::size_t line, int columns, std::vector<Piece> &pieces) const;
    [[nodiscard]] TerminalPosition locateCursor(const std::vector<Piece> &pieces,
                                                int columns) const;
    [[nodiscard]] std::span<const TerminalCell> cells(const Piece &piece) const;
    [[nodiscard]] qsizetype lastRowCells(const Line &line) const;

    TerminalScreen &m_screen;
    TerminalHistory &m_history;
    std::vector<Line> m_lines;
    std::size_t m_cursorLine = 0;
    qsizetype m_cursorOffset = 0; ///< cells before the cursor in its line
    bool m_wasFull = false;
};

} // namespace Sandglass
