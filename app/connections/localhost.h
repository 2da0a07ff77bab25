// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/operations/startlocalhostoperation.h>

#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <chrono>
#include <memory>

namespace Sandglass {

class Connections;
class FleetStore;
class Settings;

/// Keeps the connection *This computer* alive: starts the local host, and starts it again when it
/// died. Borrows what it is given; GUI thread.
class LocalHost final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LocalHost)

public:
    LocalHost(Connections &connections, FleetStore &fleet, QObject *parent = nullptr);
    ~LocalHost() override;

    void open();
    [[nodiscard]] bool isStarting() const { return m_operation != nullptr; }
    /// That sandboxes can be made of; empty before ready().
    [[nodiscard]] const QStringList &templates() const { return m_templates; }

Q_SIGNALS:
    void progressed(const QString &words);
    void ready();
    void failed(const Sandglass::LocalHostFailure &failure);

private:
    void watch(const QString &connectionId);
    void finish();

    Connections &m_connections;
    FleetStore &m_fleet;
    QStringList m_templates;
    QTimer m_restart;
    std::chrono::seconds m_pause{1}; ///< before the next restart; doubles while restarts fail
    std::unique_ptr<StartLocalHostOperation> m_operation;
};

} // namespace Sandglass
