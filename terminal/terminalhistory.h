// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <terminal/terminalcell.h>

#include <deque>
#include <vector>

namespace Sandglass {

/// How much scrollback is kept; whichever is reached first.
struct TerminalLimits {
    int lines = 10'000;
    qsizetype bytes = 48 * 1024 * 1024;
};

/// What has scrolled off the top of the main screen. Lines are kept whole, however they were
/// wrapped, and laid out for the present width when they are looked at: a new width costs one pass
/// over the lines and moves no cell. Rows are numbered from the first one ever kept, so a number
/// keeps its meaning while older rows are dropped; setColumns() alone gives new numbers.
class TerminalHistory final
{
public:
    /// A line longer than this is kept in pieces, so that one endless line stays bounded.
    static constexpr qsizetype maximumLineCells = 4096;

    TerminalHistory(TerminalLimits limits, int columns) : m_limits(limits), m_columns(columns) {}

    [[nodiscard]] bool isEmpty() const { return m_lines.empty(); }
    [[nodiscard]] qint64 firstRow() const
    {
        return m_lines.empty() ? m_end : m_lines.front().firstRow;
    }
    [[nodiscard]] qint64 endRow() const { return m_end; }
    /// A row in [firstRow(), endRow()).
    [[nodiscard]] TerminalRow row(qint64 number) const;

    /// Keeps a row; `continued`: it goes on with the line of the row kept before.
    void push(std::span<const TerminalCell> cells, bool continued, bool wide);
    /// Gives the cells of the last line back and forgets it. Not when empty.
    [[nodiscard]] std::vector<TerminalCell> takeLast();
    void setColumns(int columns);
    void clear();

    [[nodiscard]] qsizetype bytes() const;
    [[nodiscard]] int lineCount() const { return int(m_lines.size()); }

private:
    struct Line {
        std::span<TerminalCell> cells; ///< in one of m_blocks
        qint64 firstRow = 0;
        bool wide = false;   ///< may hold wide characters
        bool joined = false; ///< the next piece of the line before it
    };
    /// Lines lie one behind another in blocks of one size: no allocation for each line, and what is
    /// dropped at one end is used again at the other.
    struct Block {
        std::vector<TerminalCell> cells; ///< never grows beyond what was reserved
        int lines = 0;
    };

    [[nodiscard]] bool endsLastBlock(const Line &line) const;
    void append(Line &line, std::span<const TerminalCell> cells, bool wide);
    [[nodiscard]] std::span<TerminalCell> store(std::span<const TerminalCell> cells,
                                                qsizetype room);
    void addBlock();
    void dropFirst();
    void dropEmptyBlocks();
    [[nodiscard]] qint64 rowCount(const Line &line) const;

    TerminalLimits m_limits;
    int m_columns;
    std::deque<Line> m_lines;
    std::deque<Block> m_blocks;
    Block m_spare;
    qsizetype m_lastRowCells = 0; ///< how much of the last line its last row is
    qint64 m_end = 0;
};

} // namespace Sandglass
