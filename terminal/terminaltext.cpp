// SPDX-License-Identifier: GPL-3.0-or-later
#include <terminal/terminaltext.h>

#include <algorithm>

namespace Sandglass {

namespace {

void appendCells(QString &text, const TerminalGrid &grid, qint64 row, int from, int to, bool whole)
{
    const TerminalRow cells = grid.row(row);
    int end = std::min(to, int(cells.cells.size()));
    while (!whole && end > from && cells.cells[std::size_t(end - 1)].code == 0 &&
           cells.cells[std::size_t(end - 1)].width == 1)
        --end;
    for (int column = std::max(from, 0); column < end; ++column) {
        const TerminalCell &cell = cells.cells[std::size_t(column)];
        if (cell.width == 0)
            continue;
        if (cell.code == 0)
            text.append(u' ');
        else
            grid.clusters().appendTo(text, cell);
    }
}

} // namespace

QString terminalRowText(const TerminalGrid &grid, qint64 row, int from, int to)
{
    QString text;
    appendCells(text, grid, row, from, to, false);
    return text;
}

QString terminalText(const TerminalGrid &grid, TerminalSpan span)
{
    QString text;
    const qint64 first = std::max(span.begin.row, grid.firstRow());
    const qint64 last = std::min(span.end.row, grid.endRow() - 1);
    for (qint64 row = first; row <= last; ++row) {
        const int from = row == span.begin.row ? span.begin.column : 0;
        const int to = row == span.end.row ? span.end.column : grid.columns();
        const bool joins = row < last && grid.row(row + 1).continued;
        appendCells(text, grid, row, from, to, joins);
        if (row < last && !joins)
            text.append(u'\n');
    }
    return text;
}

} // namespace Sandglass
