// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <terminal/terminaltext.h>

#include <optional>

namespace Sandglass {

enum class SelectionUnit { Character, Word, Line };

/// What the user has marked. Holds through scrolling output; the grid it looks at is borrowed and
/// must outlive it. Ends when the marked text itself changes (TerminalSurface sees to that).
class TerminalSelection final
{
public:
    explicit TerminalSelection(TerminalGrid &grid) : m_grid(grid) {}

    void start(TerminalPoint point, SelectionUnit unit);
    /// Moves the end that is being dragged; the unit it began with is kept whole.
    void extendTo(TerminalPoint point);
    void select(TerminalSpan span);
    void selectAll();
    void clear();

    [[nodiscard]] bool isEmpty() const { return !m_span || m_span->isEmpty(); }
    [[nodiscard]] TerminalSpan span() const { return m_span.value_or(TerminalSpan{}); }
    /// The marked columns [from, to) of a row; equal when there are none.
    [[nodiscard]] std::pair<int, int> columnsOf(qint64 row) const;
    [[nodiscard]] QString text() const;

private:
    [[nodiscard]] TerminalSpan unitAt(TerminalPoint point) const;
    [[nodiscard]] TerminalSpan wordAt(TerminalPoint point) const;
    [[nodiscard]] TerminalSpan lineAt(TerminalPoint point) const;
    [[nodiscard]] TerminalPoint snapped(TerminalPoint point) const;
    void setSpan(TerminalSpan span);

    TerminalGrid &m_grid;
    SelectionUnit m_unit = SelectionUnit::Character;
    TerminalSpan m_origin; ///< the unit that the selection began with
    std::optional<TerminalSpan> m_span;
};

} // namespace Sandglass
