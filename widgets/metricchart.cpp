// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/fonts.h>
#include <widgets/metricchart.h>
#include <widgets/metricchartplot.h>
#include <widgets/metriccharttext.h>
#include <widgets/theme.h>

#include <QtCore/QEvent>
#include <QtGui/QKeyEvent>
#include <QtGui/QMouseEvent>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Sandglass {

namespace {

constexpr int replotInterval = 500; // milliseconds: samples come every five seconds, ages every one

bool isValue(const ChartPoint &point)
{
    return std::isfinite(point.value);
}

} // namespace

MetricChart::MetricChart(const QString &title, int chartNumber, ChartUnit unit, QWidget *parent)
    : QWidget(parent),
      m_title(title),
      m_chartNumber(chartNumber),
      m_unit(unit),
      m_plot(new MetricChartPlot(this))
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(title);
    m_pace.setSingleShot(true);
    connect(&m_pace, &QTimer::timeout, this, &MetricChart::replot);
    refreshTheme();
}

MetricChart::~MetricChart() = default;

void MetricChart::setSamples(std::span<const ChartPoint> points)
{
    if (std::ranges::equal(points, m_points))
        return;
    m_points.assign(points.begin(), points.end());
    schedule();
}

void MetricChart::setFacts(const ChartFacts &facts)
{
    if (facts == m_facts)
        return;
    m_facts = facts;
    m_plot->setVisible(facts.state == ChartState::Values);
    if (facts.state != ChartState::Values)
        setCursor(std::nullopt);
    schedule();
}

void MetricChart::setRange(ChartRange range)
{
    if (range == m_range)
        return;
    m_range = range;
    setCursor(std::nullopt);
    m_dirty = true;
    replot(); // somebody asked for it: at once
}

void MetricChart::schedule()
{
    m_dirty = true;
    if (!isVisible() || m_pace.isActive())
        return;
    const qint64 since = m_sinceReplot.isValid() ? m_sinceReplot.elapsed() : replotInterval;
    m_pace.start(int(std::max<qint64>(0, replotInterval - since)));
}

void MetricChart::replot()
{
    if (!m_dirty || !isVisible())
        return;
    m_dirty = false;
    m_pace.stop();
    m_sinceReplot.start();
    const qint64 span = qint64(m_range) * 60'000;
    m_plot->setTimeRange(m_facts.now - span, m_facts.now, int(m_range));
    m_plot->setValueRange(capacity(), m_unit);
    m_plot->setPoints(m_points, m_facts.gapMilliseconds, m_facts.live);
    if (m_cursor)
        setCursor(m_cursor);
    m_plot->replot(QCustomPlot::rpQueuedRefresh);
    describe();
    update();
    Q_EMIT painted();
}

double MetricChart::capacity() const
{
    if (m_unit == ChartUnit::Percent)
        return 100;
    if (m_facts.capacity > 0)
        return m_facts.capacity;
    double highest = 1;
    for (const ChartPoint &point : m_points) {
        for (const double value : {point.value, point.second})
            highest = std::isfinite(value) ? std::max(highest, value) : highest;
    }
    return highest;
}

std::span<const ChartPoint> MetricChart::shown() const
{
    const qint64 from = m_facts.now - qint64(m_range) * 60'000;
    const auto first = std::ranges::lower_bound(m_points, from, {}, &ChartPoint::time);
    const auto last = std::ranges::upper_bound(m_points, m_facts.now, {}, &ChartPoint::time);
    return first < last ? std::span(first, last) : std::span<const ChartPoint>();
}

const ChartPoint *MetricChart::pointAt(qint64 time) const
{
    const std::span<const ChartPoint> points = shown();
    const auto distance = [&](const ChartPoint &point) { return std::abs(point.time - time); };
    const auto nearest = std::ranges::min_element(points, {}, distance);
    if (nearest == points.end() || !isValue(*nearest))
        return nullptr;
    // In a gap nothing is known: the sample at its edge would be a lie.
    return distance(*nearest) <= m_facts.gapMilliseconds / 2 ? &*nearest : nullptr;
}

