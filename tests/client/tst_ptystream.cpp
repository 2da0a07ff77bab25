// SPDX-License-Identifier: GPL-3.0-or-later
#include <client/ptystream.h>
#include <protocol/connectframe.h>
#include <tests/support/faketransport.h>
#include <tests/support/result.h>

#include <QTest>

using namespace Sandglass;

namespace {

constexpr auto brokenConnection = "the connection to x broke";

Error broken()
{
    return {.kind = Error::Kind::Network, .detail = brokenConnection};
}

} // namespace

class PtyStreamTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aShellStartsWithSizeAndEnvironment();
    void outputAndTheEndArePassedOn();
    void inputWaitsForTheStartAndGoesTogether();
    void inputIsSentInOrderOneAtATime();
    void aLargePasteIsSentInParts();
    void failedInputDropsWhatWaited();
    void onlyTheLatestSizeIsSent();
    void aSizeThatIsSetAlreadyIsNotSent();
    void aFailedSizeIsSentAgain();
    void aBrokenConnectionIsTakenUpAgainOnce();
    void aSecondBreakIsReported();
    void aShellThatEndedMeanwhileIsReported();
    void aRefusedStartIsReportedAtOnce();
    void killingKillsThatPid();
    void killingBeforeTheStartWaitsForThePid();
    void aKillOfAnEndedShellIsNoFailure();
    void attachingWatchesAndWrites();
    void closingOnlyDetaches();
    void aSlotMayDestroyTheStream();

private:
    void open();
    void startShell();
    [[nodiscard]] FakeStream *stream(std::size_t index) const
    {
        return m_transport->streams.at(index);
    }
    [[nodiscard]] std::vector<std::size_t> callsTo(const std::string &method) const;
    [[nodiscard]] ProcessInput inputOf(std::size_t index) const;

    std::unique_ptr<FakeTransport> m_transport;
    std::unique_ptr<PtyStream> m_pty;
    QByteArray m_said;
};

void PtyStreamTest::init()
{
    QTest::failOnWarning();
    m_pty.reset();
    m_transport = std::make_unique<FakeTransport>();
    m_said.clear();
    open();
}

void PtyStreamTest::open()
{
    m_pty = std::make_unique<PtyStream>(ProcessApi(
        *m_transport, {.sandboxId = "i1", .baseUrl = "http://x", .accessToken = "the-token"}));
    connect(m_pty.get(), &PtyStream::started, this,
            [this](quint32 pid) { m_said += "start " + QByteArray::number(pid) + ", "; });
    connect(m_pty.get(), &PtyStream::received, this,
            [this](const QByteArray &bytes) { m_said += bytes; });
    connect(m_pty.get(), &PtyStream::skipped, this,
            [this](qint64 bytes) { m_said += "skip " + QByteArray::number(bytes) + ", "; });
    connect(m_pty.get(), &PtyStream::reconnected, this, [this] { m_said += "reconnected, "; });
    connect(m_pty.get(), &PtyStream::inputFailed, this, [this](const Error &error) {
        m_said += "no input: " + QByteArray::fromStdString(error.detail);
    });
    connect(m_pty.get(), &PtyStream::killFailed, this, [this](const Error &error) {
        m_said += "no kill: " + QByteArray::fromStdString(error.detail);
    });
    connect(m_pty.get(), &PtyStream::finished, this, [this](const Result<ProcessEnded> &result) {
        m_said += result ? "end " + QByteArray::number(result->exitCode)
                         : QByteArray(toString(result.error().kind)) + ": " +
                               QByteArray::fromStdString(result.error().detail);
    });
}

void PtyStreamTest::startShell()
{
    m_pty->start(80, 24);
    stream(0)->connectHead();
    stream(0)->sendMessage(R"({"event":{"start":{"pid":1210}}})");
}

std::vector<std::size_t> PtyStreamTest::callsTo(const std::string &method) const
{
    std::vector<std::size_t> calls;
    for (std::size_t i = 0; i < m_transport->seen.size(); ++i) {
        if (m_transport->line(i) == "POST /process.Process/" + method)
            calls.push_back(i);
    }
    return calls;
}

