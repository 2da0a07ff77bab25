// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/result.h>

#include <optional>
#include <string>
#include <string_view>

/// How a request finds its sandbox and port, and the fixed numbers that go with it.
namespace Sandglass {

inline constexpr int envdPort = 49983;
inline constexpr int codeInterpreterPort = 49999;
inline constexpr std::string_view sandboxIdHeader = "E2b-Sandbox-Id";
inline constexpr std::string_view sandboxPortHeader = "E2b-Sandbox-Port";
inline constexpr std::string_view accessTokenHeader = "X-Access-Token";
/// Opens the ports of a sandbox with restricted traffic; envd's has the access token.
inline constexpr std::string_view trafficTokenHeader = "E2b-Traffic-Access-Token";
inline constexpr std::string_view apiKeyHeader = "X-API-Key";

struct SandboxRoute {
    std::string sandboxId;
    int port = 0;
    friend bool operator==(const SandboxRoute &, const SandboxRoute &) = default;
};

/// Where a request goes, by the rules of E2B's edge: for the hosts localhost, IP literals and
/// sandbox.<anything> the two headers decide (only one of them is an error, "missing header");
/// every other host is
/// "<port>-<id>[-…].<domain>". Nothing for localhost and IP literals without the headers: that is
/// the control plane. Errors have the edge's texts for a 400: "missing header", "Invalid host",
/// "Invalid sandbox port", "… ID". `host` is the Host header, with or without a port; header
/// arguments are empty when absent.
[[nodiscard]] Result<std::optional<SandboxRoute>>
routeRequest(std::string_view host, std::string_view idHeader, std::string_view portHeader);

/// Where to reach a port of a sandbox, without a final slash: `sandboxUrl` when set (override); for
/// envd the shared host of E2B's own domains; "https://<port>-<id>.<domain>" otherwise. An empty
/// domain is e2b.app.
[[nodiscard]] std::string sandboxBaseUrl(std::string_view sandboxUrl, std::string_view domain,
                                         std::string_view sandboxId, int port);

} // namespace Sandglass