void MetricChart::setCursor(std::optional<qint64> time)
{
    const bool moved = time != m_cursor;
    m_cursor = time;
    if (!time) {
        if (moved)
            m_plot->hideCrosshair();
    } else {
        const ChartPoint *point = pointAt(*time);
        m_plot->showCrosshair(point != nullptr ? point->time : *time,
                              point != nullptr ? point->value
                                               : std::numeric_limits<double>::quiet_NaN(),
                              cursorLines().join(u'\n'));
    }
    if (moved) {
        describe();
        Q_EMIT cursorMoved();
    }
}

QString MetricChart::cursorText() const
{
    return cursorLines().join(u", "_s);
}

QStringList MetricChart::cursorLines() const
{
    if (!m_cursor)
        return {};
    const ChartPoint *point = pointAt(*m_cursor);
    if (point == nullptr)
        return {tr("%1, no sample").arg(clockText(*m_cursor))};
    QStringList lines{clockText(point->time) + u", "_s +
                      exactValue(point->value, m_facts.capacity, m_unit)};
    if (std::isfinite(point->second) && !m_facts.secondName.isEmpty()) {
        //: a value and what it includes: "3.6 GiB with cache"
        lines.append(
            tr("%1 with %2").arg(exactValue(point->second, 0, m_unit), m_facts.secondName));
    }
    return lines;
}

void MetricChart::stepCursor(int steps)
{
    const std::span<const ChartPoint> points = shown();
    if (points.empty() || m_facts.state != ChartState::Values)
        return;
    std::ptrdiff_t at = std::ptrdiff_t(points.size()) - 1;
    if (m_cursor) {
        const auto found = std::ranges::lower_bound(points, *m_cursor, {}, &ChartPoint::time);
        at = found - points.begin() + steps;
    }
    setCursor(points[std::size_t(std::clamp<std::ptrdiff_t>(at, 0, points.size() - 1))].time);
}

void MetricChart::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint position = event->position().toPoint();
    if (m_facts.state == ChartState::Values && plotRect().contains(position)) {
        const qint64 time = m_plot->timeAt(position.x() - m_plot->x());
        const ChartPoint *point = pointAt(time);
        setCursor(point != nullptr ? point->time : time);
    } else {
        setCursor(std::nullopt);
    }
}

void MetricChart::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    setCursor(std::nullopt);
}

void MetricChart::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        stepCursor(-1);
        break;
    case Qt::Key_Right:
        stepCursor(1);
        break;
    case Qt::Key_Plus:
        Q_EMIT zoomRequested(1);
        break;
    case Qt::Key_Minus:
        Q_EMIT zoomRequested(-1);
        break;
    case Qt::Key_Escape:
        if (m_cursor) {
            setCursor(std::nullopt);
            break;
        }
        [[fallthrough]];
    default:
        QWidget::keyPressEvent(event);
    }
}

QRect MetricChart::plotRect() const
{
    return m_plot->dataRect().translated(m_plot->pos());
}

QSize MetricChart::sizeHint() const
{
    return {298, 200};
}

QSize MetricChart::minimumSizeHint() const
{
    return {200, 120};
}

void MetricChart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        refreshTheme();
}

void MetricChart::refreshTheme()
{
    m_plot->setTheme(themeOf(this), m_chartNumber, fontFor(FontStep::Tiny, font()));
    placePlot();
    m_dirty = true;
    replot();
}

void MetricChart::placePlot()
{
    const int top = headHeight();
    m_plot->setGeometry(rect().adjusted(2, top, -2, -3));
}

void MetricChart::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placePlot();
}

void MetricChart::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    replot();
}

void MetricChart::focusInEvent(QFocusEvent *event)
{
    m_keyboardFocus = event->reason() == Qt::TabFocusReason ||
                      event->reason() == Qt::BacktabFocusReason ||
                      event->reason() == Qt::ShortcutFocusReason;
    QWidget::focusInEvent(event);
}

void MetricChart::focusOutEvent(QFocusEvent *event)
{
    m_keyboardFocus = false;
    QWidget::focusOutEvent(event);
    setCursor(std::nullopt);
}

} // namespace Sandglass
