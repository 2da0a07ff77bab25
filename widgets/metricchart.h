// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QElapsedTimer>
#include <QtCore/QList>
#include <QtCore/QStringList>
#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

#include <limits>
#include <optional>
#include <span>

namespace Sandglass {

class MetricChartPlot;
enum class FontStep;

/// One sample. NaN in `value` is a gap.
struct ChartPoint {
    qint64 time = 0;                                          ///< milliseconds since 1970, UTC
    double value = 0;                                         ///< percent, or bytes
    double second = std::numeric_limits<double>::quiet_NaN(); ///< same unit: memory and cache
    friend bool operator==(const ChartPoint &, const ChartPoint &) = default;
};

enum class ChartUnit { Percent, Bytes };

/// Minutes that a chart shows.
enum class ChartRange { FiveMinutes = 5, QuarterHour = 15, Hour = 60 };

enum class ChartState {
    Values,      ///< draw what there is
    NoSampleYet, ///< running, the first sample has not come
    NotReported, ///< one line in place of the chart
};

/// What a chart shows besides its points.
struct ChartFacts {
    ChartState state = ChartState::Values;
    double capacity = 0;    ///< top of the scale; 0 takes it from the points (percent: always 100)
    QString note;           ///< at the right of the title, as "2 vCPU"; bytes make their own
    QString secondName;     ///< what `second` adds, as "cache"; empty without
    bool overLimit = false; ///< the value is said in danger
    bool live = true;       ///< false: what is shown ended at `now`
    qint64 now = 0;         ///< right edge, milliseconds since 1970, UTC
    int gapMilliseconds = 15'000; ///< two points further apart have a gap between them
    friend bool operator==(const ChartFacts &, const ChartFacts &) = default;
};

/// One metric of one sandbox over time. Gaps stay gaps. The pointer or ← and → show the exact value
/// at a time; + and − ask for another range. New samples are painted at most twice a second and
/// only while the chart is visible; its text twin is the accessible description. GUI thread.
class MetricChart final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MetricChart)

public:
    /// `chartNumber` as in Theme::chart: a metric keeps its colour everywhere.
    MetricChart(const QString &title, int chartNumber, ChartUnit unit, QWidget *parent = nullptr);
    ~MetricChart() override;

    /// In the order of time. Copies; the same points again cost nothing.
    void setSamples(std::span<const ChartPoint> points);
    void setFacts(const ChartFacts &facts);
    void setRange(ChartRange range);
    [[nodiscard]] ChartRange range() const { return m_range; }

    /// Where the crosshair stands; nothing without one.
    [[nodiscard]] std::optional<qint64> cursorTime() const { return m_cursor; }
    /// "14:01:35, 42.1 %"; empty without a crosshair.
    [[nodiscard]] QString cursorText() const;
    /// "CPU 99 %, rising from 41 % over 14 min; highest 100 %".
    [[nodiscard]] QString summary() const;

    /// Where the samples are drawn, in this widget's coordinates.
    [[nodiscard]] QRect plotRect() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void zoomRequested(int steps); ///< 1 for a shorter time, -1 for a longer one
    void cursorMoved();
    void painted(); ///< after the samples were drawn anew

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void schedule();
    void replot();
    void refreshTheme();
    void placePlot();
    void describe();
    void setCursor(std::optional<qint64> time);
    void stepCursor(int steps);
    [[nodiscard]] QStringList cursorLines() const;
    [[nodiscard]] std::span<const ChartPoint> shown() const;
    [[nodiscard]] const ChartPoint *pointAt(qint64 time) const;
    [[nodiscard]] double capacity() const;
    [[nodiscard]] int headHeight() const;
    [[nodiscard]] QString valueText() const;
    [[nodiscard]] QString noteText() const;
    [[nodiscard]] FontStep valueStep() const;
    [[nodiscard]] QRect noteRect() const;
    void paintHead(QPainter *painter, const QRect &row) const;
    void paintMessage(QPainter *painter, const QRect &area) const;

    QString m_title;
    int m_chartNumber;
    ChartUnit m_unit;
    ChartRange m_range = ChartRange::Hour;
    ChartFacts m_facts;
    QList<ChartPoint> m_points;
    MetricChartPlot *m_plot; // a child
    std::optional<qint64> m_cursor;
    bool m_keyboardFocus = false;
    bool m_dirty = true;
    QTimer m_pace;
    QElapsedTimer m_sinceReplot;
};

} // namespace Sandglass
