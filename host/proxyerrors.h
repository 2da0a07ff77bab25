// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <host/http/message.h>

#include <optional>
#include <string>

namespace Sandglass {

/// The proxy's own answers, in the words of E2B's edge: JSON for programs, a small page for
/// browsers.
[[nodiscard]] Response sandboxNotFound(const RequestHead &head, const std::string &sandboxId);
[[nodiscard]] Response portNotOpen(const RequestHead &head, const std::string &sandboxId, int port);
/// For a request of a route (host, id or port) that cannot be: plain text.
[[nodiscard]] Response badRoute(const std::string &words);
/// The 404 for envd's control routes (/init and its like), which nobody outside may call; nothing
/// for other paths.
[[nodiscard]] std::optional<Response> refuseReservedPath(const RequestHead &head);

} // namespace Sandglass
