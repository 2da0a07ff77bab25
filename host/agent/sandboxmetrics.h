// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <protocol/metrics.h>

#include <chrono>

namespace Sandglass {

/// What the processes of this pid namespace use, from /proc. The machine's own sums (/proc/stat,
/// /proc/meminfo) say nothing here: they cover every sandbox and the user's desktop.
class SandboxMetrics final
{
public:
    /// 0 takes the machine's figure.
    SandboxMetrics(int memoryMiB, int cpuCount);

    /// CPU is the mean since the sample before. Samples are at least a second apart: what is asked
    /// in between gets the last one again.
    [[nodiscard]] MetricSample sample();

private:
    using Clock = std::chrono::steady_clock;

    std::int64_t m_memoryTotal;
    int m_cpuCount;
    double m_cpuSeconds = 0;
    Clock::time_point m_takenAt;
    MetricSample m_last;
};

} // namespace Sandglass
