// SPDX-License-Identifier: GPL-3.0-or-later
#include <terminal/terminalsearch.h>

#include <QtCore/QList>

#include <algorithm>
#include <vector>

namespace Sandglass {

namespace {

char32_t folded(char32_t code)
{
    if (code < 0x80)
        return code >= 'A' && code <= 'Z' ? code + 32 : code;
    return QChar::toCaseFolded(code);
}

std::vector<char32_t> foldedText(const QString &text)
{
    std::vector<char32_t> codes;
    for (const uint code : text.toUcs4())
        codes.push_back(folded(char32_t(code)));
    return codes;
}

// One line with the places of its characters.
struct Line {
    std::vector<char32_t> codes;
    std::vector<TerminalPoint> places;
    TerminalPoint end;
};

void readLine(const TerminalGrid &grid, qint64 first, qint64 last, Line &line)
{
    line.codes.clear();
    line.places.clear();
    for (qint64 row = first; row <= last; ++row) {
        const TerminalRow cells = grid.row(row);
        for (int column = 0; column < int(cells.cells.size()); ++column) {
            const TerminalCell &cell = cells.cells[std::size_t(column)];
            if (cell.width == 0)
                continue;
            const auto codes = grid.clusters().codePoints(cell);
            line.codes.push_back(codes.empty() ? U' ' : folded(codes.front()));
            line.places.push_back({row, column});
            line.end = {row, column + cell.width};
        }
    }
}

class Search final
{
public:
    Search(const TerminalGrid &grid, std::vector<char32_t> text, TerminalPoint from,
           SearchDirection direction)
        : m_grid(grid),
          m_text(std::move(text)),
          m_from(from),
          m_down(direction == SearchDirection::Down)
    {
    }

    /// The rows of the grid from the one with `m_from`, once around.
    std::optional<TerminalSpan> run()
    {
        const qint64 count = m_grid.endRow() - m_grid.firstRow();
        qint64 row = std::clamp(m_from.row, m_grid.firstRow(), m_grid.endRow() - 1);
        row = lineStart(row);
        const qint64 began = row;
        bool wrapped = false;
        for (qint64 seen = 0; seen <= count + 1; ++seen) {
            const qint64 last = lineEnd(row);
            const bool home = row == began;
            if (const auto found = inLine(row, last, home && !wrapped, home && wrapped))
                return found;
            if (home && wrapped)
                return {};
            row = m_down ? last + 1 : row - 1;
            if (row >= m_grid.endRow())
                row = m_grid.firstRow();
            else if (row < m_grid.firstRow())
                row = m_grid.endRow() - 1;
            row = lineStart(row);
            wrapped = wrapped || row == began;
        }
        return {};
    }

private:
    [[nodiscard]] qint64 lineStart(qint64 row) const
    {
        while (row > m_grid.firstRow() && m_grid.row(row).continued)
            --row;
        return row;
    }
    [[nodiscard]] qint64 lineEnd(qint64 row) const
    {
        while (row + 1 < m_grid.endRow() && m_grid.row(row + 1).continued)
            ++row;
        return row;
    }

    // In the line it began in, first only what lies beyond `m_from`, and in the end only the rest.
    [[nodiscard]] std::optional<TerminalSpan> inLine(qint64 first, qint64 last, bool beyond,
                                                     bool rest)
    {
        readLine(m_grid, first, last, m_line);
        const Line &line = m_line;
        std::optional<TerminalSpan> found;
        for (std::size_t at = 0; at + m_text.size() <= line.codes.size(); ++at) {
            if (!std::equal(m_text.begin(), m_text.end(), line.codes.begin() + qsizetype(at)))
                continue;
            const TerminalPoint begin = line.places[at];
            const bool isBeyond = m_down ? begin > m_from : begin < m_from;
            if ((beyond && !isBeyond) || (rest && isBeyond))
                continue;
            const std::size_t next = at + m_text.size();
            found = {begin, next < line.places.size() ? line.places[next] : line.end};
            if (found->end.column == 0 && found->end.row > begin.row)
                found->end = {found->end.row - 1, m_grid.columns()};
            if (m_down)
                return found;
        }
        return found;
    }

    const TerminalGrid &m_grid;
    std::vector<char32_t> m_text;
    TerminalPoint m_from;
    bool m_down;
    Line m_line; ///< kept for its memory
};

} // namespace

std::optional<TerminalSpan> findTerminalText(const TerminalGrid &grid, const QString &text,
                                             TerminalSpan from, SearchDirection direction)
{
    if (text.isEmpty())
        return {};
    return Search(grid, foldedText(text), from.begin, direction).run();
}

} // namespace Sandglass
