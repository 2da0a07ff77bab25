// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/connections/connections.h>
#include <app/errortext.h>
#include <app/sessions/sandboxlookup.h>
#include <models/fleetstore.h>

namespace Sandglass {

using Why = SandboxLookUp::Closed::Why;

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
    m_request = api->get(
        entry->info.id, [this, connectionId = entry->connection->id, profile = api->profile(),
                         handler = std::move(handler)](const Result<SandboxInfo> &sandbox) {
            const ConnectionStatus *status = m_fleet.connection(connectionId);
            if (!sandbox)
                handler(std::unexpected(Closed{
                    Why::Failed,
                    errorLine(sandbox.error(), status == nullptr ? connectionId : status->name)}));
            else if (sandbox->state == SandboxState::Paused)
                handler(std::unexpected(Closed{
                    Why::Paused,
                    tr("The sandbox is paused. Nothing was sent to it, for that could wake it.")}));
            else
                handler(Found{profile, *sandbox});
        });
}

} // namespace Sandglass
