// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vnc/helper/rfblimits.h>

#include <array>
#include <chrono>

namespace Sandglass::Rfb {

/// Counts how often a desktop changes its size.
class ResizeGuard final
{
public:
    using Clock = std::chrono::steady_clock;

    /// Whether one more is within maximumResizesPerSecond; if so it is counted.
    [[nodiscard]] bool allows(Clock::time_point now)
    {
        Clock::time_point &oldest = m_times[m_next];
        if (oldest != Clock::time_point() && now - oldest < std::chrono::seconds(1))
            return false;
        oldest = now;
        m_next = (m_next + 1) % m_times.size();
        return true;
    }

private:
    std::array<Clock::time_point, maximumResizesPerSecond> m_times{};
    std::size_t m_next = 0;
};

} // namespace Sandglass::Rfb
