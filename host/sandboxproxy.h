// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <host/http/httpserver.h>
#include <protocol/routing.h>

#include <map>
#include <memory>

namespace Sandglass {

struct HostContext;
class ProxiedRequest;
class SandboxRegistry;

/// Passes requests on to sandboxes: to the agent (port 49983) or through its tunnel to any other
/// port, bodies piece by piece in both directions, WebSockets and their like as they are. A client
/// that goes away ends its request inside too.
class SandboxProxy final
{
public:
    SandboxProxy(HostContext &context, const SandboxRegistry &registry);
    ~SandboxProxy(); ///< ends every request that is under way

    void handle(std::shared_ptr<Exchange> exchange, const SandboxRoute &route);

private:
    HostContext &m_context;
    const SandboxRegistry &m_registry;
    std::map<const ProxiedRequest *, std::shared_ptr<ProxiedRequest>> m_requests;
};

} // namespace Sandglass
