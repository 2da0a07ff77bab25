// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/uniquefd.h>
#include <protocol/metrics.h>
#include <tests/host/agent/agentclient.h>
#include <tests/support/result.h>

#include <QtCore/QDir>
#include <QtCore/QElapsedTimer>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <fcntl.h>
#include <sys/wait.h>

#include <array>
#include <csignal>
#include <memory>

using namespace Qt::StringLiterals;
using namespace Sandglass;

namespace {

/// The built agent as pid 1 in a real sandbox of bubblewrap.
class Jail final
{
public:
    Jail(const std::string &path, const std::vector<std::string> &mounts)
    {
        ::unlink(path.c_str());
        const UniqueFd listener(listenUnix(path));
        std::array<int, 2> info{};
        if (::pipe(info.data()) != 0)
            return;
        const UniqueFd infoRead(info[0]);
        UniqueFd infoWrite(info[1]);
        const auto arguments = argumentsFor(mounts, listener.get(), infoWrite.get());
        m_bwrap = ::fork();
        if (m_bwrap == 0) {
            ::fcntl(listener.get(), F_SETFD, 0);
            std::vector<char *> pointers;
            for (const auto &argument : arguments)
                pointers.push_back(const_cast<char *>(argument.c_str()));
            pointers.push_back(nullptr);
            ::execvp("bwrap", pointers.data());
            ::_exit(127);
        }
        infoWrite.reset();
        QByteArray json;
        for (char byte = 0; ::read(infoRead.get(), &byte, 1) == 1;)
            json += byte;
        m_agent = QJsonDocument::fromJson(json).object().value("child-pid"_L1).toInt(-1);
    }
    Jail(const Jail &) = delete;
    Jail &operator=(const Jail &) = delete;
    ~Jail()
    {
        if (m_bwrap > 0 && m_agent > 0)
            ::kill(m_agent, SIGKILL);
        if (m_bwrap > 0)
            ::waitpid(m_bwrap, nullptr, 0);
    }

    /// From the outside.
    [[nodiscard]] pid_t agent() const { return m_agent; }
    /// Sends SIGTERM and waits for bubblewrap to pass on the exit code.
    int terminate()
    {
        int status = 0;
        ::kill(m_agent, SIGTERM);
        ::waitpid(std::exchange(m_bwrap, -1), &status, 0);
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }

private:
    static std::vector<std::string> argumentsFor(const std::vector<std::string> &mounts,
                                                 int listener, int info)
    {
        std::vector<std::string> arguments{"bwrap",      "--unshare-all", "--unshare-user",
                                           "--uid",      "1000",          "--gid",
                                           "1000",       "--as-pid-1",    "--die-with-parent",
                                           "--clearenv", "--info-fd",     std::to_string(info),
                                           "--ro-bind",  SANDGLASS_AGENT, "/agent"};
        arguments.insert(arguments.end(), mounts.begin(), mounts.end());
        arguments.insert(arguments.end(),
                         {"/agent", "--as-pid-1", "--listen-fd", std::to_string(listener)});
        return arguments;
    }

    pid_t m_bwrap = -1;
    pid_t m_agent = -1;
};

} // namespace

class TestAgentJail : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    std::string m_path;
    std::unique_ptr<Jail> m_jail;

    /// With the base template, or skips.
    void enter()
    {
        const auto templates = qEnvironmentVariable("SANDGLASS_TEMPLATES").split(u':').value(0);
        const auto base = (templates + u"/base"_s).toStdString();
        if (!QDir(QString::fromStdString(base)).exists())
            QSKIP("there is no template: run this through ./dev");
        m_jail = std::make_unique<Jail>(
            m_path, std::vector<std::string>{
                        "--ro-bind", base + "/usr", "/usr",   "--ro-bind", base + "/etc", "/etc",
                        "--symlink", "usr/bin",     "/bin",   "--symlink", "usr/lib",     "/lib",
                        "--symlink", "usr/lib64",   "/lib64", "--proc",    "/proc",       "--dev",
                        "/dev",      "--tmpfs",     "/tmp",   "--tmpfs",   "/home/user"});
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
        m_jail = std::make_unique<Jail>(m_path, std::vector<std::string>{});
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
