// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <host/agent/launch.h>
#include <host/agent/settings.h>
#include <protocol/connectframe.h>

#include <expected>

namespace Sandglass {

/// Turns a client's request into what is to be launched: user, directory and environment by the
/// rules of the protocol page envd, 3.3. `user` is the one that the call names.
[[nodiscard]] std::expected<LaunchOrder, ConnectError>
launchOrderFor(const StartProcess &request, const std::optional<User> &user,
               const AgentSettings &settings, const UserDatabase &users);

} // namespace Sandglass
