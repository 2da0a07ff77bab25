// SPDX-License-Identifier: GPL-3.0-or-later
#include <models/attention.h>
#include <models/fleettext.h>
#include <tests/models/fakefleet.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sandglass;
using namespace std::chrono_literals;

namespace {

const QLocale english(QLocale::English, QLocale::UnitedKingdom);

AttentionFacts attention(const FakeFleet &fleet, const char *id)
{
    return attentionOf(*fleet.entry(id), fleet.clock.now, english);
}

QString cell(const FakeFleet &fleet, const char *id, FleetColumn column)
{
    return FleetText(english, fleet.clock.now).cell(*fleet.entry(id), column);
}

} // namespace

class TestFleetText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "UTC"); }
    void init() { QTest::failOnWarning(); }

    void durationsAreShort_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("0") << 0 << u"0s"_s;
        QTest::newRow("59") << 59 << u"59s"_s;
        QTest::newRow("1 min") << 60 << u"1m"_s;
        QTest::newRow("59 min") << 3599 << u"59m"_s;
        QTest::newRow("1 h 4 min") << 3840 << u"1h 04m"_s;
        QTest::newRow("23 h 59 min") << 86399 << u"23h 59m"_s;
        QTest::newRow("3 days 4 h") << 3 * 86400 + 4 * 3600 << u"3d 4h"_s;
    }
    void durationsAreShort()
    {
        QFETCH(int, seconds);
        QTEST(FleetText::duration(std::chrono::seconds(seconds)), "text");
    }

    void agesAreToldInGrowingSteps_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("0") << 0 << u"just now"_s;
        QTest::newRow("2") << 2 << u"2 s ago"_s;
        QTest::newRow("59") << 59 << u"50 s ago"_s;
        QTest::newRow("3 min") << 239 << u"3 min ago"_s;
        QTest::newRow("5 h") << 5 * 3600 << u"5 h ago"_s;
        QTest::newRow("3 days") << 3 * 86400 << u"3 days ago"_s;
    }
    void agesAreToldInGrowingSteps()
    {
        QFETCH(int, seconds);
        QTEST(FleetText::ago(std::chrono::seconds(seconds)), "text");
    }

    void aNameIsMetadataThenAliasThenId()
    {
        SandboxInfo info{.id = "i123"};
        QCOMPARE(nameOf(info), u"i123"_s);
        info.alias = "base";
        QCOMPARE(nameOf(info), u"base"_s);
        info.metadata["name"] = "evil\u202Ename";
        QCOMPARE(nameOf(info), u"evil‹U+202E›name"_s);
        info.metadata["name"] = "";
        QCOMPARE(nameOf(info), u"base"_s);
    }

    void numbersInNamesAreOrderedByValue()
    {
        QVERIFY(naturalOrder(u"run-9"_s) < naturalOrder(u"run-10"_s));
        QVERIFY(naturalOrder(u"Run-9"_s) == naturalOrder(u"run-9"_s));
        QVERIFY(naturalOrder(u"run-9b"_s) > naturalOrder(u"run-9a"_s));
        QVERIFY(!naturalOrder(u"12345678901234567890"_s).isEmpty());
    }

    void textsChangeExactlyWhenTheySayTheyDo_data()
    {
        QTest::addColumn<std::chrono::seconds>("left");
        QTest::addColumn<std::chrono::seconds>("age");
        QTest::newRow("seconds") << std::chrono::seconds(40s) << std::chrono::seconds(20s);
        QTest::newRow("at a minute") << std::chrono::seconds(60s) << std::chrono::seconds(60s);
        QTest::newRow("minutes") << std::chrono::seconds(7min + 13s)
                                 << std::chrono::seconds(12min + 1s);
        QTest::newRow("hours") << std::chrono::seconds(2h + 1s) << std::chrono::seconds(5h);
        QTest::newRow("days") << std::chrono::seconds(50h + 1s) << std::chrono::seconds(30h);
    }
    void textsChangeExactlyWhenTheySayTheyDo()
    {
        QFETCH(std::chrono::seconds, left);
        QFETCH(std::chrono::seconds, age);
        FakeFleet fleet;
        SandboxInfo &info = fleet.service.add("a", left);
        info.startedAt = fleet.clock.now - age;
        fleet.connect();
        const FleetEntry &entry = *fleet.entry("a");
        const Timestamp now = fleet.clock.now;
        const TextChanges next = nextTextChanges(entry, now);
        const auto text = [&](Timestamp when, FleetColumn column) {
            return FleetText(english, when).cell(entry, column);
        };
        QVERIFY(next.left > now);
        QCOMPARE(text(next.left - 1ns, FleetColumn::TimeLeft), text(now, FleetColumn::TimeLeft));
        QVERIFY(text(next.left, FleetColumn::TimeLeft) != text(now, FleetColumn::TimeLeft));
        QVERIFY(next.age > now);
        QCOMPARE(text(next.age - 1ns, FleetColumn::Age), text(now, FleetColumn::Age));
        QVERIFY(text(next.age, FleetColumn::Age) != text(now, FleetColumn::Age));
    }

    void aPausedRowShowsNoCountdown()
    {
        FakeFleet fleet;
        fleet.service.add("a", -5min).state = SandboxState::Paused;
        fleet.connect();
        QCOMPARE(cell(fleet, "a", FleetColumn::TimeLeft), u"kept"_s);
        QVERIFY(!secondsLeft(*fleet.entry("a"), fleet.clock.now));
        QCOMPARE(attention(fleet, "a").level, Attention::None);
        const QString tip =
            FleetText(english, fleet.clock.now).toolTip(*fleet.entry("a"), FleetColumn::State);
        QCOMPARE(tip, u"Paused since 20/11/2026, 04:55:00. It is kept until it is killed."_s);
    }

    void fourKindsOfNothingAreToldApart()
    {
        FakeFleet fleet;
        for (const char *id : {"paused", "killing", "new", "one"})
            fleet.service.add(id);
        fleet.service.listed[0].state = SandboxState::Paused;
        fleet.service.sample("one", 0);
        fleet.connect();
        fleet.store.markKilling(u"prod/killing"_s);
        QCOMPARE(cell(fleet, "paused", FleetColumn::Cpu), u"·"_s);
        QCOMPARE(cell(fleet, "killing", FleetColumn::Cpu), u"–"_s);
        QCOMPARE(cell(fleet, "new", FleetColumn::Memory), u"no sample yet"_s);
        QCOMPARE(cell(fleet, "one", FleetColumn::Cpu), u"0 %"_s);
        fleet.service.metricsFail = HttpResponse{.status = 404, .headers = {}, .body = "{}"};
        fleet.pass(5s);
        QCOMPARE(cell(fleet, "one", FleetColumn::Cpu), u"not reported"_s);
    }

    void aValueIsNotShownForeverWhenSamplesStop()
    {
        FakeFleet fleet;
        fleet.service.add("a");
        fleet.service.sample("a", 40);
        fleet.connect();
        for (int i = 0; i < 30; ++i)
            fleet.pass(2s);
        QCOMPARE(noValueOf(*fleet.entry("a"), MetricMember::Cpu), NoValue::None);
        fleet.pass(2s);
        QCOMPARE(noValueOf(*fleet.entry("a"), MetricMember::Cpu), NoValue::NoSample);
    }

    void theLastValueStaysWhenTheWholeConnectionIsSilent()
    {
        FakeFleet fleet;
        fleet.service.add("a");
        fleet.service.sample("a", 40);
        fleet.connect();
        fleet.service.listFails = Error{.kind = Error::Kind::Network};
        fleet.pass(10min);
        QCOMPARE(cell(fleet, "a", FleetColumn::Cpu), u"40 %"_s);
        QCOMPARE(attention(fleet, "a").text, u"Last answer 10 min ago"_s);
        QVERIFY(FleetText(english, fleet.clock.now)
                    .accessible(*fleet.entry("a"), FleetColumn::Cpu)
                    .endsWith(u"Last answer 10 min ago"_s));
    }

    void aBusyProcessorIsARiskAfterFiveMinutes()
    {
        FakeFleet fleet;
        fleet.service.add("a");
        fleet.connect();
        for (int i = 0; i <= 60; ++i) {
            QCOMPARE(attention(fleet, "a").level, Attention::None);
            fleet.service.sample("a", 99);
            fleet.pass(5s);
        }
        QCOMPARE(attention(fleet, "a").level, Attention::AtRisk);
        QCOMPARE(attention(fleet, "a").text, u"CPU > 95 % for 5 min"_s);
    }

    void fullMemoryIsARisk()
    {
        FakeFleet fleet;
        fleet.service.add("a");
        fleet.service.sample("a", 1, 96);
        fleet.connect();
        QCOMPARE(attention(fleet, "a").level, Attention::AtRisk);
        QCOMPARE(attention(fleet, "a").text, u"Memory full"_s);
    }

    void theLastFiveMinutesAreAWarning()
    {
        FakeFleet fleet;
        fleet.service.add("a", 5min + 1s);
        fleet.service.sample("a", 1);
        fleet.connect();
        QCOMPARE(attention(fleet, "a").level, Attention::None);
        fleet.pass(2s);
        QCOMPARE(attention(fleet, "a").level, Attention::Warning);
        QCOMPARE(attention(fleet, "a").text, u"4 min left"_s);
        fleet.pass(4min);
        QCOMPARE(attention(fleet, "a").text, u"Less than 1 min left"_s);
    }

    void aNewSandboxSaysWhenItsFirstSampleComes()
    {
        FakeFleet fleet;
        fleet.service.add("a").startedAt = fleet.clock.now;
        fleet.connect();
        QCOMPARE(attention(fleet, "a").text, u"First sample in about 5 s"_s);
        fleet.pass(30s);
        QCOMPARE(attention(fleet, "a").text, QString());
    }

    void aGoneRowSaysWhenAndWhy()
    {
        FakeFleet fleet;
        fleet.service.add("a", 2s);
        fleet.service.add("b");
        fleet.service.add("c");
        fleet.connect();
        fleet.store.markKilling(u"prod/c"_s);
        fleet.store.confirm(u"prod/c"_s);
        fleet.service.listed.clear();
        fleet.pass(3min);
        QCOMPARE(attention(fleet, "a").text, u"Gone 05:00, time ran out"_s);
        QCOMPARE(attention(fleet, "b").text, u"Gone 05:03, ended outside Sandglass"_s);
        QCOMPARE(attention(fleet, "c").text, u"Gone 05:00, killed from here"_s);
        QCOMPARE(attention(fleet, "a").level, Attention::Remark);
    }

    void toolTipsTellExactTimesAndAmounts()
    {
        FakeFleet fleet;
        SandboxInfo info = fleet.service.add("i7k2m9qx4v1t8z3bw6c0d", 30min);
        info.metadata = {{"name", "mine"}, {"tenant", "acme"}};
        info.lifecycle = SandboxLifecycle{.autoResume = false, .pauseOnTimeout = true};
        fleet.service.listed[0] = info;
        fleet.service.sample(info.id, 12, 50);
        fleet.connect();
        const FleetEntry &entry = *fleet.entry("i7k2m9qx4v1t8z3bw6c0d");
        const FleetText texts(english, fleet.clock.now);
        QCOMPARE(texts.toolTip(entry, FleetColumn::Name),
                 u"mine\ni7k2m9qx4v1t8z3bw6c0d\nConnection: prod"_s);
        QCOMPARE(
            texts.toolTip(entry, FleetColumn::Memory),
            u"50 %: 512.0 MiB of 1.0 GiB, and 128.0 MiB of cache\nMeasured 20/11/2026, 05:00:00"_s);
        QCOMPARE(texts.toolTip(entry, FleetColumn::TimeLeft), u"Pauses 20/11/2026, 05:30:00"_s);
        QCOMPARE(texts.toolTip(entry, FleetColumn::Metadata), u"tenant=acme"_s);
        QCOMPARE(texts.accessible(entry, FleetColumn::Name),
                 u"Name: mine, Running, connection prod"_s);
    }
};

QTEST_GUILESS_MAIN(TestFleetText)
#include "tst_fleettext.moc"
