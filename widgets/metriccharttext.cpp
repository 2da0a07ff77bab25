// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/metriccharttext.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>
#include <QtCore/QLocale>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Sandglass {

namespace {

/// Texts of the chart share its context, so that translators see them together.
QString text(const char *source)
{
    return QCoreApplication::translate("Sandglass::MetricChart", source);
}

QString percentText(double percent, int decimals)
{
    //: %1 is a number
    return text(QT_TRANSLATE_NOOP("Sandglass::MetricChart", "%1 %"))
        .arg(QLocale().toString(percent, 'f', decimals));
}

bool isValue(const ChartPoint &point)
{
    return std::isfinite(point.value);
}

} // namespace

ByteScale ByteScale::of(double capacity)
{
    static const std::array units{u"B"_s, u"KiB"_s, u"MiB"_s, u"GiB"_s, u"TiB"_s, u"PiB"_s};
    ByteScale scale{1, units.front()};
    for (std::size_t i = 1; i < units.size() && capacity >= 1024 * scale.factor; ++i)
        scale = {scale.factor * 1024, units[i]};
    return scale;
}

QString ByteScale::number(double bytes) const
{
    const double rounded = std::round(bytes / factor * 10) / 10;
    return QLocale().toString(rounded, 'f', rounded == std::floor(rounded) ? 0 : 1);
}

QString axisLabel(double value, double top, ChartUnit unit)
{
    if (unit == ChartUnit::Percent)
        return value == top ? percentText(value, 0) : QLocale().toString(value, 'f', 0);
    const ByteScale scale = ByteScale::of(top);
    const QString number = scale.number(value);
    return value == top ? number + u' ' + scale.unit : number;
}

QString shortValue(double value, double capacity, ChartUnit unit)
{
    if (unit == ChartUnit::Percent)
        return percentText(value, 0);
    if (capacity > 0)
        return percentText(100 * value / capacity, 0);
    const ByteScale scale = ByteScale::of(value);
    return scale.number(value) + u' ' + scale.unit;
}

QString exactValue(double value, double capacity, ChartUnit unit)
{
    if (unit == ChartUnit::Percent)
        return percentText(value, 1);
    const ByteScale scale = ByteScale::of(value);
    const QString size =
        QLocale().toString(value / scale.factor, 'f', scale.factor > 1 ? 2 : 0) + u' ' + scale.unit;
    return capacity > 0 ? size + u" ("_s + percentText(100 * value / capacity, 1) + u')' : size;
}

QString capacityNote(double value, double capacity)
{
    if (capacity <= 0)
        return {};
    const ByteScale scale = ByteScale::of(capacity);
    // A little of much would read 0 in the unit of much.
    if (value > 0 && value < capacity / 100) {
        const ByteScale small = ByteScale::of(value);
        return text(QT_TRANSLATE_NOOP("Sandglass::MetricChart", "%1 %2 of %3 %4"))
            .arg(small.number(value), small.unit, scale.number(capacity), scale.unit);
    }
    //: memory or disk: %1 is used, %2 is there, %3 is the unit
    return text(QT_TRANSLATE_NOOP("Sandglass::MetricChart", "%1 of %2 %3"))
        .arg(scale.number(value), scale.number(capacity), scale.unit);
}

QString trendText(std::span<const ChartPoint> points, double capacity, ChartUnit unit)
{
    constexpr qint64 window = 15 * 60'000;
    const auto last = std::ranges::find_if(points.rbegin(), points.rend(), isValue);
    if (last == points.rend())
        return {};
    const auto first = std::ranges::find_if(points, [&](const ChartPoint &point) {
        return isValue(point) && point.time >= last->time - window;
    });
    if (first == points.end() || first->time == last->time)
        return {};
    double highest = last->value;
    for (const ChartPoint &point : points)
        highest = isValue(point) ? std::max(highest, point.value) : highest;
    const double whole = unit == ChartUnit::Percent ? 100 : std::max(capacity, highest);
    const double change = (last->value - first->value) / whole;
    const auto minutes = QString::number(std::max<qint64>(1, (last->time - first->time) / 60'000));
    QString trend;
    if (std::abs(change) < 0.05) {
        //: %1 is a number of minutes
        trend = text(QT_TRANSLATE_NOOP("Sandglass::MetricChart", "steady for %1 min")).arg(minutes);
    } else {
        //: %1 is a percentage, %2 a number of minutes
        const QString rising =
            text(QT_TRANSLATE_NOOP("Sandglass::MetricChart", "rising from %1 over %2 min"));
        //: %1 is a percentage, %2 a number of minutes
        const QString falling =
            text(QT_TRANSLATE_NOOP("Sandglass::MetricChart", "falling from %1 over %2 min"));
        trend =
            (change > 0 ? rising : falling).arg(shortValue(first->value, capacity, unit), minutes);
    }
    //: %1 says how a value goes, %2 is its highest value
    return text(QT_TRANSLATE_NOOP("Sandglass::MetricChart", "%1; highest %2"))
        .arg(trend, shortValue(highest, capacity, unit));
}

QString clockText(qint64 time)
{
    return QDateTime::fromMSecsSinceEpoch(time).toString(u"HH:mm:ss");
}

} // namespace Sandglass
