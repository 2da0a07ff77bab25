// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <host/http/message.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace Sandglass {

/// Keeps away what must not reach a service on loopback: web pages that try other sites' addresses
/// (by Origin, or by a name of their own that leads here) and requests without the key.
class RequestGuard final
{
public:
    RequestGuard(std::string apiKey, std::uint16_t port) : m_apiKey(std::move(apiKey)), m_port(port)
    {
    }

    /// The answer to a request that is not addressed to us or comes from a foreign page; nothing
    /// when it is fine.
    [[nodiscard]] std::optional<Response> refuseAddress(const RequestHead &head) const;
    /// The answer to a request without the right key (X-API-Key, or Authorization: Bearer).
    [[nodiscard]] std::optional<Response> refuseKey(const RequestHead &head) const;

private:
    [[nodiscard]] bool isOurHost(std::string_view authority) const;
    [[nodiscard]] bool isOwnOrigin(std::string_view origin, std::string_view host) const;

    std::string m_apiKey;
    std::uint16_t m_port;
};

} // namespace Sandglass
