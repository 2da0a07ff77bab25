// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <models/fleetentry.h>

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <chrono>
#include <optional>

namespace Sandglass {

/// The name people know a sandbox by: metadata "name", else the alias, else the id. Fit to be
/// shown.
[[nodiscard]] QString nameOf(const SandboxInfo &sandbox);
[[nodiscard]] QString nameOf(const FleetEntry &entry);

[[nodiscard]] QDateTime toDateTime(Timestamp time); ///< UTC

/// Facts of an entry that depend on the time; `now` is our clock.
[[nodiscard]] std::chrono::milliseconds staleFor(const FleetEntry &entry,
                                                 Timestamp now); ///< 0 while fresh
/// When it ends by its service's clock; nothing when it has no end (paused, gone, starting, or no
/// limit set).
[[nodiscard]] std::optional<Timestamp> endOf(const FleetEntry &entry);
[[nodiscard]] std::optional<std::chrono::seconds> secondsLeft(const FleetEntry &entry,
                                                              Timestamp now);
[[nodiscard]] std::chrono::seconds ageOf(const FleetEntry &entry,
                                         Timestamp now); ///< of this run; never negative
[[nodiscard]] NoValue noValueOf(const FleetEntry &entry, MetricMember member);
[[nodiscard]] std::optional<double> percentOf(const FleetEntry &entry, MetricMember member);
[[nodiscard]] bool isOverLimit(double percent,
                               MetricMember member); ///< CPU from 95 %, memory and disk from 90 %

/// What is written in the cells of the fleet table and wherever else the same facts are told.
class FleetText final
{
    Q_DECLARE_TR_FUNCTIONS(Sandglass::FleetText)

public:
    FleetText(QLocale locale, Timestamp now) : m_locale(std::move(locale)), m_now(now) {}

    [[nodiscard]] static QString
    duration(std::chrono::seconds length);                      ///< "45s", "4m", "1h 04m", "3d 4h"
    [[nodiscard]] static QString ago(std::chrono::seconds age); ///< "3 min ago"
    [[nodiscard]] static QString state(FleetState state);
    [[nodiscard]] static QString
    noValue(NoValue why); ///< "·", "–", "not reported", "no sample yet"
    [[nodiscard]] QString percent(double percent) const;
    [[nodiscard]] QString clockTime(Timestamp time) const; ///< "14:02", local time
    [[nodiscard]] QString exactTime(Timestamp time) const; ///< with date and seconds, local time
    [[nodiscard]] QString size(qint64 bytes) const;        ///< KiB, MiB, GiB

    [[nodiscard]] QString cell(const FleetEntry &entry,
                               FleetColumn column) const; ///< all but Attention
    [[nodiscard]] QString toolTip(const FleetEntry &entry,
                                  FleetColumn column) const; ///< plain, several lines
    [[nodiscard]] QString accessible(const FleetEntry &entry, FleetColumn column) const;
    [[nodiscard]] QString
    freshness(const FleetEntry &entry) const; ///< "Seen 3 min ago"; empty while fresh
    [[nodiscard]] QString timeLeft(const FleetEntry &entry) const;
    [[nodiscard]] static QString
    metadata(const StringMap &metadata); ///< "key=value, …" without the name
    [[nodiscard]] static QString column(FleetColumn column);

private:
    [[nodiscard]] QString metricToolTip(const FleetEntry &entry, MetricMember member) const;
    [[nodiscard]] QString endToolTip(const FleetEntry &entry) const;
    [[nodiscard]] QString stateToolTip(const FleetEntry &entry) const;

    QLocale m_locale;
    Timestamp m_now;
};

} // namespace Sandglass
