// SPDX-License-Identifier: GPL-3.0-or-later
#include <client/access/mutationcounter.h>
#include <client/curltransport.h>
#include <client/platformapi.h>
#include <client/ptystream.h>
#include <protocol/hostinfo.h>
#include <tests/client/localhost.h>
#include <tests/support/result.h>

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Sandglass;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The real client against the real host with a real sandbox.
class LocalHostTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void cleanupTestCase();
    void lookingChangesNothing();
    void aShellRunsAndTakesInputSizeAndEnd();
    void aShellOutlivesTheHostAndIsTakenUpAgain();
    void aGoneSandboxIsToldApart();
    void aWrongKeyIsToldApart();

private:
    void startHost();
    [[nodiscard]] Result<SandboxInfo> look();
    [[nodiscard]] ProcessApi processes();

    QTemporaryDir m_state;
    QProcess m_host;
    HostInfo m_info;
    MutationCounter m_counter;
    std::unique_ptr<CurlTransport> m_transport;
    std::unique_ptr<PlatformApi> m_api;
    std::string m_id;
};

void LocalHostTest::startHost()
{
    m_host.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_host.start(QString::fromUtf8(SANDGLASS_HOST_PROGRAM), {u"serve"_s});
    QByteArray output;
    QTRY_VERIFY_WITH_TIMEOUT((output += m_host.readAllStandardOutput()).contains("ready http"),
                             20'000);
    QFile record(m_state.filePath(u"host.json"_s));
    QVERIFY(record.open(QIODevice::ReadOnly));
    const auto info = decodeHostInfo(record.readAll().toStdString());
    SG_VERIFY_RESULT(info);
    m_info = *info;
}

void LocalHostTest::initTestCase()
{
    QTest::failOnWarning();
    qputenv("SANDGLASS_HOST_STATE", m_state.path().toLocal8Bit());
    qputenv("SANDGLASS_AGENT", SANDGLASS_AGENT_PROGRAM);
    startHost();
    const QString url = QString::fromStdString(m_info.url);
    m_transport = std::make_unique<CurlTransport>(m_counter);
    m_api = std::make_unique<PlatformApi>(
        *m_transport, ConnectionProfile{.id = u"local"_s, .apiUrl = url, .sandboxUrl = url},
        m_info.apiKey);
    Answered<CreatedSandbox> created;
    const Request request = m_api->create(
        {.templateId = "base", .timeout = 300s, .metadata = {{"test", "client"}}}, into(created));
    const auto sandbox = waited(created);
    SG_VERIFY_RESULT(sandbox);
    m_id = sandbox->id;
}

void LocalHostTest::cleanup()
{
    QVERIFY(m_host.state() == QProcess::Running);
}

void LocalHostTest::cleanupTestCase()
{
    m_api.reset();
    m_transport.reset();
    QCOMPARE(QProcess::execute(QString::fromUtf8(SANDGLASS_HOST_PROGRAM),
                               {u"stop"_s, u"--kill-sandboxes"_s}),
             0);
    QVERIFY(m_host.state() == QProcess::NotRunning || m_host.waitForFinished());
}

Result<SandboxInfo> LocalHostTest::look()
{
    Answered<SandboxInfo> answer;
    const Request request = m_api->get(m_id, into(answer));
    return waited(answer);
}

ProcessApi LocalHostTest::processes()
{
    return {*m_transport, addressOf(m_api->profile(), look().value_or(SandboxInfo()))};
}

void LocalHostTest::lookingChangesNothing()
{
    const int before = m_counter.count();
    const auto first = look();
    SG_VERIFY_RESULT(first);
    QVERIFY(first->state == SandboxState::Running);

    for (int round = 0; round < 3; ++round) {
        Answered<SandboxPage> page;
        const Request list = m_api->list({.metadata = {{"test", "client"}}}, into(page));
        const auto listed = waited(page);
        SG_VERIFY_RESULT(listed);
        QCOMPARE(listed->sandboxes.size(), 1U);
        QVERIFY(listed->serverTime);
        QCOMPARE(listed->sandboxes.front().endAt, first->endAt);
        Answered<std::vector<ProcessInfo>> running;
        const Request processList = processes().list(into(running));
        SG_VERIFY_RESULT(waited(running));
    }
    std::vector<MetricSample> samples;
    const auto hasSamples = [this, &samples] {
        Answered<std::vector<MetricSample>> answer;
        const Request metrics = m_api->metrics(m_id, std::nullopt, into(answer));
        samples = waited(answer).value_or(std::vector<MetricSample>());
        return !samples.empty();
    };
    QTRY_VERIFY_WITH_TIMEOUT(hasSamples(), 20'000);
    QVERIFY(samples.front().memTotal > 0 && samples.front().cpuCount > 0);
    Answered<MetricsById> latest;
    const Request latestRequest = m_api->latestMetrics({m_id}, into(latest));
    const auto byId = waited(latest);
    SG_VERIFY_RESULT(byId);
    QVERIFY(byId->contains(m_id));
    const auto watching = processes().connect(std::uint32_t(1));

    const auto last = look();
    SG_VERIFY_RESULT(last);
    QCOMPARE(last->endAt, first->endAt);
    QCOMPARE(last->startedAt, first->startedAt);
    QCOMPARE(m_counter.count(), before);
}

void LocalHostTest::aShellRunsAndTakesInputSizeAndEnd()
{
    PtyStream pty(processes());
    QByteArray output;
    std::optional<Result<ProcessEnded>> end;
    connect(&pty, &PtyStream::received, this,
            [&output](const QByteArray &bytes) { output += bytes; });
    connect(&pty, &PtyStream::finished, this, [&end](const auto &result) { end = result; });
    pty.start(100, 30);
    pty.write("stty size; echo \"<$TERM $COLORTERM>\"\n");
    QTRY_VERIFY_WITH_TIMEOUT(
        output.contains("30 100") && output.contains("<xterm-256color truecolor>"), 20'000);
    pty.resize(120, 40);
    // The size is told by a request of its own: ask until it is there.
    const auto hasNewSize = [&] {
        pty.write("stty size\n");
        return QTest::qWaitFor([&output] { return output.contains("40 120"); }, 500);
    };
    QTRY_VERIFY_WITH_TIMEOUT(hasNewSize(), 20'000);
    output.clear();
    pty.write("seq 20000; exit 3\n");
    QTRY_VERIFY_WITH_TIMEOUT(end, 20'000);
    SG_VERIFY_RESULT(*end);
    QCOMPARE((*end)->exitCode, 3);
    QVERIFY(output.contains("\r\n12345\r\n") && output.contains("\r\n20000\r\n"));
}

void LocalHostTest::aShellOutlivesTheHostAndIsTakenUpAgain()
{
    std::optional<Result<ProcessEnded>> end;
    QByteArray output;
    PtyStream pty(processes());
    connect(&pty, &PtyStream::received, this,
            [&output](const QByteArray &bytes) { output += bytes; });
    connect(&pty, &PtyStream::finished, this, [&end](const auto &result) { end = result; });
    pty.start(80, 24);
    pty.write("answer=4; echo begin$((40 + 2))\n");
    QTRY_VERIFY_WITH_TIMEOUT(output.contains("begin42"), 20'000);
    m_host.kill();
    QVERIFY(m_host.waitForFinished());
    QTRY_VERIFY_WITH_TIMEOUT(end, 20'000);
    SG_VERIFY_FAILS(*end, Error::Kind::Network);
    startHost();
    PtyStream again(processes());
    output.clear();
    connect(&again, &PtyStream::received, this,
            [&output](const QByteArray &bytes) { output += bytes; });
    std::optional<Result<ProcessEnded>> killed;
    connect(&again, &PtyStream::finished, this, [&killed](const auto &result) { killed = result; });
    again.attach(pty.pid().value());
    again.write("echo still$((answer + 38))\n");
    QTRY_VERIFY_WITH_TIMEOUT(output.contains("still42"), 20'000);
    again.kill();
    QTRY_VERIFY_WITH_TIMEOUT(killed, 20'000);
    SG_VERIFY_RESULT(*killed);
    QVERIFY(!(*killed)->exited);
}

void LocalHostTest::aGoneSandboxIsToldApart()
{
    Answered<SandboxInfo> answer;
    const Request get = m_api->get("i00000000000000000000", into(answer));
    SG_VERIFY_FAILS(waited(answer), Error::Kind::NotFound);
    SandboxAddress address = processes().address();
    address.sandboxId = "i00000000000000000000";
    Answered<std::vector<ProcessInfo>> running;
    const Request list = ProcessApi(*m_transport, address).list(into(running));
    SG_VERIFY_FAILS(waited(running), Error::Kind::NotFound);
}

void LocalHostTest::aWrongKeyIsToldApart()
{
    PlatformApi other(*m_transport, m_api->profile(),
                      "e2b_0000000000000000000000000000000000000001");
    Answered<SandboxPage> page;
    const Request list = other.list({}, into(page));
    SG_VERIFY_FAILS(waited(page), Error::Kind::Unauthorized);
    SandboxAddress address = processes().address();
    address.accessToken = "wrong";
    Answered<std::vector<ProcessInfo>> running;
    const Request processList = ProcessApi(*m_transport, address).list(into(running));
    SG_VERIFY_FAILS(waited(running), Error::Kind::Unauthorized);
}

QTEST_GUILESS_MAIN(LocalHostTest)
#include "tst_localhost.moc"
