// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/result.h>

#include <cstdint>
#include <string>

namespace Sandglass {

/// Removes a directory with everything in it, whatever a sandbox has made there: trees deeper than
/// any path or stack, directories without permissions. Never follows a link. A success when it was
/// not there. Blocks: for worker threads.
[[nodiscard]] Result<void> removeTree(const std::string &path);

/// The bytes that files and directories below take on the disk. Safe while a sandbox changes the
/// tree: never follows a link, goes at most 64 levels down. Blocks: for worker threads.
[[nodiscard]] std::int64_t diskUsage(const std::string &path);

/// Copies directories, regular files and links with their modes into a new directory; `owner` gets
/// everything, user and group, unless it is 0. Devices, sockets, pipes and what we may not read are
/// left out. Blocks: for workers.
[[nodiscard]] Result<void> copyTree(const std::string &from, const std::string &to,
                                    std::uint32_t owner);

} // namespace Sandglass
