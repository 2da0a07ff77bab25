// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <models/fleetentry.h>

#include <QDateTime>
#include <QTimeZone>

#include <chrono>
#include <optional>

/// What follows from an entry and the time; `now` is our clock everywhere.
namespace Sandglass {

/// The name people know a sandbox by: metadata "name", else the alias, else the id. Fit to be
/// shown.
[[nodiscard]] QString nameOf(const SandboxInfo &sandbox);
[[nodiscard]] QString nameOf(const FleetEntry &entry);
/// Lower case, and with the numbers in it made comparable, so that "run-9" comes before "run-10".
[[nodiscard]] QString naturalOrder(const QString &name);

[[nodiscard]] QDateTime toDateTime(Timestamp time); ///< UTC

/// How old what is shown of it is; 0 while fresh, when gone, and before it has an id.
[[nodiscard]] std::chrono::milliseconds staleFor(const FleetEntry &entry, Timestamp now);

/// When it ends by its service's clock; nothing when it has no end or none that matters: paused,
/// being killed, gone.
[[nodiscard]] std::optional<Timestamp> endOf(const FleetEntry &entry);
[[nodiscard]] std::optional<std::chrono::seconds> secondsLeft(const FleetEntry &entry,
                                                              Timestamp now);
[[nodiscard]] std::optional<double> fractionLeft(const FleetEntry &entry, Timestamp now);
/// Length of the present run; of the last one when gone. Nothing when the service does not say when
/// it began.
[[nodiscard]] std::optional<std::chrono::seconds> ageOf(const FleetEntry &entry, Timestamp now);

[[nodiscard]] NoValue noValueOf(const FleetEntry &entry, MetricMember member);
/// Nothing whenever noValueOf says why.
[[nodiscard]] std::optional<double> percentOf(const FleetEntry &entry, MetricMember member);
[[nodiscard]] bool isOverLimit(double percent,
                               MetricMember member); ///< CPU from 95 %, memory and disk from 90 %

/// When the texts about an entry change next without any news from the service; Timestamp::max()
/// for never.
struct TextChanges {
    Timestamp left = Timestamp::max();
    Timestamp age = Timestamp::max();
    Timestamp stale = Timestamp::max(); ///< only of what is stale already
};
[[nodiscard]] TextChanges nextTextChanges(const FleetEntry &entry, Timestamp now);

} // namespace Sandglass
