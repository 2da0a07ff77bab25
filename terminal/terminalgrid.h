// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <terminal/terminalclusters.h>
#include <terminal/terminalhistory.h>
#include <terminal/terminalreflow.h>
#include <terminal/terminalscreen.h>

#include <vector>

namespace Sandglass {

/// Cells of the screen; rows top <= r < bottom, columns left <= c < right.
struct TerminalArea {
    int top = 0;
    int bottom = 0;
    int left = 0;
    int right = 0;
};

/// Screen rows [first, last].
struct TerminalRowRange {
    int first = 0;
    int last = 0;
    [[nodiscard]] bool operator==(const TerminalRowRange &) const = default;
};

/// Everything there is to see: main screen, alternate screen, scrollback, and which rows changed.
/// Rows have absolute numbers that hold while output scrolls: the screen's first row is
/// screenTop(), the oldest one kept firstRow(). The alternate screen has no scrollback. Positions
/// that come from outside are clipped here, so that no caller has to.
class TerminalGrid final
{
public:
    TerminalGrid(int rows, int columns, TerminalLimits limits = {});

    [[nodiscard]] int rows() const { return m_active->rows(); }
    [[nodiscard]] int columns() const { return m_active->columns(); }
    [[nodiscard]] bool isAlternate() const { return m_active == &m_alternate; }
    [[nodiscard]] qint64 firstRow() const
    {
        return isAlternate() ? screenTop() : m_history.firstRow();
    }
    [[nodiscard]] qint64 screenTop() const { return m_history.endRow(); }
    [[nodiscard]] qint64 endRow() const { return screenTop() + rows(); }
    /// Any number is allowed; outside [firstRow(), endRow()) the row is empty.
    [[nodiscard]] TerminalRow row(qint64 number) const;
    [[nodiscard]] const TerminalClusters &clusters() const { return m_clusters; }
    [[nodiscard]] TerminalClusters &clusters() { return m_clusters; }
    [[nodiscard]] const TerminalHistory &history() const { return m_history; }

    /// Writes a character with the colours and attributes of `pen`. Hot.
    void put(int row, int column, char32_t code, quint8 width, const TerminalCell &pen)
    {
        if (unsigned(row) >= unsigned(rows()) || unsigned(column) >= unsigned(columns()))
            return;
        if (row != m_hotRow) [[unlikely]] {
            m_hotRow = row;
            m_hot = &m_active->row(row);
            m_hot->touched = true;
            m_damage[std::size_t(row)] = true;
        }
        m_active->put(*m_hot, column, code, width, pen);
    }
    /// Says whether a row goes on with the one above.
    void setContinued(int row, bool continued);
    [[nodiscard]] bool isContinued(int row) const;
    void erase(TerminalArea area, TerminalColor ground, bool sparing);
    /// Moves what is in the area up and to the left (negative: down, right); what comes free is
    /// blank.
    void scroll(TerminalArea area, int up, int left, TerminalColor ground);
    void setAlternate(bool alternate);
    void clearHistory();
    /// Lays the main screen out anew; gives the place of its cursor. The alternate one is cut or
    /// filled up.
    [[nodiscard]] TerminalPosition resize(int rows, int columns, TerminalPosition mainCursor);

    void markDamaged(int row);
    void markAllDamaged();
    /// What changed since the last call, in order, apart from each other.
    [[nodiscard]] std::vector<TerminalRowRange> takeDamage();

    /// Watches absolute rows [first, last] for a change of their text or number.
    void watch(qint64 first, qint64 last);
    void endWatch() { m_watching = false; }
    /// True from the first such change on, until watch() is called again.
    [[nodiscard]] bool isWatchBroken();

private:
    void scrollRows(int top, int bottom, int up, TerminalColor ground);
    void keepScrolledOff(int count, int bottom);
    void scrollBlock(TerminalArea area, int up, TerminalColor ground);
    [[nodiscard]] bool isWatched(qint64 first, qint64 last) const
    {
        return m_watching && first <= m_watchLast && last >= m_watchFirst;
    }

    TerminalHistory m_history;
    TerminalClusters m_clusters;
    TerminalScreen m_main;
    TerminalScreen m_alternate;
    TerminalScreen *m_active = &m_main;
    std::vector<quint8> m_damage; ///< one per screen row
    /// The row written last, already marked as changed; -1 once rows moved or marks were taken.
    int m_hotRow = -1;
    TerminalScreen::Row *m_hot = nullptr;
    bool m_watching = false;
    bool m_watchBroken = false;
    qint64 m_watchFirst = 0;
    qint64 m_watchLast = 0;

    Q_DISABLE_COPY_MOVE(TerminalGrid)
};

} // namespace Sandglass
