// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdio>
#include <ctime>
#include <vector>

namespace Sandglass {

/// Seconds of CLOCK_MONOTONIC, which is one clock for all processes.
inline double monotonicNow()
{
    std::timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return double(now.tv_sec) + double(now.tv_nsec) / 1e9;
}

/// When frames were shown; told only at the end, so that telling costs nothing while it counts.
class FrameLog final
{
public:
    FrameLog() { m_shown.reserve(std::size_t{64} * 1024); }

    void add() { m_shown.push_back(monotonicNow()); }
    void print() const
    {
        for (const double time : m_shown)
            std::printf("%.6f\n", time);
    }

private:
    std::vector<double> m_shown;
};

} // namespace Sandglass
