// SPDX-License-Identifier: GPL-3.0-or-later
// Samples, hours and details that the store asks for.
#include <tests/models/fakefleet.h>

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

class TestFleetMetrics final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

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

    void anHourThatIsRefusedForNowIsAskedForLater()
    {
        FakeFleet fleet;
        fleet.service.add("a");
        fleet.service.histories["a"] = {fleet.service.sampleAt(fleet.clock.now, 10)};
        fleet.service.historiesFail = status(429);
        fleet.connect();
        QVERIFY(fleet.entry("a")->history.isEmpty());
        fleet.service.historiesFail.reset();
        fleet.pass(9s);
        QCOMPARE(fleet.service.calls("GET /sandboxes/a/metrics"), 1);
        fleet.pass(1s);
        QCOMPARE(fleet.service.calls("GET /sandboxes/a/metrics"), 2);
        QCOMPARE(fleet.entry("a")->history.size(), 1);
    }

    void aMissingRowIsAskedForBeforeTheHoursOfNewOnes()
    {
        FakeFleet fleet;
        fleet.service.add("gone");
        fleet.connect();
        fleet.service.listed.clear();
        for (int i = 0; i < 20; ++i)
            fleet.service.add("s" + std::to_string(i));
        const std::size_t before = fleet.service.transport.seen.size();
        fleet.clock.pass(2s);
        fleet.store.runDue();
        fleet.service.transport.answer(before,
                                       HttpResponse{.status = 200,
                                                    .headers = {},
                                                    .body = encodeSandboxes(fleet.service.listed)});
        QTRY_COMPARE(fleet.store.keys().size(), 21);
        fleet.store.runDue();
        QCOMPARE(fleet.service.transport.line(before + 1), "GET /sandboxes/gone");
    }

    void aSampleFromTheFutureIsLeftOut()
    {
        FakeFleet fleet;
        fleet.service.add("a");
        fleet.service.latest["a"] = fleet.service.sampleAt(fleet.clock.now + 24h, 10);
        fleet.connect();
        QVERIFY(fleet.entry("a")->history.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestFleetMetrics)
#include "tst_fleetmetrics.moc"
