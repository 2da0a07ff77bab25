// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/sparkline.h>
#include <widgets/theme.h>

#include <QtCore/QRectF>
#include <QtGui/QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace Sandglass {

namespace {

constexpr qreal stroke = 1.25;
constexpr qreal overStroke = 2;
constexpr qreal dotDiameter = 3.8;
constexpr qreal fillAlpha = 0.16;

QPen linePen(const QColor &color, qreal width)
{
    return {color, width, Qt::SolidLine, Qt::FlatCap, Qt::BevelJoin};
}

qreal devicePixel(const QPainter *painter)
{
    return 1 / std::max<qreal>(1, painter->device()->devicePixelRatio());
}

/// One unbroken stretch of points, kept on the stack together with the two corners that close its
/// fill.
class Run final
{
public:
    explicit Run(qreal baseline) : m_baseline(baseline) {}

    void add(QPointF point, bool over)
    {
        m_points[m_size] = point;
        m_over[m_size] = over;
        ++m_size;
    }

    void flush(QPainter *painter, const SparklineInk &ink)
    {
        if (m_size > 1) {
            fill(painter, ink);
            strokeParts(painter, ink);
        } else if (m_size == 1) {
            // A lone minute between two gaps: a mark as wide as the stroke.
            painter->setPen(m_over[0] ? ink.over : ink.line);
            painter->drawPoint(m_points[0]);
        }
        m_size = 0;
    }

private:
    void fill(QPainter *painter, const SparklineInk &ink)
    {
        m_points[m_size] = {m_points[m_size - 1].x(), m_baseline};
        m_points[m_size + 1] = {m_points[0].x(), m_baseline};
        painter->setPen(Qt::NoPen);
        painter->setBrush(ink.fill);
        painter->drawPolygon(m_points.data(), int(m_size) + 2);
        painter->setBrush(Qt::NoBrush);
    }

    /// A segment belongs to the limit's part when both of its ends do.
    void strokeParts(QPainter *painter, const SparklineInk &ink)
    {
        std::size_t first = 0;
        while (first + 1 < m_size) {
            const bool over = m_over[first] && m_over[first + 1];
            std::size_t last = first + 1;
            while (last + 1 < m_size && (m_over[last] && m_over[last + 1]) == over)
                ++last;
            painter->setPen(over ? ink.over : ink.line);
            painter->drawPolyline(m_points.data() + first, int(last - first) + 1);
            first = last;
        }
    }

    std::array<QPointF, sparklinePoints + 2> m_points;
    std::array<bool, sparklinePoints> m_over{};
    std::size_t m_size = 0;
    qreal m_baseline;
};

} // namespace

SparklineInk SparklineInk::of(const Theme &theme, int chartNumber)
{
    const QColor color = theme.chart(chartNumber);
    const QColor danger = theme.color(ThemeRole::Danger);
    QColor fill = color;
    fill.setAlphaF(float(fillAlpha));
    SparklineInk ink;
    ink.line = linePen(color, stroke);
    ink.over = linePen(danger, overStroke);
    ink.nothing = QPen(theme.color(ThemeRole::TextMuted), 1, Qt::CustomDashLine, Qt::FlatCap);
    ink.nothing.setDashPattern({3, 3});
    ink.fill = fill;
    ink.dot = color;
    ink.overDot = danger;
    ink.baseline = theme.color(ThemeRole::Line);
    return ink;
}

void paintSparkline(QPainter *painter, const QRectF &box, std::span<const float> values,
                    SparklineLimit isOver, SparklineEnd end, const SparklineInk &ink)
{
    if (values.size() > sparklinePoints)
        values = values.last(sparklinePoints);
    const qreal pixel = devicePixel(painter);
    const qreal baseline = box.bottom() - pixel;
    painter->fillRect(QRectF(box.left(), baseline, box.width(), pixel), ink.baseline);
    painter->setRenderHint(QPainter::Antialiasing, true);
    const qreal step = box.width() / (sparklinePoints - 1);
    const qreal scale = (box.height() - 1 - pixel) / 100;
    Run run(baseline);
    QPointF last;
    bool lastOver = false;
    bool lastValid = false;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double value = double(values[i]);
        lastValid = std::isfinite(value);
        if (!lastValid) {
            run.flush(painter, ink);
            continue;
        }
        lastOver = isOver(value);
        last = {box.right() - step * qreal(values.size() - 1 - i),
                baseline - std::clamp(value, 0.0, 100.0) * scale};
        run.add(last, lastOver);
    }
    run.flush(painter, ink);
    if (lastValid && end == SparklineEnd::Dot) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(lastOver ? ink.overDot : ink.dot);
        painter->drawEllipse(last, dotDiameter / 2, dotDiameter / 2);
        painter->setBrush(Qt::NoBrush);
    }
    painter->setRenderHint(QPainter::Antialiasing, false);
}

void paintEmptySparkline(QPainter *painter, const QRectF &box, const SparklineInk &ink)
{
    const qreal pixel = devicePixel(painter);
    const qreal y = box.bottom() - pixel / 2;
    painter->setPen(ink.nothing);
    painter->drawLine(QPointF(box.left(), y), QPointF(box.right(), y));
}

} // namespace Sandglass
