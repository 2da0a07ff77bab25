// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <protocol/connectframe.h>

#include <string>
#include <string_view>

namespace Sandglass {

/// Something with files that did not work.
struct FileFailure {
    int error = 0;       ///< errno
    std::string message; ///< "mkdir /x: permission denied"
};

/// "no such file or directory": as Go, in which envd is written, spells what strerror() says.
[[nodiscard]] std::string errorText(int error);
/// "<call> <path>: <text of the error>".
[[nodiscard]] FileFailure fileFailure(int error, std::string_view call, std::string_view path);

/// The code that a call answers with (protocol page envd, 4.4). Missing is not_found, forbidden is
/// permission_denied, everything else internal.
[[nodiscard]] ConnectError connectErrorOf(int error, std::string message);
[[nodiscard]] ConnectError invalidArgument(std::string message);

} // namespace Sandglass
