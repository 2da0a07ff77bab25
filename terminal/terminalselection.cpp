// SPDX-License-Identifier: GPL-3.0-or-later
#include <terminal/terminalselection.h>

#include <algorithm>

namespace Sandglass {

namespace {

// A path, an address or an option is one word.
bool isWordCode(char32_t code)
{
    if (code == 0)
        return false;
    if (code >= 0x80)
        return code >= TerminalCell::clusterFlag || QChar::isLetterOrNumber(code) ||
               QChar::isMark(code) || QChar::isSurrogate(code);
    return QChar::isLetterOrNumber(code) ||
           QStringView(u"-_./~:?&=%+#@").contains(QChar(char16_t(code)));
}

bool isWord(const TerminalRow &row, int column)
{
    if (column < 0 || column >= int(row.cells.size()))
        return false;
    const TerminalCell &cell = row.cells[std::size_t(column)];
    return cell.width == 0 ? isWord(row, column - 1) : isWordCode(cell.code);
}

} // namespace

void TerminalSelection::start(TerminalPoint point, SelectionUnit unit)
{
    m_unit = unit;
    m_origin = unitAt(point);
    setSpan(m_origin);
}

void TerminalSelection::extendTo(TerminalPoint point)
{
    if (!m_span)
        return;
    const TerminalSpan unit = unitAt(point);
    setSpan({std::min(m_origin.begin, unit.begin), std::max(m_origin.end, unit.end)});
}

void TerminalSelection::select(TerminalSpan span)
{
    m_unit = SelectionUnit::Character;
    m_origin = span;
    setSpan(span);
}

void TerminalSelection::selectAll()
{
    select({{m_grid.firstRow(), 0}, {m_grid.endRow() - 1, m_grid.columns()}});
}

void TerminalSelection::clear()
{
    m_span.reset();
    m_grid.endWatch();
}

void TerminalSelection::setSpan(TerminalSpan span)
{
    m_span = span;
    m_grid.watch(span.begin.row, span.end.row);
}

std::pair<int, int> TerminalSelection::columnsOf(qint64 row) const
{
    if (!m_span || isEmpty() || row < m_span->begin.row || row > m_span->end.row)
        return {0, 0};
    const int from = row == m_span->begin.row ? m_span->begin.column : 0;
    const int to = row == m_span->end.row ? m_span->end.column : m_grid.columns();
    return {from, std::max(from, to)};
}

QString TerminalSelection::text() const
{
    return m_span && !isEmpty() ? terminalText(m_grid, *m_span) : QString();
}

TerminalSpan TerminalSelection::unitAt(TerminalPoint point) const
{
    point.row = std::clamp(point.row, m_grid.firstRow(), m_grid.endRow() - 1);
    point.column = std::clamp(point.column, 0, m_grid.columns());
    switch (m_unit) {
    case SelectionUnit::Word:
        return wordAt(point);
    case SelectionUnit::Line:
        return lineAt(point);
    case SelectionUnit::Character:
        break;
    }
    return {snapped(point), snapped(point)};
}

// Not between the halves of a wide character.
TerminalPoint TerminalSelection::snapped(TerminalPoint point) const
{
    const TerminalRow row = m_grid.row(point.row);
    if (point.column < int(row.cells.size()) && row.cells[std::size_t(point.column)].width == 0)
        --point.column;
    return point;
}

TerminalSpan TerminalSelection::wordAt(TerminalPoint point) const
{
    const int columns = m_grid.columns();
    point.column = std::min(point.column, columns - 1);
    if (!isWord(m_grid.row(point.row), point.column)) {
        const TerminalPoint begin = snapped(point);
        const TerminalRow row = m_grid.row(point.row);
        const bool wide =
            begin.column < int(row.cells.size()) && row.cells[std::size_t(begin.column)].width == 2;
        return {begin, {begin.row, begin.column + (wide ? 2 : 1)}};
    }
    TerminalPoint begin = point;
    for (;;) {
        TerminalPoint before{begin.row, begin.column - 1};
        if (begin.column == 0 && m_grid.row(begin.row).continued && begin.row > m_grid.firstRow())
            before = {begin.row - 1, columns - 1};
        if (!isWord(m_grid.row(before.row), before.column))
            break;
        begin = before;
    }
    TerminalPoint end = point;
    for (;;) {
        TerminalPoint after{end.row, end.column + 1};
        if (after.column == columns && m_grid.row(end.row + 1).continued)
            after = {end.row + 1, 0};
        if (!isWord(m_grid.row(after.row), after.column))
            break;
        end = after;
    }
    return {begin, {end.row, end.column + 1}};
}

TerminalSpan TerminalSelection::lineAt(TerminalPoint point) const
{
    qint64 first = point.row;
    while (first > m_grid.firstRow() && m_grid.row(first).continued)
        --first;
    qint64 last = point.row;
    while (last + 1 < m_grid.endRow() && m_grid.row(last + 1).continued)
        ++last;
    return {{first, 0}, {last, m_grid.columns()}};
}

} // namespace Sandglass
