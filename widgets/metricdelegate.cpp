// SPDX-License-Identifier: GPL-3.0-or-later
#include <models/fleettext.h>
#include <widgets/metricdelegate.h>

#include <QtCore/QList>
#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>

namespace Sandglass {

namespace {

constexpr int numberWidth = 34;
constexpr int gap = 6;
constexpr int lineWidth = 68;
constexpr int lineHeight = 14;
bool cpuIsOver(double percent)
{
    return isOverLimit(percent, MetricMember::Cpu);
}
bool memoryIsOver(double percent)
{
    return isOverLimit(percent, MetricMember::Memory);
}

bool hasPoints(const QList<float> &series)
{
    return std::ranges::any_of(series, [](float value) { return std::isfinite(value); });
}

} // namespace

MetricDelegate::MetricDelegate(Metric metric, const FleetLook *look, QObject *parent)
    : CellDelegate(look, parent),
      m_metric(metric)
{
}

QSize MetricDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {look().px(2 * cellPadding + numberWidth + gap + lineWidth) + 1,
            CellDelegate::sizeHint(option, index).height()};
}

void MetricDelegate::paintCell(QPainter *painter, const CellArea &area, const CellRow &row,
                               const QModelIndex &index) const
{
    if (row.state == FleetState::Gone)
        return;
    const auto nothing = NoValue(index.data(NoValueRole).toInt());
    if (nothing == NoValue::NotReported) {
        painter->setFont(look().small);
        painter->setPen(look().muted);
        drawText(painter, area, area.content, index.data().toString());
        return;
    }
    // Without a sample the dashed line alone says so; the words are in the tooltip.
    if (nothing != NoValue::NoSample)
        paintNumber(painter, area, nothing, index);
    if (nothing != NoValue::Paused)
        paintSeries(painter, area, nothing, index);
}

void MetricDelegate::paintNumber(QPainter *painter, const CellArea &area, NoValue nothing,
                                 const QModelIndex &index) const
{
    if (nothing != NoValue::None) {
        painter->setPen(look().muted);
    } else if (index.data(OverLimitRole).toBool()) {
        painter->setFont(look().strong);
        painter->setPen(look().danger);
    }
    // Values are never cut: "100 %" may use the padding at its left.
    const QRect box = numberBox(area).adjusted(-look().px(cellPadding), 0, 0, 0);
    const auto flags = (area.aligned(Qt::AlignRight) | Qt::AlignVCenter).toInt();
    painter->drawText(area.visual(box), int(flags) | Qt::TextSingleLine | Qt::TextDontClip,
                      index.data().toString());
}

void MetricDelegate::paintSeries(QPainter *painter, const CellArea &area, NoValue nothing,
                                 const QModelIndex &index) const
{
    // A chart's time runs from left to right in every language; only its place is mirrored.
    const QRectF box = area.visual(lineBox(area));
    const auto series = index.data(SeriesRole).value<QList<float>>();
    const bool changing = nothing == NoValue::Transition;
    if (hasPoints(series)) {
        paintSparkline(painter, box, series, m_metric == Metric::Cpu ? cpuIsOver : memoryIsOver,
                       changing ? SparklineEnd::Open : SparklineEnd::Dot, ink());
    } else if (changing || nothing == NoValue::NoSample) {
        paintEmptySparkline(painter, box, ink());
    }
}

QRect MetricDelegate::numberBox(const CellArea &area) const
{
    return {area.content.left(), area.content.top(), look().px(numberWidth), area.content.height()};
}

QRect MetricDelegate::lineBox(const CellArea &area) const
{
    const int height = look().px(lineHeight) + 1; // and the baseline under it
    const int top = area.content.top() + (area.content.height() - height + 1) / 2;
    return {area.content.left() + look().px(numberWidth + gap), top, look().px(lineWidth), height};
}

const SparklineInk &MetricDelegate::ink() const
{
    return m_metric == Metric::Cpu ? look().cpu : look().memory;
}

} // namespace Sandglass
