// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/widgets/overviewfixture.h>

#include <QtCore/QDateTime>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Sandglass {

namespace {

constexpr double gibibyte = 1024.0 * 1024 * 1024;

double cpuAt(double minute)
{
    const double noise = 4 * std::sin(minute * 2.1) + 3 * std::sin(minute * 5.3);
    if (minute < 46)
        return std::max(2.0, 12 + minute * 0.45 + noise);
    return std::min(100.0, 98 - 60 * std::exp(-(minute - 46) * 0.9) + noise * 0.15);
}

double memoryAt(double minute)
{
    const double noise = 0.03 * std::sin(minute * 1.7);
    return minute < 45 ? 1.35 + noise : std::min(4.0, 1.35 + (minute - 45) * 0.12 + noise);
}

double diskAt(double minute)
{
    return 2.1 + minute * 0.022;
}

ChartFacts factsOf(double capacity)
{
    ChartFacts facts;
    facts.capacity = capacity;
    facts.now = OverviewFixture::now();
    return facts;
}

} // namespace

qint64 OverviewFixture::now()
{
    return QDateTime(QDate(2026, 7, 1), QTime(14, 2)).toMSecsSinceEpoch();
}

QList<ChartPoint> OverviewFixture::points(double scale, double (*value)(double minute))
{
    QList<ChartPoint> points;
    for (int second = 0; second <= 3600; second += 5) {
        if (second <= 8 * 60 || second >= 12 * 60 + 20)
            points.append({now() - (3600 - second) * 1000, scale * value(second / 60.0)});
    }
    return points;
}

OverviewFacts OverviewFixture::facts()
{
    OverviewFacts facts;
    facts.state = FleetState::Running;
    facts.stateText = u"Running"_s;
    facts.id = u"i8f2kq0w9dm3x07q"_s;
    facts.templateName = u"base:2026-07"_s;
    facts.created = u"Jul 1, 13:02, 1h 00m ago"_s;
    facts.createdExact = u"2026-07-01 13:02:11"_s;
    facts.ends = u"14:06, 4m left"_s;
    facts.endsExact = u"2026-07-01 14:06:11"_s;
    facts.onTimeout = u"pauses"_s;
    facts.cpu = u"2 vCPU"_s;
    facts.memory = u"4.0 GiB"_s;
    facts.disk = u"10.0 GiB"_s;
    facts.envdVersion = u"0.2.4"_s;
    facts.metadata = {{u"owner"_s, u"ci-7"_s}, {u"tenant"_s, u"acme"_s}};
    return facts;
}

ChartSeries OverviewFixture::cpu()
{
    ChartSeries series{factsOf(0), points(1, cpuAt)};
    series.facts.note = u"2 vCPU"_s;
    series.facts.overLimit = true;
    return series;
}

ChartSeries OverviewFixture::memory()
{
    ChartSeries series{factsOf(4 * gibibyte), points(gibibyte, memoryAt)};
    series.facts.secondName = u"cache"_s;
    for (ChartPoint &point : series.points)
        point.second = point.value + 0.25 * gibibyte;
    return series;
}

ChartSeries OverviewFixture::disk()
{
    return {factsOf(10 * gibibyte), points(gibibyte, diskAt)};
}

} // namespace Sandglass
