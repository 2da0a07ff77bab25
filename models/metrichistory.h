// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <protocol/metrics.h>

#include <QList>

#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

namespace Sandglass {

enum class MetricMember { Cpu, Memory, Disk };

/// Percent 0..100 of the member's capacity; nothing when the capacity is unknown.
[[nodiscard]] std::optional<double> percentOf(const MetricSample &sample, MetricMember member);

/// The samples of one sandbox over the last hour, in the order of their time stamps (the service's
/// clock). A value; at most 1,024 samples, 24 bytes each; services sample every 5 s. Memory and
/// disk are kept in KiB and capacities only as last reported. Gaps stay gaps.
class MetricHistory final
{
public:
    static constexpr std::chrono::minutes window{60};
    static constexpr std::chrono::seconds sampling{5};

    /// Puts the samples where they belong, in any order; known ones change nothing. True if
    /// anything was new.
    bool append(const std::vector<MetricSample> &samples);
    bool append(const MetricSample &sample);
    void clear();

    [[nodiscard]] bool isEmpty() const { return m_first == m_packed.size(); }
    [[nodiscard]] qsizetype size() const { return qsizetype(m_packed.size() - m_first); }
    [[nodiscard]] const std::optional<MetricSample> &latest() const { return m_latest; }

    /// All samples, oldest first, for charts. Two samples further apart than three samplings have a
    /// gap between.
    [[nodiscard]] QList<MetricSample> samples() const;

    /// One value per minute of the clock, the last for the running one: the maximum of that minute,
    /// NaN where there is no sample. `now` is the service's time. Until the running minute has its
    /// first sample the list ends with the minute before, so that a line does not lose its end each
    /// time a minute turns.
    [[nodiscard]] QList<float> series(Timestamp now, MetricMember member, int minutes = 60) const;

    /// Since when every sample up to the latest was above `percent`, without a gap; nothing if the
    /// latest is not.
    [[nodiscard]] std::optional<Timestamp> aboveSince(double percent, MetricMember member) const;

private:
    struct Packed {
        std::int64_t milliseconds = 0;
        float cpuPercent = 0;
        std::uint32_t memUsedKiB = 0;
        std::uint32_t memCacheKiB = 0;
        std::uint32_t diskUsedKiB = 0;
    };
    [[nodiscard]] static Packed pack(const MetricSample &sample);
    [[nodiscard]] MetricSample unpack(const Packed &packed) const;
    [[nodiscard]] double percent(const Packed &packed, MetricMember member) const;
    void trim();

    std::vector<Packed>
        m_packed; ///< sorted; those before m_first are too old and wait to be dropped together
    std::size_t m_first = 0;
    std::optional<MetricSample> m_latest;
};

} // namespace Sandglass
