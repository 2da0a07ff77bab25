// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/connections/connections.h>
#include <app/pages/sidebarfeed.h>
#include <models/fleetcounts.h>
#include <models/fleetstore.h>
#include <widgets/sidebar.h>

using namespace Qt::StringLiterals;

namespace Sandglass {

SideBarFeed::SideBarFeed(SideBar &bar, FleetCounts &counts, FleetStore &fleet)
    : m_bar(bar),
      m_counts(counts),
      m_connections(fleet)
{
    connect(&counts, &FleetCounts::countsChanged, this, &SideBarFeed::showCounts);
    for (const auto signal : {&ConnectionsModel::rowsInserted, &ConnectionsModel::rowsRemoved})
        connect(&m_connections, signal, this, &SideBarFeed::showConnections);
    connect(&m_connections, &ConnectionsModel::dataChanged, this, &SideBarFeed::showConnections);
    showCounts();
    showConnections();
}

void SideBarFeed::showCounts()
{
    SideBarCounts counts{};
    for (int view = 0; view < sideBarViewCount; ++view)
        counts.at(std::size_t(view)) = m_counts.count(FleetViewFilter(view));
    m_bar.setCounts(counts);
}

void SideBarFeed::showConnections()
{
    QList<ConnectionRow> rows;
    for (int row = 0; row < m_connections.rowCount(); ++row) {
        const QModelIndex index = m_connections.index(row);
        const auto health = ConnectionHealth(index.data(ConnectionsModel::HealthRole).toInt());
        const QString healthText = index.data(ConnectionsModel::HealthTextRole).toString();
        const QString detail = index.data(ConnectionsModel::DetailRole).toString();
        const QString id = index.data(ConnectionsModel::IdRole).toString();
        rows.append(
            {.id = id,
             .name = index.data().toString(),
             .subtitle = index.data(ConnectionsModel::SubtitleRole).toString(),
             .latency = index.data(ConnectionsModel::LatencyTextRole).toString(),
             .toolTip = detail.isEmpty() ? healthText : healthText + u'\n' + detail,
             .colorRole = index.data(ConnectionsModel::ColorRole).toInt(),
             .count = index.data(ConnectionsModel::CountRole).toInt(),
             .problem = health != ConnectionHealth::Ok && health != ConnectionHealth::Connecting,
             .editable = id != Connections::localId});
    }
    m_bar.setConnections(rows);
}

} // namespace Sandglass
