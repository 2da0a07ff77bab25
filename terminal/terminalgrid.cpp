// SPDX-License-Identifier: GPL-3.0-or-later
#include <terminal/terminalgrid.h>

#include <algorithm>

namespace Sandglass {

namespace {

TerminalArea clipped(TerminalArea area, int rows, int columns)
{
    return {std::clamp(area.top, 0, rows), std::clamp(area.bottom, 0, rows),
            std::clamp(area.left, 0, columns), std::clamp(area.right, 0, columns)};
}

bool isEmpty(const TerminalArea &area)
{
    return area.top >= area.bottom || area.left >= area.right;
}

} // namespace

TerminalGrid::TerminalGrid(int rows, int columns, TerminalLimits limits)
    : m_history(limits, columns),
      m_main(rows, columns),
      m_alternate(rows, columns),
      m_damage(std::size_t(rows), true)
{
}

TerminalRow TerminalGrid::row(qint64 number) const
{
    if (number < firstRow() || number >= endRow())
        return {};
    if (number < screenTop())
        return m_history.row(number);
    const int index = int(number - screenTop());
    return {m_active->cells(index), m_active->row(index).continued};
}

void TerminalGrid::setContinued(int row, bool continued)
{
    if (row >= 0 && row < rows())
        m_active->row(row).continued = continued;
}

bool TerminalGrid::isContinued(int row) const
{
    return row >= 0 && row < rows() && m_active->row(row).continued;
}

void TerminalGrid::erase(TerminalArea area, TerminalColor ground, bool sparing)
{
    area = clipped(area, rows(), columns());
    if (isEmpty(area))
        return;
    for (int row = area.top; row < area.bottom; ++row) {
        m_active->erase(row, area.left, area.right, ground, sparing);
        m_damage[std::size_t(row)] = true;
        // With its end gone a line no longer runs on into the next row.
        if (area.right == columns())
            setContinued(row + 1, false);
    }
}

void TerminalGrid::scroll(TerminalArea area, int up, int left, TerminalColor ground)
{
    m_hotRow = -1;
    area = clipped(area, rows(), columns());
    if (isEmpty(area))
        return;
    std::fill(m_damage.begin() + area.top, m_damage.begin() + area.bottom, quint8(true));
    const bool wholeRows = area.left == 0 && area.right == columns();
    if (up != 0 && wholeRows)
        scrollRows(area.top, area.bottom, up, ground);
    else if (up != 0)
        scrollBlock(area, up, ground);
    if (left != 0) {
        for (int row = area.top; row < area.bottom; ++row)
            m_active->shift(row, area.left, area.right, -left, ground);
    }
}

void TerminalGrid::scrollRows(int top, int bottom, int up, TerminalColor ground)
{
    if (up > 0 && top == 0 && !isAlternate())
        keepScrolledOff(std::min(up, bottom), bottom);
    else if (isWatched(screenTop() + top, screenTop() + bottom - 1))
        m_watchBroken = true;
    m_active->rotate(top, bottom, up, ground);
}

// Rows that leave at the top of the main screen become history. The rows below keep their absolute
// numbers by it, save those under the scrolling region, which stay where they are on the screen.
void TerminalGrid::keepScrolledOff(int count, int bottom)
{
    if (isWatched(screenTop() + bottom, endRow()))
        m_watchBroken = true;
    for (int row = 0; row < count; ++row) {
        const TerminalScreen::Row &gone = m_main.row(row);
        if (gone.touched && isWatched(screenTop(), screenTop()))
            m_watchBroken = true;
        m_history.push(m_main.cells(row), gone.continued, gone.wide);
    }
}

void TerminalGrid::scrollBlock(TerminalArea area, int up, TerminalColor ground)
{
    const int height = area.bottom - area.top;
    const int distance = std::min(std::abs(up), height);
    for (int step = 0; step < height - distance; ++step) {
        const int to = up > 0 ? area.top + step : area.bottom - 1 - step;
        const int from = up > 0 ? to + distance : to - distance;
        m_active->copy(to, from, area.left, area.right);
    }
    const int freed = up > 0 ? area.bottom - distance : area.top;
    for (int row = freed; row < freed + distance; ++row)
        m_active->erase(row, area.left, area.right, ground);
}

void TerminalGrid::setAlternate(bool alternate)
{
    m_hotRow = -1;
    TerminalScreen *next = alternate ? &m_alternate : &m_main;
    if (next == m_active)
        return;
    m_active = next;
    m_watchBroken = true;
    markAllDamaged();
}

void TerminalGrid::clearHistory()
{
    if (isWatched(m_history.firstRow(), m_history.endRow() - 1))
        m_watchBroken = true;
    m_history.clear();
    markAllDamaged();
}

TerminalPosition TerminalGrid::resize(int rows, int columns, TerminalPosition mainCursor)
{
    m_hotRow = -1;
    mainCursor.row = std::clamp(mainCursor.row, 0, m_main.rows() - 1);
    mainCursor.column = std::clamp(mainCursor.column, 0, m_main.columns() - 1);
    if (columns != m_main.columns())
        m_watchBroken = true;
    TerminalScreen alternate(rows, columns);
    for (int row = 0; row < std::min(rows, m_alternate.rows()); ++row)
        alternate.assign(row, m_alternate.cells(row), m_alternate.row(row).continued);
    m_alternate = std::move(alternate);
    const auto cursor = TerminalReflow(m_main, m_history).run(rows, columns, mainCursor);
    m_damage.assign(std::size_t(rows), true);
    return cursor;
}

void TerminalGrid::markDamaged(int row)
{
    if (row >= 0 && row < rows())
        m_damage[std::size_t(row)] = true;
}

void TerminalGrid::markAllDamaged()
{
    std::fill(m_damage.begin(), m_damage.end(), quint8(true));
}

std::vector<TerminalRowRange> TerminalGrid::takeDamage()
{
    m_hotRow = -1;
    std::vector<TerminalRowRange> ranges;
    for (int row = 0; row < rows(); ++row) {
        if (!m_damage[std::size_t(row)])
            continue;
        if (!ranges.empty() && ranges.back().last == row - 1)
            ranges.back().last = row;
        else
            ranges.push_back({row, row});
    }
    std::fill(m_damage.begin(), m_damage.end(), quint8(false));
    return ranges;
}

void TerminalGrid::watch(qint64 first, qint64 last)
{
    m_hotRow = -1;
    m_watching = true;
    m_watchBroken = false;
    m_watchFirst = first;
    m_watchLast = last;
    for (int row = 0; row < rows(); ++row)
        m_active->row(row).touched = false;
}

bool TerminalGrid::isWatchBroken()
{
    if (!m_watching)
        return false;
    if (m_watchLast < firstRow())
        m_watchBroken = true;
    const qint64 from = std::max(m_watchFirst, screenTop());
    for (qint64 row = from; row <= std::min(m_watchLast, endRow() - 1) && !m_watchBroken; ++row)
        m_watchBroken = m_active->row(int(row - screenTop())).touched;
    return m_watchBroken;
}

} // namespace Sandglass
