// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/celldelegate.h>

namespace Sandglass {

/// Time left: a bar that shrinks, the value, and the sign of what happens at the end (pause or
/// kill). Amber in the last five minutes.
class TimeLeftDelegate final : public CellDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TimeLeftDelegate)

public:
    using CellDelegate::CellDelegate;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

    /// From here on the time left is a warning.
    static constexpr int lowSeconds = 5 * 60;

protected:
    void paintCell(QPainter *painter, const CellArea &area, const CellRow &row,
                   const QModelIndex &index) const override;

private:
    void paintBar(QPainter *painter, const QRect &box, double fraction, bool low,
                  Qt::LayoutDirection direction) const;
};

} // namespace Sandglass
