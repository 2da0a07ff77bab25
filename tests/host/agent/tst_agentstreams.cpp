// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/host/agent/agentclient.h>

#include <QtCore/QElapsedTimer>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <csignal>
#include <memory>

using namespace Qt::StringLiterals;
using namespace Sandglass;

class TestAgentStreams : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    std::unique_ptr<AgentProcess> m_agent;

    [[nodiscard]] AgentCall kill(std::uint32_t pid) const
    {
        return m_agent->unary("SendSignal",
                              encodeProcessSignal({.process = pid, .signal = ProcessSignal::Kill}));
    }
    void feed(std::uint32_t pid, const std::string &bytes) const
    {
        QCOMPARE(m_agent
                     ->unary("SendInput",
                             encodeProcessInput({.process = pid, .bytes = bytes, .toPty = false}))
                     .body(),
                 "{}");
    }
    void startAgent(int descriptorLimit = 0)
    {
        m_agent.reset();
        m_agent = std::make_unique<AgentProcess>(
            m_dir.filePath(u"agent"_s).toStdString(),
            AgentProcess::Limits{.descriptors = descriptorLimit, .fileBytes = 0, .user = 0});
    }

    /// A sanitizer keeps freed memory for a while, which is not what is measured.
    void startAgentThatFreesAtOnce()
    {
        qputenv("ASAN_OPTIONS", "quarantine_size_mb=0:thread_local_quarantine_size_kb=0");
        startAgent();
        qunsetenv("ASAN_OPTIONS");
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        startAgent();
    }
    void cleanup()
    {
        QCOMPARE(m_agent->stop(), 0);
        m_agent.reset();
    }

    void everyWatcherGetsEverythingFromItsAttachOn()
    {
        auto first = m_agent->shell("cat");
        const auto pid = first.pid();
        feed(pid, "early\n");
        QCOMPARE(first.output(6), "early\n");
        auto second = m_agent->connect(pid);
        QCOMPARE(second.pid(), pid);
        auto third = m_agent->connect(pid);
        QCOMPARE(third.pid(), pid);
        feed(pid, "late\n");
        for (auto *const call : {&first, &second, &third})
            QCOMPARE(call->output(5), "late\n");
        kill(pid).body();
        for (auto *const call : {&first, &second, &third}) {
            QCOMPARE(call->end().status, "signal: killed");
            QCOMPARE(call->errorCode(), "");
        }
    }

    void aProcessOutlivesItsClient()
    {
        std::uint32_t pid = 0;
        {
            auto call = m_agent->shell("read a; echo \"$a\"; read b; echo \"$b\"; exit 4");
            pid = call.pid();
        }
        feed(pid, "dropped\n"); // nobody is attached: read away, not kept
        auto again = m_agent->connect(pid);
        QCOMPARE(again.pid(), pid);
        feed(pid, "seen\n");
        QVERIFY(again.output().ends_with("seen\n"));
        QCOMPARE(again.end().exitCode, 4);
    }

    void outputWithoutWatchersNeverBlocksTheProcess()
    {
        const auto done = m_dir.filePath(u"done"_s);
        {
            auto call = m_agent->shell("head -c 3000000 /dev/zero; touch " + done.toStdString());
            QVERIFY(call.pid() > 0);
        }
        QTRY_VERIFY(QFile::exists(done));
    }

    void theExitCodeIsKeptForALateClient()
    {
        auto call = m_agent->shell("exit 7");
        const auto pid = call.pid();
        QCOMPARE(call.end().exitCode, 7);
        auto late = m_agent->connect(pid);
        QCOMPARE(late.pid(), pid);
        QCOMPARE(late.output(), "");
        QCOMPARE(late.end().exitCode, 7);
        QCOMPARE(late.errorCode(), "");
        QCOMPARE(kill(pid).head().status, 404);
    }

    void theTimeoutOfStartKillsTheProcess()
    {
        auto call = m_agent->shell("exec sleep 1000", "Connect-Timeout-Ms: 50\r\n");
        const auto pid = call.pid();
        auto watcher = m_agent->connect(pid);
        QCOMPARE(call.errorCode(), "deadline_exceeded");
        QCOMPARE(watcher.end().status, "signal: killed");
        QCOMPARE(watcher.errorCode(), "");
        QVERIFY(m_agent->processes().empty());
    }

    void theTimeoutKillsEvenWhenTheClientIsGone()
    {
        std::uint32_t pid = 0;
        {
            auto call = m_agent->shell("exec sleep 1000", "Connect-Timeout-Ms: 50\r\n");
            pid = call.pid();
        }
        QCOMPARE(m_agent->connect(pid).end().status, "signal: killed");
    }

    void theTimeoutOfConnectEndsOnlyItsStream()
    {
        auto call = m_agent->shell("cat");
        const auto pid = call.pid();
        QCOMPARE(m_agent->connect(pid, "Connect-Timeout-Ms: 50\r\n").errorCode(),
                 "deadline_exceeded");
        feed(pid, "still here\n");
        QCOMPARE(call.output(11), "still here\n");
    }

    void silenceIsBrokenByKeepalives()
    {
        auto call = m_agent->shell("cat", "Keepalive-Ping-Interval: 1\r\n");
        QVERIFY(call.pid() > 0);
        for (int i = 0; i < 2; ++i)
            QVERIFY(std::holds_alternative<ProcessKeepalive>(call.nextOfAny().value()));
    }

    void senselessKeepaliveIntervalsAreTheDefault()
    {
        for (const char *const value : {"0", "-5", "often", "", "99999999999999999999"}) {
            auto call = m_agent->shell("sleep 0.05",
                                       "Keepalive-Ping-Interval: " + std::string(value) + "\r\n");
            QVERIFY(call.pid() > 0);
            QVERIFY(std::holds_alternative<ProcessEnded>(call.nextOfAny().value()));
        }
    }

    void theEndWaitsForWhoeverHoldsTheOutput()
    {
        auto call = m_agent->shell("exec 3<&0; (read line <&3; echo \"$line\") & exit 5");
        const auto pid = call.pid();
        QCOMPARE(m_agent->processes().size(), std::size_t{1});
        feed(pid, "from the child\n");
        QCOMPARE(call.output(), "from the child\n");
        QCOMPARE(call.end().exitCode, 5);
    }

    void aKilledProcessEndsWhoeverHoldsTheOutput()
    {
        auto call = m_agent->shell("sleep 1000 & echo $!; wait");
        const auto pid = call.pid();
        const auto child = std::stoi(call.output(1));
        kill(pid).body();
        QCOMPARE(call.end().status, "signal: killed");
        QCOMPARE(::kill(child, SIGKILL), 0); // only the one process was killed
    }

    void whatAKilledProcessHasWrittenStillArrives()
    {
        auto call = m_agent->shell("echo last words; kill -9 $$");
        QCOMPARE(call.output(), "last words\n");
        QCOMPARE(call.end().status, "signal: killed");
    }

    void manyStreamsRunSideBySide()
    {
        std::vector<AgentCall> calls;
        std::vector<std::uint32_t> pids;
        for (int i = 0; i < 60; ++i)
            calls.push_back(m_agent->shell("read line; echo $line-" + std::to_string(i) +
                                           "; exit " + std::to_string(i)));
        for (auto &call : calls)
            pids.push_back(call.pid());
        QCOMPARE(m_agent->processes().size(), std::size_t{60});
        for (const auto pid : pids)
            feed(pid, "x\n");
        for (int i = 0; i < 60; ++i) {
            auto &call = calls[static_cast<std::size_t>(i)];
            QCOMPARE(call.output(), "x-" + std::to_string(i) + "\n");
            QCOMPARE(call.end().exitCode, i);
        }
    }

    void aSlowReaderHoldsTheProcessAndMemoryStaysBounded()
    {
        startAgentThatFreesAtOnce();
        auto call = m_agent->shell("exec yes 0123456789012345678901234567890123456789");
        const auto pid = call.pid();
        call.output(1'000'000);
        const auto before = m_agent->memory();
        QVERIFY(before > 0);
        // Not reading: the process comes to a stop in its write.
        QByteArray previous;
        const auto hasStopped = [pid, &previous] {
            QFile file(u"/proc/%1/io"_s.arg(pid));
            const auto now = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
            return !now.isEmpty() && std::exchange(previous, now) == now;
        };
        // Once, not QTRY_VERIFY: that looks a second time after the first yes.
        QVERIFY(QTest::qWaitFor(hasStopped));
        QCOMPARE(m_agent->get("/health").head().status, 204);
        QCOMPARE(call.output(3'000'000).size() >= 3'000'000, true);
        QVERIFY2(m_agent->memory() < before + 20'000,
                 qPrintable(QString::number(m_agent->memory() - before)));
        kill(pid).body();
        QCOMPARE(call.end().status, "signal: killed");
    }

    void endlessOutputWithoutWatchersKeepsMemoryBounded()
    {
        startAgentThatFreesAtOnce();
        std::uint32_t pid = 0;
        {
            auto call = m_agent->shell("yes");
            pid = call.pid();
        }
        const auto before = m_agent->memory();
        for (int i = 0; i < 200; ++i)
            QCOMPARE(m_agent->get("/health").head().status, 204);
        QVERIFY(m_agent->memory() < before + 20'000);
        QCOMPARE(kill(pid).body(), "{}");
    }

    void aLargeInputGoesThroughInOrder()
    {
        std::string bytes;
        while (bytes.size() < 700'000)
            bytes += std::to_string(bytes.size()) + '\n';
        auto call = m_agent->shell("cat");
        const auto pid = call.pid();
        auto sending = m_agent->unary(
            "SendInput", encodeProcessInput({.process = pid, .bytes = bytes, .toPty = false}));
        QCOMPARE(call.output(bytes.size()) == bytes, true);
        QCOMPARE(sending.body(), "{}");
    }

    void inputForAProcessThatDoesNotReadFailsWithItsEnd()
    {
        auto call = m_agent->shell("exec sleep 1000");
        const auto pid = call.pid();
        auto sending =
            m_agent->unary("SendInput", encodeProcessInput({.process = pid,
                                                            .bytes = std::string(1'000'000, 'x'),
                                                            .toPty = false}));
        QCOMPARE(m_agent->processes().size(), std::size_t{1});
        kill(pid).body();
        QCOMPARE(sending.head().status, 500);
    }

    void runningOutOfDescriptorsIsAnErrorNotACrash()
    {
        startAgent(30);
        std::vector<AgentCall> calls;
        std::string code;
        for (int i = 0; i < 30 && code.empty(); ++i) {
            auto call = m_agent->shell("exec sleep 1000");
            if (call.pid() == 0)
                code = call.errorCode();
            else
                calls.push_back(std::move(call));
        }
        QCOMPARE(code, "resource_exhausted");
        calls.clear();
        for (const auto &process : m_agent->processes())
            kill(process.pid).body();
        QTRY_COMPARE(m_agent->shell("echo again").output(), "again\n");
    }

    void manyShortProcessesLeaveNothingBehind()
    {
        for (int i = 0; i < 200; ++i)
            QCOMPARE(m_agent->shell("exit 0").end().exitCode, 0);
        const QDir descriptors(u"/proc/%1/fd"_s.arg(m_agent->pid()));
        QTRY_VERIFY(descriptors.entryList(QDir::Files | QDir::System).size() < 20);
        QVERIFY(m_agent->processes().empty());
    }
};

QTEST_GUILESS_MAIN(TestAgentStreams)
#include "tst_agentstreams.moc"
