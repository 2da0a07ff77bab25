// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <terminal/terminalcell.h>

#include <vector>

namespace Sandglass {

/// The cells of one screen, reached through rows that change places when lines scroll, so that no
/// cell moves. Rows and columns that are passed in must lie inside: TerminalGrid sees to that.
class TerminalScreen final
{
public:
    struct Row {
        TerminalCell *cells = nullptr;
        int used = 0;           ///< every cell from here on is blank and has default colours
        bool continued = false; ///< see TerminalRow
        bool wide = false;      ///< may hold wide characters
        bool touched = true;    ///< its text changed since this was last set to false
    };

    TerminalScreen(int rows, int columns);

    [[nodiscard]] int rows() const { return int(m_rows.size()); }
    [[nodiscard]] int columns() const { return m_columns; }
    [[nodiscard]] Row &row(int index) { return m_rows[m_order[std::size_t(index)]]; }
    [[nodiscard]] const Row &row(int index) const { return m_rows[m_order[std::size_t(index)]]; }
    [[nodiscard]] std::span<const TerminalCell> cells(int index) const
    {
        return {row(index).cells, std::size_t(row(index).used)};
    }

    /// Writes a character with the colours and attributes of `pen`. Hot: the pen is copied whole
    /// and the rest stored behind it, because a cell put together elsewhere first stalls the
    /// processor. Leaves it to the caller to mark the row as touched.
    void put(Row &target, int column, char32_t code, quint8 width, const TerminalCell &pen)
    {
        if (target.wide || width != 1) [[unlikely]] {
            putWide(target, column, code, width, pen);
            return;
        }
        TerminalCell &cell = target.cells[column];
        cell = pen;
        cell.code = code;
        cell.width = 1;
        if (column >= target.used)
            target.used = column + 1;
    }

    /// [from, to) becomes blank on `ground`; `sparing` leaves protected cells alone.
    void erase(int rowIndex, int from, int to, TerminalColor ground, bool sparing = false);
    /// Moves the cells of [from, to) by `right` columns (negative: to the left); what comes free is
    /// blank.
    void shift(int rowIndex, int from, int to, int right, TerminalColor ground);
    /// Moves rows [top, bottom) up (negative: down) by `up`; the rows that come free are blank.
    void rotate(int top, int bottom, int up, TerminalColor ground);
    /// Replaces [from, to) of a row by the same columns of another.
    void copy(int toRow, int fromRow, int from, int to);
    /// Fills a row that is blank.
    void assign(int rowIndex, std::span<const TerminalCell> cells, bool continued);

private:
    void putWide(Row &row, int column, char32_t code, quint8 width, const TerminalCell &pen);
    void splitWideAt(Row &row, int column);

    int m_columns;
    std::vector<TerminalCell> m_cells;
    std::vector<Row> m_rows;
    std::vector<quint32>
        m_order; ///< which of m_rows is seen where: all that moves when lines scroll
};

} // namespace Sandglass
