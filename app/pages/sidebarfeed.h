// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <models/connectionsmodel.h>

#include <QtCore/QObject>

namespace Sandglass {

class FleetCounts;
class FleetStore;
class SideBar;

/// Keeps the side bar at what the models say. Borrows all three.
class SideBarFeed final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SideBarFeed)

public:
    SideBarFeed(SideBar &bar, FleetCounts &counts, FleetStore &fleet);

private:
    void showCounts();
    void showConnections();

    SideBar &m_bar;
    FleetCounts &m_counts;
    ConnectionsModel m_connections;
};

} // namespace Sandglass
