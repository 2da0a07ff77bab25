// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/operations/resumetext.h>
#include <app/sessions/followedsandbox.h>
#include <models/fleetstore.h>

namespace Sandglass {

using Why = SandboxLookUp::Closed::Why;

namespace {

/// Until the service says that it runs nothing is opened, or it would fail.
bool isAsleep(const FleetEntry &entry)
{
    return entry.state == FleetState::Paused || entry.state == FleetState::Pausing ||
           entry.state == FleetState::Resuming;
}

bool isEnding(const FleetEntry &entry)
{
    return entry.isGone() || entry.state == FleetState::Killing;
}

} // namespace

FollowedSandbox::FollowedSandbox(QString key, FleetStore &fleet, QObject *parent)
    : QObject(parent),
      m_key(std::move(key)),
      m_fleet(fleet)
{
    if (const FleetEntry *entry = fleet.find(m_key))
        m_isStopped = isAsleep(*entry) || isEnding(*entry);
    connect(&fleet, &FleetStore::keyChanged, this,
            [this](const QString &before, const QString &after) {
                if (m_key == before)
                    m_key = after;
            });
    connect(&fleet, &FleetStore::changed, this, [this](const QString &changed) {
        if (changed == m_key)
            follow();
    });
}

void FollowedSandbox::follow()
{
    const FleetEntry *entry = m_fleet.find(m_key);
    if (entry == nullptr)
        return;
    const bool wasStopped = std::exchange(m_isStopped, isAsleep(*entry) || isEnding(*entry));
    if (isEnding(*entry))
        Q_EMIT stopped({Why::NotRunning, tr("This sandbox is gone.")});
    else if (isAsleep(*entry))
        Q_EMIT stopped(asleep(*entry));
    else if (wasStopped)
        Q_EMIT runsAgain();
}

QString FollowedSandbox::where() const
{
    const FleetEntry *entry = m_fleet.find(m_key);
    return entry == nullptr ? tr("The sandbox") : entry->connection->name;
}

} // namespace Sandglass
