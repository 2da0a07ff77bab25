// SPDX-License-Identifier: GPL-3.0-or-later
// A paused row that we resume, before and after the service confirms it.
#include <models/fleetmodel.h>
#include <tests/models/fakefleet.h>
#include <tests/support/printmodel.h>

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sandglass;
using namespace std::chrono_literals;

namespace {

/// As the platform says it: the end of a paused sandbox is when it was paused.
void pause(SandboxInfo &sandbox, Timestamp when)
{
    sandbox.alias = "base";
    sandbox.state = SandboxState::Paused;
    sandbox.endAt = when;
}

void run(SandboxInfo &sandbox, Timestamp from, std::chrono::seconds length)
{
    sandbox.state = SandboxState::Running;
    sandbox.startedAt = from;
    sandbox.endAt = from + length;
}

QString print(const FleetModel &model)
{
    return printModel(model, {int(FleetColumn::Name), int(FleetColumn::State),
                              int(FleetColumn::TimeLeft), int(FleetColumn::Cpu)});
}

} // namespace

class TestFleetResume final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void aResumedRowIsResumingUntilItRuns()
    {
        FakeFleet fleet;
        FleetModel model(fleet.store);
        pause(fleet.service.add("a"), fleet.clock.now - 1h);
        fleet.connect();
        QCOMPARE(print(model), u"base | Paused | kept | ·\n"_s);
        fleet.store.markResuming(u"prod/a"_s);
        QCOMPARE(print(model), u"base | Resuming | – | –\n"_s);
        fleet.pass(2s); // still listed as paused
        QCOMPARE(print(model), u"base | Resuming | – | –\n"_s);
        const int asked = fleet.service.calls("GET /sandboxes/a");
        run(fleet.service.listed[0], fleet.clock.now, 30min);
        fleet.store.confirm(u"prod/a"_s);
        QCOMPARE(print(model), u"base | Resuming | – | –\n"_s); // the answer knows no times
        fleet.turn();
        QCOMPARE(fleet.service.calls("GET /sandboxes/a"), asked + 1);
        QCOMPARE(print(model), u"base | Running | 30m | no sample yet\n"_s);
        QCOMPARE(fleet.entry("a")->mark, FleetMark::None);
    }

    void aListThatIsFasterThanTheAnswerShowsItRunning()
    {
        FakeFleet fleet;
        pause(fleet.service.add("a"), fleet.clock.now - 1h);
        fleet.connect();
        fleet.store.markResuming(u"prod/a"_s);
        run(fleet.service.listed[0], fleet.clock.now, 30min);
        fleet.pass(2s);
        QCOMPARE(fleet.entry("a")->state, FleetState::Running);
        QCOMPARE(fleet.entry("a")->mark, FleetMark::Resuming);
        fleet.store.confirm(u"prod/a"_s);
        QCOMPARE(fleet.entry("a")->state, FleetState::Running);
        QCOMPARE(fleet.entry("a")->mark, FleetMark::None);
    }

    void aSweepFromBeforeTheResumeDoesNotPauseTheRowAgain()
    {
        FakeFleet fleet;
        pause(fleet.service.add("a"), fleet.clock.now - 1h);
        fleet.connect();
        fleet.store.markResuming(u"prod/a"_s);
        fleet.clock.pass(2s);
        fleet.store.runDue(); // asked while it is paused
        const auto sweep = fleet.service.transport.waiting();
        QCOMPARE(sweep.size(), 1U);
        fleet.store.confirm(u"prod/a"_s);
        fleet.service.transport.answer(sweep.front(),
                                       HttpResponse{.status = 200,
                                                    .headers = {},
                                                    .body = encodeSandboxes(fleet.service.listed)});
        QTRY_COMPARE(fleet.status().lastAnswer, fleet.clock.now);
        QCOMPARE(fleet.entry("a")->state, FleetState::Resuming);
        run(fleet.service.listed[0], fleet.clock.now, 30min);
        fleet.turn();
        QCOMPARE(fleet.entry("a")->state, FleetState::Running);
    }

    void aRefusedResumeIsPausedAgainAndAskedAbout()
    {
        FakeFleet fleet;
        FleetModel model(fleet.store);
        pause(fleet.service.add("a"), fleet.clock.now - 1h);
        fleet.connect();
        fleet.store.markResuming(u"prod/a"_s);
        fleet.service.remove("a");
        fleet.store.revert(u"prod/a"_s);
        QCOMPARE(print(model), u"base | Paused | kept | ·\n"_s);
        fleet.turn();
        QCOMPARE(fleet.entry("a")->goneReason, GoneReason::EndedElsewhere);
    }

    void onlyPausedRowsAreResumed()
    {
        FakeFleet fleet;
        fleet.service.add("runs");
        pause(fleet.service.add("sleeps"), fleet.clock.now - 1h);
        fleet.connect();
        QSignalSpy changed(&fleet.store, &FleetStore::rowsChanged);
        fleet.store.markResuming(u"prod/runs"_s);
        QCOMPARE(changed.size(), 0);
        fleet.store.markKilling(u"prod/sleeps"_s);
        fleet.store.markResuming(u"prod/sleeps"_s);
        QCOMPARE(fleet.entry("sleeps")->state, FleetState::Killing);
        QCOMPARE(changed.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestFleetResume)
#include "tst_fleetresume.moc"