ProcessInput PtyStreamTest::inputOf(std::size_t index) const
{
    return decodeProcessInput(m_transport->seen.at(index).body).value_or(ProcessInput());
}

void PtyStreamTest::aShellStartsWithSizeAndEnvironment()
{
    m_pty->start(100, 30, {{"TERM", "dumb"}, {"A", "1"}});
    QCOMPARE(m_transport->seen.size(), 1U);
    QCOMPARE(m_transport->line(0), "POST /process.Process/Start");
    ConnectFrameParser parser;
    parser.feed(m_transport->seen.front().body);
    const auto frame = parser.next();
    SG_VERIFY_RESULT(frame);
    const auto start = decodeStartProcess((*frame).value().payload);
    SG_VERIFY_RESULT(start);
    QCOMPARE(start->process.cmd, "/bin/bash");
    QCOMPARE(start->process.args, (std::vector<std::string>{"-i", "-l"}));
    QCOMPARE(
        start->process.envs,
        (StringMap{{"A", "1"}, {"COLORTERM", "truecolor"}, {"LANG", "C.UTF-8"}, {"TERM", "dumb"}}));
    QVERIFY((start->pty == PtySize{.cols = 100, .rows = 30}));
}

void PtyStreamTest::outputAndTheEndArePassedOn()
{
    startShell();
    QCOMPARE(m_pty->pid(), 1210U);
    stream(0)->sendMessage(R"({"event":{"data":{"pty":"aGkK"}}})");
    stream(0)->skip(9);
    stream(0)->sendMessage(
        R"({"event":{"end":{"exitCode":3,"exited":true,"status":"exit status 3"}}})");
    stream(0)->sendConnectEnd();
    QCOMPARE(m_said, "start 1210, hi\nskip 9, end 3");
    QVERIFY(!m_pty->isOpen());
    m_pty->write("lost");
    QCOMPARE(callsTo("SendInput").size(), 0U);
}

void PtyStreamTest::inputWaitsForTheStartAndGoesTogether()
{
    m_pty->start(80, 24);
    m_pty->write("l");
    m_pty->write("s\n");
    QCOMPARE(m_transport->seen.size(), 1U);
    stream(0)->connectHead();
    stream(0)->sendMessage(R"({"event":{"start":{"pid":1210}}})");
    QCOMPARE(m_transport->seen.size(), 2U);
    QVERIFY((inputOf(1) == ProcessInput{.process = 1210U, .bytes = "ls\n", .toPty = true}));
}

void PtyStreamTest::inputIsSentInOrderOneAtATime()
{
    startShell();
    m_pty->write("a");
    m_pty->write("b");
    m_pty->write("c");
    QCOMPARE(callsTo("SendInput").size(), 1U);
    m_transport->answer(callsTo("SendInput").back(), HttpResponse{.status = 200, .body = "{}"});
    QTRY_COMPARE(callsTo("SendInput").size(), 2U);
    m_pty->write("d");
    QCOMPARE(callsTo("SendInput").size(), 2U);
    m_transport->answer(callsTo("SendInput").back(), HttpResponse{.status = 200, .body = "{}"});
    QTRY_COMPARE(callsTo("SendInput").size(), 3U);
    m_transport->answer(callsTo("SendInput").back(), HttpResponse{.status = 200, .body = "{}"});
    QTRY_VERIFY(m_transport->waiting().empty());
    std::vector<std::string> sent;
    for (const auto call : callsTo("SendInput"))
        sent.push_back(inputOf(call).bytes);
    QCOMPARE(sent, (std::vector<std::string>{"a", "bc", "d"}));
}

