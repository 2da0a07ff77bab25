// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/models/fakefleet.h>

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sandglass;
using namespace std::chrono_literals;

namespace {

FakeReply status(int code, const char *body = "{}")
{
    return HttpResponse{.status = code, .headers = {}, .body = body};
}

} // namespace

class TestFleetStore final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void aSweepReadsEveryPage()
    {
        FakeFleet fleet;
        fleet.service.pageSize = 2;
        for (const char *id : {"a", "b", "c", "d", "e"})
            fleet.service.add(id);
        fleet.connect();
        QCOMPARE(fleet.store.keys().join(u' '), u"prod/a prod/b prod/c prod/d prod/e"_s);
        QCOMPARE(fleet.service.calls("GET /v2/sandboxes"), 3);
        QCOMPARE(fleet.status().health, ConnectionHealth::Ok);
        QCOMPARE(fleet.status().sandboxes, 5);
    }

    void aSandboxOnTwoPagesIsOneRow()
    {
        FakeFleet fleet;
        fleet.service.pageSize = 2;
        for (const char *id : {"a", "b", "b", "c"})
            fleet.service.add(id);
        fleet.connect();
        QCOMPARE(fleet.store.keys().join(u' '), u"prod/a prod/b prod/c"_s);
    }

    void aListThatRepeatsForEverIsCutWithAnError()
    {
        FakeFleet fleet;
        fleet.service.endless = true;
        fleet.service.add("a");
        fleet.connect();
        QCOMPARE(fleet.status().health, ConnectionHealth::BadAnswer);
        QCOMPARE(fleet.service.calls("GET /v2/sandboxes"), 2);
        QVERIFY(fleet.entry("a"));
    }

    void theListIsAskedAgainTwoSecondsLater()
    {
        FakeFleet fleet;
        fleet.connect();
        fleet.pass(1999ms);
        QCOMPARE(fleet.service.calls("GET /v2/sandboxes"), 1);
        fleet.pass(1ms);
        QCOMPARE(fleet.service.calls("GET /v2/sandboxes"), 2);
        fleet.store.setInterval(30s);
        fleet.pass(2s); // what was due already stays due
        fleet.pass(29s);
        QCOMPARE(fleet.service.calls("GET /v2/sandboxes"), 3);
        fleet.pass(1s);
        QCOMPARE(fleet.service.calls("GET /v2/sandboxes"), 4);
    }

    void theStoresOwnTimerAsksWithoutBeingTold()
    {
        TestClock clock;
        FakeService service(clock);
        FleetStore store(clock.clock());
        store.addConnection(&service.api);
        QTRY_COMPARE(service.transport.seen.size(), 1U);
    }

    void nothingIsSaidWhenNothingChanged()
    {
        FakeFleet fleet;
        fleet.service.add("a");
        fleet.service.sample("a", 10);
        fleet.connect();
        QSignalSpy rows(&fleet.store, &FleetStore::rowsChanged);
        QSignalSpy connections(&fleet.store, &FleetStore::connectionChanged);
        for (int i = 0; i < 10; ++i)
            fleet.pass(2s);
        QCOMPARE(rows.size(), 0);
        QCOMPARE(connections.size(), 0);
        QCOMPARE(fleet.entry("a")->lastSeen, fleet.clock.now);
    }

    void onlyRowsThatDifferAreChanged()
    {
        FakeFleet fleet;
        fleet.service.add("a");
        fleet.service.add("b");
        fleet.connect();
        QSignalSpy changed(&fleet.store, &FleetStore::rowsChanged);
        QSignalSpy single(&fleet.store, &FleetStore::changed);
        fleet.service.listed[1].state = SandboxState::Paused;
        fleet.pass(2s);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.at(0).at(0).toStringList(), QStringList{u"prod/b"_s});
        QCOMPARE(single.size(), 1);
        QCOMPARE(fleet.entry("b")->state, FleetState::Paused);
    }

    void detailsOfAGetSurviveTheNextList()
    {
        FakeFleet fleet;
        SandboxInfo details = fleet.service.add("a");
        details.envdAccessToken = "token";
        details.lifecycle = SandboxLifecycle{.autoResume = false, .pauseOnTimeout = true};
        fleet.service.unlisted["a"] = details;
        fleet.connect();
        QVERIFY(fleet.entry("a")->info == details);
        fleet.pass(2s);
        QVERIFY(fleet.entry("a")->info == details);
    }

    void aMissingRowIsGoneOnlyWhenAGetSaysSo()
    {
        FakeFleet fleet;
        const SandboxInfo snapshotting = fleet.service.add("a");
        fleet.connect();
        fleet.service.remove("a");
        fleet.service.unlisted["a"] = snapshotting;
        fleet.pass(2s);
        QCOMPARE(fleet.entry("a")->state, FleetState::Running);
        QCOMPARE(fleet.entry("a")->lastSeen, fleet.clock.now);
        fleet.service.unlisted.clear();
        fleet.pass(2s);
        QCOMPARE(fleet.entry("a")->state, FleetState::Gone);
        QCOMPARE(fleet.entry("a")->goneReason, GoneReason::EndedElsewhere);
        QCOMPARE(fleet.entry("a")->goneAt, fleet.clock.now);
        QCOMPARE(fleet.status().sandboxes, 0);
    }

    void aRowWhoseEndHasPassedRanOutOfTime()
    {
        FakeFleet fleet;
        fleet.service.add("a", 3s);
        const Timestamp end = fleet.clock.now + 3s;
        fleet.connect();
        fleet.service.remove("a");
        fleet.pass(10s);
        QCOMPARE(fleet.entry("a")->goneReason, GoneReason::TimeRanOut);
        QCOMPARE(fleet.entry("a")->goneAt, end);
    }

    void aPausedRowDoesNotRunOutOfTime()
    {
        FakeFleet fleet;
        fleet.service.add("a", -60s).state = SandboxState::Paused;
        fleet.connect();
        fleet.service.remove("a");
        fleet.pass(2s);
        QCOMPARE(fleet.entry("a")->goneReason, GoneReason::EndedElsewhere);
    }

    void aGetThatFailsOtherwiseProvesNothing()
    {
        FakeFleet fleet;
        fleet.service.add("a");
        fleet.connect();
        fleet.service.remove("a");
        fleet.clock.pass(2s);
        fleet.store.runDue();
        fleet.service.serve(); // the sweep
        fleet.store.runDue();
        const auto waiting = fleet.service.transport.waiting();
        QCOMPARE(waiting.size(), 1U);
        QCOMPARE(fleet.service.transport.line(waiting.front()), "GET /sandboxes/a");
        fleet.service.transport.answer(waiting.front(), status(500));
        QTRY_VERIFY(fleet.service.transport.waiting().empty());
        QCOMPARE(fleet.entry("a")->state, FleetState::Running);
    }

    void aGoneRowThatIsListedAgainLives()
    {
        FakeFleet fleet;
        const SandboxInfo info = fleet.service.add("a");
        fleet.connect();
        fleet.service.remove("a");
        fleet.pass(2s);
        QVERIFY(fleet.entry("a")->isGone());
        fleet.service.listed.push_back(info);
        fleet.pass(2s);
        QCOMPARE(fleet.entry("a")->state, FleetState::Running);
        QVERIFY(!fleet.entry("a")->goneAt);
    }

    void goneRowsStayUntilDismissedOrHalfAnHour()
    {
        FakeFleet fleet;
        for (const char *id : {"a", "b", "c"})
            fleet.service.add(id);
        fleet.connect();
        fleet.service.remove("a");
        fleet.service.remove("b");
        fleet.pass(2s);
        fleet.store.dismiss({u"prod/a"_s, u"prod/c"_s});
        QVERIFY(!fleet.entry("a"));
        QVERIFY(fleet.entry("c"));
        fleet.pass(29min);
        QVERIFY(fleet.entry("b"));
        QSignalSpy removed(&fleet.store, &FleetStore::removed);
        fleet.pass(2min);
        QVERIFY(!fleet.entry("b"));
        QCOMPARE(removed.size(), 1);
    }

    void aFailingConnectionKeepsItsRowsAndRecoversByItself()
    {
        FakeFleet fleet;
        fleet.service.add("a");
        fleet.connect();
        const Timestamp seen = fleet.clock.now;
        fleet.service.listFails = Error{.kind = Error::Kind::Network, .detail = "refused"};
        fleet.pass(2s);
        QCOMPARE(fleet.status().health, ConnectionHealth::Unreachable);
        QCOMPARE(fleet.status().detail, u"refused"_s);
        QCOMPARE(fleet.status().failingSince, fleet.clock.now);
        QCOMPARE(fleet.status().nextTry, fleet.clock.now + 2s);
        QVERIFY(!fleet.status().latency);
        fleet.pass(2s);
        fleet.pass(4s);
        QCOMPARE(fleet.entry("a")->state, FleetState::Running);
        QCOMPARE(fleet.entry("a")->lastSeen, seen);
        QCOMPARE(fleet.store.staleFor(*fleet.entry("a")), 8s);
        fleet.service.listFails.reset();
        fleet.pass(8s);
        QCOMPARE(fleet.status().health, ConnectionHealth::Ok);
        QVERIFY(!fleet.status().failingSince);
        QCOMPARE(fleet.store.staleFor(*fleet.entry("a")), 0s);
    }

    void failuresAreWaitedOutLongerEachTimeUpToHalfAMinute()
    {
        FakeFleet fleet;
        fleet.service.listFails = status(500);
        fleet.connect();
        QCOMPARE(fleet.status().health, ConnectionHealth::Failing);
        for (const auto wait : {2s, 4s, 8s, 16s, 30s, 30s}) {
            const int asked = fleet.service.calls("GET /v2/sandboxes");
            QCOMPARE(fleet.status().nextTry, fleet.clock.now + wait);
            fleet.pass(wait - 1ms);
            QCOMPARE(fleet.service.calls("GET /v2/sandboxes"), asked);
            fleet.pass(1ms);
            QCOMPARE(fleet.service.calls("GET /v2/sandboxes"), asked + 1);
        }
    }

    void refreshEndsABackOff()
    {
        FakeFleet fleet;
        fleet.service.listFails = status(500);
        fleet.connect();
        fleet.service.listFails.reset();
        fleet.store.refresh();
        fleet.turn();
        QCOMPARE(fleet.status().health, ConnectionHealth::Ok);
    }

    void everyKindOfFailureHasItsHealth_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<ConnectionHealth>("health");
        QTest::newRow("401") << 401 << ConnectionHealth::Unauthorized;
        QTest::newRow("403") << 403 << ConnectionHealth::Unauthorized;
        QTest::newRow("404") << 404 << ConnectionHealth::BadAnswer;
        QTest::newRow("429") << 429 << ConnectionHealth::RateLimited;
        QTest::newRow("500") << 500 << ConnectionHealth::Failing;
        QTest::newRow("garbage") << 200 << ConnectionHealth::BadAnswer;
    }
    void everyKindOfFailureHasItsHealth()
    {
        QFETCH(int, code);
        QFETCH(ConnectionHealth, health);
        FakeFleet fleet;
        fleet.service.listFails = status(code, "<html>");
        fleet.connect();
        QCOMPARE(fleet.status().health, health);
    }

    void aRejectedKeyStopsTheAskingUntilItIsEnteredAgain()
    {
        FakeFleet fleet;
        fleet.service.add("a");
        fleet.connect();
        fleet.service.listFails = status(401);
        fleet.pass(2s);
        const int asked = int(fleet.service.transport.seen.size());
        fleet.pass(10min);
        QCOMPARE(int(fleet.service.transport.seen.size()), asked);
        QVERIFY(fleet.entry("a"));
        fleet.service.listFails.reset();
        fleet.store.setApi(u"prod"_s, &fleet.service.api);
        QCOMPARE(fleet.status().health, ConnectionHealth::Connecting);
        fleet.turn();
        QCOMPARE(fleet.status().health, ConnectionHealth::Ok);
    }

    void aListThatIsSuddenlyEmptyIsNotBelieved()
    {
        FakeFleet fleet;
        for (const char *id : {"a", "b", "c", "d", "e"})
            fleet.service.add(id);
        fleet.connect();
        const auto listed = std::exchange(fleet.service.listed, {});
        fleet.pass(2s);
        QCOMPARE(fleet.status().health, ConnectionHealth::EmptiedSuddenly);
        QCOMPARE(fleet.status().sandboxes, 5);
        QCOMPARE(fleet.entry("a")->state, FleetState::Running);
        QCOMPARE(fleet.service.calls("GET /sandboxes/a "), 0);
        fleet.pass(8s);
        QVERIFY(fleet.store.staleFor(*fleet.entry("a")) > 0s);
        fleet.service.listed = listed;
        fleet.pass(2s);
        QCOMPARE(fleet.status().health, ConnectionHealth::Ok);
        QCOMPARE(fleet.entry("a")->state, FleetState::Running);
    }

    void anEmptyListCanBeAccepted()
    {
        FakeFleet fleet;
        for (const char *id : {"a", "b", "c", "d", "e"})
            fleet.service.add(id);
        fleet.connect();
        fleet.service.listed.clear();
        fleet.pass(2s);
        fleet.store.acceptEmpty(u"prod"_s);
        QCOMPARE(fleet.status().health, ConnectionHealth::Ok);
        QCOMPARE(fleet.status().sandboxes, 0);
        QVERIFY(fleet.entry("e")->isGone());
        fleet.pass(2s);
        QCOMPARE(fleet.status().health, ConnectionHealth::Ok);
    }

    void fourThatVanishTogetherAreAskedForOneByOne()
    {
        FakeFleet fleet;
        for (const char *id : {"a", "b", "c", "d"})
            fleet.service.add(id);
        fleet.connect();
        fleet.service.listed.clear();
        fleet.pass(2s);
        QCOMPARE(fleet.status().health, ConnectionHealth::Ok);
        QVERIFY(fleet.entry("d")->isGone());
    }

    void manyThatRunOutTogetherAreNoSurprise()
    {
        FakeFleet fleet;
        for (const char *id : {"a", "b", "c", "d", "e", "f"})
            fleet.service.add(id, 1s);
        fleet.connect();
        fleet.service.listed.clear();
        fleet.pass(4s);
        QCOMPARE(fleet.status().health, ConnectionHealth::Ok);
        QCOMPARE(fleet.entry("f")->goneReason, GoneReason::TimeRanOut);
    }

    void remainingTimeFollowsTheServicesClock()
    {
        FakeFleet fleet;
        fleet.service.clockAhead = 90s;
        fleet.service.add("a", 10min);
        fleet.connect();
        const auto ahead = fleet.store.serviceNow(*fleet.entry("a")) - fleet.clock.now;
        QVERIFY(ahead > 89s && ahead < 92s);
        QSignalSpy changed(&fleet.store, &FleetStore::connectionChanged);
        fleet.pass(2s);
        fleet.pass(2600ms);
        QCOMPARE(fleet.store.serviceNow(*fleet.entry("a")) - fleet.clock.now, ahead);
        QCOMPARE(changed.size(), 0);
    }

    void aClockWithinASecondIsTakenAsRight()
    {
        FakeFleet fleet;
        fleet.service.clockAhead = 0s;
        fleet.service.add("a");
        fleet.clock.now += 700ms;
        fleet.connect();
        QCOMPARE(fleet.store.serviceNow(*fleet.entry("a")), fleet.clock.now);
    }

    void metricsOfRunningSandboxesComeEveryFiveSeconds()
    {
        FakeFleet fleet;
        fleet.service.add("a");
        fleet.service.add("b").state = SandboxState::Paused;
        fleet.service.sample("a", 10);
        fleet.connect();
        QCOMPARE(fleet.entry("a")->latest()->cpuUsedPct, 10.0);
        QCOMPARE(fleet.service.calls("GET /sandboxes/metrics?sandbox_ids=a"), 1);
        fleet.clock.pass(5s);
        fleet.service.sample("a", 20);
        fleet.turn();
        QCOMPARE(fleet.entry("a")->latest()->cpuUsedPct, 20.0);
        QCOMPARE(fleet.entry("a")->history.size(), 2);
        QCOMPARE(fleet.service.calls("GET /sandboxes/metrics"), 2);
    }

    void aNewRowBringsItsLastHour()
    {
        FakeFleet fleet;
        fleet.service.add("a");
        for (int i = 0; i < 100; ++i)
            fleet.service.histories["a"].push_back(
                fleet.service.sampleAt(fleet.clock.now - i * 5s, i));
        fleet.connect();
        QCOMPARE(fleet.entry("a")->history.size(), 100);
        QCOMPARE(fleet.service.calls("GET /sandboxes/a/metrics?start=1795147200"), 1);
    }

    void atMostFourQuestionsAboutSingleSandboxesAreOpen()
    {
        FakeFleet fleet;
        for (int i = 0; i < 20; ++i)
            fleet.service.add("s" + std::to_string(i));
        fleet.store.addConnection(&fleet.service.api);
        fleet.store.runDue();
        fleet.service.transport.answer(
            0, HttpResponse{
                   .status = 200, .headers = {}, .body = encodeSandboxes(fleet.service.listed)});
        QTRY_COMPARE(fleet.store.keys().size(), 20);
        fleet.store.runDue();
        int single = 0;
        for (const std::size_t index : fleet.service.transport.waiting())
            single += fleet.service.transport.line(index).starts_with("GET /sandboxes/s") ? 1 : 0;
        QCOMPARE(single, 4);
        fleet.turn();
        QCOMPARE(fleet.service.calls("GET /sandboxes/s"), 40);
    }

    void aConnectionWithoutMetricsIsNotAskedForThemAgain()
    {
        FakeFleet fleet;
        fleet.service.add("a");
        fleet.service.metricsFail = status(501);
        fleet.connect();
        QVERIFY(!fleet.status().metricsOffered);
        fleet.pass(5s);
        fleet.pass(5s);
        QCOMPARE(fleet.service.calls("GET /sandboxes/metrics"), 1);
    }

    void afterAnOutageTheMissingMinutesAreAskedFor()
    {
        FakeFleet fleet;
        fleet.service.add("a");
        fleet.connect();
        fleet.service.listFails = status(500);
        for (int i = 0; i < 20; ++i)
            fleet.pass(2s);
        const int before = fleet.service.calls("GET /sandboxes/a/metrics");
        fleet.service.listFails.reset();
        fleet.pass(30s);
        QCOMPARE(fleet.service.calls("GET /sandboxes/a/metrics"), before + 1);
    }

    void aSampleFromTheFutureIsLeftOut()
    {
        FakeFleet fleet;
        fleet.service.add("a");
        fleet.service.latest["a"] = fleet.service.sampleAt(fleet.clock.now + 24h, 10);
        fleet.connect();
        QVERIFY(fleet.entry("a")->history.isEmpty());
    }

    void connectionsDoNotMixTheirRows()
    {
        FakeFleet fleet;
        FakeService other(fleet.clock, u"dev"_s);
        fleet.service.add("a");
        other.add("a").alias = "other";
        fleet.connect();
        fleet.store.addConnection(&other.api, ConnectionKind::Cloud);
        fleet.store.runDue();
        other.serve();
        QCOMPARE(fleet.store.keys().join(u' '), u"prod/a dev/a"_s);
        QCOMPARE(fleet.store.find(u"dev/a"_s)->info.alias, "other");
        QCOMPARE(fleet.store.connectionIds().join(u' '), u"prod dev"_s);
        QSignalSpy removed(&fleet.store, &FleetStore::rowsRemoved);
        fleet.store.removeConnection(u"prod"_s);
        QCOMPARE(removed.at(0).at(0).toStringList(), QStringList{u"prod/a"_s});
        QCOMPARE(fleet.store.keys().join(u' '), u"dev/a"_s);
        QVERIFY(!fleet.store.connection(u"prod"_s));
    }

    void aSlotMayRemoveTheConnectionThatIsTalking()
    {
        FakeFleet fleet;
        fleet.service.pageSize = 1;
        fleet.service.add("a");
        fleet.service.add("b");
        connect(&fleet.store, &FleetStore::rowsAdded, this,
                [&fleet] { fleet.store.removeConnection(u"prod"_s); });
        fleet.store.addConnection(&fleet.service.api);
        fleet.turn();
        QVERIFY(fleet.store.keys().isEmpty());
        QCOMPARE(fleet.service.calls("GET /v2/sandboxes"), 1);
    }

    void nothingThatTheStoreAsksChangesAnything()
    {
        FakeFleet fleet;
        fleet.service.add("a");
        fleet.service.add("b");
        fleet.connect();
        fleet.service.remove("b");
        for (int i = 0; i < 10; ++i)
            fleet.pass(5s);
        QCOMPARE(fleet.service.transport.mutations(), 0);
        QCOMPARE(fleet.service.calls("GET"), int(fleet.service.transport.seen.size()));
    }
};

QTEST_GUILESS_MAIN(TestFleetStore)
#include "tst_fleetstore.moc"
