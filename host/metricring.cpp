// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/metricring.h>

namespace Sandglass {

void MetricRing::add(const MetricSample &sample)
{
    // A clock that was set back must not break the order that clients rely on.
    while (!m_samples.empty() && m_samples.back().time >= sample.time)
        m_samples.pop_back();
    m_samples.push_back(sample);
    if (m_samples.size() > capacity)
        m_samples.pop_front();
}

std::optional<MetricSample> MetricRing::latest() const
{
    return m_samples.empty() ? std::nullopt : std::optional(m_samples.back());
}

std::vector<MetricSample> MetricRing::between(std::optional<std::int64_t> start,
                                              std::optional<std::int64_t> end) const
{
    std::vector<MetricSample> found;
    for (const MetricSample &sample : m_samples) {
        const auto second =
            std::chrono::floor<std::chrono::seconds>(sample.time).time_since_epoch().count();
        if ((!start || second >= *start) && (!end || second <= *end))
            found.push_back(sample);
    }
    return found;
}

} // namespace Sandglass
