// SPDX-License-Identifier: GPL-3.0-or-later
#include <models/fleetcounts.h>
#include <models/fleetmodel.h>

#include <utility>

namespace Sandglass {

FleetCounts::FleetCounts(FleetModel &fleet, QObject *parent) : QObject(parent), m_fleet(fleet)
{
    m_recount.setSingleShot(true);
    connect(&m_recount, &QTimer::timeout, this, &FleetCounts::recount);
    const auto later = [this] {
        if (!m_recount.isActive())
            m_recount.start(0);
    };
    connect(&fleet, &FleetModel::rowsInserted, this, later);
    connect(&fleet, &FleetModel::rowsRemoved, this, later);
    connect(&fleet, &FleetModel::dataChanged, this, later);
    recount();
}

void FleetCounts::recount()
{
    using enum FleetViewFilter;
    std::array<int, 5> counts{};
    for (int row = 0; row < m_fleet.rowCount(); ++row) {
        const Attention attention = m_fleet.attentionAt(row);
        for (const FleetViewFilter view : {All, Running, Paused, Gone, AtRisk})
            counts[std::size_t(view)] += isInView(m_fleet.entryAt(row), attention, view) ? 1 : 0;
    }
    if (std::exchange(m_counts, counts) != counts)
        Q_EMIT countsChanged();
}

} // namespace Sandglass
