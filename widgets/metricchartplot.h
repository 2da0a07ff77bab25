// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/metricchart.h>
#include <widgets/metricchartqcp.h>

namespace Sandglass {

class ClockTicker;
class Theme;

/// The plotting area of a MetricChart: axes, line, fill and crosshair. Draws only when told to.
/// Takes no input.
class MetricChartPlot final : public QCustomPlot
{
    Q_DISABLE_COPY_MOVE(MetricChartPlot)

public:
    explicit MetricChartPlot(QWidget *parent);

    void setTheme(const Theme &theme, int chartNumber, const QFont &tiny);
    /// Milliseconds since 1970.
    void setTimeRange(qint64 from, qint64 to, int minutes);
    void setValueRange(double top, ChartUnit unit);
    void setPoints(std::span<const ChartPoint> points, int gapMilliseconds, bool endDot);

    /// Puts the crosshair on a time, with a dot where there is a value; NaN draws none. Replots
    /// only its layer.
    void showCrosshair(qint64 time, double value, const QString &text);
    void hideCrosshair();

    [[nodiscard]] qint64 timeAt(int x) const;
    [[nodiscard]] int xOf(qint64 time) const;
    [[nodiscard]] int yOf(double value) const;
    /// Where the data is drawn, in this widget's coordinates.
    [[nodiscard]] QRect dataRect() const { return axisRect()->rect(); }

private:
    void setUpAxes();
    void setUpCrosshair();
    void placeCrosshairText(int x);

    QSharedPointer<ClockTicker> m_clock;
    QSharedPointer<QCPAxisTickerText> m_values{new QCPAxisTickerText};
    // All of these belong to the plot.
    QCPGraph *m_second = nullptr;
    QCPGraph *m_line = nullptr;
    QCPGraph *m_end = nullptr;
    QCPLayer *m_overlay = nullptr;
    QCPItemLine *m_cross = nullptr;
    QCPItemTracer *m_crossDot = nullptr;
    QCPItemText *m_crossText = nullptr;
};

} // namespace Sandglass