void PtyStreamTest::aLargePasteIsSentInParts()
{
    startShell();
    QByteArray paste;
    for (int i = 0; i < 20'000; ++i)
        paste += QByteArray::number(i) + '\n';
    for (int i = 0; i < 20; ++i)
        m_transport->reply("{}");
    m_pty->write(paste);
    std::string arrived;
    QTRY_VERIFY(m_transport->waiting().empty());
    for (const auto call : callsTo("SendInput")) {
        QVERIFY(inputOf(call).bytes.size() <= 32768U);
        arrived += inputOf(call).bytes;
    }
    QVERIFY(arrived == paste.toStdString());
}

void PtyStreamTest::failedInputDropsWhatWaited()
{
    startShell();
    m_transport->reply(broken());
    m_pty->write("rm -r ./build");
    m_pty->write("/objects\n");
    QTRY_COMPARE(m_said, QByteArray("start 1210, no input: ") + brokenConnection);
    QCOMPARE(callsTo("SendInput").size(), 1U);
    m_pty->write("x");
    QCOMPARE(inputOf(callsTo("SendInput").back()).bytes, "x");
}

void PtyStreamTest::onlyTheLatestSizeIsSent()
{
    m_pty->start(80, 24);
    m_pty->resize(81, 24);
    m_pty->resize(82, 24);
    QCOMPARE(m_transport->seen.size(), 1U);
    stream(0)->connectHead();
    stream(0)->sendMessage(R"({"event":{"start":{"pid":1210}}})");
    QCOMPARE(callsTo("Update").size(), 1U);
    for (std::uint32_t cols = 83; cols < 100; ++cols)
        m_pty->resize(cols, 30);
    QCOMPARE(callsTo("Update").size(), 1U);
    m_transport->answer(callsTo("Update").back(), HttpResponse{.status = 200, .body = "{}"});
    QTRY_COMPARE(callsTo("Update").size(), 2U);
    std::vector<std::uint32_t> cols;
    for (const auto call : callsTo("Update"))
        cols.push_back(decodeProcessUpdate(m_transport->seen.at(call).body)->pty->cols);
    QCOMPARE(cols, (std::vector<std::uint32_t>{82, 99}));
}

void PtyStreamTest::aSizeThatIsSetAlreadyIsNotSent()
{
    startShell();
    m_pty->resize(80, 24);
    QCOMPARE(callsTo("Update").size(), 0U);
}

void PtyStreamTest::aFailedSizeIsSentAgain()
{
    startShell();
    m_transport->reply(broken());
    m_pty->resize(90, 24);
    QTRY_VERIFY(m_transport->waiting().empty());
    m_pty->resize(90, 24);
    QCOMPARE(callsTo("Update").size(), 2U);
}

void PtyStreamTest::aBrokenConnectionIsTakenUpAgainOnce()
{
    startShell();
    stream(0)->end(std::unexpected(broken()));
    QCOMPARE(m_transport->streams.size(), 2U);
    QCOMPARE(callsTo("Connect").size(), 1U);
    QVERIFY(m_transport->seen.back().body.ends_with(R"({"process":{"pid":1210}})"));
    stream(1)->connectHead();
    stream(1)->sendMessage(R"({"event":{"start":{"pid":1210}}})");
    stream(1)->sendMessage(R"({"event":{"data":{"pty":"aGkK"}}})");
    QCOMPARE(m_said, "start 1210, reconnected, hi\n");
    m_pty->write("x");
    QCOMPARE(callsTo("SendInput").size(), 1U);
}

void PtyStreamTest::aSecondBreakIsReported()
{
    startShell();
    stream(0)->end(); // without an end frame: as bad as a broken connection
    stream(1)->connectHead();
    stream(1)->sendMessage(R"({"event":{"start":{"pid":1210}}})");
    stream(1)->end(std::unexpected(broken()));
    QCOMPARE(m_said, QByteArray("start 1210, reconnected, Network: ") + brokenConnection);
    QCOMPARE(m_transport->streams.size(), 2U);
    QVERIFY(!m_pty->isOpen());
    QCOMPARE(m_pty->pid(), 1210U); // so that it can be attached to later
}

void PtyStreamTest::aShellThatEndedMeanwhileIsReported()
{
    startShell();
    stream(0)->end(std::unexpected(broken()));
    stream(1)->connectHead();
    stream(1)->send(
        encodeConnectEnd(ConnectError{.code = "not_found", .message = "process with pid 1210"}));
    QCOMPARE(m_said, "start 1210, NotFound: process with pid 1210");
}

void PtyStreamTest::aRefusedStartIsReportedAtOnce()
{
    m_pty->start(80, 24);
    stream(0)->end(std::unexpected(broken()));
    QCOMPARE(m_said, QByteArray("Network: ") + brokenConnection);
    QCOMPARE(m_transport->streams.size(), 1U);
}

void PtyStreamTest::killingKillsThatPid()
{
    startShell();
    m_pty->kill();
    QCOMPARE(callsTo("SendSignal").size(), 1U);
    const auto signal = decodeProcessSignal(m_transport->seen.back().body);
    SG_VERIFY_RESULT(signal);
    QVERIFY((*signal == ProcessSignalRequest{.process = 1210U, .signal = ProcessSignal::Kill}));
    m_transport->answer(callsTo("SendSignal").back(), broken());
    QTRY_COMPARE(m_said, QByteArray("start 1210, no kill: ") + brokenConnection);
}

void PtyStreamTest::killingBeforeTheStartWaitsForThePid()
{
    m_pty->start(80, 24);
    m_pty->kill();
    QCOMPARE(callsTo("SendSignal").size(), 0U);
    stream(0)->connectHead();
    stream(0)->sendMessage(R"({"event":{"start":{"pid":7}}})");
    QCOMPARE(callsTo("SendSignal").size(), 1U);
}

void PtyStreamTest::aKillOfAnEndedShellIsNoFailure()
{
    startShell();
    m_transport->reply(R"({"code":"not_found","message":"process with pid 1210 not found"})", 404);
    m_pty->kill();
    QTRY_VERIFY(m_transport->waiting().empty());
    QCOMPARE(m_said, "start 1210, ");
}

void PtyStreamTest::attachingWatchesAndWrites()
{
    m_pty->attach(77);
    QCOMPARE(m_transport->line(0), "POST /process.Process/Connect");
    QCOMPARE(m_transport->mutations(), 0);
    m_pty->write("x"); // not before the shell is known to be there
    QCOMPARE(m_transport->seen.size(), 1U);
    stream(0)->connectHead();
    stream(0)->sendMessage(R"({"event":{"start":{"pid":77}}})");
    QCOMPARE(callsTo("SendInput").size(), 1U);
    QCOMPARE(m_said, "start 77, ");
}

void PtyStreamTest::closingOnlyDetaches()
{
    startShell();
    m_pty->write("a");
    m_pty->write("b");
    m_pty->close();
    QVERIFY(!stream(0));
    QVERIFY(m_transport->waiting().empty()); // what was under way is not waited for
    QCOMPARE(callsTo("SendSignal").size(), 0U);
    QCOMPARE(m_said, "start 1210, ");
    m_pty->close();
}

void PtyStreamTest::aSlotMayDestroyTheStream()
{
    connect(m_pty.get(), &PtyStream::received, this, [this] { m_pty.reset(); });
    startShell();
    stream(0)->sendMessage(R"({"event":{"data":{"pty":"aGkK"}}})");
    QVERIFY(!m_pty && !stream(0));

    open();
    connect(m_pty.get(), &PtyStream::finished, this, [this] { m_pty.reset(); });
    m_pty->start(80, 24);
    stream(1)->end(std::unexpected(broken()));
    QVERIFY(!m_pty);

    open();
    connect(m_pty.get(), &PtyStream::inputFailed, this, [this] { m_pty.reset(); });
    m_transport->reply(broken());
    m_pty->attach(1);
    stream(2)->connectHead();
    stream(2)->sendMessage(R"({"event":{"start":{"pid":1}}})");
    m_pty->write("x");
    QTRY_VERIFY(!m_pty);
}

QTEST_GUILESS_MAIN(PtyStreamTest)
#include "tst_ptystream.moc"
