// SPDX-License-Identifier: GPL-3.0-or-later
#include <protocol/metrics.h>
#include <tests/host/agent/agentclient.h>
#include <tests/host/agent/agentjail.h>
#include <tests/support/result.h>

#include <QtCore/QElapsedTimer>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <csignal>
#include <memory>

using namespace Qt::StringLiterals;
using namespace Sandglass;

class TestAgentJail : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    std::string m_path;
    std::unique_ptr<AgentJail> m_jail;

    /// With the base template, or skips.
    void enter()
    {
        const auto mounts = AgentJail::baseTemplate();
        if (mounts.empty())
            QSKIP("there is no template: run this through ./dev");
        m_jail = std::make_unique<AgentJail>(m_path, mounts);
    }
    [[nodiscard]] AgentCall send(const std::string &request) const { return {m_path, request}; }
    [[nodiscard]] AgentCall shell(const std::string &script, std::string_view fields = {}) const
    {
        StartProcess process;
        process.process = {.cmd = "/bin/bash", .args = {"-c", script}, .envs = {}, .cwd = {}};
        return send(AgentProcess::request("/process.Process/Start", "application/connect+json",
                                          encodeConnectFrame(encodeStartProcess(process)), fields));
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_path = m_dir.filePath(u"socket"_s).toStdString();
    }
    void cleanup() { m_jail.reset(); }

    void itNeedsNothingOfTheTemplate()
    {
        QElapsedTimer timer;
        timer.start();
        m_jail = std::make_unique<AgentJail>(m_path, std::vector<std::string>{});
        QCOMPARE(send("GET /health HTTP/1.1\r\n\r\n").head().status, 204);
        qInfo("from the start of bubblewrap to the first answer: %lld ms", timer.elapsed());
        StartProcess process; // the only program there is: it prints its usage
        process.process.cmd = "/agent";
        auto call = send(AgentProcess::request("/process.Process/Start", "application/connect+json",
                                               encodeConnectFrame(encodeStartProcess(process)),
                                               "Authorization: Basic cm9vdDo=\r\n"));
        QCOMPARE(call.errorCode(), "unauthenticated"); // nobody is known here
        QCOMPARE(m_jail->terminate(), 0);
    }

    void itIsPidOneAndReapsOrphans()
    {
        enter();
        QCOMPARE(shell("cat /proc/1/comm").output(), "agent\n");
        QCOMPARE(shell("for i in 1 2 3; do (sleep 0.01 >/dev/null 2>&1 &); done").end().exitCode,
                 0);
        QTRY_COMPARE(shell("ps -eo stat= | grep -c -e Z -e sleep").output(), "0\n");
    }

    void programsCannotLookIntoIt()
    {
        enter();
        QCOMPARE(shell("cat /proc/1/environ 2>/dev/null; echo $?").output(), "1\n");
        QCOMPARE(shell("readlink /proc/1/fd/0; echo $?").output(), "1\n");
        QCOMPARE(shell("cat /proc/self/oom_score_adj").output(), "100\n");
    }

    void everyUserIsTheSandboxUser()
    {
        enter();
        QCOMPARE(shell("id -u; echo $USER $HOME; pwd").output(),
                 "1000\nuser /home/user\n/home/user\n");
        QCOMPARE(
            shell("id -u; echo $USER $HOME; pwd", "Authorization: Basic cm9vdDo=\r\n").output(),
            "1000\nroot /root\n/\n"); // that home is not there
    }

    void aTerminalWorks()
    {
        enter();
        StartProcess process;
        process.process = {.cmd = "/bin/bash",
                           .args = {"--norc", "-i"},
                           .envs = {{"TERM", "xterm-256color"}, {"PS1", "> "}},
                           .cwd = {}};
        process.pty = PtySize{.cols = 90, .rows = 20};
        auto call = send(AgentProcess::request("/process.Process/Start", "application/connect+json",
                                               encodeConnectFrame(encodeStartProcess(process))));
        const auto pid = call.pid();
        const auto greeting = call.outputUntil("> ");
        QVERIFY2(!greeting.contains("no job control"), greeting.c_str());
        send(AgentProcess::request(
                 "/process.Process/SendInput", "application/json",
                 encodeProcessInput(
                     {.process = pid, .bytes = "stty size; exit 4\n", .toPty = true})))
            .body();
        QVERIFY(call.output().contains("20 90\r\n"));
        QCOMPARE(call.end().exitCode, 4);
    }

    void theTunnelReachesItsOwnLoopbackOnly()
    {
        enter();
        auto server = shell("exec python3 -c \"\n"
                            "import socket\n"
                            "s = socket.socket(); s.bind(('127.0.0.1', 3000)); s.listen(); "
                            "print('up', flush=True)\n"
                            "c = s.accept()[0]; c.sendall(b'hello ' + c.recv(10)); c.close()\n\"");
        QVERIFY(server.outputUntil("up").contains("up"));
        auto tunnel = send("CONNECT 127.0.0.1:3000 HTTP/1.1\r\n\r\nyou");
        QCOMPARE(tunnel.client().receiveAll(), "HTTP/1.1 200 OK\r\n\r\nhello you");
        QCOMPARE(server.end().exitCode, 0);
    }

    void metricsLeaveTheMachineOut()
    {
        enter();
        const auto sample = decodeEnvdMetrics(send("GET /metrics HTTP/1.1\r\n\r\n").body());
        SG_VERIFY_RESULT(sample);
        QVERIFY(sample->memUsed > 0);
        QVERIFY2(sample->memUsed < 32L << 20, qPrintable(QString::number(sample->memUsed)));
    }

    void onTermEverythingEnds()
    {
        enter();
        auto stubborn = shell("trap '' TERM; echo ready; while :; do sleep 1; done");
        stubborn.outputUntil("ready");
        auto polite =
            shell("trap 'echo bye; exit 0' TERM; echo ready; while :; do sleep 0.01; done");
        polite.outputUntil("ready");
        QCOMPARE(m_jail->terminate(), 0);
        QCOMPARE(::kill(m_jail->agent(), 0), -1);
        QVERIFY(polite.output().contains("bye"));
        QCOMPARE(stubborn.errorCode(), "cut");
    }
};

QTEST_GUILESS_MAIN(TestAgentJail)
#include "tst_agentjail.moc"
