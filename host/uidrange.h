// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string_view>

namespace Sandglass {

/// Kernel user ids that nothing else on the machine uses, one for each sandbox of a host that runs
/// as root.
struct UidRange {
    std::uint32_t first = 0;
    std::uint32_t count = 0;

    /// One at random that is not in use: two hosts on one machine then do not meet. 0 when all are
    /// taken.
    [[nodiscard]] std::uint32_t pick(const std::set<std::uint32_t> &used) const;
};

/// Nothing unless this process is root and may become other users. `uidMap` is the text of
/// /proc/self/uid_map: in a container only some ids exist.
[[nodiscard]] std::optional<UidRange> sandboxUids(std::uint32_t ownUid, std::string_view uidMap);
/// The same for this process.
[[nodiscard]] std::optional<UidRange> sandboxUidsHere();

} // namespace Sandglass
