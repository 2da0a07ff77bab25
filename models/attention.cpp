// SPDX-License-Identifier: GPL-3.0-or-later
#include <models/attention.h>
#include <models/fleettext.h>

#include <QCoreApplication>

#include <optional>

using namespace std::chrono_literals;

namespace Sandglass {

namespace {

constexpr double busyPercent = 95;
constexpr double fullPercent = 95;
constexpr auto busyFor = 5min;
constexpr auto soon = 5min;
/// The first sample comes some seconds after the start; after this nobody expects it any more.
constexpr auto firstSample = 30s;

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Sandglass::Attention)
};

std::optional<AttentionFacts> risk(const FleetEntry &entry)
{
    const auto cpu = percentOf(entry, MetricMember::Cpu);
    const auto &latest = entry.latest();
    if (cpu && latest && *cpu > busyPercent) {
        const auto since = entry.history.aboveSince(busyPercent, MetricMember::Cpu);
        const auto length = since ? latest->time - *since : 0ns;
        if (length >= busyFor)
            return AttentionFacts{
                Attention::AtRisk,
                Tr::tr("CPU > 95 % for %1 min")
                    .arg(std::chrono::floor<std::chrono::minutes>(length).count())};
    }
    const auto memory = percentOf(entry, MetricMember::Memory);
    if (memory && *memory >= fullPercent)
        return AttentionFacts{Attention::AtRisk, Tr::tr("Memory full")};
    return std::nullopt;
}

std::optional<AttentionFacts> warning(const FleetEntry &entry, Timestamp now)
{
    const auto left = secondsLeft(entry, now);
    if (!left || *left >= soon || entry.state == FleetState::Starting)
        return std::nullopt;
    const auto minutes = std::chrono::floor<std::chrono::minutes>(*left).count();
    return AttentionFacts{Attention::Warning, minutes > 0 ? Tr::tr("%1 min left").arg(minutes)
                                                          : Tr::tr("Less than 1 min left")};
}

std::optional<AttentionFacts> diskWarning(const FleetEntry &entry, const FleetText &texts)
{
    const auto disk = percentOf(entry, MetricMember::Disk);
    if (!disk || !isOverLimit(*disk, MetricMember::Disk))
        return std::nullopt;
    return AttentionFacts{Attention::Warning, Tr::tr("Disk %1 full").arg(texts.percent(*disk))};
}

bool waitsForFirstSample(const FleetEntry &entry, Timestamp now)
{
    const auto age = ageOf(entry, now);
    const bool runs = entry.state == FleetState::Running || entry.state == FleetState::Starting;
    return runs && entry.history.isEmpty() && entry.connection->metricsOffered && age &&
           *age < firstSample;
}

} // namespace

AttentionFacts attentionOf(const FleetEntry &entry, Timestamp now, const QLocale &locale)
{
    const FleetText texts(locale, now);
    if (entry.isGone() && entry.goneAt)
        return {Attention::Remark,
                Tr::tr("Gone %1, %2")
                    .arg(texts.clockTime(*entry.goneAt), FleetText::goneReason(entry.goneReason))};
    // What was measured says nothing about now when nobody answers; the time runs out all the same.
    const QString old = texts.freshness(entry);
    const bool isFresh = old.isEmpty();
    if (const auto facts = isFresh ? risk(entry) : std::nullopt)
        return *facts;
    if (const auto facts = warning(entry, now))
        return *facts;
    if (const auto facts = isFresh ? diskWarning(entry, texts) : std::nullopt)
        return *facts;
    if (!isFresh)
        return {Attention::Remark, old};
    if (waitsForFirstSample(entry, now))
        return {Attention::Remark, Tr::tr("First sample in about 5 s")};
    return {};
}

} // namespace Sandglass
