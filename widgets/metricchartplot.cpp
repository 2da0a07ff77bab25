// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/metricchartplot.h>
#include <widgets/metriccharttext.h>
#include <widgets/theme.h>

#include <QtCore/QDateTime>

#include <algorithm>
#include <cmath>
#include <limits>

namespace Sandglass {

namespace {

constexpr double lineWidth = 1.5;
constexpr float fillAlpha = 0.13F;
constexpr double endDotSize = 6;
constexpr int rightMargin = 14;
constexpr int topMargin = 6;
constexpr int bottomMargin = 20;
constexpr int leastLeftMargin = 42;
constexpr int labelGap = 8;

double seconds(qint64 milliseconds)
{
    return double(milliseconds) / 1000;
}

/// QCPGraph cuts at the edge of the scale, and with it half of a line at 100 % and of the dot at
/// its end.
class ChartLine final : public QCPGraph
{
public:
    using QCPGraph::QCPGraph;

protected:
    [[nodiscard]] QRect clipRect() const override
    {
        return QCPGraph::clipRect().adjusted(0, -4, 4, 1);
    }
};

} // namespace

/// Ticks at round times of the local clock.
class ClockTicker final : public QCPAxisTicker
{
public:
    void setStep(double step) { m_step = step; }

protected:
    double getTickStep(const QCPRange &) override { return m_step; }
    int getSubTickCount(double) override { return 0; }
    QString getTickLabel(double tick, const QLocale &, QChar, int) override
    {
        return QDateTime::fromSecsSinceEpoch(qint64(tick)).toString(u"HH:mm");
    }
    QVector<double> createTickVector(double step, const QCPRange &range) override
    {
        const auto zone = QDateTime::fromSecsSinceEpoch(qint64(range.upper)).offsetFromUtc();
        QVector<double> ticks;
        double tick = std::ceil((range.lower + zone) / step) * step - zone;
        for (; tick <= range.upper; tick += step)
            ticks.append(tick);
        return ticks;
    }

private:
    double m_step = 60;
};

MetricChartPlot::MetricChartPlot(QWidget *parent) : QCustomPlot(parent), m_clock(new ClockTicker)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    setNoAntialiasingOnDrag(false);
    setNotAntialiasedElements(QCP::aeAxes | QCP::aeGrid);
    setUpAxes();
    m_second = new ChartLine(xAxis, yAxis);
    m_line = new ChartLine(xAxis, yAxis);
    m_end = new ChartLine(xAxis, yAxis);
    m_end->setLineStyle(QCPGraph::lsNone);
    setUpCrosshair();
}

void MetricChartPlot::setUpAxes()
{
    axisRect()->setAutoMargins(QCP::msNone);
    xAxis->setTicker(m_clock);
    yAxis->setTicker(m_values);
    xAxis->grid()->setVisible(false);
    xAxis->setTickLengthOut(3);
    xAxis->setTickLengthIn(0);
    xAxis->setTickLabelPadding(3);
    xAxis->setSubTicks(false);
    yAxis->grid()->setZeroLinePen(Qt::NoPen);
    yAxis->setBasePen(Qt::NoPen);
    yAxis->setTickPen(Qt::NoPen);
    yAxis->setTickLength(0);
    yAxis->setTickLabelPadding(labelGap);
    yAxis->setSubTicks(false);
}

void MetricChartPlot::setUpCrosshair()
{
    using Position = QCPItemPosition;
    addLayer(QStringLiteral("crosshair"));
    m_overlay = layer(QStringLiteral("crosshair"));
    m_overlay->setMode(QCPLayer::lmBuffered); // it moves without drawing the samples again
    m_cross = new QCPItemLine(this);
    for (QCPItemPosition *end : {m_cross->start, m_cross->end}) {
        end->setTypeX(Position::ptPlotCoords);
        end->setTypeY(Position::ptAxisRectRatio);
    }
    m_cross->setAntialiased(false);
    m_crossDot = new QCPItemTracer(this);
    m_crossDot->setStyle(QCPItemTracer::tsCircle);
    m_crossDot->setSize(6);
    m_crossDot->position->setType(Position::ptPlotCoords);
    m_crossText = new QCPItemText(this);
    m_crossText->position->setType(Position::ptAbsolute);
    m_crossText->setPositionAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_crossText->setTextAlignment(Qt::AlignLeft);
    m_crossText->setPadding({6, 3, 6, 3});
    for (QCPAbstractItem *item :
         std::initializer_list<QCPAbstractItem *>{m_cross, m_crossDot, m_crossText}) {
        item->setLayer(m_overlay);
        item->setSelectable(false);
        item->setVisible(false);
        item->setClipToAxisRect(false);
    }
}

