// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/statestore.h>
#include <protocol/metrics.h>
#include <protocol/routing.h>
#include <tests/host/support/hostprocess.h>
#include <tests/support/result.h>

#include <QtCore/QDeadlineTimer>
#include <QtCore/QDir>
#include <QtCore/QRegularExpression>

#include <sys/ioctl.h>
#include <unistd.h>

#include <csignal>
#include <functional>

using namespace Qt::StringLiterals;

namespace Sandglass {

/// Hosts, agents and bubblewraps that are killed at bad moments.
class TestHostLife final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void cleanup() { m_host.reset(); }

    void aSandboxLivesOnWhenItsHostIsKilled_data() { addUsers(); }
    void aSandboxLivesOnWhenItsHostIsKilled()
    {
        const auto sandbox = begin();
        QVERIFY(sandbox);
        const CommandResult started =
            m_host->run(*sandbox, "echo kept > note; setsid sleep 1000 >/dev/null 2>&1 & echo $!");
        const auto url = m_host->info().url;
        const auto key = m_host->info().apiKey;
        const auto before = m_host->list();
        m_host->kill();
        QVERIFY(m_host->start());
        QCOMPARE(m_host->info().url, url);
        QCOMPARE(m_host->info().apiKey, key);
        const auto after = m_host->list();
        QCOMPARE(after.size(), 1U);
        QCOMPARE(after.front().endAt, before.front().endAt);
        QCOMPARE(after.front().startedAt, before.front().startedAt);
        const std::string pid = started.output.substr(0, started.output.find('\n'));
        // setsid becomes sleep in its own time.
        QTRY_COMPARE(
            m_host->run(*sandbox, "cat note; tr '\\0' ' ' < /proc/" + pid + "/cmdline").output,
            "kept\nsleep 1000 ");
        QTRY_VERIFY(m_host->call("GET", "/sandboxes/" + sandbox->id + "/metrics").body != "[]");
        QCOMPARE(m_host->call("DELETE", "/sandboxes/" + sandbox->id).status, 204);
        verifyNothingIsLeft();
    }

    void aSandboxLivesOnWhenItsHostStopsInOrder()
    {
        const auto sandbox = begin();
        QVERIFY(sandbox);
        m_host->terminate();
        QVERIFY(!QFile::exists(m_host->state() + u"/host.json"_s));
        QVERIFY(!m_host->sandboxProcesses().empty());
        QVERIFY(m_host->start());
        QCOMPARE(m_host->run(*sandbox, "echo there").output, "there\n");
    }

    void aSandboxWhoseTimeEndedMeanwhileIsEnded()
    {
        const auto sandbox = begin(R"(,"timeout":1)");
        QVERIFY(sandbox);
        m_host->kill();
        const auto over = std::chrono::system_clock::now() + std::chrono::seconds(1);
        QTRY_VERIFY(std::chrono::system_clock::now() > over); // while nobody watches
        QVERIFY(!m_host->sandboxProcesses().empty());
        QVERIFY(m_host->start());
        QTRY_VERIFY(m_host->list().empty());
        verifyNothingIsLeft();
    }

    void aSandboxWhoseAgentIsKilledIsGone_data() { addUsers(); }
    void aSandboxWhoseAgentIsKilledIsGone()
    {
        const auto sandbox = begin();
        QVERIFY(sandbox);
        const auto other = m_host->create();
        QVERIFY(other);
        (void)m_host->run(*sandbox, "setsid sleep 1000 >/dev/null 2>&1 &");
        QCOMPARE(::kill(initOf(sandbox->id), SIGKILL), 0);
        QTRY_COMPARE(m_host->list().size(), 1U);
        QCOMPARE(m_host->list().front().id, other->id);
        QTRY_COMPARE(m_host->leftOvers().size(), 2); // the folder and the socket of the other one
        QCOMPARE(m_host->call("DELETE", "/sandboxes/" + other->id).status, 204);
        verifyNothingIsLeft();
    }

    void aSandboxThatDiedWithoutAHostIsClearedAway()
    {
        const auto sandbox = begin();
        QVERIFY(sandbox);
        m_host->kill();
        QCOMPARE(::kill(initOf(sandbox->id), SIGKILL), 0);
        QTRY_VERIFY(m_host->sandboxProcesses().empty());
        QVERIFY(m_host->start());
        QVERIFY(m_host->list().empty());
        verifyNothingIsLeft();
    }

    void anAgentThatDoesNotAnswerIsNotAdopted()
    {
        const auto sandbox = begin();
        QVERIFY(sandbox);
        m_host->kill();
        const pid_t init = initOf(sandbox->id);
        QCOMPARE(::kill(init, SIGSTOP), 0);
        QVERIFY(m_host->start());
        QVERIFY(m_host->list().empty());
        verifyNothingIsLeft();
    }

