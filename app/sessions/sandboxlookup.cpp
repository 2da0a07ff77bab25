// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/connections/connections.h>
#include <app/errortext.h>
#include <app/operations/resumetext.h>
#include <app/sessions/sandboxlookup.h>
#include <models/fleetstore.h>

namespace Sandglass {

using Why = SandboxLookUp::Closed::Why;

namespace {

/// What the service says of it does not carry the token that it gave us once.
SandboxInfo withToken(SandboxInfo said, const FleetEntry *known)
{
    if (known != nullptr)
        said.trafficAccessToken = known->info.trafficAccessToken;
    return said;
}

} // namespace

SandboxLookUp::SandboxLookUp(Connections &connections, FleetStore &fleet)
    : m_connections(connections),
      m_fleet(fleet)
{
}

void SandboxLookUp::start(const QString &key, std::function<void(const Answer &)> handler)
{
    m_request = {};
    const FleetEntry *entry = m_fleet.find(key);
    PlatformApi *api = entry == nullptr ? nullptr : m_connections.api(entry->connection->id);
    if (api == nullptr || entry->isGone() || entry->isPending()) {
        handler(std::unexpected(Closed{Why::NotRunning, tr("This sandbox is not running.")}));
        return;
    }
    if (entry->state == FleetState::Resuming) {
        // What the service says now would be old when it arrives.
        handler(std::unexpected(Sandglass::asleep(*entry)));
        return;
    }
    m_request = api->get(
        entry->info.id, [this, key, connectionId = entry->connection->id, profile = api->profile(),
                         handler = std::move(handler)](const Result<SandboxInfo> &sandbox) {
            const ConnectionStatus *status = m_fleet.connection(connectionId);
            if (!sandbox)
                handler(std::unexpected(Closed{
                    Why::Failed,
                    errorLine(sandbox.error(), status == nullptr ? connectionId : status->name)}));
            else if (sandbox->state == SandboxState::Paused)
                handler(std::unexpected(asleep(key, *sandbox)));
            else
                handler(Found{profile, withToken(*sandbox, m_fleet.find(key))});
        });
}

SandboxLookUp::Closed SandboxLookUp::asleep(const QString &key, const SandboxInfo &said)
{
    const FleetEntry *entry = m_fleet.find(key);
    if (entry == nullptr)
        return {.why = Why::Paused, .words = tr("The sandbox is paused.")};
    if (entry->state == FleetState::Paused || entry->state == FleetState::Resuming)
        return Sandglass::asleep(*entry);
    m_fleet.recheck(key); // it is to know as well
    FleetEntry paused;
    paused.connection = entry->connection;
    paused.info = said;
    paused.state = FleetState::Paused;
    return Sandglass::asleep(paused);
}

} // namespace Sandglass
