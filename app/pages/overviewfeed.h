// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <models/metrichistory.h>
#include <widgets/overviewview.h>

#include <QtCore/QObject>
#include <QtCore/QTimer>

namespace Sandglass {

class Banner;
class FleetStore;
struct FleetEntry;

/// Fills the overview of one sandbox from its entry, and renews what depends on the time. Borrows
/// view and fleet.
class OverviewFeed final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OverviewFeed)

public:
    OverviewFeed(OverviewView &view, const FleetStore &fleet);

    void show(const FleetEntry &entry);

Q_SIGNALS:
    /// From the banner that says why a sandbox is at risk.
    void extendRequested();
    void killRequested(const QRect &anchor);

private:
    void showFacts(const FleetEntry &entry);
    void showBanner(const FleetEntry &entry);
    void showCharts(const FleetEntry &entry);
    [[nodiscard]] ChartFacts chartFacts(const FleetEntry &entry, MetricMember member) const;

    OverviewView &m_view;
    const FleetStore &m_fleet;
    Banner *m_banner; ///< owned by the view
    QString m_key;
    QTimer m_second;
};

} // namespace Sandglass
