// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/proxiedrequest.h>
#include <host/proxyerrors.h>
#include <host/sandboxproxy.h>
#include <host/sandboxregistry.h>

namespace Sandglass {

SandboxProxy::SandboxProxy(HostContext &context, const SandboxRegistry &registry)
    : m_context(context),
      m_registry(registry)
{
}

SandboxProxy::~SandboxProxy() = default;

void SandboxProxy::handle(std::shared_ptr<Exchange> exchange, const SandboxRoute &route)
{
    const RequestHead &head = exchange->head();
    if (head.method == "CONNECT") {
        exchange->respond(badRoute("CONNECT is not offered"));
        return;
    }
    if (m_registry.find(route.sandboxId) == nullptr) {
        exchange->respond(sandboxNotFound(head, route.sandboxId));
        return;
    }
    if (auto refused = refuseReservedPath(head); refused && route.port == envdPort) {
        exchange->respond(std::move(*refused));
        return;
    }
    const auto request = std::make_shared<ProxiedRequest>(m_context, std::move(exchange), route);
    const auto *key = request.get();
    m_requests.emplace(key, request);
    request->begin([this, id = route.sandboxId] { return m_registry.find(id) != nullptr; },
                   [this, key] { m_requests.erase(key); });
}

} // namespace Sandglass
