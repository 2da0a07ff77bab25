// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <client/connectionprofile.h>
#include <protocol/sandbox.h>
#include <vnc/rfbendpoint.h>

namespace Sandglass {

/// Where a desktop sandbox's stream listens (protocol page "desktop", section 2).
inline constexpr int screenPort = 6080;

/// The WebSocket of a sandbox's screen, with the headers that lead there (protocol page "desktop",
/// section 2.3). A sandbox with restricted traffic refuses it unless `sandbox` carries the token
/// that only creating and connecting hand out.
[[nodiscard]] RfbEndpoint screenEndpoint(const ConnectionProfile &profile,
                                         const SandboxInfo &sandbox, const QByteArray &password);

} // namespace Sandglass
