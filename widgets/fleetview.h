// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <models/fleetroles.h>
#include <widgets/fleetviewlook.h>

#include <QtCore/QRect>
#include <QtCore/QStringList>
#include <QtWidgets/QTableView>

#include <optional>

class QMenu;

namespace Sandglass {

class FleetViewHeader;

/// The table of sandboxes. Shows any model with the columns and roles of models/fleetroles.h,
/// changes nothing by itself and says by signals what the user wants. Selection and current row
/// belong to keys, not to row numbers: they survive sorting and model resets. GUI thread.
class FleetView final : public QTableView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FleetView)

public:
    explicit FleetView(QWidget *parent = nullptr);
    ~FleetView() override;

    /// Borrowed. With a proxy that sorts, a click on a header sorts by it.
    void setModel(QAbstractItemModel *model) override;

    /// Keys of the selected rows, in the order shown.
    [[nodiscard]] QStringList selectedKeys() const;
    /// Key of the row with the focus; empty without one.
    [[nodiscard]] QString currentKey() const;
    /// Makes a row current, selects only it and scrolls to it. False if no row has the key.
    bool selectKey(const QString &key);
    /// The row's rectangle on the screen, for a popover at it; empty if no row has the key.
    [[nodiscard]] QRect rowRect(const QString &key) const;

    /// True while the pointer is over the rows, a mouse button is down or a menu of a row is open:
    /// rows must not move then (FleetFilterModel::setOrderHeld).
    [[nodiscard]] bool isOrderHeld() const { return m_orderHeld; }

    /// `t`, `e`, `n`, `g` and `G` act only while this is on (WCAG 2.1.4).
    void setSingleLetterKeys(bool on) { m_singleLetterKeys = on; }

    /// Order, widths and visibility of the columns and the sorting. An unknown or damaged state
    /// changes nothing.
    [[nodiscard]] QByteArray saveState() const;
    bool restoreState(const QByteArray &state);
    void resetColumns();
    /// Adds what the header's menu offers, so that it can be reached without a mouse.
    void addColumnActions(QMenu *menu);

    /// One sentence about a row for a screen reader: every visible column with its name and value.
    [[nodiscard]] QString rowText(const QModelIndex &index) const;

Q_SIGNALS:
    void openRequested(const QString &key);
    void terminalRequested(const QString &key);
    void extendRequested(const QStringList &keys);
    void resumeRequested(const QStringList &keys);
    /// `anchor` is the row in global coordinates: where a popover belongs.
    void killRequested(const QStringList &keys, const QRect &anchor);
    void dismissRequested(const QStringList &keys);
    void copyIdRequested(const QStringList &sandboxIds);
    /// A term that FleetFilterModel understands, as "template:base".
    void filterRequested(const QString &term);
    void orderHoldChanged(bool held);
    void currentKeyChanged(const QString &key);
    void selectedKeysChanged(const QStringList &keys);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyboardSearch(const QString &search) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(const QItemSelection &selected,
                          const QItemSelection &deselected) override;

private:
    enum class RowAct { Terminal, Extend, Resume, Kill, Dismiss };

    void setUpDelegates();
    void setUpHeader();
    void followModel();
    void updateLook();
    void updateRowHeight();

    void paintGrounds(QPainter *painter, const QRect &dirty);
    void paintOverlay(QPainter *painter, const QRect &dirty);
    void updateRow(int row);
    void setHoverRow(int row);
    void followPointer();
    void updateOrderHold();

    void keepKeys();
    void restoreKeys();
    void announceKeys();
    [[nodiscard]] int rowOfKey(const QString &key) const;
    [[nodiscard]] QModelIndex keyIndex(int row) const;
    [[nodiscard]] QRect globalRowRect(const QModelIndex &index) const;

    bool pressLetter(const QKeyEvent &event);
    bool pressCommand(const QKeyEvent &event);
    void selectNextAtRisk();
    void open(const QModelIndex &index);
    void openMenu(const QModelIndex &index, const QPoint &position);
    [[nodiscard]] QStringList keysFor(RowAct act) const;
    void request(RowAct act);
    void copyIds();
    void fillMenu(QMenu *menu, const QModelIndex &index);
    void fillFilterMenu(QMenu *menu, const QModelIndex &index);

    FleetLook m_look; // before the delegates: they read it
    FleetViewHeader *m_header = nullptr;
    std::optional<QPoint> m_pointer; ///< over the viewport
    int m_hoverRow = -1;
    bool m_pressed = false;
    bool m_menuOpen = false;
    bool m_orderHeld = false;
    bool m_singleLetterKeys = true;
    bool m_resetting = false;
    QStringList m_keptSelection;
    QString m_keptCurrent;
    int m_keptScroll = 0;
    QString m_announcedCurrent;
    QStringList m_announcedSelection;
};

/// The filter term for the value of a cell, as "state:running"; empty where there is none.
[[nodiscard]] QString filterTermOf(const QModelIndex &index);

} // namespace Sandglass
