// SPDX-License-Identifier: GPL-3.0-or-later
#include <client/platformapi.h>
#include <models/fleetconnection.h>
#include <models/fleetstore.h>
#include <models/fleettext.h>

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;

namespace Sandglass {

namespace {
/// How long a gone row stays in the list, and how often it is looked at whether any has to leave.
constexpr auto goneStays = 30min;
constexpr auto longestSleep = 60'000ms;
} // namespace

FleetStore::FleetStore(Clock clock, QObject *parent) : QObject(parent), m_clock(std::move(clock))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &FleetStore::runDue);
}

FleetStore::~FleetStore() = default;

QString FleetStore::keyOf(const QString &connectionId, const QString &sandboxId)
{
    return connectionId + u'/' + sandboxId;
}

Timestamp FleetStore::now() const
{
    return m_clock.now();
}

Timestamp FleetStore::serviceNow(const FleetEntry &entry) const
{
    return m_clock.now() + entry.connection->clockOffset;
}

std::chrono::seconds FleetStore::staleFor(const FleetEntry &entry) const
{
    return std::chrono::floor<std::chrono::seconds>(Sandglass::staleFor(entry, m_clock.now()));
}

void FleetStore::addConnection(PlatformApi *api, ConnectionKind kind)
{
    if (!api)
        return;
    const QString id = api->profile().id;
    if (connectionOf(id))
        return setApi(id, api);
    auto connection = std::make_unique<FleetConnection>(
        m_clock, kind, [this](FleetChanges changes) { publish(std::move(changes)); });
    FleetConnection *added = connection.get();
    m_connections.push_back(std::move(connection));
    added->setInterval(m_interval);
    added->setApi(api);
    connect(added, &FleetConnection::statusChanged, this,
            [this, id] { Q_EMIT connectionChanged(id); });
    connect(added, &FleetConnection::asked, this, &FleetStore::schedule);
    Q_EMIT connectionAdded(id);
    schedule();
}

void FleetStore::setApi(const QString &connectionId, PlatformApi *api)
{
    FleetConnection *connection = connectionOf(connectionId);
    if (!connection || (api && api->profile().id != connectionId))
        return;
    connection->setApi(api);
    schedule();
}

void FleetStore::removeConnection(const QString &connectionId)
{
    const auto found = std::ranges::find_if(
        m_connections, [&](const auto &c) { return c->status().id == connectionId; });
    if (found == m_connections.end())
        return;
    FleetConnection *leaving = found->release();
    m_connections.erase(found);
    leaving->disconnect(this);
    FleetChanges changes;
    leaving->rows().dropAll(changes);
    leaving->setApi(nullptr);
    publish(std::move(changes));
    // A slot of a signal of its own may have called this; and entries point to its status.
    leaving->setParent(this);
    leaving->deleteLater();
    Q_EMIT connectionRemoved(connectionId);
}

QStringList FleetStore::connectionIds() const
{
    QStringList ids;
    for (const auto &connection : m_connections)
        ids.append(connection->status().id);
    return ids;
}

FleetConnection *FleetStore::connectionOf(const QString &connectionId) const
{
    const auto found = std::ranges::find_if(
        m_connections, [&](const auto &c) { return c->status().id == connectionId; });
    return found == m_connections.end() ? nullptr : found->get();
}

FleetConnection *FleetStore::ownerOf(const QString &key) const
{
    const auto found =
        std::ranges::find_if(m_connections, [&](const auto &c) { return c->rows().find(key); });
    return found == m_connections.end() ? nullptr : found->get();
}

const ConnectionStatus *FleetStore::connection(const QString &connectionId) const
{
    const FleetConnection *connection = connectionOf(connectionId);
    return connection ? &connection->status() : nullptr;
}

void FleetStore::setInterval(std::chrono::milliseconds interval)
{
    m_interval = std::max<std::chrono::milliseconds>(interval, 100ms);
    for (const auto &connection : m_connections)
        connection->setInterval(m_interval);
    schedule();
}

void FleetStore::refresh()
{
    for (const auto &connection : m_connections)
        connection->refresh();
    schedule();
}

void FleetStore::refresh(const QString &connectionId)
{
    if (FleetConnection *connection = connectionOf(connectionId))
        connection->refresh();
    schedule();
}

void FleetStore::acceptEmpty(const QString &connectionId)
{
    if (FleetConnection *connection = connectionOf(connectionId))
        connection->acceptEmpty();
    schedule();
}

void FleetStore::recheck(const QString &key)
{
    if (FleetConnection *owner = ownerOf(key))
        owner->recheck(*owner->rows().find(key));
    schedule();
}

void FleetStore::runDue()
{
    const Timestamp oldest = m_clock.now() - goneStays;
    const QStringList ids = connectionIds(); // slots may add and remove connections
    for (const QString &id : ids) {
        FleetConnection *connection = connectionOf(id);
        if (!connection)
            continue;
        connection->runDue();
        FleetChanges changes;
        connection->rows().dropGone(oldest, changes);
        publish(std::move(changes));
    }
    schedule();
}

