// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGui/QBrush>
#include <QtGui/QColor>
#include <QtGui/QPen>

#include <span>

class QPainter;
class QRectF;

namespace Sandglass {

class Theme;

/// What a sparkline is drawn with: made once for a theme, so that painting a cell allocates
/// nothing.
struct SparklineInk {
    QPen line;
    QPen over;    ///< the part at or over the limit
    QPen nothing; ///< dashed baseline: no sample yet
    QBrush fill;
    QBrush dot;
    QBrush overDot;
    QColor baseline;

    /// In the chart colour of the given number (Theme::chart).
    [[nodiscard]] static SparklineInk of(const Theme &theme, int chartNumber);
};

enum class SparklineEnd {
    Dot,  ///< the last value is current: it gets a dot
    Open, ///< the sandbox is changing: the line just ends
};

/// Points that fit: the last hour, one a minute. Of longer series the newest points are drawn.
inline constexpr int sparklinePoints = 60;
/// Whether a percentage is at or over the limit of what is drawn.
using SparklineLimit = bool (*)(double percent);

/// Draws percentages on a fixed scale of 0 to 100, the newest at the right, one slot a minute; NaN
/// leaves a gap. The baseline is the lowest device pixel row of the box. Leaves the painter's pen
/// and brush changed.
void paintSparkline(QPainter *painter, const QRectF &box, std::span<const float> values,
                    SparklineLimit isOver, SparklineEnd end, const SparklineInk &ink);
/// The dashed baseline of a sandbox that has not been measured yet.
void paintEmptySparkline(QPainter *painter, const QRectF &box, const SparklineInk &ink);

} // namespace Sandglass