void MetricChartPlot::setTheme(const Theme &theme, int chartNumber, const QFont &tiny)
{
    const QColor color = theme.chart(chartNumber);
    QColor fill = color;
    fill.setAlphaF(fillAlpha);
    setBackground(QBrush(theme.color(ThemeRole::Base)));
    m_line->setPen(QPen(color, lineWidth, Qt::SolidLine, Qt::FlatCap, Qt::BevelJoin));
    m_line->setBrush(fill);
    QPen dashed(color, 1.25, Qt::CustomDashLine, Qt::FlatCap);
    dashed.setDashPattern({3, 2});
    m_second->setPen(dashed);
    m_end->setPen(QPen(color, 1));
    m_end->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, endDotSize));

    const QPen strong(theme.color(ThemeRole::LineStrong), 1);
    xAxis->setBasePen(strong);
    xAxis->setTickPen(strong);
    yAxis->grid()->setPen(QPen(theme.color(ThemeRole::Grid), 1));
    for (QCPAxis *axis : {xAxis, yAxis}) {
        axis->setTickLabelFont(tiny);
        axis->setTickLabelColor(theme.color(ThemeRole::TextMuted));
    }
    m_cross->setPen(strong);
    m_crossDot->setPen(QPen(color, lineWidth));
    m_crossDot->setBrush(theme.color(ThemeRole::Base));
    m_crossText->setFont(tiny);
    m_crossText->setColor(theme.color(ThemeRole::Text));
    m_crossText->setBrush(theme.color(ThemeRole::Raised));
    m_crossText->setPen(strong);
}

void MetricChartPlot::setTimeRange(qint64 from, qint64 to, int minutes)
{
    m_clock->setStep(minutes <= 5 ? 60 : minutes <= 15 ? 5 * 60 : 15 * 60);
    xAxis->setRange(seconds(from), seconds(to));
}

void MetricChartPlot::setValueRange(double top, ChartUnit unit)
{
    yAxis->setRange(0, top);
    m_values->clear();
    const QFontMetrics metrics(yAxis->tickLabelFont());
    int width = 0;
    for (const double value : {0.0, top / 2, top}) {
        const QString label = axisLabel(value, top, unit);
        m_values->addTick(value, label);
        width = std::max(width, metrics.horizontalAdvance(label));
    }
    const int left = std::max(leastLeftMargin, width + labelGap + 4);
    axisRect()->setMargins({left, topMargin + metrics.height() / 4, rightMargin,
                            std::max(bottomMargin, metrics.height() + 6)});
}

void MetricChartPlot::setPoints(std::span<const ChartPoint> points, int gapMilliseconds,
                                bool endDot)
{
    constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
    QVector<QCPGraphData> line;
    QVector<QCPGraphData> second;
    line.reserve(qsizetype(points.size()));
    qint64 previous = 0;
    for (const ChartPoint &point : points) {
        if (!line.isEmpty() && point.time - previous > gapMilliseconds) {
            line.append({seconds(previous) + 0.001, nothing});
            second.append({seconds(previous) + 0.001, nothing});
        }
        line.append({seconds(point.time), point.value});
        second.append({seconds(point.time), point.second});
        previous = point.time;
    }
    m_line->data()->set(line, true);
    m_second->data()->set(second, true);
    m_end->data()->clear();
    if (endDot && !points.empty() && std::isfinite(points.back().value))
        m_end->addData(seconds(points.back().time), points.back().value);
}

void MetricChartPlot::showCrosshair(qint64 time, double value, const QString &text)
{
    const double key = seconds(time);
    m_cross->start->setCoords(key, 0);
    m_cross->end->setCoords(key, 1);
    m_crossDot->position->setCoords(key, std::isfinite(value) ? value : 0);
    m_crossText->setText(text);
    m_cross->setVisible(true);
    m_crossDot->setVisible(std::isfinite(value));
    m_crossText->setVisible(true);
    placeCrosshairText(xOf(time));
    m_overlay->replot();
}

void MetricChartPlot::placeCrosshairText(int x)
{
    const QFontMetrics metrics(m_crossText->font());
    const QMargins padding = m_crossText->padding();
    const int width =
        metrics.size(0, m_crossText->text()).width() + padding.left() + padding.right() + 1;
    const QRect area = dataRect();
    // Beside the line, on the side that has the room, and always inside the plot.
    int left = x + 8;
    if (left + width > area.right())
        left = std::max(area.left() + 1, x - 8 - width);
    left = std::clamp(left, 1, std::max(1, this->width() - width - 1));
    m_crossText->position->setCoords(left, area.top() + 2);
}

void MetricChartPlot::hideCrosshair()
{
    m_cross->setVisible(false);
    m_crossDot->setVisible(false);
    m_crossText->setVisible(false);
    m_overlay->replot();
}

qint64 MetricChartPlot::timeAt(int x) const
{
    return qint64(xAxis->pixelToCoord(x) * 1000);
}

int MetricChartPlot::xOf(qint64 time) const
{
    return qRound(xAxis->coordToPixel(seconds(time)));
}

int MetricChartPlot::yOf(double value) const
{
    return qRound(yAxis->coordToPixel(value));
}

} // namespace Sandglass
