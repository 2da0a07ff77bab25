// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/connections/connections.h>
#include <app/connections/localhost.h>
#include <app/operations/sandboxcalls.h>
#include <app/secrets/secretstore.h>
#include <app/settings/settings.h>
#include <client/access/mutationcounter.h>
#include <client/curltransport.h>
#include <client/filetransfers.h>
#include <models/fleetstore.h>
#include <vnc/rfbbridges.h>

namespace Sandglass {

/// Everything that lives as long as the app and has no window. Built once, in main; its parts are
/// handed to whoever needs them. The order is that of dependence: what is below borrows what is
/// above.
struct AppContext {
    Settings settings;
    SecretStore secrets;
    MutationCounter mutations;
    CurlTransport transport{mutations};
    FileTransfers transfers{mutations};
    RfbBridges bridges{RfbBridges::findHelper()};
    FleetStore fleet;
    Connections connections{transport, secrets, settings, fleet};
    LocalHost localHost{connections, fleet};
    SandboxCalls calls{connections, fleet};
};

} // namespace Sandglass
