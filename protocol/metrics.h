// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/result.h>
#include <core/time.h>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace Sandglass {

/// One sample of GET /sandboxes/{id}/metrics. Memory and disk in bytes. memUsed leaves the
/// reclaimable cache out.
struct MetricSample {
    Timestamp time{};
    int cpuCount = 0;
    double cpuUsedPct = 0; ///< 0..100 of all cores together
    std::int64_t memUsed = 0;
    std::int64_t memTotal = 0;
    std::int64_t memCache = 0;
    std::int64_t diskUsed = 0;
    std::int64_t diskTotal = 0;
    friend bool operator==(const MetricSample &, const MetricSample &) = default;
};

/// By sandbox id: GET /sandboxes/metrics?sandbox_ids=a,b (at most 100). Ids without samples are
/// missing.
using MetricsById = std::map<std::string, MetricSample>;

[[nodiscard]] std::string encodeMetrics(const std::vector<MetricSample> &samples);
[[nodiscard]] Result<std::vector<MetricSample>> decodeMetrics(std::string_view json);
[[nodiscard]] std::string encodeMetricsById(const MetricsById &metrics);
[[nodiscard]] Result<MetricsById> decodeMetricsById(std::string_view json);

/// envd's own GET /metrics: one sample with its short names (ts, cpu_count, cpu_used_pct,
/// mem_total, …).
[[nodiscard]] std::string encodeEnvdMetrics(const MetricSample &sample);
[[nodiscard]] Result<MetricSample> decodeEnvdMetrics(std::string_view json);

} // namespace Sandglass
