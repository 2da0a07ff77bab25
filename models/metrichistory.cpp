// SPDX-License-Identifier: GPL-3.0-or-later
#include <models/metrichistory.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace Sandglass {

namespace {

using std::chrono::duration_cast;
using std::chrono::milliseconds;

constexpr std::size_t maxSamples = 1024;
constexpr std::int64_t windowMs = milliseconds(MetricHistory::window).count();
constexpr std::int64_t gapMs = 3 * milliseconds(MetricHistory::sampling).count();
constexpr std::int64_t minuteMs = 60'000;

std::int64_t toMs(Timestamp time)
{
    return duration_cast<milliseconds>(time.time_since_epoch()).count();
}
Timestamp fromMs(std::int64_t ms)
{
    return Timestamp(milliseconds(ms));
}

std::uint32_t toKiB(std::int64_t bytes)
{
    constexpr std::int64_t top = std::numeric_limits<std::uint32_t>::max();
    return std::uint32_t(std::clamp<std::int64_t>(bytes / 1024, 0, top));
}

double clampPercent(double percent)
{
    return std::isfinite(percent) ? std::clamp(percent, 0.0, 100.0) : 0.0;
}

double ratio(double used, double total)
{
    return total > 0 ? clampPercent(100.0 * used / total)
                     : std::numeric_limits<double>::quiet_NaN();
}

} // namespace

std::optional<double> percentOf(const MetricSample &sample, MetricMember member)
{
    double percent = clampPercent(sample.cpuUsedPct);
    if (member == MetricMember::Memory)
        percent = ratio(double(sample.memUsed), double(sample.memTotal));
    else if (member == MetricMember::Disk)
        percent = ratio(double(sample.diskUsed), double(sample.diskTotal));
    return std::isnan(percent) ? std::nullopt : std::optional(percent);
}

MetricHistory::Packed MetricHistory::pack(const MetricSample &sample)
{
    return {.milliseconds = toMs(sample.time),
            .cpuPercent = float(clampPercent(sample.cpuUsedPct)),
            .memUsedKiB = toKiB(sample.memUsed),
            .memCacheKiB = toKiB(sample.memCache),
            .diskUsedKiB = toKiB(sample.diskUsed)};
}

MetricSample MetricHistory::unpack(const Packed &packed) const
{
    MetricSample sample = m_latest.value_or(MetricSample{}); // the capacities
    sample.time = fromMs(packed.milliseconds);
    sample.cpuUsedPct = packed.cpuPercent;
    sample.memUsed = std::int64_t(packed.memUsedKiB) * 1024;
    sample.memCache = std::int64_t(packed.memCacheKiB) * 1024;
    sample.diskUsed = std::int64_t(packed.diskUsedKiB) * 1024;
    return sample;
}

double MetricHistory::percent(const Packed &packed, MetricMember member) const
{
    if (member == MetricMember::Cpu || !m_latest)
        return packed.cpuPercent;
    return member == MetricMember::Memory
               ? ratio(packed.memUsedKiB * 1024.0, double(m_latest->memTotal))
               : ratio(packed.diskUsedKiB * 1024.0, double(m_latest->diskTotal));
}

bool MetricHistory::append(const std::vector<MetricSample> &samples)
{
    bool anyNew = false;
    for (const MetricSample &sample : samples)
        anyNew = append(sample) || anyNew;
    return anyNew;
}

bool MetricHistory::append(const MetricSample &sample)
{
    const Packed packed = pack(sample);
    if (m_latest && packed.milliseconds < toMs(m_latest->time) - windowMs)
        return false;
    const auto begin = m_packed.begin() + std::ptrdiff_t(m_first);
    const auto at = std::ranges::lower_bound(begin, m_packed.end(), packed.milliseconds, {},
                                             &Packed::milliseconds);
    if (at != m_packed.end() && at->milliseconds == packed.milliseconds)
        return false;
    m_packed.insert(at, packed);
    if (!m_latest || m_latest->time < sample.time)
        m_latest = sample;
    trim();
    return true;
}

void MetricHistory::clear()
{
    *this = {};
}

void MetricHistory::trim()
{
    const std::int64_t oldest = m_packed.back().milliseconds - windowMs;
    while (m_packed[m_first].milliseconds < oldest || m_packed.size() - m_first > maxSamples)
        ++m_first;
    // Dropped together, so that a full history does not move all it holds for each new sample.
    if (m_first < 64)
        return;
    m_packed.erase(m_packed.begin(), m_packed.begin() + std::ptrdiff_t(m_first));
    m_first = 0;
}

QList<MetricSample> MetricHistory::samples() const
{
    QList<MetricSample> all;
    all.reserve(size());
    for (std::size_t i = m_first; i < m_packed.size(); ++i)
        all.append(unpack(m_packed[i]));
    return all;
}

QList<float> MetricHistory::series(Timestamp now, MetricMember member, int minutes) const
{
    QList<float> values(std::max(minutes, 0), std::numeric_limits<float>::quiet_NaN());
    if (isEmpty())
        return values;
    const std::int64_t nowMs = toMs(now);
    const std::int64_t latestMs = m_packed.back().milliseconds;
    const std::int64_t endMs = nowMs - latestMs <= gapMs ? latestMs : nowMs;
    const std::int64_t firstMinute = endMs / minuteMs - minutes + 1;
    for (std::size_t i = m_first; i < m_packed.size(); ++i) {
        const std::int64_t slot = m_packed[i].milliseconds / minuteMs - firstMinute;
        if (slot < 0 || slot >= minutes)
            continue;
        float &value = values[qsizetype(slot)];
        value = std::fmax(value, float(percent(m_packed[i], member)));
    }
    return values;
}

std::optional<Timestamp> MetricHistory::aboveSince(double limit, MetricMember member) const
{
    std::optional<std::int64_t> since;
    for (std::size_t i = m_packed.size(); i-- > m_first;) {
        const Packed &packed = m_packed[i];
        if (!(percent(packed, member) > limit) ||
            (since && *since - packed.milliseconds > 2 * gapMs))
            break;
        since = packed.milliseconds;
    }
    return since.transform(fromMs);
}

} // namespace Sandglass
