// SPDX-License-Identifier: GPL-3.0-or-later
#include <models/displaytext.h>
#include <models/fleetfacts.h>

#include <algorithm>

using namespace std::chrono_literals;

namespace Sandglass {

namespace {

using std::chrono::floor;
using std::chrono::milliseconds;
using std::chrono::nanoseconds;
using std::chrono::seconds;

/// A running sandbox whose newest sample is older than this, seen from its last answer, has no
/// current value.
constexpr auto valueStands = 60s;

Timestamp serviceTime(const FleetEntry &entry, Timestamp now)
{
    return now + entry.connection->clockOffset;
}

std::optional<nanoseconds> exactAge(const FleetEntry &entry, Timestamp now)
{
    if (entry.info.startedAt == Timestamp{})
        return std::nullopt;
    const Timestamp end = serviceTime(entry, entry.goneAt.value_or(now));
    return std::max<nanoseconds>(end - entry.info.startedAt, 0ns);
}

/// The step in which a duration is written (FleetText::duration).
nanoseconds durationStep(nanoseconds length)
{
    if (length < 60s)
        return 1s;
    return length < 24h ? nanoseconds(1min) : nanoseconds(1h);
}

/// The step in which an age is told (FleetText::ago).
nanoseconds agoStep(nanoseconds age)
{
    if (age < 60s)
        return age < 10s ? 1s : 10s;
    return age < 1h ? nanoseconds(1min) : nanoseconds(1h);
}

} // namespace

QString nameOf(const SandboxInfo &sandbox)
{
    const auto name = sandbox.metadata.find("name");
    if (name != sandbox.metadata.end() && !name->second.empty())
        return displayText(name->second);
    return displayText(sandbox.alias.empty() ? sandbox.id : sandbox.alias);
}

QString nameOf(const FleetEntry &entry)
{
    const QString name = nameOf(entry.info);
    return name.isEmpty() ? displayText(entry.info.templateId) : name;
}

QString naturalOrder(const QString &name)
{
    constexpr qsizetype width = 12;
    const QString folded = name.toCaseFolded();
    QString order;
    for (qsizetype i = 0; i < folded.size();) {
        qsizetype end = i;
        while (end < folded.size() && folded.at(end).isDigit())
            ++end;
        if (end == i) {
            order += folded.at(i++);
            continue;
        }
        order += QString(std::max<qsizetype>(width - (end - i), 0), u'0');
        order += QStringView(folded).sliced(i, end - i);
        i = end;
    }
    return order;
}

QDateTime toDateTime(Timestamp time)
{
    return QDateTime::fromMSecsSinceEpoch(floor<milliseconds>(time).time_since_epoch().count(),
                                          QTimeZone::UTC);
}

milliseconds staleFor(const FleetEntry &entry, Timestamp now)
{
    if (entry.isGone() || entry.isPending())
        return 0ms;
    const auto age = floor<milliseconds>(now - entry.lastSeen);
    return age > entry.connection->freshFor ? age : 0ms;
}

std::optional<Timestamp> endOf(const FleetEntry &entry)
{
    const bool runs = entry.state == FleetState::Running || entry.state == FleetState::Starting ||
                      entry.state == FleetState::Unknown;
    if (!runs || entry.info.endAt == Timestamp{})
        return std::nullopt;
    return entry.info.endAt;
}

std::optional<seconds> secondsLeft(const FleetEntry &entry, Timestamp now)
{
    return endOf(entry).transform(
        [&](Timestamp end) { return std::max(floor<seconds>(end - serviceTime(entry, now)), 0s); });
}

std::optional<double> fractionLeft(const FleetEntry &entry, Timestamp now)
{
    const auto end = endOf(entry);
    if (!end || *end <= entry.info.startedAt)
        return std::nullopt;
    const double whole = double((*end - entry.info.startedAt).count());
    return std::clamp(double((*end - serviceTime(entry, now)).count()) / whole, 0.0, 1.0);
}

std::optional<seconds> ageOf(const FleetEntry &entry, Timestamp now)
{
    return exactAge(entry, now).transform([](nanoseconds age) { return floor<seconds>(age); });
}

NoValue noValueOf(const FleetEntry &entry, MetricMember member)
{
    if (entry.state == FleetState::Paused)
        return NoValue::Paused;
    if (entry.state != FleetState::Running && entry.state != FleetState::Unknown)
        return NoValue::Transition;
    if (!entry.connection->metricsOffered)
        return NoValue::NotReported;
    const auto &latest = entry.latest();
    if (!latest || serviceTime(entry, entry.lastSeen) - latest->time > valueStands)
        return NoValue::NoSample;
    return percentOf(*latest, member) ? NoValue::None : NoValue::NotReported;
}

std::optional<double> percentOf(const FleetEntry &entry, MetricMember member)
{
    const auto &latest = entry.latest();
    if (!latest || noValueOf(entry, member) != NoValue::None)
        return std::nullopt;
    return percentOf(*latest, member);
}

bool isOverLimit(double percent, MetricMember member)
{
    return percent >= (member == MetricMember::Cpu ? 95.0 : 90.0);
}

TextChanges nextTextChanges(const FleetEntry &entry, Timestamp now)
{
    TextChanges next;
    if (const auto end = endOf(entry)) {
        const nanoseconds left = *end - serviceTime(entry, now);
        if (left > 0ns)
            next.left = now + left % durationStep(left) + 1ns;
    }
    const auto age = exactAge(entry, now);
    if (age && !entry.isGone())
        next.age = now + durationStep(*age) - *age % durationStep(*age);
    if (const nanoseconds stale = staleFor(entry, now); stale > 0ns)
        next.stale = now + agoStep(stale) - stale % agoStep(stale);
    return next;
}

} // namespace Sandglass
