// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <models/fleetroles.h>
#include <widgets/metricchart.h>

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtWidgets/QScrollArea>

#include <array>
#include <utility>

class QToolButton;

namespace Sandglass {

class OverviewViewFacts;
class OverviewViewNotice;

/// What is known of a sandbox, in words. Empty fields are left out.
struct OverviewFacts {
    FleetState state = FleetState::Unknown;
    QString stateText; ///< "Running"; "Gone 14:02, timeout reached"
    QString dated;     ///< "Last known at 14:02", when what is shown is not current
    QString id;
    QString templateName;
    QString created;      ///< "14:02, 17h ago"
    QString createdExact; ///< tooltip
    QString ends;         ///< "14:32, 4m left"
    QString endsExact;    ///< tooltip
    QString onTimeout;    ///< "pauses", "is killed"
    QString cpu;          ///< "2 vCPU"
    QString memory;       ///< "4 GiB"
    QString disk;         ///< "10 GiB"
    QString envdVersion;
    QList<std::pair<QString, QString>> metadata;
    QString noMetrics; ///< why there are no charts, one line; empty shows them
    friend bool operator==(const OverviewFacts &, const OverviewFacts &) = default;
};

struct ChartSeries {
    ChartFacts facts;
    QList<ChartPoint> points;
};

/// The first page of a sandbox: a banner where there is a reason for one, CPU, memory and disk over
/// time, and the facts at their right - below them where the window is narrow. Shows what it is
/// given and asks nobody. GUI thread.
class OverviewView final : public QScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OverviewView)

public:
    enum class Metric { Cpu, Memory, Disk };

    explicit OverviewView(QWidget *parent = nullptr);
    ~OverviewView() override;

    void setFacts(const OverviewFacts &facts);
    void setSeries(Metric metric, const ChartSeries &series);
    /// Takes ownership; replaces and deletes the one before. nullptr for none. A hidden banner
    /// takes no room.
    void setBanner(QWidget *banner);

    [[nodiscard]] ChartRange range() const { return m_range; }
    void setRange(ChartRange range);

    [[nodiscard]] MetricChart *chart(Metric metric) const { return m_charts[std::size_t(metric)]; }

Q_SIGNALS:
    void rangeChanged(Sandglass::ChartRange range);
    void copyIdRequested(const QString &sandboxId);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setUpCharts();
    void setUpRangeButtons();
    void zoom(int steps);
    void arrange();
    [[nodiscard]] int placeBanner(int width);
    [[nodiscard]] int placeCharts(const QRect &area, int columns, int height);
    void placeFacts(const QRect &area);
    [[nodiscard]] int factsHeight(int width) const;

    ChartRange m_range = ChartRange::Hour;
    QWidget *m_content = nullptr;
    QWidget *m_banner = nullptr;
    std::array<MetricChart *, 3> m_charts{};
    OverviewViewNotice *m_notice = nullptr;
    QWidget *m_ranges = nullptr;
    std::array<QToolButton *, 3> m_rangeButtons{};
    OverviewViewFacts *m_facts = nullptr;
};

} // namespace Sandglass
