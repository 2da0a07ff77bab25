// SPDX-License-Identifier: GPL-3.0-or-later
#include <terminal/terminalreflow.h>

#include <algorithm>

namespace Sandglass {

TerminalPosition TerminalReflow::run(int rows, int columns, TerminalPosition cursor)
{
    collect(cursor);
    fetch(rows, columns);
    std::vector<Piece> pieces;
    for (std::size_t line = 0; line < m_lines.size(); ++line)
        wrap(line, columns, pieces);
    TerminalPosition place = locateCursor(pieces, columns);

    const int surplus = std::max(0, int(pieces.size()) - rows);
    const int top = std::min(surplus, place.row);
    m_history.setColumns(columns);
    for (int index = 0; index < top; ++index) {
        const auto row = cells(pieces[std::size_t(index)]);
        const bool wide =
            std::any_of(row.begin(), row.end(), [](const auto &c) { return c.width != 1; });
        m_history.push(row, pieces[std::size_t(index)].start > 0, wide);
    }
    TerminalScreen next(rows, columns);
    for (int row = 0; row < rows && top + row < int(pieces.size()); ++row) {
        const Piece &piece = pieces[std::size_t(top) + std::size_t(row)];
        next.assign(row, cells(piece), piece.start > 0);
    }
    m_screen = std::move(next);
    place.row -= top;
    return place;
}

// `cellsAbove`: how many cells the row above holds when this one goes on with it.
void TerminalReflow::appendRow(int row, qsizetype cellsAbove)
{
    const auto cells = m_screen.cells(row);
    Line &line = m_lines.back();
    if (!line.empty()) {
        // The row above reached the edge (see TerminalHistory::append).
        const qsizetype gap = m_screen.columns() - cellsAbove;
        if (gap > 1 || (gap == 1 && (cells.empty() || cells.front().width != 2)))
            line.resize(line.size() + std::size_t(gap));
    }
    line.insert(line.end(), cells.begin(), cells.end());
}

qsizetype TerminalReflow::lastRowCells(const Line &line) const
{
    qsizetype start = 0;
    qsizetype end = wrapEnd(line, 0, m_screen.columns());
    while (end < qsizetype(line.size())) {
        start = end;
        end = wrapEnd(line, start, m_screen.columns());
    }
    return end - start;
}

// Joins the rows of the screen to lines, the first one with what the history holds of it.
void TerminalReflow::collect(TerminalPosition cursor)
{
    int last = cursor.row;
    for (int row = cursor.row; row < m_screen.rows(); ++row) {
        if (m_screen.row(row).used > 0)
            last = row;
    }
    m_wasFull = last == m_screen.rows() - 1;
    for (int row = 0; row <= last; ++row) {
        qsizetype above = row > 0 ? m_screen.row(row - 1).used : 0;
        if (row == 0 && m_screen.row(0).continued && !m_history.isEmpty()) {
            m_lines.push_back(m_history.takeLast());
            above = lastRowCells(m_lines.back());
        } else if (row == 0 || !m_screen.row(row).continued) {
            m_lines.emplace_back();
        }
        appendRow(row, above);
        if (row == cursor.row) {
            m_cursorLine = m_lines.size() - 1;
            m_cursorOffset =
                qsizetype(m_lines.back().size()) - m_screen.row(row).used + cursor.column;
        }
    }
}

void TerminalReflow::fetch(int rows, int columns)
{
    if (!m_wasFull)
        return;
    std::vector<Piece> pieces;
    for (std::size_t line = 0; line < m_lines.size(); ++line)
        wrap(line, columns, pieces);
    std::vector<Line> fetched;
    auto missing = rows - qsizetype(pieces.size());
    while (missing > 0 && !m_history.isEmpty()) {
        Line line = m_history.takeLast();
        missing -= std::max<qsizetype>(1, qsizetype(line.size()) / columns);
        fetched.push_back(std::move(line));
    }
    m_cursorLine += fetched.size();
    m_lines.insert(m_lines.begin(), std::make_move_iterator(fetched.rbegin()),
                   std::make_move_iterator(fetched.rend()));
}

void TerminalReflow::wrap(std::size_t line, int columns, std::vector<Piece> &pieces) const
{
    const std::span<const TerminalCell> cells(m_lines[line]);
    qsizetype start = 0;
    do {
        const qsizetype end = wrapEnd(cells, start, columns);
        pieces.push_back({line, start, end});
        start = end;
    } while (start < qsizetype(cells.size()));
    // A cursor that waits right behind a full last row is at the start of the next.
    const Piece &last = pieces.back();
    if (line == m_cursorLine && m_cursorOffset == last.end && last.end - last.start == columns)
        pieces.push_back({line, last.end, last.end});
}

TerminalPosition TerminalReflow::locateCursor(const std::vector<Piece> &pieces, int columns) const
{
    TerminalPosition place;
    for (std::size_t index = 0; index < pieces.size(); ++index) {
        if (pieces[index].line != m_cursorLine || pieces[index].start > m_cursorOffset)
            continue;
        place.row = int(index);
        place.column = int(std::min<qsizetype>(m_cursorOffset - pieces[index].start, columns - 1));
    }
    return place;
}

std::span<const TerminalCell> TerminalReflow::cells(const Piece &piece) const
{
    return std::span<const TerminalCell>(m_lines[piece.line])
        .subspan(std::size_t(piece.start), std::size_t(piece.end - piece.start));
}

} // namespace Sandglass
