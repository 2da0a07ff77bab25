// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <QtCore/QTimer>

namespace Sandglass {

class FleetFilterModel;
class FleetStatusBar;
struct AppContext;

/// Keeps the status bar true: how many changes were sent, what runs, how fresh the data is. Borrows
/// all three.
class StatusFeed final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatusFeed)

public:
    StatusFeed(AppContext &context, FleetFilterModel &filter, FleetStatusBar &bar);

private:
    void refresh();
    void showFreshness();

    AppContext &m_context;
    FleetFilterModel &m_filter;
    FleetStatusBar &m_bar;
    QTimer m_second;
};

} // namespace Sandglass
