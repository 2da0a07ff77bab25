// SPDX-License-Identifier: GPL-3.0-or-later
#include <terminal/terminalscreen.h>

#include <algorithm>
#include <numeric>

namespace Sandglass {

TerminalScreen::TerminalScreen(int rows, int columns)
    : m_columns(columns),
      m_cells(std::size_t(rows) * std::size_t(columns)),
      m_rows(std::size_t(rows)),
      m_order(std::size_t(rows))
{
    std::iota(m_order.begin(), m_order.end(), 0u);
    for (std::size_t index = 0; index < m_rows.size(); ++index)
        m_rows[index].cells = m_cells.data() + index * std::size_t(columns);
}

// A wide character that is about to lose one half loses both.
void TerminalScreen::splitWideAt(Row &row, int column)
{
    if (!row.wide || column <= 0 || column >= m_columns || row.cells[column].width != 0)
        return;
    for (TerminalCell *half : {&row.cells[column - 1], &row.cells[column]}) {
        half->code = 0;
        half->width = 1;
    }
}

void TerminalScreen::putWide(Row &row, int column, char32_t code, quint8 width,
                             const TerminalCell &pen)
{
    const int end = std::min(column + std::max<int>(width, 1), m_columns);
    splitWideAt(row, column);
    splitWideAt(row, end);
    TerminalCell cell = pen;
    cell.code = code;
    cell.width = quint8(end - column); // 1 when there is no room for both halves
    row.cells[column] = cell;
    if (cell.width == 2) {
        cell.code = 0;
        cell.width = 0;
        row.cells[column + 1] = cell;
        row.wide = true;
    }
    row.used = std::max(row.used, end);
}

void TerminalScreen::erase(int rowIndex, int from, int to, TerminalColor ground, bool sparing)
{
    Row &target = row(rowIndex);
    splitWideAt(target, from);
    splitWideAt(target, to);
    const bool plain = ground == TerminalColor();
    const int end = plain ? std::min(to, target.used) : to;
    TerminalCell blank;
    blank.background = ground;
    if (!sparing && from < end)
        std::fill(target.cells + from, target.cells + end, blank);
    for (int column = from; sparing && column < end; ++column) {
        if (!(target.cells[column].attributes & TerminalAttribute::Protected))
            target.cells[column] = blank;
    }
    target.touched = target.touched || from < target.used || !plain;
    if (!plain)
        target.used = std::max(target.used, to);
    else if (to >= target.used && from < target.used && !sparing)
        target.used = from;
    if (target.used == 0)
        target.wide = false;
}

void TerminalScreen::shift(int rowIndex, int from, int to, int right, TerminalColor ground)
{
    Row &target = row(rowIndex);
    const int distance = std::min(std::abs(right), to - from);
    splitWideAt(target, from);
    splitWideAt(target, to);
    splitWideAt(target, right > 0 ? to - distance : from + distance);
    TerminalCell *cells = target.cells;
    if (right > 0)
        std::copy_backward(cells + from, cells + to - distance, cells + to);
    else
        std::copy(cells + from + distance, cells + to, cells + from);
    target.used = std::max(target.used, to);
    target.touched = true;
    if (right > 0)
        erase(rowIndex, from, from + distance, ground);
    else
        erase(rowIndex, to - distance, to, ground);
    while (target.used > 0 && cells[target.used - 1] == TerminalCell())
        --target.used;
}

void TerminalScreen::rotate(int top, int bottom, int up, TerminalColor ground)
{
    const auto first = m_order.begin() + top;
    const auto last = m_order.begin() + bottom;
    const int distance = std::min(std::abs(up), bottom - top);
    if (up > 0)
        std::rotate(first, first + distance, last);
    else
        std::rotate(first, last - distance, last);
    const int freed = up > 0 ? bottom - distance : top;
    for (int index = freed; index < freed + distance; ++index) {
        erase(index, 0, m_columns, ground);
        row(index).continued = false;
        row(index).touched = true;
    }
}

void TerminalScreen::copy(int toRow, int fromRow, int from, int to)
{
    Row &target = row(toRow);
    Row &source = row(fromRow);
    splitWideAt(source, from);
    splitWideAt(source, to);
    splitWideAt(target, from);
    splitWideAt(target, to);
    std::copy(source.cells + from, source.cells + to, target.cells + from);
    target.used = std::max(target.used, std::min(to, std::max(source.used, from)));
    target.wide = target.wide || source.wide;
    target.touched = true;
}

void TerminalScreen::assign(int rowIndex, std::span<const TerminalCell> cells, bool continued)
{
    Row &target = row(rowIndex);
    const auto count = std::min(cells.size(), std::size_t(m_columns));
    std::copy_n(cells.begin(), count, target.cells);
    if (count > 0 && count < cells.size() && target.cells[count - 1].width == 2)
        target.cells[count - 1] = {}; // its other half was cut off
    target.used = int(count);
    target.continued = continued;
    target.wide =
        std::any_of(cells.begin(), cells.end(), [](const auto &c) { return c.width != 1; });
    target.touched = true;
}

} // namespace Sandglass
