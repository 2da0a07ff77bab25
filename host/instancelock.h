// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/result.h>
#include <host/uniquefd.h>

#include <chrono>
#include <optional>
#include <string>

namespace Sandglass {

/// Says which host is the one of this user: whoever holds the lock on a file, as long as it lives.
/// It works over pid namespaces and is free again at once when its holder is killed.
class InstanceLock final
{
public:
    /// Nothing when another process holds it; an Io error when the file cannot be made.
    [[nodiscard]] static Result<std::optional<InstanceLock>> tryTake(const std::string &path);
    /// Tries until the time is over. Blocks: for the command line.
    [[nodiscard]] static Result<std::optional<InstanceLock>> take(const std::string &path,
                                                                  std::chrono::milliseconds within);
    /// Whether a host runs, without becoming it.
    [[nodiscard]] static bool isHeld(const std::string &path);

private:
    explicit InstanceLock(UniqueFd file) : m_file(std::move(file)) {}
    UniqueFd m_file;
};

} // namespace Sandglass
