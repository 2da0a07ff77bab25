// SPDX-License-Identifier: GPL-3.0-or-later
// Connections that fail, recover, or answer what cannot be true.
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

class TestFleetHealth final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

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
};

QTEST_GUILESS_MAIN(TestFleetHealth)
#include "tst_fleethealth.moc"
