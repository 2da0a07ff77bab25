// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of the visual target, as far as the table shows them.
#include <tests/widgets/fleetfixture.h>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace Sandglass {

namespace {

QList<float> rising(double from, double to, int start, quint32 seed)
{
    QList<float> line = FleetFixture::wander(from, 8, seed);
    for (int i = start; i < 60; ++i)
        line[i] += float((to - from) * double(std::min(i - start + 1, 10)) / 10);
    return line;
}

QList<float> ramp(double from, double to, int start, quint32 seed)
{
    QList<float> line = FleetFixture::wander(from, 1, seed);
    for (int i = start; i < 60; ++i)
        line[i] = float(from + (to - from) * (i - start) / (59 - start));
    return line;
}

QList<float> gap(QList<float> line, int from, int to)
{
    for (int i = from; i < to; ++i)
        line[i] = std::numeric_limits<float>::quiet_NaN();
    return line;
}

void setLeft(FixtureRow &row, const QString &text, int minutes, double fraction, bool pauses)
{
    row.left = text;
    row.secondsLeft = minutes * 60;
    row.fractionLeft = fraction;
    row.pauses = pauses;
}

void setNoLimit(FixtureRow &row, const QString &text)
{
    row.left = text;
    row.secondsLeft = -1;
}

void say(FixtureRow &row, Attention attention, const QString &text)
{
    row.attention = attention;
    row.attentionText = text;
}

FixtureRow named(const QString &name, const QString &id, int connection, double cpu, double memory)
{
    FixtureRow row = FleetFixture::running(name, cpu, memory);
    row.id = id;
    row.connection = connection;
    return row;
}

QList<FixtureRow> atRisk()
{
    FixtureRow scraper = named(u"scraper-7"_s, u"i8f2kq0w9dm3x07q"_s, 0, 99, 81);
    scraper.cpuSeries = rising(18, 99, 36, 7);
    scraper.memorySeries = ramp(42, 81, 40, 9);
    setLeft(scraper, u"4m"_s, 4, 0.07, true);
    scraper.age = u"17h"_s;
    scraper.metadata = {{u"tenant"_s, u"acme"_s}, {u"owner"_s, u"ci-7"_s}};
    say(scraper, Attention::AtRisk, u"CPU > 95 % for 14 min, no output"_s);

    FixtureRow etl = named(u"etl-backfill"_s, u"c5w0kq0w9dm390ce"_s, 0, 96, 92);
    etl.cpuSeries = rising(22, 96, 28, 3);
    etl.memorySeries = ramp(34, 92, 30, 5);
    setLeft(etl, u"12h 1m"_s, 721, 0.5, false);
    etl.templateName = u"base:2026-07"_s;
    etl.age = u"11h 59m"_s;
    say(etl, Attention::AtRisk, u"Memory full in about 6 min"_s);

    FixtureRow desk = named(u"qa-desk-4"_s, u"p0q7kq0w9dm35f02"_s, 0, 3, 44);
    setLeft(desk, u"17m"_s, 17, 0.28, true);
    desk.templateName = u"desktop"_s;
    desk.age = u"1h 52m"_s;
    say(desk, Attention::Warning, u"Screen unchanged for 45 s"_s);
    return {scraper, etl, desk};
}

QList<FixtureRow> calm()
{
    FixtureRow scraper = named(u"scraper-8"_s, u"i8f2kq0w9dm3m41c"_s, 0, 41, 36);
    setLeft(scraper, u"37m"_s, 37, 0.61, true);
    FixtureRow young = named(u"review-13"_s, u"k2a9kq0w9dm3bb70"_s, 0, 8, 19);
    young.cpuSeries = FleetFixture::wander(8, 6, 4, 6);
    young.memorySeries = FleetFixture::wander(19, 1, 4, 6);
    setLeft(young, u"54m"_s, 54, 0.9, false);
    young.age = u"6m"_s;
    say(young, Attention::Remark, u"Created from review-12"_s);
    FixtureRow ravi = named(u"nb-ravi"_s, u"x9d1kq0w9dm3e6b9"_s, 1, 23, 58);
    ravi.cpuSeries = gap(ravi.cpuSeries, 18, 34);
    ravi.memorySeries = gap(ravi.memorySeries, 18, 34);
    setLeft(ravi, u"57m"_s, 57, 0.95, true);
    ravi.age = u"2d 1h"_s;
    FixtureRow migrate = named(u"migrate-pg17"_s, u"t1v6kq0w9dm308ab"_s, 0, 15, 31);
    setLeft(migrate, u"14m"_s, 14, 0.24, true);
    FixtureRow local = named(u"local-1"_s, u"loc0kq0w9dm30001"_s, 2, 18, 27);
    setNoLimit(local, u"no limit"_s);
    say(local, Attention::Remark, u"Process isolation"_s);
    return {scraper, named(u"review-12"_s, u"k2a9kq0w9dm39d3e"_s, 0, 12, 22), young, ravi, migrate,
            local};
}

FixtureRow withoutValue(const QString &name, const QString &id, int connection, FleetState state,
                        NoValue nothing)
{
    FixtureRow row = named(name, id, connection, 0, 0);
    row.state = state;
    row.nothing = nothing;
    row.cpu.reset();
    row.memory.reset();
    row.cpuSeries.clear();
    row.memorySeries.clear();
    setLeft(row, u"1h 00m"_s, 60, 1, false);
    return row;
}

QList<FixtureRow> withoutValues()
{
    FixtureRow pausing = withoutValue(u"nb-anna"_s, u"x9d1kq0w9dm37c18"_s, 1, FleetState::Pausing,
                                      NoValue::Transition);
    pausing.cpuSeries = gap(FleetFixture::wander(20, 12, 1), 50, 60);
    pausing.memorySeries = gap(FleetFixture::wander(50, 2, 2), 50, 60);
    setNoLimit(pausing, u"–"_s);
    pausing.age = u"3d 4h"_s;
    say(pausing, Attention::Remark, u"Pausing, memory kept"_s);
    FixtureRow paused =
        withoutValue(u"old-build"_s, u"m3r8kq0w9dm322fd"_s, 0, FleetState::Paused, NoValue::Paused);
    setNoLimit(paused, u"18d kept"_s);
    paused.age = u"12d"_s;
    FixtureRow starting = withoutValue(u"pr-4417"_s, u"h7n3kq0w9dm3d5d2"_s, 1, FleetState::Starting,
                                       NoValue::Transition);
    starting.age = u"4s"_s;
    FixtureRow fresh = withoutValue(u"pr-4418"_s, u"h7n3kq0w9dm3d5d3"_s, 1, FleetState::Running,
                                    NoValue::NoSample);
    fresh.age = u"3s"_s;
    say(fresh, Attention::Remark, u"First sample in about 5 s"_s);
    FixtureRow gone =
        withoutValue(u"pr-4409"_s, u"h7n3kq0w9dm341f8"_s, 1, FleetState::Gone, NoValue::None);
    setNoLimit(gone, u"–"_s);
    gone.age = u"51m"_s;
    say(gone, Attention::Remark, u"Gone 14:02, timeout reached"_s);
    FixtureRow edge = withoutValue(u"edge-cn-1"_s, u"z7e4kq0w9dm3c901"_s, 3, FleetState::Running,
                                   NoValue::NotReported);
    edge.staleSeconds = 180;
    setLeft(edge, u"58m"_s, 58, 0.97, false);
    edge.age = u"3h 10m"_s;
    say(edge, Attention::Remark, u"Last answer 3 min ago"_s);
    return {pausing, paused, starting, fresh, gone, edge};
}

} // namespace

QList<FixtureRow> FleetFixture::mockup()
{
    return atRisk() + calm() + withoutValues();
}

} // namespace Sandglass
