// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <client/access/access.h>
#include <client/connectionprofile.h>
#include <protocol/routing.h>
#include <protocol/sandbox.h>

#include <optional>
#include <string>

namespace Sandglass {

/// How one port of a sandbox is reached. A value: take a new one when the sandbox was looked at
/// again.
struct SandboxAddress {
    std::string sandboxId;
    std::string baseUrl; ///< without a trailing slash
    std::optional<std::string> accessToken;
    std::optional<std::string> trafficToken; ///< where its traffic is restricted, if it is known
    Access permitted = Access::Act;          ///< Observe on a read-only connection
    QString connectionId;
    int port = envdPort;
    std::string envdVersion; ///< "0.6.13"; empty when unknown, which counts as new
    std::string user;        ///< Linux user to act as; empty: the sandbox's default
    friend bool operator==(const SandboxAddress &, const SandboxAddress &) = default;
};

/// From what GET /sandboxes/{id} says: the list carries no token. Never asks the service to
/// connect, which would extend the sandbox's life. Without a port it is envd's.
[[nodiscard]] SandboxAddress addressOf(const ConnectionProfile &profile,
                                       const SandboxInfo &sandbox);
[[nodiscard]] SandboxAddress addressOf(const ConnectionProfile &profile, const SandboxInfo &sandbox,
                                       int port);

} // namespace Sandglass
