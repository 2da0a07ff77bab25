// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/metricchart.h>

#include <QtCore/QString>

#include <span>

namespace Sandglass {

/// The unit in which bytes of a scale are told, one for the whole chart.
struct ByteScale {
    double factor = 1;
    QString unit;

    /// The one in which `capacity` is at least 1.
    [[nodiscard]] static ByteScale of(double capacity);
    /// "3.2", "4": at most one decimal, none of 0.
    [[nodiscard]] QString number(double bytes) const;
};

/// A label of the value axis; the unit stands on the top one only.
[[nodiscard]] QString axisLabel(double value, double top, ChartUnit unit);
/// "81 %" of the capacity; empty when that is unknown.
[[nodiscard]] QString shortValue(double value, double capacity, ChartUnit unit);
/// As exact as the sample: "42.1 %", "3.21 GiB (80.3 %)".
[[nodiscard]] QString exactValue(double value, double capacity, ChartUnit unit);
/// "3.2 of 4 GiB".
[[nodiscard]] QString capacityNote(double value, double capacity);
/// "rising from 41 % over 14 min; highest 100 %"; empty with less than two values.
[[nodiscard]] QString trendText(std::span<const ChartPoint> points, double capacity,
                                ChartUnit unit);
/// Local time with seconds, as "14:01:35".
[[nodiscard]] QString clockText(qint64 time);

} // namespace Sandglass
