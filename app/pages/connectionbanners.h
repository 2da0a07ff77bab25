// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtWidgets/QWidget>

#include <map>

class QVBoxLayout;

namespace Sandglass {

class Banner;
class FleetStore;
struct ConnectionStatus;

/// One banner for every connection that is not well, above the list that it feeds: what happened,
/// how old what is shown is, and the one action that helps. Takes no room while all is well.
/// Borrows the store.
class ConnectionBanners final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionBanners)

public:
    explicit ConnectionBanners(FleetStore &fleet, QWidget *parent = nullptr);

    /// Why the local host cannot be started, with the command that helps; empty takes it away.
    void showLocalFailure(const QString &message, const QString &cure);
    void clearLocalFailure();

Q_SIGNALS:
    void keyRequested(const QString &connectionId);
    void localRestartRequested();

private:
    void update(const QString &connectionId);
    void remove(const QString &connectionId);
    Banner *bannerOf(const QString &connectionId);
    void addActions(Banner *banner, const ConnectionStatus &status);
    void updateVisibility();

    FleetStore &m_fleet;
    QVBoxLayout *m_column;
    std::map<QString, Banner *> m_banners;
    Banner *m_localFailure = nullptr;
};

} // namespace Sandglass
