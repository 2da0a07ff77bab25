// SPDX-License-Identifier: GPL-3.0-or-later
// What we do to sandboxes, shown before the service confirms it.
#include <tests/models/fakefleet.h>

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sandglass;
using namespace std::chrono_literals;

namespace {

const NewSandbox wish{.templateId = "base", .timeout = 600s, .metadata = {{"name", "mine"}}};

} // namespace

class TestFleetActs final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void aRowIsThereBeforeTheServiceAnswered()
    {
        FakeFleet fleet;
        fleet.connect();
        QSignalSpy added(&fleet.store, &FleetStore::added);
        const QString key = fleet.store.markStarting(u"prod"_s, wish);
        QCOMPARE(added.size(), 1);
        const FleetEntry *entry = fleet.store.find(key);
        QVERIFY(entry);
        QCOMPARE(entry->state, FleetState::Starting);
        QVERIFY(entry->isPending());
        QCOMPARE(entry->info.endAt, fleet.clock.now + 600s);
        QCOMPARE(fleet.status().sandboxes, 1);
        fleet.pass(2s); // a list without it says nothing about it
        QCOMPARE(fleet.store.find(key)->state, FleetState::Starting);
    }

    void aStartedRowKeepsItsPlaceUnderItsFinalKey()
    {
        FakeFleet fleet;
        fleet.connect();
        const QString pending = fleet.store.markStarting(u"prod"_s, wish);
        QSignalSpy renamed(&fleet.store, &FleetStore::keyChanged);
        QSignalSpy removed(&fleet.store, &FleetStore::removed);
        const QString key = fleet.store.confirmStarting(
            pending,
            {.id = "new1", .templateId = "tpl", .alias = "base", .envdAccessToken = "token"});
        QCOMPARE(key, u"prod/new1"_s);
        QCOMPARE(renamed.size(), 1);
        QCOMPARE(renamed.at(0), (QVariantList{pending, key}));
        QCOMPARE(removed.size(), 0);
        QVERIFY(!fleet.store.find(pending));
        QCOMPARE(fleet.store.find(key)->state, FleetState::Starting);

        fleet.service.add("new1");
        fleet.turn(); // its details are asked for at once
        QCOMPARE(fleet.store.find(key)->state, FleetState::Running);
        QCOMPARE(fleet.store.find(key)->info.envdAccessToken, "token");
    }

    void aListThatIsFasterThanTheAnswerMakesNoSecondRow()
    {
        FakeFleet fleet;
        fleet.connect();
        const QString pending = fleet.store.markStarting(u"prod"_s, wish);
        fleet.service.add("new1");
        fleet.pass(2s);
        QCOMPARE(fleet.store.keys().size(), 2);
        const QString key = fleet.store.confirmStarting(
            pending, {.id = "new1", .templateId = "tpl", .envdAccessToken = "token"});
        QCOMPARE(fleet.store.keys(), QStringList{key});
        QCOMPARE(fleet.store.find(key)->state, FleetState::Running);
        QCOMPARE(fleet.store.find(key)->info.envdAccessToken, "token");
    }

    void anAnswerFromBeforeTheStartDoesNotEndTheRow()
    {
        FakeFleet fleet;
        fleet.connect();
        const QString pending = fleet.store.markStarting(u"prod"_s, wish);
        fleet.clock.pass(2s);
        fleet.store.runDue(); // a sweep is under way
        const auto sweep = fleet.service.transport.waiting();
        QCOMPARE(sweep.size(), 1U);
        const QString key =
            fleet.store.confirmStarting(pending, {.id = "new1", .templateId = "tpl"});
        fleet.service.transport.answer(sweep.front(),
                                       HttpResponse{.status = 200, .headers = {}, .body = "[]"});
        QTRY_COMPARE(fleet.status().lastAnswer, fleet.clock.now);
        QCOMPARE(fleet.store.find(key)->state, FleetState::Starting);
    }

    void aRevertedStartLeavesNothing()
    {
        FakeFleet fleet;
        fleet.connect();
        const QString pending = fleet.store.markStarting(u"prod"_s, wish);
        QSignalSpy removed(&fleet.store, &FleetStore::removed);
        fleet.store.revert(pending);
        QVERIFY(fleet.store.keys().isEmpty());
        QCOMPARE(removed.size(), 1);
        QCOMPARE(fleet.store.confirmStarting(pending, {.id = "late"}), QString());
    }

    void aKilledRowIsGoneByUs()
    {
        FakeFleet fleet;
        fleet.service.add("a");
        fleet.connect();
        fleet.store.markKilling(u"prod/a"_s);
        QCOMPARE(fleet.entry("a")->state, FleetState::Killing);
        fleet.pass(2s); // still listed
        QCOMPARE(fleet.entry("a")->state, FleetState::Killing);
        fleet.store.confirm(u"prod/a"_s);
        QCOMPARE(fleet.entry("a")->state, FleetState::Gone);
        QCOMPARE(fleet.entry("a")->goneReason, GoneReason::KilledHere);
        QCOMPARE(fleet.status().sandboxes, 0);
    }

    void aSweepFromBeforeTheKillDoesNotBringTheRowBack()
    {
        FakeFleet fleet;
        fleet.service.add("a");
        fleet.connect();
        fleet.store.markKilling(u"prod/a"_s);
        fleet.clock.pass(2s);
        fleet.store.runDue(); // asked while it still lives
        fleet.store.confirm(u"prod/a"_s);
        fleet.service.serve();
        QVERIFY(fleet.entry("a")->isGone());
    }

    void aRowThatVanishesWhileItIsKilledIsGoneByUs()
    {
        FakeFleet fleet;
        fleet.service.add("a");
        fleet.connect();
        fleet.store.markKilling(u"prod/a"_s);
        fleet.service.remove("a");
        fleet.pass(2s);
        QCOMPARE(fleet.entry("a")->goneReason, GoneReason::KilledHere);
    }

    void aRefusedKillShowsWhatTheServiceSays()
    {
        FakeFleet fleet;
        fleet.service.add("a");
        fleet.connect();
        fleet.store.markKilling(u"prod/a"_s);
        fleet.service.listed[0].state = SandboxState::Paused;
        const int asked = fleet.service.calls("GET /sandboxes/a");
        fleet.store.revert(u"prod/a"_s);
        QCOMPARE(fleet.entry("a")->state, FleetState::Running);
        fleet.turn();
        QCOMPARE(fleet.service.calls("GET /sandboxes/a"), asked + 1);
        QCOMPARE(fleet.entry("a")->state, FleetState::Paused);
    }

    void fiveThatWeKillAreNoSuddenlyEmptyList()
    {
        FakeFleet fleet;
        for (const char *id : {"a", "b", "c", "d", "e"})
            fleet.service.add(id);
        fleet.connect();
        const QStringList keys = fleet.store.keys();
        for (const QString &key : keys)
            fleet.store.markKilling(key);
        fleet.service.listed.clear();
        fleet.pass(2s);
        QCOMPARE(fleet.status().health, ConnectionHealth::Ok);
        QCOMPARE(fleet.entry("e")->goneReason, GoneReason::KilledHere);
    }

    void theNewEndIsShownAtOnce()
    {
        FakeFleet fleet;
        fleet.service.add("a", 60s);
        fleet.connect();
        const Timestamp old = fleet.entry("a")->info.endAt;
        const Timestamp later = fleet.clock.now + 30min;
        fleet.store.markExtending(u"prod/a"_s, 30min);
        QCOMPARE(fleet.entry("a")->info.endAt, later);
        fleet.pass(2s); // the list still has the old one
        QCOMPARE(fleet.entry("a")->info.endAt, later);
        fleet.store.revert(u"prod/a"_s);
        QCOMPARE(fleet.entry("a")->info.endAt, old);
    }

    void theServicesEndReplacesOursAfterTheConfirmation()
    {
        FakeFleet fleet;
        fleet.service.add("a", 60s);
        fleet.connect();
        fleet.store.markExtending(u"prod/a"_s, 24h);
        const Timestamp ours = fleet.entry("a")->info.endAt;
        fleet.clock.pass(2s);
        fleet.store.runDue(); // asked before the confirmation
        fleet.store.confirm(u"prod/a"_s);
        fleet.service.serve();
        QCOMPARE(fleet.entry("a")->info.endAt, ours);
        const Timestamp clamped = fleet.clock.now + 1h;
        fleet.service.listed[0].endAt = clamped;
        fleet.pass(2s);
        QCOMPARE(fleet.entry("a")->info.endAt, clamped);
    }

    void marksOnWhatIsNotThereDoNothing()
    {
        FakeFleet fleet;
        fleet.service.add("a");
        fleet.connect();
        fleet.service.remove("a");
        fleet.pass(2s);
        QSignalSpy changed(&fleet.store, &FleetStore::rowsChanged);
        for (const QString &key : {u"prod/a"_s, u"prod/no"_s, u"no/a"_s, QString()}) {
            fleet.store.markKilling(key);
            fleet.store.markExtending(key, 1min);
            fleet.store.markResuming(key);
            fleet.store.confirm(key);
        }
        QCOMPARE(changed.size(), 0);
        QCOMPARE(fleet.store.markStarting(u"no"_s, wish), QString());
    }
};

QTEST_GUILESS_MAIN(TestFleetActs)
#include "tst_fleetacts.moc"
