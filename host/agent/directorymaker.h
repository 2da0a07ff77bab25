// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <host/agent/fileerror.h>
#include <host/agent/users.h>

#include <expected>
#include <string>

namespace Sandglass {

/// Makes the directory and those above it that are missing, 0755 and the user's. An existing one is
/// fine; one that is a file fails with ENOTDIR and "path is a file: …".
[[nodiscard]] std::expected<void, FileFailure> makeDirectories(const std::string &path,
                                                               const User &user);

/// Makes the file at the path (a link itself, not its target) or descriptor the user's. In a
/// sandbox whose users all are one kernel user there is nobody to give it to: that is no failure.
[[nodiscard]] std::expected<void, FileFailure> giveTo(const User &user, const std::string &path);
[[nodiscard]] std::expected<void, FileFailure> giveTo(const User &user, int fd,
                                                      const std::string &path);

} // namespace Sandglass
