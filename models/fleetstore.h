// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <models/clock.h>
#include <models/fleetentry.h>

#include <QObject>
#include <QStringList>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>
#include <vector>

namespace Sandglass {

class FleetConnection;
class PlatformApi;
struct FleetChanges;

/// The one truth about sandboxes: asks every connection's list, metrics and, where a row is
/// missing, the sandbox itself; keeps what it knew when a connection fails and what is gone until
/// it is dismissed. Never changes anything at a service. GUI thread; all signals come from the
/// event loop or from the call that caused them.
class FleetStore final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FleetStore)

public:
    explicit FleetStore(Clock clock = Clock::system(), QObject *parent = nullptr);
    ~FleetStore() override;

    // Connections. An api is borrowed: it has to live until it is replaced, or the connection
    // removed.
    void addConnection(PlatformApi *api, ConnectionKind kind = ConnectionKind::Service);
    /// The same connection with another key, address or name; asks at once. Null pauses the
    /// connection.
    void setApi(const QString &connectionId, PlatformApi *api);
    void removeConnection(const QString &connectionId);
    [[nodiscard]] QStringList connectionIds() const; ///< in the order in which they were added
    [[nodiscard]] const ConnectionStatus *connection(const QString &connectionId) const;

    // Asking.
    /// Time between two sweeps of a list, from the end of one to the start of the next; 2 s.
    void setInterval(std::chrono::milliseconds interval);
    void refresh(); ///< every connection now, whatever its back-off
    void refresh(const QString &connectionId);
    /// EmptiedSuddenly: what the service no longer lists is gone.
    void acceptEmpty(const QString &connectionId);
    /// Gets one sandbox: details (token, lifecycle) that lists do not carry, or whether it still
    /// exists.
    void recheck(const QString &key);
    /// Does what is due at the clock's now. The store's own timer calls it; a test with its own
    /// clock does, too.
    void runDue();

    // Rows.
    [[nodiscard]] const FleetEntry *find(const QString &key) const;
    [[nodiscard]] QStringList keys() const; ///< by connection, in the order in which they came
    [[nodiscard]] static QString keyOf(const QString &connectionId, const QString &sandboxId);
    [[nodiscard]] Timestamp now() const; ///< our clock
    [[nodiscard]] Timestamp
    serviceNow(const FleetEntry &entry) const; ///< by the clock of its service
    [[nodiscard]] std::chrono::seconds staleFor(const FleetEntry &) const; ///< 0 while fresh
    /// Forgets rows that are gone; others stay. Gone rows leave by themselves after 30 min.
    void dismiss(const QStringList &keys);

    // What we do, shown before the service confirms it. Each mark is ended by one confirm or
    // revert.
    /// A row that is Starting; returns the key it has until confirmStarting.
    [[nodiscard]] QString markStarting(const QString &connectionId, const NewSandbox &wish);
    /// The row gets its final key, which is returned and told by keyChanged; empty if the row is
    /// gone meanwhile.
    QString confirmStarting(const QString &pendingKey, const CreatedSandbox &created);
    /// What connect answered: without it the ports of a sandbox with restricted traffic stay shut.
    void keepTrafficToken(const QString &key, const std::string &token);
    void markKilling(const QString &key);
    /// It will end `timeout` from now, as POST …/timeout says.
    void markExtending(const QString &key, std::chrono::seconds timeout);
    /// A paused row is Resuming until the service lists it as running.
    void markResuming(const QString &key);
    /// Killing: it is Gone, by us. Extending: the new end stands. Resuming: its times are asked
    /// for, since the answer knows none.
    void confirm(const QString &key);
    /// Back to what the service said. A starting row goes away; the others are asked for at once.
    void revert(const QString &key);

Q_SIGNALS:
    // For models: many rows at once. A removed row's entry lives until all slots have returned.
    void rowsAdded(const QStringList &keys);
    void rowsChanged(const QStringList &keys);
    void rowsRemoved(const QStringList &keys);
    // For who follows one sandbox: the same, one by one.
    void added(const QString &key);
    void changed(const QString &key);
    void removed(const QString &key);
    /// A started sandbox got its id: same row, new key.
    void keyChanged(const QString &before, const QString &after);
    void connectionAdded(const QString &connectionId);
    void connectionChanged(const QString &connectionId);
    void connectionRemoved(const QString &connectionId);

private:
    [[nodiscard]] FleetConnection *connectionOf(const QString &connectionId) const;
    [[nodiscard]] FleetConnection *ownerOf(const QString &key) const;
    void publish(FleetChanges changes);
    void act(const QString &key,
             const std::function<void(FleetConnection &, FleetEntry &, FleetChanges &)> &what);
    void schedule();

    Clock m_clock;
    std::vector<std::unique_ptr<FleetConnection>> m_connections;
    std::chrono::milliseconds m_interval{2000};
    QTimer m_timer;
};

} // namespace Sandglass
