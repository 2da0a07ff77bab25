// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <terminal/terminalmachine.h>
#include <terminal/terminaltext.h>

#include <QtCore/QStringList>

namespace Sandglass {

/// The rows of the screen as text, blank ones at the end left out.
inline QString printedScreen(const TerminalGrid &grid)
{
    QStringList rows;
    for (qint64 row = grid.screenTop(); row < grid.endRow(); ++row)
        rows.append(terminalRowText(grid, row, 0, grid.columns()));
    while (!rows.isEmpty() && rows.last().isEmpty())
        rows.removeLast();
    return rows.join(u'\n');
}

/// Scrollback and screen as lines, however they are wrapped.
inline QString printedLines(const TerminalGrid &grid)
{
    QString text = terminalText(grid, {{grid.firstRow(), 0}, {grid.endRow() - 1, grid.columns()}});
    while (text.endsWith(u'\n'))
        text.chop(1);
    return text;
}

/// Every cell with its colours and attributes, the cursor and the modes: equal for equal screens.
inline QString printedState(const TerminalMachine &machine)
{
    const TerminalGrid &grid = machine.grid();
    QString text;
    for (qint64 row = grid.firstRow(); row < grid.endRow(); ++row) {
        const TerminalRow cells = grid.row(row);
        text += cells.continued ? u'+' : u'|';
        qsizetype size = qsizetype(cells.cells.size());
        while (size > 0 && cells.cells[std::size_t(size - 1)] == TerminalCell())
            --size;
        for (const TerminalCell &cell : cells.cells.first(std::size_t(size))) {
            QString character;
            grid.clusters().appendTo(character, cell);
            text += QStringLiteral("%1/%2/%3,%4/%5,%6/%7 ")
                        .arg(character)
                        .arg(cell.width)
                        .arg(int(cell.foreground.kind()))
                        .arg(cell.foreground.rgb(), 0, 16)
                        .arg(int(cell.background.kind()))
                        .arg(cell.background.rgb(), 0, 16)
                        .arg(cell.attributes, 0, 16);
        }
        text += u'\n';
    }
    const TerminalModes &modes = machine.modes();
    return text +
           QStringLiteral("cursor %1,%2 shape %3 mouse %4 flags %5%6%7%8 alternate %9 title ")
               .arg(machine.cursor().row)
               .arg(machine.cursor().column)
               .arg(int(modes.cursorShape))
               .arg(int(modes.mouse))
               .arg(modes.cursorVisible)
               .arg(modes.cursorBlinks)
               .arg(modes.reversed)
               .arg(modes.focusReports)
               .arg(grid.isAlternate()) +
           QString::fromUtf8(machine.title());
}

/// Takes in everything, however often the machine wants a rest.
inline void feedAll(TerminalMachine &machine, QByteArrayView bytes)
{
    while (!bytes.isEmpty())
        bytes = bytes.sliced(machine.feed(bytes));
}

} // namespace Sandglass
