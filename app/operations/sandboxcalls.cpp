// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/connections/connections.h>
#include <app/operations/sandboxcalls.h>
#include <models/fleetstore.h>

#include <QtCore/QElapsedTimer>

#include <algorithm>

using namespace std::chrono_literals;

namespace Sandglass {

struct SandboxCalls::Target {
    PlatformApi *api;
    std::string id;
    const FleetEntry *entry;
};

SandboxCalls::SandboxCalls(Connections &connections, FleetStore &fleet, QObject *parent)
    : QObject(parent),
      m_connections(connections),
      m_fleet(fleet)
{
}

QString SandboxCalls::create(const QString &connectionId, const NewSandbox &wish)
{
    PlatformApi *api = m_connections.api(connectionId);
    if (api == nullptr)
        return {};
    const QString pending = m_fleet.markStarting(connectionId, wish);
    QElapsedTimer timer;
    timer.start();
    m_calls[pending] = api->create(
        wish, [this, pending, connectionId, wish, timer](const Result<CreatedSandbox> &created) {
            if (!created) {
                m_fleet.revert(pending);
                Q_EMIT createFailed(connectionId, wish, created.error(), pending);
                return;
            }
            const QString key = m_fleet.confirmStarting(pending, *created);
            if (!key.isEmpty())
                Q_EMIT this->created(key, std::chrono::milliseconds(timer.elapsed()), pending);
        });
    return pending;
}

void SandboxCalls::extend(const QStringList &keys, std::chrono::seconds by)
{
    for (const QString &key : keys)
        extendOne(key, by);
}

void SandboxCalls::kill(const QStringList &keys)
{
    for (const QString &key : keys)
        killOne(key);
}

void SandboxCalls::resume(const QStringList &keys, std::chrono::seconds timeout)
{
    for (const QString &key : keys)
        resumeOne(key, timeout);
}

void SandboxCalls::fetchTrafficToken(const QString &key, std::chrono::seconds timeout)
{
    const auto target = targetOf(key);
    if (!target || target->entry->state != FleetState::Running)
        return;
    m_calls[key] =
        target->api->resume(target->id, timeout, [this, key](const Result<CreatedSandbox> &done) {
            m_fleet.recheck(key); // its end has moved
            if (!done)
                Q_EMIT trafficTokenFailed(key, done.error());
            else if (!done->trafficAccessToken)
                Q_EMIT trafficTokenFailed(
                    key, Error{.kind = Error::Kind::Protocol,
                               .detail = "The answer to connect carried no traffic token"});
            else
                keepToken(key, *done);
        });
}

void SandboxCalls::keepToken(const QString &key, const CreatedSandbox &said)
{
    if (said.trafficAccessToken)
        m_fleet.keepTrafficToken(key, *said.trafficAccessToken);
}

std::optional<SandboxCalls::Target> SandboxCalls::targetOf(const QString &key) const
{
    const FleetEntry *entry = m_fleet.find(key);
    if (entry == nullptr || entry->isPending() || entry->isGone() || entry->mark != FleetMark::None)
        return std::nullopt;
    PlatformApi *api = m_connections.api(entry->connection->id);
    if (api == nullptr)
        return std::nullopt;
    return Target{.api = api, .id = entry->info.id, .entry = entry};
}

void SandboxCalls::extendOne(const QString &key, std::chrono::seconds by)
{
    const auto target = targetOf(key);
    if (!target)
        return;
    // The service counts from now, by its own clock.
    const auto left = std::chrono::ceil<std::chrono::seconds>(target->entry->info.endAt -
                                                              m_fleet.serviceNow(*target->entry));
    const auto timeout = std::max(left, 0s) + by;
    m_fleet.markExtending(key, timeout);
    m_calls[key] =
        target->api->setTimeout(target->id, timeout, [this, key](const Result<void> &done) {
            if (done) {
                m_fleet.confirm(key);
                Q_EMIT extended(key);
            } else {
                m_fleet.revert(key);
                Q_EMIT extendFailed(key, done.error());
            }
        });
}

void SandboxCalls::killOne(const QString &key)
{
    const auto target = targetOf(key);
    if (!target)
        return;
    m_fleet.markKilling(key);
    m_calls[key] = target->api->kill(target->id, [this, key](const Result<void> &done) {
        const bool goneAlready = !done && done.error().kind == Error::Kind::NotFound;
        if (done || goneAlready) {
            // Gone already is what was wanted, but not our doing: the store asks why.
            if (goneAlready)
                m_fleet.revert(key);
            else
                m_fleet.confirm(key);
            Q_EMIT killed(key);
        } else {
            m_fleet.revert(key);
            Q_EMIT killFailed(key, done.error());
        }
    });
}

void SandboxCalls::resumeOne(const QString &key, std::chrono::seconds timeout)
{
    const auto target = targetOf(key);
    if (!target || target->entry->state != FleetState::Paused)
        return;
    m_fleet.markResuming(key);
    m_calls[key] = target->api->resume(target->id, timeout,
                                       [this, key, timeout](const Result<CreatedSandbox> &done) {
                                           if (done) {
                                               keepToken(key, *done);
                                               m_fleet.confirm(key);
                                               Q_EMIT resumed(key, timeout);
                                           } else {
                                               m_fleet.revert(key);
                                               Q_EMIT resumeFailed(key, done.error());
                                           }
                                       });
}

} // namespace Sandglass