void FleetStore::schedule()
{
    if (m_connections.empty())
        return m_timer.stop();
    const auto now = m_clock.uptime();
    auto next = now + longestSleep;
    for (const auto &connection : m_connections)
        next = std::min(next, connection->dueAt().value_or(next));
    m_timer.start(std::max<std::chrono::milliseconds>(next - now, 0ms));
}

void FleetStore::publish(FleetChanges changes)
{
    if (!changes.keyBefore.isEmpty())
        Q_EMIT keyChanged(changes.keyBefore, changes.keyAfter);
    if (!changes.removed.empty()) {
        QStringList keys;
        for (const auto &entry : changes.removed)
            keys.append(entry->key);
        Q_EMIT rowsRemoved(keys);
        for (const QString &key : std::as_const(keys))
            Q_EMIT removed(key);
    }
    if (!changes.added.isEmpty()) {
        Q_EMIT rowsAdded(changes.added);
        for (const QString &key : std::as_const(changes.added))
            Q_EMIT added(key);
    }
    if (!changes.changed.isEmpty()) {
        Q_EMIT rowsChanged(changes.changed);
        for (const QString &key : std::as_const(changes.changed))
            Q_EMIT changed(key);
    }
}

const FleetEntry *FleetStore::find(const QString &key) const
{
    const FleetConnection *owner = ownerOf(key);
    return owner ? const_cast<FleetConnection *>(owner)->rows().find(key) : nullptr;
}

QStringList FleetStore::keys() const
{
    QStringList keys;
    for (const auto &connection : m_connections)
        keys += connection->rows().keys();
    return keys;
}

void FleetStore::act(
    const QString &key,
    const std::function<void(FleetConnection &, FleetEntry &, FleetChanges &)> &what)
{
    FleetConnection *owner = ownerOf(key);
    if (!owner)
        return;
    FleetChanges changes;
    what(*owner, *owner->rows().find(key), changes);
    publish(std::move(changes));
    if (FleetConnection *still = ownerOf(key))
        still->recount();
    schedule();
}

void FleetStore::dismiss(const QStringList &keys)
{
    const QStringList ids = connectionIds();
    for (const QString &id : ids) {
        FleetChanges changes;
        if (FleetConnection *connection = connectionOf(id))
            connection->rows().dismiss(keys, changes);
        publish(std::move(changes));
    }
}

QString FleetStore::markStarting(const QString &connectionId, const NewSandbox &wish)
{
    FleetConnection *connection = connectionOf(connectionId);
    if (!connection)
        return {};
    FleetChanges changes;
    const QString key = connection->rows().markStarting(wish, changes);
    publish(std::move(changes));
    if (FleetConnection *still = connectionOf(connectionId))
        still->recount();
    return key;
}

QString FleetStore::confirmStarting(const QString &pendingKey, const CreatedSandbox &created)
{
    QString key;
    act(pendingKey, [&](FleetConnection &owner, FleetEntry &, FleetChanges &changes) {
        key = owner.rows().confirmStarting(pendingKey, created, changes);
    });
    recheck(key); // times and state are not in create's answer
    return key;
}

void FleetStore::keepTrafficToken(const QString &key, const std::string &token)
{
    act(key, [&token](FleetConnection &, FleetEntry &entry, FleetChanges &changes) {
        entry.info.trafficAccessToken = token;
        changes.changed.append(entry.key);
    });
}

void FleetStore::markKilling(const QString &key)
{
    act(key, [](FleetConnection &owner, FleetEntry &entry, FleetChanges &changes) {
        owner.rows().markKilling(entry, changes);
    });
}

void FleetStore::markExtending(const QString &key, std::chrono::seconds timeout)
{
    act(key, [timeout](FleetConnection &owner, FleetEntry &entry, FleetChanges &changes) {
        owner.rows().markExtending(entry, timeout, changes);
    });
}

void FleetStore::markResuming(const QString &key)
{
    act(key, [](FleetConnection &owner, FleetEntry &entry, FleetChanges &changes) {
        owner.rows().markResuming(entry, changes);
    });
}

void FleetStore::confirm(const QString &key)
{
    act(key, [](FleetConnection &owner, FleetEntry &entry, FleetChanges &changes) {
        const bool wasResuming = entry.mark == FleetMark::Resuming;
        owner.rows().confirm(entry, changes);
        if (wasResuming) // asked after the confirmation: only such an answer counts
            owner.recheck(entry);
    });
}

void FleetStore::revert(const QString &key)
{
    act(key, [](FleetConnection &owner, FleetEntry &entry, FleetChanges &changes) {
        if (!entry.isPending())
            owner.recheck(entry);
        owner.rows().revert(entry, changes);
    });
}

} // namespace Sandglass
