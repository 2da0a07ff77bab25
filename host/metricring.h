// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <protocol/metrics.h>

#include <cstdint>
#include <deque>
#include <optional>
#include <vector>

namespace Sandglass {

/// The samples of the last hour and a little more, oldest first. What was not measured is missing:
/// a host that adopts a sandbox begins anew.
class MetricRing final
{
public:
    static constexpr std::size_t capacity = 65 * 12; ///< 65 minutes of samples 5 s apart

    void add(const MetricSample &sample);
    [[nodiscard]] std::optional<MetricSample> latest() const;
    /// Whole seconds since 1970, both inclusive; a missing bound does not bound.
    [[nodiscard]] std::vector<MetricSample> between(std::optional<std::int64_t> start,
                                                    std::optional<std::int64_t> end) const;

private:
    std::deque<MetricSample> m_samples;
};

} // namespace Sandglass
