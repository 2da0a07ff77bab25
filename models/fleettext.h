// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <models/fleetfacts.h>

#include <QCoreApplication>
#include <QLocale>

#include <chrono>

namespace Sandglass {

/// What is written in the cells of the fleet table and wherever else the same facts are told. All
/// results are plain text that went through displayText.
class FleetText final
{
    Q_DECLARE_TR_FUNCTIONS(Sandglass::FleetText)

public:
    /// `now` is our clock.
    FleetText(const QLocale &locale, Timestamp now) : m_locale(locale), m_now(now) {}

    [[nodiscard]] static QString
    duration(std::chrono::seconds length);                      ///< "45s", "4m", "1h 04m", "3d 4h"
    [[nodiscard]] static QString ago(std::chrono::seconds age); ///< "3 min ago"
    [[nodiscard]] static QString state(FleetState state);
    [[nodiscard]] static QString
    noValue(NoValue why); ///< "·", "–", "not reported", "no sample yet"
    [[nodiscard]] static QString noValueInWords(NoValue why);
    [[nodiscard]] static QString goneReason(GoneReason reason); ///< "time ran out"
    [[nodiscard]] static QString
    metadata(const StringMap &metadata); ///< "key=value, …" without the name
    [[nodiscard]] static QString column(FleetColumn column);
    [[nodiscard]] QString percent(double percent) const;
    [[nodiscard]] QString clockTime(Timestamp time) const; ///< "14:02", local time
    [[nodiscard]] QString exactTime(Timestamp time) const; ///< with date and seconds, local time
    [[nodiscard]] QString size(qint64 bytes) const;        ///< KiB, MiB, GiB

    [[nodiscard]] QString cell(const FleetEntry &entry,
                               FleetColumn column) const; ///< all but Attention
    [[nodiscard]] QString timeLeft(const FleetEntry &entry) const;
    [[nodiscard]] QString
    freshness(const FleetEntry &entry) const; ///< "Last answer 3 min ago"; empty while fresh
    /// Several lines: the whole of what the cell shortens, the exact times, how old it is.
    [[nodiscard]] QString toolTip(const FleetEntry &entry, FleetColumn column) const;
    /// One sentence for a screen reader, with how old it is.
    [[nodiscard]] QString accessible(const FleetEntry &entry, FleetColumn column) const;

private:
    [[nodiscard]] QString metricCell(const FleetEntry &entry, MetricMember member) const;
    [[nodiscard]] QString metricToolTip(const FleetEntry &entry, MetricMember member) const;
    [[nodiscard]] QString endToolTip(const FleetEntry &entry) const;
    [[nodiscard]] QString stateToolTip(const FleetEntry &entry) const;
    [[nodiscard]] QString cellToolTip(const FleetEntry &entry, FleetColumn column) const;

    QLocale m_locale;
    Timestamp m_now;
};

} // namespace Sandglass
