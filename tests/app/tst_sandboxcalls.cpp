// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/connections/connections.h>
#include <app/operations/sandboxcalls.h>
#include <app/settings/settings.h>
#include <models/fleetstore.h>
#include <tests/support/faketransport.h>

#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace Sandglass;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::string_view row = R"([{"sandboxID":"i1","templateID":"t","alias":"base",
    "startedAt":"2026-11-20T10:00:00Z","endAt":"2026-11-20T10:10:00Z","state":"running","cpuCount":2,
    "memoryMB":512,"diskSizeMB":0,"envdVersion":"0.6.13"}])";

std::string asPaused(std::string_view rows)
{
    std::string text(rows);
    return text.replace(text.find("running"), 7, "paused");
}

/// A store at a fixed time with one connection "c" and, once listed, one sandbox.
struct Fleet {
    Timestamp now = *parseTimestamp("2026-11-20T10:05:00Z");
    FakeTransport transport;
    SecretStore secrets;
    Settings settings;
    FleetStore store{Clock{.now = [this] { return now; }, .uptime = [] { return 0ms; }}};
    Connections connections{transport, secrets, settings, store};
    std::unique_ptr<SandboxCalls> calls = std::make_unique<SandboxCalls>(connections, store);

    Fleet() { connections.openLocalHost(u"http://127.0.0.1:1"_s, "k"); }

    /// The index of the call that is not answered yet and starts with this; -1 when there is none.
    [[nodiscard]] int waitingFor(std::string_view line) const
    {
        for (const std::size_t index : transport.waiting()) {
            if (transport.line(index).starts_with(line))
                return int(index);
        }
        return -1;
    }
    void answer(std::string_view line, int status, std::string_view body)
    {
        QTRY_VERIFY(waitingFor(line) >= 0);
        transport.answer(std::size_t(waitingFor(line)),
                         HttpResponse{.status = status,
                                      .headers = {{"Date", "Fri, 20 Nov 2026 10:05:00 GMT"}},
                                      .body = std::string(body)});
    }
    void listOne(std::string_view rows = row)
    {
        answer("GET /v2/sandboxes", 200, rows);
        QTRY_COMPARE(store.keys().size(), 1);
    }
};

} // namespace

class SandboxCallsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void createShowsStartingAtOnceAndTheFinalKeyAfterwards()
    {
        Fleet fleet;
        QSignalSpy created(fleet.calls.get(), &SandboxCalls::created);
        NewSandbox wish;
        wish.templateId = "base";
        const QString pending = fleet.calls->create(Connections::localId, wish);
        QCOMPARE(fleet.store.find(pending)->state, FleetState::Starting);
        fleet.answer(
            "POST /v2/sandboxes", 201,
            R"({"sandboxID":"i7","templateID":"t","clientID":"6532622b","envdVersion":"0.6.13"})");
        QTRY_COMPARE(created.size(), 1);
        QCOMPARE(created.first().first().toString(), u"local/i7"_s);
        QVERIFY(fleet.store.find(u"local/i7"_s) != nullptr);
        QVERIFY(fleet.store.find(pending) == nullptr);
    }

    void aRefusedCreateLeavesNoRowBehind()
    {
        Fleet fleet;
        QSignalSpy failed(fleet.calls.get(), &SandboxCalls::createFailed);
        NewSandbox wish;
        wish.templateId = "nope";
        (void)fleet.calls->create(Connections::localId, wish);
        fleet.answer("POST /v2/sandboxes", 400, R"({"code":400,"message":"no"})");
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.first().at(2).value<Error>().httpStatus, 400);
        QVERIFY(fleet.store.keys().isEmpty());
    }

    void anExtensionCountsFromTheServicesNow()
    {
        Fleet fleet;
        fleet.listOne();
        fleet.calls->extend({u"local/i1"_s}, 30min);
        QTRY_VERIFY(fleet.waitingFor("POST /sandboxes/i1/timeout") >= 0);
        // Five minutes were left.
        const auto index = std::size_t(fleet.waitingFor("POST /sandboxes/i1/timeout"));
        QCOMPARE(QByteArray::fromStdString(fleet.transport.seen[index].body),
                 QByteArray(R"({"timeout":2100})"));
        QSignalSpy extended(fleet.calls.get(), &SandboxCalls::extended);
        fleet.answer("POST /sandboxes/i1/timeout", 204, "");
        QTRY_COMPARE(extended.size(), 1);
        QCOMPARE(fleet.store.find(u"local/i1"_s)->info.endAt,
                 *parseTimestamp("2026-11-20T10:40:00Z"));
    }

    void aFailedExtensionBringsTheOldEndBack()
    {
        Fleet fleet;
        fleet.listOne();
        QSignalSpy failed(fleet.calls.get(), &SandboxCalls::extendFailed);
        fleet.calls->extend({u"local/i1"_s}, 30min);
        fleet.answer("POST /sandboxes/i1/timeout", 409,
                     R"({"code":409,"message":"is being killed"})");
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(fleet.store.find(u"local/i1"_s)->info.endAt,
                 *parseTimestamp("2026-11-20T10:10:00Z"));
    }

    void aKillOfWhatIsGoneAlreadyIsASuccess()
    {
        Fleet fleet;
        fleet.listOne();
        QSignalSpy killed(fleet.calls.get(), &SandboxCalls::killed);
        fleet.calls->kill({u"local/i1"_s});
        QCOMPARE(fleet.store.find(u"local/i1"_s)->state, FleetState::Killing);
        fleet.answer("DELETE /sandboxes/i1", 404, R"({"code":404,"message":"not found"})");
        QTRY_COMPARE(killed.size(), 1);
        fleet.answer("GET /sandboxes/i1", 404, R"({"code":404,"message":"not found"})");
        QTRY_COMPARE(fleet.store.find(u"local/i1"_s)->state, FleetState::Gone);
        QVERIFY(fleet.store.find(u"local/i1"_s)->goneReason != GoneReason::KilledHere);
    }

    void aRowThatIsBeingKilledIsNotKilledTwice()
    {
        Fleet fleet;
        fleet.listOne();
        fleet.calls->kill({u"local/i1"_s});
        fleet.calls->kill({u"local/i1"_s});
        fleet.calls->extend({u"local/i1"_s}, 30min);
        QCOMPARE(fleet.transport.mutations(), 1);
    }

    void aPausedRowIsResumedOnceAndSaysSoAtOnce()
    {
        Fleet fleet;
        fleet.listOne(asPaused(row));
        QSignalSpy resumed(fleet.calls.get(), &SandboxCalls::resumed);
        fleet.calls->resume({u"local/i1"_s}, 30min);
        fleet.calls->resume({u"local/i1"_s}, 30min);
        fleet.calls->kill({u"local/i1"_s}); // one thing after the other
        QCOMPARE(fleet.store.find(u"local/i1"_s)->state, FleetState::Resuming);
        QCOMPARE(fleet.transport.mutations(), 1);
        const auto index = std::size_t(fleet.waitingFor("POST /v2/sandboxes/i1/connect"));
        QCOMPARE(QByteArray::fromStdString(fleet.transport.seen.at(index).body),
                 QByteArray(R"({"timeout":1800})"));
        fleet.answer("POST /v2/sandboxes/i1/connect", 201, R"({"sandboxID":"i1"})");
        QTRY_COMPARE(resumed.size(), 1);
        QCOMPARE(resumed.first().at(1).value<std::chrono::seconds>(), 1800s);
        QCOMPARE(fleet.store.find(u"local/i1"_s)->mark, FleetMark::None);
    }

    void whatRunsIsNotResumed()
    {
        Fleet fleet;
        fleet.listOne();
        fleet.calls->resume({u"local/i1"_s, u"local/no"_s}, 30min);
        QCOMPARE(fleet.store.find(u"local/i1"_s)->state, FleetState::Running);
        QCOMPARE(fleet.transport.mutations(), 0);
    }

    void aRefusedResumeIsPausedAgain()
    {
        Fleet fleet;
        fleet.listOne(asPaused(row));
        QSignalSpy failed(fleet.calls.get(), &SandboxCalls::resumeFailed);
        fleet.calls->resume({u"local/i1"_s}, 30min);
        fleet.answer("POST /v2/sandboxes/i1/connect", 429,
                     R"({"code":429,"message":"you have reached the maximum number"})");
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.first().at(1).value<Error>().kind, Error::Kind::RateLimited);
        QCOMPARE(fleet.store.find(u"local/i1"_s)->state, FleetState::Paused);
        QCOMPARE(fleet.transport.mutations(), 1);
    }

    void destroyingItWhileCallsAreUnderWayIsSafe_data()
    {
        QTest::addColumn<int>("which");
        QTest::newRow("create") << 0;
        QTest::newRow("extend") << 1;
        QTest::newRow("kill") << 2;
        QTest::newRow("resume") << 3;
    }
    void destroyingItWhileCallsAreUnderWayIsSafe()
    {
        QFETCH(int, which);
        Fleet fleet;
        fleet.listOne(which == 3 ? asPaused(row) : std::string(row));
        NewSandbox wish;
        wish.templateId = "base";
        static constexpr std::array lines{"POST /v2/sandboxes", "POST /sandboxes/i1/timeout",
                                          "DELETE /sandboxes/i1", "POST /v2/sandboxes/i1/connect"};
        if (which == 0)
            (void)fleet.calls->create(Connections::localId, wish);
        else if (which == 1)
            fleet.calls->extend({u"local/i1"_s}, 1min);
        else if (which == 2)
            fleet.calls->kill({u"local/i1"_s});
        else
            fleet.calls->resume({u"local/i1"_s}, 1min);
        QTRY_VERIFY(fleet.waitingFor(lines.at(std::size_t(which))) >= 0);
        fleet.calls.reset();
        QCOMPARE(fleet.waitingFor(lines.at(std::size_t(which))), -1);
    }
};

QTEST_MAIN(SandboxCallsTest)
#include "tst_sandboxcalls.moc"
