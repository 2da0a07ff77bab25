// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/result.h>
#include <protocol/hostinfo.h>

#include <chrono>
#include <string>

namespace Sandglass {

/// The file by which programs of the same user find the running host (HostPaths::record()). It
/// appears whole or not at all, readable by its owner only.
[[nodiscard]] Result<void> writeHostRecord(const std::string &path, const HostInfo &info);
[[nodiscard]] Result<HostInfo> readHostRecord(const std::string &path);
void removeHostRecord(const std::string &path);

/// One call to a running host with its key; the answer's status. Blocks: for the command line.
[[nodiscard]] Result<int> callHost(const HostInfo &host, const std::string &method,
                                   const std::string &target, std::chrono::milliseconds within);

} // namespace Sandglass
