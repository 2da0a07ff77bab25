// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/celldelegate.h>

namespace Sandglass {

/// A percentage and its last hour. The percent signs of all rows end on one x, and four kinds of
/// nothing look different: "·" paused, "–" changing, "not reported", and a dashed baseline where no
/// sample has come yet.
class MetricDelegate final : public CellDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MetricDelegate)

public:
    enum class Metric { Cpu, Memory };

    MetricDelegate(Metric metric, const FleetLook *look, QObject *parent);
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

protected:
    void paintCell(QPainter *painter, const CellArea &area, const CellRow &row,
                   const QModelIndex &index) const override;

private:
    void paintNumber(QPainter *painter, const CellArea &area, NoValue nothing,
                     const QModelIndex &index) const;
    void paintSeries(QPainter *painter, const CellArea &area, NoValue nothing,
                     const QModelIndex &index) const;
    [[nodiscard]] QRect numberBox(const CellArea &area) const;
    [[nodiscard]] QRect lineBox(const CellArea &area) const;
    [[nodiscard]] const SparklineInk &ink() const;

    Metric m_metric;
};

} // namespace Sandglass
