// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/request.h>
#include <protocol/sandbox.h>

#include <QtCore/QObject>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <chrono>
#include <map>
#include <optional>

namespace Sandglass {

class Connections;
class FleetStore;

/// The calls that change sandboxes: each is marked in the store at once, and confirmed or reverted
/// by the answer. Borrows both; GUI thread. Destroying it cancels what is in flight: the store then
/// learns by polling.
class SandboxCalls final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SandboxCalls)

public:
    SandboxCalls(Connections &connections, FleetStore &fleet, QObject *parent = nullptr);

    /// Returns the key of the row that says Starting.
    QString create(const QString &connectionId, const NewSandbox &wish);
    /// Each ends `by` later than it would have.
    void extend(const QStringList &keys, std::chrono::seconds by);
    void kill(const QStringList &keys);
    /// Each that is paused runs for `timeout` from when the service starts it.
    void resume(const QStringList &keys, std::chrono::seconds timeout);
    /// Connects to one that runs, for the token that opens its ports: it then runs for `timeout`
    /// from now, or longer where it would have. The fleet keeps the token.
    void fetchTrafficToken(const QString &key, std::chrono::seconds timeout);

Q_SIGNALS:
    /// `pending`: what create() returned.
    void created(const QString &key, std::chrono::milliseconds took, const QString &pending);
    void createFailed(const QString &connectionId, const Sandglass::NewSandbox &wish,
                      const Sandglass::Error &error, const QString &pending);
    void extended(const QString &key);
    void extendFailed(const QString &key, const Sandglass::Error &error);
    void killed(const QString &key);
    void killFailed(const QString &key, const Sandglass::Error &error);
    void resumed(const QString &key, std::chrono::seconds timeout);
    void resumeFailed(const QString &key, const Sandglass::Error &error);
    void trafficTokenFailed(const QString &key, const Sandglass::Error &error);

private:
    struct Target;

    [[nodiscard]] std::optional<Target> targetOf(const QString &key) const;
    void extendOne(const QString &key, std::chrono::seconds by);
    void killOne(const QString &key);
    void keepToken(const QString &key, const CreatedSandbox &said);
    void resumeOne(const QString &key, std::chrono::seconds timeout);

    Connections &m_connections;
    FleetStore &m_fleet;
    std::map<QString, Request> m_calls; ///< by key of the row; one at a time each
};

} // namespace Sandglass
