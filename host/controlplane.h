// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <host/http/httpserver.h>
#include <host/sandboxregistry.h>

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace Sandglass {

/// The platform API over the registry: one function a call. Address and key are checked before.
class ControlPlane final
{
public:
    using StopHandler = std::function<void(SandboxRegistry::Sandboxes)>;

    /// `stop`: the host shall end, asked for by `sandglass-host stop`.
    ControlPlane(SandboxRegistry &registry, StopHandler stop)
        : m_registry(registry),
          m_stop(std::move(stop))
    {
    }

    /// The one call that needs no key.
    [[nodiscard]] static bool isHealthCheck(const RequestHead &head);
    void handle(const std::shared_ptr<Exchange> &exchange);

private:
    enum class Version { One, Two };
    /// The calls without an id; false when it is none of them.
    bool handleCollection(const std::shared_ptr<Exchange> &exchange, std::string_view path);
    void handleSandbox(const std::shared_ptr<Exchange> &exchange, const std::string &id,
                       std::string_view call);
    void health(Exchange &exchange) const;
    void stop(Exchange &exchange);
    void list(Exchange &exchange, Version version) const;
    void create(const std::shared_ptr<Exchange> &exchange, Version version);
    void get(Exchange &exchange, const std::string &id) const;
    void kill(const std::shared_ptr<Exchange> &exchange, const std::string &id);
    void setTimeout(const std::shared_ptr<Exchange> &exchange, const std::string &id);
    void metrics(Exchange &exchange, const std::string &id) const;
    void metricsOfMany(Exchange &exchange) const;

    SandboxRegistry &m_registry;
    StopHandler m_stop;
    bool m_stopping = false;
};

} // namespace Sandglass
