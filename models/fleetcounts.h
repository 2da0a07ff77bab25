// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <models/fleetquery.h>

#include <QObject>
#include <QTimer>

#include <array>

namespace Sandglass {

class FleetModel;

/// How many rows each view of the side bar holds. The model is borrowed.
class FleetCounts final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FleetCounts)

public:
    explicit FleetCounts(FleetModel &fleet, QObject *parent = nullptr);

    [[nodiscard]] int count(FleetViewFilter view) const { return m_counts[std::size_t(view)]; }

Q_SIGNALS:
    void countsChanged(); ///< once for all rows that changed together

private:
    void recount();

    FleetModel &m_fleet;
    std::array<int, 5> m_counts{};
    QTimer m_recount;
};

} // namespace Sandglass
