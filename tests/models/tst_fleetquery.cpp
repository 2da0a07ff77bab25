// SPDX-License-Identifier: GPL-3.0-or-later
#include <models/fleetquery.h>
#include <tests/models/fakefleet.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sandglass;
using namespace std::chrono_literals;

class TestFleetQuery final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void termsLetThroughWhatTheySay_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("matches");
        QTest::newRow("nothing") << u""_s << u"a b c"_s;
        QTest::newRow("spaces") << u"  "_s << u"a b c"_s;
        QTest::newRow("word in the name") << u"SCRAP"_s << u"a"_s;
        QTest::newRow("word in the metadata") << u"acm"_s << u"a b"_s;
        QTest::newRow("word in the template") << u"desk"_s << u"c"_s;
        QTest::newRow("word in the connection") << u"prod"_s << u"a b c"_s;
        QTest::newRow("all words") << u"acme scraper"_s << u"a"_s;
        QTest::newRow("quoted") << u"\"two words\""_s << u"c"_s;
        QTest::newRow("quoted colon") << u"\"cpu:80\""_s << u""_s;
        QTest::newRow("state") << u"state:running"_s << u"a c"_s;
        QTest::newRow("state in capitals") << u"State:PAUSED"_s << u"b"_s;
        QTest::newRow("template") << u"template:base"_s << u"a b"_s;
        QTest::newRow("template id") << u"template:tpl"_s << u"a b c"_s;
        QTest::newRow("metadata") << u"tenant:acme"_s << u"a b"_s;
        QTest::newRow("metadata is exact") << u"tenant:acm"_s << u""_s;
        QTest::newRow("quoted value") << u"note:\"two words\""_s << u"c"_s;
        QTest::newRow("connection") << u"connection:prod"_s << u"a b c"_s;
        QTest::newRow("id") << u"id:a"_s << u"a"_s;
        QTest::newRow("cpu above") << u"cpu>80"_s << u"a"_s;
        QTest::newRow("cpu with percent") << u"cpu>80%"_s << u"a"_s;
        QTest::newRow("cpu at most") << u"cpu<=20"_s << u"c"_s;
        QTest::newRow("memory") << u"mem>=50"_s << u"a c"_s;
        QTest::newRow("time left") << u"left<30m"_s << u"c"_s;
        QTest::newRow("age") << u"age>=10m"_s << u"a b c"_s;
        QTest::newRow("bad terms filter nothing") << u"cpu> state:no tenant:"_s << u"a b c"_s;
    }
    void termsLetThroughWhatTheySay()
    {
        QFETCH(QString, query);
        FakeFleet fleet;
        fleet.service.add("a", 1h).metadata = {{"name", "scraper"}, {"tenant", "acme"}};
        fleet.service.add("b", 1h).metadata = {{"tenant", "acme"}};
        fleet.service.listed.back().state = SandboxState::Paused;
        SandboxInfo &desktop = fleet.service.add("c", 10min);
        desktop.alias = "desktop";
        desktop.metadata = {{"note", "two words"}};
        fleet.service.sample("a", 90);
        fleet.service.sample("c", 20);
        fleet.connect();
        const FleetQuery parsed = FleetQuery::parse(query);
        QStringList matches;
        for (const char *id : {"a", "b", "c"}) {
            if (parsed.matches(*fleet.entry(id), fleet.clock.now))
                matches.append(QLatin1String(id));
        }
        QTEST(matches.join(u' '), "matches");
    }

    void badTermsSayWhatIsWrong_data()
    {
        QTest::addColumn<QString>("term");
        QTest::addColumn<QString>("error");
        QTest::newRow("no number") << u"cpu>"_s << u"cpu>: a number of percent is missing."_s;
        QTest::newRow("no percent")
            << u"mem<=much"_s << u"mem<=much: a number of percent is missing."_s;
        QTest::newRow("endless") << u"cpu>inf"_s << u"cpu>inf: a number of percent is missing."_s;
        QTest::newRow("unit")
            << u"left<5x"_s
            << u"left<5x: a length of time is missing, such as 30s, 10m, 2h or 1d."_s;
        QTest::newRow("measure")
            << u"tenant>5"_s << u"tenant>5: only cpu, mem, disk, left and age can be compared."_s;
        QTest::newRow("state")
            << u"state:up"_s
            << u"state:up: states are starting, running, paused, killing, gone and unknown."_s;
        QTest::newRow("value") << u"tenant:"_s << u"tenant:: what it should be is missing."_s;
    }
    void badTermsSayWhatIsWrong()
    {
        QFETCH(QString, term);
        QTEST(FleetQuery::parse(term).errors(), "error");
    }

    void aTermCanBeTakenOut()
    {
        const FleetQuery query = FleetQuery::parse(u"cpu>80  note:\"two words\" free"_s);
        QCOMPARE(query.terms().size(), 3);
        QCOMPARE(query.without(1), u"cpu>80 free"_s);
        QCOMPARE(query.without(0), u"note:\"two words\" free"_s);
    }

    void anOpenQuoteHoldsTheRest()
    {
        const FleetQuery query = FleetQuery::parse(u"\"two words"_s);
        QCOMPARE(query.terms().size(), 1);
        QVERIFY(query.errors().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestFleetQuery)
#include "tst_fleetquery.moc"
