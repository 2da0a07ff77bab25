// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/host/agent/agentclient.h>

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <csignal>
#include <memory>

using namespace Qt::StringLiterals;
using namespace Sandglass;

class TestAgentTerminal : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    std::unique_ptr<AgentProcess> m_agent;

    [[nodiscard]] AgentCall open(const std::string &script, PtySize size = {}) const
    {
        StartProcess process;
        process.process = {.cmd = "/bin/sh", .args = {"-c", script}, .envs = {}, .cwd = {}};
        process.pty = size;
        return m_agent->start(process);
    }
    [[nodiscard]] AgentCall type(std::uint32_t pid, const std::string &bytes,
                                 bool toPty = true) const
    {
        return m_agent->unary("SendInput",
                              encodeProcessInput({.process = pid, .bytes = bytes, .toPty = toPty}));
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_agent = std::make_unique<AgentProcess>(m_dir.filePath(u"agent"_s).toStdString());
    }
    void cleanup()
    {
        QCOMPARE(m_agent->stop(), 0);
        m_agent.reset();
    }

    void itHasTheSizeItWasGiven()
    {
        auto call = open("stty size; tty", {.cols = 100, .rows = 30});
        QVERIFY(call.pid() > 0);
        const auto output = call.output();
        QVERIFY2(output.starts_with("30 100\r\n/dev/pts/"), output.c_str());
        QCOMPARE(call.end().exitCode, 0);
    }

    void aResizeReachesTheProgram()
    {
        auto call =
            open("trap 'stty size; exit 0' WINCH; echo ready; while :; do sleep 0.01; done");
        const auto pid = call.pid();
        call.outputUntil("ready");
        QCOMPARE(m_agent
                     ->unary("Update", R"({"process":{"pid":)" + std::to_string(pid) +
                                           R"(},"pty":{"size":{"cols":132,"rows":50}}})")
                     .body(),
                 "{}");
        QVERIFY(call.output().contains("50 132\r\n"));
        QCOMPARE(call.end().exitCode, 0);
    }

    void everythingComesAsPty()
    {
        auto call = open("echo out; echo err >&2");
        QVERIFY(call.pid() > 0);
        std::string output;
        while (const auto event = call.next()) {
            if (const auto *const data = std::get_if<ProcessData>(&*event)) {
                QCOMPARE(data->channel, ProcessData::Channel::Pty);
                output += data->bytes;
            }
        }
        QCOMPARE(output, "out\r\nerr\r\n");
    }

    void whatIsTypedIsEchoedAndRead()
    {
        auto call = open("read line; echo \"got $line\"");
        const auto pid = call.pid();
        QCOMPARE(type(pid, "hi\n").body(), "{}");
        QCOMPARE(call.output(), "hi\r\ngot hi\r\n");
    }

    void controlCharactersAreSignalsAndEnd()
    {
        auto interrupted = open("echo ready; exec sleep 1000");
        const auto pid = interrupted.pid();
        interrupted.outputUntil("ready");
        QCOMPARE(type(pid, "\x03").body(), "{}");
        QCOMPARE(interrupted.end().status, "signal: interrupt");
        auto ended = open("exec cat");
        QCOMPARE(type(ended.pid(), "\x04").body(), "{}");
        QCOMPARE(ended.end().status, "exit status 0");
    }

    void anInteractiveShellHasJobControl()
    {
        StartProcess process;
        process.process = {.cmd = "/bin/bash",
                           .args = {"--norc", "-i"},
                           .envs = {{"TERM", "xterm-256color"}, {"PS1", "> "}},
                           .cwd = {}};
        process.pty = PtySize{.cols = 80, .rows = 24};
        auto call = m_agent->start(process);
        const auto pid = call.pid();
        const auto greeting = call.outputUntil("> ");
        QVERIFY2(!greeting.contains("no job control"), greeting.c_str());
        type(pid, "sleep 1000 &\nkill %1; echo \"done$((1 + 1))\"; exit 9\n").body();
        QVERIFY(call.output().contains("done2"));
        QCOMPARE(call.end().exitCode, 9);
    }

    void backgroundJobsDoNotHoldUpTheEnd()
    {
        auto call = open("set -m; sleep 1000 & echo $!; exit 3");
        QVERIFY(call.pid() > 0);
        const auto output = call.output();
        QCOMPARE(call.end().exitCode, 3);
        QCOMPARE(::kill(std::stoi(output), SIGKILL), 0); // it is still there
    }

    void aProgramMayCloseItsTerminalAndOpenItAgain()
    {
        auto call = open("exec <&- >&- 2>&-; sleep 0.15; echo back >/dev/tty; exit 6");
        QCOMPARE(call.output(), "back\r\n");
        QCOMPARE(call.end().status, "exit status 6");
    }

    void stdinIsRefused()
    {
        auto call = open("exec cat");
        const auto pid = call.pid();
        QCOMPARE(type(pid, "x", false).head().status, 500);
        auto close = m_agent->unary("CloseStdin", encodeConnectProcess(pid));
        QCOMPARE(close.head().status, 500);
        QVERIFY(close.body().contains("\"unknown\""));
    }

    void aTerminalWithoutSizeHasNone()
    {
        auto call = m_agent->send(AgentProcess::request(
            "/process.Process/Start", "application/connect+json",
            encodeConnectFrame(R"({"process":{"cmd":"stty","args":["size"]},"pty":{}})")));
        QCOMPARE(call.output(), "0 0\r\n");
    }

    void muchTypedTextIsNotLost()
    {
        auto call = open("stty raw -echo; echo ready; head -c 200000 | cksum");
        const auto pid = call.pid();
        call.outputUntil("ready");
        std::string text;
        while (text.size() < 200'000)
            text += "0123456789";
        QCOMPARE(type(pid, text).body(), "{}");
        auto expected = m_agent->shell("yes 0123456789 | tr -d '\\n' | head -c 200000 | cksum");
        const auto sum = expected.output();
        QVERIFY(call.output().contains(sum.substr(0, sum.find(' '))));
    }
};

QTEST_GUILESS_MAIN(TestAgentTerminal)
#include "tst_agentterminal.moc"
