// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/filetext.h>
#include <host/uidrange.h>

#include <unistd.h>

#include <algorithm>
#include <random>
#include <sstream>
#include <string>

namespace Sandglass {

namespace {

// Between what systemd gives to containers (up to 1879048191) and the end of the signed numbers:
// used by nobody.
constexpr std::uint64_t preferredFirst = 1'900'000'000;
constexpr std::uint64_t preferredCount = 100'000'000;
// In a container with fewer ids: its upper end, below nobody (65534).
constexpr std::uint64_t smallFirst = 50'000;
constexpr std::uint64_t smallCount = 15'000;

} // namespace

std::uint32_t UidRange::pick(const std::set<std::uint32_t> &used) const
{
    if (used.size() >= count)
        return 0;
    std::random_device random;
    std::uint32_t candidate =
        first + std::uniform_int_distribution<std::uint32_t>(0, count - 1)(random);
    while (used.contains(candidate))
        candidate = candidate + 1 < first + count ? candidate + 1 : first;
    return candidate;
}

std::optional<UidRange> sandboxUids(std::uint32_t ownUid, std::string_view uidMap)
{
    if (ownUid != 0)
        return std::nullopt;
    std::istringstream lines{std::string(uidMap)};
    std::uint64_t inside = 0;
    std::uint64_t outside = 0;
    std::uint64_t length = 0;
    std::optional<UidRange> found;
    while (lines >> inside >> outside >> length) {
        const auto covers = [&](std::uint64_t first, std::uint64_t count) {
            return inside <= first && inside + length >= first + count;
        };
        if (covers(preferredFirst, preferredCount))
            return UidRange{.first = preferredFirst, .count = preferredCount};
        if (covers(smallFirst, smallCount))
            found = UidRange{.first = smallFirst, .count = smallCount};
    }
    return found;
}

std::optional<UidRange> sandboxUidsHere()
{
    return sandboxUids(::geteuid(), readFileText("/proc/self/uid_map"));
}

} // namespace Sandglass
