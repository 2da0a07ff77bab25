// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <models/fleetroles.h>
#include <widgets/fleetviewlook.h>

#include <QtWidgets/QStyledItemDelegate>

namespace Sandglass {

/// What a cell's painter needs to know of its row, read once per cell.
struct CellRow {
    FleetState state = FleetState::Unknown;
    bool stale = false; ///< what is shown is older than it should be
    bool atRisk = false;

    /// Gone and stale rows step back: all of their text is muted.
    [[nodiscard]] bool isMuted() const { return stale || state == FleetState::Gone; }
};

/// One painted cell: its rectangle without the padding, in the order left to right of the design;
/// `visual()` turns it around where the layout runs from right to left.
struct CellArea {
    QRect content;
    Qt::LayoutDirection direction = Qt::LeftToRight;

    [[nodiscard]] QRect visual(const QRect &logical) const;
    [[nodiscard]] Qt::Alignment aligned(Qt::Alignment alignment) const;
};

/// Base of the fleet table's delegates: text, elision and tooltips. The ground of a row (selection,
/// hover, focus) is the view's, so that it runs through from edge to edge.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CellDelegate)

public:
    /// `look` is borrowed from the view and stays valid while it changes with theme and font.
    CellDelegate(const FleetLook *look, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const final;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) final;

    /// What QToolTip gets for a cell: the model's text, or all of the cell when it shows only a
    /// part.
    [[nodiscard]] QString cellToolTip(const QStyleOptionViewItem &option,
                                      const QModelIndex &index) const;

protected:
    virtual void paintCell(QPainter *painter, const CellArea &area, const CellRow &row,
                           const QModelIndex &index) const = 0;
    /// The text of the cell, whole.
    [[nodiscard]] virtual QString wholeText(const QModelIndex &index) const;
    /// What the cell shows beside its text, in pixels.
    [[nodiscard]] virtual int indent(const QModelIndex &index) const;
    [[nodiscard]] virtual const QFont &cellFont(const CellRow &row) const;

    [[nodiscard]] const FleetLook &look() const { return *m_look; }
    [[nodiscard]] CellArea areaOf(const QStyleOptionViewItem &option,
                                  const QModelIndex &index) const;
    [[nodiscard]] static CellRow rowOf(const QModelIndex &index);
    [[nodiscard]] const QPen &textPen(const CellRow &row) const;
    /// Draws one line, elided at the given side where it does not fit.
    void drawText(QPainter *painter, const CellArea &area, const QRect &logical,
                  const QString &text, Qt::Alignment alignment = Qt::AlignLeft,
                  Qt::TextElideMode elide = Qt::ElideRight) const;

private:
    const FleetLook *m_look;
};

} // namespace Sandglass
