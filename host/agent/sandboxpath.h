// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <host/agent/settings.h>
#include <protocol/connectframe.h>

#include <expected>
#include <string>
#include <string_view>

namespace Sandglass {

/// The absolute path that a client's one stands for (protocol page envd, 3.3 and 4.2): "" is the
/// default directory or the home, "~" and "~/x" are in the home, anything relative too. Absolute
/// ones stay as they are. A part that does not exist, but would with the escapes of
/// protocol/bytetext.h undone, is taken for that. The home of somebody else is invalid_argument.
[[nodiscard]] std::expected<std::string, ConnectError>
expandPath(const std::string &path, const User &user, const AgentSettings &settings);

/// The last part of a path; "/" for the root.
[[nodiscard]] std::string_view baseName(std::string_view path);
/// All but the last part; "/" at least.
[[nodiscard]] std::string_view parentPath(std::string_view path);
[[nodiscard]] std::string joinPath(std::string_view directory, std::string_view name);
/// Without slashes at the end, unless it is the root.
[[nodiscard]] std::string_view withoutSlashes(std::string_view path);

} // namespace Sandglass
