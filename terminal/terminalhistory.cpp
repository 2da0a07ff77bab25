// SPDX-License-Identifier: GPL-3.0-or-later
#include <terminal/terminalhistory.h>

#include <algorithm>

namespace Sandglass {

namespace {

constexpr std::size_t blockCells = 16 * 1024;
constexpr qsizetype blockBytes = qsizetype(blockCells) * qsizetype(sizeof(TerminalCell));
static_assert(blockCells > std::size_t(TerminalHistory::maximumLineCells));

} // namespace

qsizetype TerminalHistory::bytes() const
{
    return qsizetype(m_blocks.size()) * blockBytes + qsizetype(m_lines.size() * sizeof(Line));
}

qint64 TerminalHistory::rowCount(const Line &line) const
{
    const auto size = qsizetype(line.cells.size());
    if (size <= m_columns)
        return 1;
    if (!line.wide)
        return std::max<qint64>(1, (size + m_columns - 1) / m_columns);
    qint64 count = 0;
    for (qsizetype start = 0; start < size; ++count)
        start = wrapEnd(line.cells, start, m_columns);
    return std::max<qint64>(1, count);
}

TerminalRow TerminalHistory::row(qint64 number) const
{
    auto line =
        std::upper_bound(m_lines.begin(), m_lines.end(), number,
                         [](qint64 row, const Line &entry) { return row < entry.firstRow; });
    if (line == m_lines.begin())
        return {};
    --line;
    const qint64 index = number - line->firstRow;
    const std::span<const TerminalCell> cells(line->cells);
    qsizetype start = 0;
    if (line->wide) {
        for (qint64 skipped = 0; skipped < index; ++skipped)
            start = wrapEnd(cells, start, m_columns);
    } else {
        start = std::min<qsizetype>(index * m_columns, qsizetype(cells.size()));
    }
    const qsizetype end = wrapEnd(cells, start, m_columns);
    return {cells.subspan(std::size_t(start), std::size_t(end - start)), index > 0 || line->joined};
}

void TerminalHistory::addBlock()
{
    if (m_spare.cells.capacity() == 0)
        m_spare.cells.reserve(blockCells);
    m_blocks.push_back(std::exchange(m_spare, {}));
}

// Puts cells into the last block, or into a new one when `room` more would not fit.
std::span<TerminalCell> TerminalHistory::store(std::span<const TerminalCell> cells, qsizetype room)
{
    if (m_blocks.empty() ||
        m_blocks.back().cells.size() + cells.size() + std::size_t(room) > blockCells)
        addBlock();
    Block &block = m_blocks.back();
    const std::size_t start = block.cells.size();
    block.cells.insert(block.cells.end(), cells.begin(), cells.end());
    ++block.lines;
    return std::span(block.cells).subspan(start);
}

// Not so when lines behind it were taken back.
bool TerminalHistory::endsLastBlock(const Line &line) const
{
    const std::vector<TerminalCell> &stored = m_blocks.back().cells;
    return line.cells.data() + line.cells.size() == stored.data() + stored.size();
}

void TerminalHistory::append(Line &line, std::span<const TerminalCell> cells, bool wide)
{
    // The row before was wrapped, so it reached the edge; what was blank at its end is part of the
    // line. Only a wide character that did not fit leaves a gap that is none.
    qsizetype gap = std::max<qsizetype>(0, m_columns - m_lastRowCells);
    if (gap == 1 && cells.front().width == 2)
        gap = 0;
    m_end -= rowCount(line);
    const std::size_t more = std::size_t(gap) + cells.size();
    if (m_blocks.back().cells.size() + more > blockCells) {
        const std::span<TerminalCell> moved = line.cells;
        --m_blocks.back().lines;
        line.cells = store(moved, qsizetype(more));
    }
    std::vector<TerminalCell> &stored = m_blocks.back().cells;
    const std::size_t start = stored.size() - line.cells.size();
    stored.resize(stored.size() + std::size_t(gap));
    stored.insert(stored.end(), cells.begin(), cells.end());
    line.cells = std::span(stored).subspan(start);
    line.wide = line.wide || wide;
    m_end += rowCount(line);
}

void TerminalHistory::push(std::span<const TerminalCell> cells, bool continued, bool wide)
{
    // An empty row is a line of its own: as the end of another it would not count as a row.
    const bool joins = continued && !m_lines.empty() && !cells.empty();
    if (joins && endsLastBlock(m_lines.back()) &&
        qsizetype(m_lines.back().cells.size()) + m_columns <= maximumLineCells) {
        append(m_lines.back(), cells, wide);
    } else {
        m_lines.push_back({store(cells, 0), m_end, wide, joins});
        m_end += rowCount(m_lines.back());
    }
    m_lastRowCells = qsizetype(cells.size());
    while (int(m_lines.size()) > m_limits.lines || (bytes() > m_limits.bytes && m_lines.size() > 1))
        dropFirst();
}

void TerminalHistory::dropFirst()
{
    m_lines.pop_front();
    dropEmptyBlocks(); // the lines of a block that was left by a line that grew come off with the
                       // next
    --m_blocks.front().lines;
    dropEmptyBlocks();
}

void TerminalHistory::dropEmptyBlocks()
{
    while (m_blocks.size() > 1 && m_blocks.front().lines == 0) {
        m_spare = std::move(m_blocks.front());
        m_spare.cells.clear();
        m_blocks.pop_front();
    }
}

std::vector<TerminalCell> TerminalHistory::takeLast()
{
    const Line line = m_lines.back();
    std::vector<TerminalCell> cells(line.cells.begin(), line.cells.end());
    m_lines.pop_back();
    while (m_blocks.back().lines == 0)
        m_blocks.pop_back();
    Block &block = m_blocks.back();
    block.cells.resize(block.cells.size() - cells.size());
    --block.lines;
    m_end = line.firstRow;
    // A line taken back is followed by one that does not continue it, so this is never used as a
    // gap.
    m_lastRowCells = m_columns;
    return cells;
}

void TerminalHistory::setColumns(int columns)
{
    if (columns == m_columns)
        return;
    m_columns = columns;
    m_lastRowCells = columns;
    m_end = firstRow();
    for (Line &line : m_lines) {
        line.firstRow = m_end;
        m_end += rowCount(line);
    }
}

void TerminalHistory::clear()
{
    m_lines.clear();
    m_blocks.clear();
    m_spare = {};
    m_lastRowCells = 0;
}

} // namespace Sandglass
