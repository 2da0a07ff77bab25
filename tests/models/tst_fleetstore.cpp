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