    void aHostThatIsKilledWhileItCreatesLeavesNothing_data()
    {
        QTest::addColumn<int>("moment");
        QTest::newRow("as soon as it was asked") << 0;
        QTest::newRow("when the folder is there") << 1;
        QTest::newRow("when the socket is there") << 2;
        QTest::newRow("when bubblewrap has begun") << 3;
        QTest::newRow("when the sandbox has begun") << 4;
        QTest::newRow("when it is just ready") << 5;
    }
    void aHostThatIsKilledWhileItCreatesLeavesNothing()
    {
        QFETCH(int, moment);
        m_host = std::make_unique<HostProcess>();
        QVERIFY(m_host->start());
        for (int round = 0; round < 3; ++round) {
            HostConnection connection(m_host->port());
            QVERIFY(connection.send(
                m_host->request("POST", "/v2/sandboxes", R"({"templateID":"base"})")));
            QVERIFY(waitUntil([&] { return hasCome(moment, connection); }));
            m_host->kill();
            QVERIFY(m_host->start());
            for (const SandboxInfo &info : m_host->list()) // it was ready already
                QCOMPARE(m_host->call("DELETE", "/sandboxes/" + info.id).status, 204);
            verifyNothingIsLeft();
            if (QTest::currentTestFailed())
                return;
        }
    }

    void whatAnEarlierHostLeftInItsFoldersIsRemoved()
    {
        m_host = std::make_unique<HostProcess>();
        QVERIFY(m_host->start());
        m_host->terminate();
        QVERIFY(QDir().mkpath(m_host->state() + u"/sandboxes/istray/usr/work/work"_s));
        QFile socket(m_host->state() + u"/sockets/istray.sock"_s);
        QVERIFY(socket.open(QFile::WriteOnly));
        QVERIFY(m_host->start());
        verifyNothingIsLeft();
    }

    void twoHostsWithStatesOfTheirOwnDoNotMeet()
    {
        const auto sandbox = begin();
        QVERIFY(sandbox);
        HostProcess second;
        QVERIFY(second.start());
        QVERIFY(second.port() != m_host->port());
        QVERIFY(second.list().empty());
        QCOMPARE(second.call("GET", "/health", {}, HostProcess::route(*sandbox, envdPort)).status,
                 502);
        const auto other = second.create();
        QVERIFY(other);
        second.kill();
        QVERIFY(second.start());
        QCOMPARE(second.list().size(), 1U);
        QCOMPARE(m_host->list().size(), 1U);
        QCOMPARE(m_host->run(*sandbox, "echo untouched").output, "untouched\n");
    }

    void manySandboxesStartAndEndTogether()
    {
        m_host = std::make_unique<HostProcess>();
        QVERIFY(m_host->start());
        std::vector<HostConnection> connections;
        for (int i = 0; i < 10; ++i) {
            HostConnection &connection = connections.emplace_back(m_host->port());
            QVERIFY(connection.send(
                m_host->request("POST", "/sandboxes", R"({"templateID":"base","timeout":60})")));
        }
        for (HostConnection &connection : connections)
            QCOMPARE(connection.receiveAnswer().status, 201);
        QCOMPARE(m_host->list().size(), 10U);
        QCOMPARE(m_host->command({u"stop"_s, u"--kill-sandboxes"_s}), 0);
        verifyNothingIsLeft();
    }

private:
    void addUsers()
    {
        QTest::addColumn<bool>("ordinary");
        QTest::newRow("as whoever runs the tests") << false;
        if (::geteuid() == 0)
            QTest::newRow("as an ordinary user") << true;
    }
    std::optional<CreatedSandbox> begin(std::string_view more = {})
    {
        bool ordinary = false;
        if (QTest::currentDataTag())
            ordinary = QByteArray(QTest::currentDataTag()) == "as an ordinary user";
        m_host = std::make_unique<HostProcess>(ordinary ? HostProcess::User::Ordinary
                                                        : HostProcess::User::Own);
        return m_host->start() ? m_host->create(more) : std::nullopt;
    }
    bool hasCome(int moment, const HostConnection &connection)
    {
        int answered = 0;
        switch (moment) {
        case 1:
        case 2:
            return m_host->leftOvers().size() >= moment;
        case 3:
        case 4:
            return static_cast<int>(m_host->sandboxProcesses().size()) >= moment - 2;
        case 5:
            return ::ioctl(connection.fd(), FIONREAD, &answered) != 0 || answered > 0;
        default:
            return true;
        }
    }
    /// Looks all the time: the moments are milliseconds apart.
    static bool waitUntil(const std::function<bool()> &condition)
    {
        const QDeadlineTimer patience(10'000);
        while (!condition()) {
            if (patience.hasExpired())
                return false;
        }
        return true;
    }
    pid_t initOf(const std::string &id)
    {
        auto store = StateStore::open((m_host->state() + u"/state.db"_s).toStdString());
        const auto rows = store.and_then([](StateStore &open) { return open.sandboxes(); });
        for (const SandboxRow &row : rows ? *rows : std::vector<SandboxRow>()) {
            if (row.id == id)
                return row.init.pid;
        }
        return -1;
    }
    void verifyNothingIsLeft()
    {
        QTRY_VERIFY(m_host->sandboxProcesses().empty());
        QTRY_COMPARE(m_host->leftOvers(), QStringList());
    }

    std::unique_ptr<HostProcess> m_host;
};

} // namespace Sandglass

QTEST_GUILESS_MAIN(Sandglass::TestHostLife)
#include "tst_hostlife.moc"
