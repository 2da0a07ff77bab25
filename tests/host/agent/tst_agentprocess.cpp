// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/host/agent/agentclient.h>

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <pwd.h>
#include <unistd.h>

#include <csignal>
#include <memory>

using namespace Qt::StringLiterals;
using namespace Sandglass;

class TestAgentProcess : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    std::unique_ptr<AgentProcess> m_agent;

    [[nodiscard]] std::string pathOf(QStringView name) const
    {
        return m_dir.filePath(name.toString()).toStdString();
    }
    [[nodiscard]] AgentCall input(std::uint32_t pid, const std::string &bytes) const
    {
        return m_agent->unary("SendInput",
                              encodeProcessInput({.process = pid, .bytes = bytes, .toPty = false}));
    }
    [[nodiscard]] AgentCall signal(std::uint32_t pid, ProcessSignal signal) const
    {
        return m_agent->unary("SendSignal",
                              encodeProcessSignal({.process = pid, .signal = signal}));
    }
    [[nodiscard]] static StartProcess program(std::string name,
                                              std::vector<std::string> arguments = {})
    {
        StartProcess process;
        process.process.cmd = std::move(name);
        process.process.args = std::move(arguments);
        return process;
    }
    [[nodiscard]] std::string outputIn(std::optional<std::string> directory) const
    {
        auto process = program("pwd");
        process.process.cwd = std::move(directory);
        return m_agent->start(process).output();
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_agent = std::make_unique<AgentProcess>(pathOf(u"agent"));
    }
    void cleanup()
    {
        QCOMPARE(m_agent->stop(), 0);
        m_agent.reset();
    }

    void startComesFirstAndTheEndLast()
    {
        auto call = m_agent->shell("echo out; echo err >&2; exit 3");
        QVERIFY(std::holds_alternative<ProcessStarted>(call.next().value()));
        std::string out, err;
        std::optional<ProcessEnded> end;
        while (const auto event = call.next()) {
            QVERIFY(!end);
            if (const auto *const data = std::get_if<ProcessData>(&*event))
                (data->channel == ProcessData::Channel::Stdout ? out : err) += data->bytes;
            else
                end = std::get<ProcessEnded>(*event);
        }
        QCOMPARE(out, "out\n");
        QCOMPARE(err, "err\n");
        QCOMPARE(end.value(), (ProcessEnded{.exitCode = 3,
                                            .exited = true,
                                            .status = "exit status 3",
                                            .error = "exit status 3"}));
        QCOMPARE(call.errorCode(), "");
        QVERIFY(m_agent->processes().empty());
    }

    void signalsAreNamed_data()
    {
        QTest::addColumn<std::string>("script");
        QTest::addColumn<std::string>("status");
        QTest::newRow("kill") << std::string("kill -9 $$") << std::string("signal: killed");
        QTest::newRow("term") << std::string("kill -15 $$") << std::string("signal: terminated");
        QTest::newRow("hup") << std::string("kill -1 $$") << std::string("signal: hangup");
        QTest::newRow("usr1") << std::string("kill -10 $$")
                              << std::string("signal: user defined signal 1");
    }
    void signalsAreNamed()
    {
        QFETCH(const std::string, script);
        QFETCH(const std::string, status);
        QCOMPARE(
            m_agent->shell(script).end(),
            (ProcessEnded{.exitCode = -1, .exited = false, .status = status, .error = status}));
    }

    void aMissingProgramIsAnExitWith127()
    {
        auto call = m_agent->start(program("/no/such/program"));
        QVERIFY(call.pid() > 0);
        QVERIFY(call.output().contains("not found"));
        QCOMPARE(call.end().exitCode, 127);
        QCOMPARE(m_agent->start(program("no-such-program")).end().exitCode, 127);
        QCOMPARE(m_agent->start(program("/etc")).end().exitCode, 126);
    }

    void aScriptWithoutInterpreterIsOneOfTheShell()
    {
        QFile script(m_dir.filePath(u"script"_s));
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write("echo from $1\n");
        script.setPermissions(QFile::ReadOwner | QFile::ExeOwner | QFile::ReadOther |
                              QFile::ExeOther);
        script.close();
        QCOMPARE(m_agent->start(program(script.fileName().toStdString(), {"here"})).output(),
                 "from here\n");
    }

    void stdinStaysOpenUntilItIsClosed()
    {
        auto call = m_agent->start(program("cat"));
        const auto pid = call.pid();
        auto answer = input(pid, "abc\n");
        QCOMPARE(answer.head().status, 200);
        QCOMPARE(std::string(answer.head().headers.value("Content-Type")), "application/json");
        QCOMPARE(answer.body(), "{}");
        QCOMPARE(call.output(4), "abc\n");
        const auto selector = encodeConnectProcess(pid);
        QCOMPARE(m_agent->unary("CloseStdin", selector).body(), "{}");
        QCOMPARE(call.end().exitCode, 0);
        QCOMPARE(m_agent->unary("CloseStdin", selector).head().status, 404);
    }

    void closingStdinTwiceIsFineButWritingIsNot()
    {
        auto call = m_agent->shell("cat; sleep 1000");
        const auto pid = call.pid();
        const auto selector = encodeConnectProcess(pid);
        QCOMPARE(m_agent->unary("CloseStdin", selector).head().status, 200);
        QCOMPARE(m_agent->unary("CloseStdin", selector).head().status, 200);
        auto refused = input(pid, "x");
        QCOMPARE(refused.head().status, 500);
        QVERIFY(refused.body().contains("\"internal\""));
        QCOMPARE(signal(pid, ProcessSignal::Kill).head().status, 200);
        QCOMPARE(call.end().status, "signal: killed");
    }

    void stdinCanBeNothing()
    {
        auto process = program("cat");
        process.stdinOpen = false;
        QCOMPARE(m_agent->start(process).end().exitCode, 0);
        process.process = {.cmd = "sleep", .args = {"1000"}, .envs = {}, .cwd = {}};
        auto call = m_agent->start(process);
        QCOMPARE(input(call.pid(), "x").head().status, 500);
    }

    void aBrokenInputPipeIsAnError()
    {
        auto call = m_agent->shell("exec <&-; echo closed; sleep 1000");
        const auto pid = call.pid();
        QCOMPARE(call.output(1), "closed\n");
        auto refused = input(pid, "x");
        QCOMPARE(refused.head().status, 500);
        QVERIFY(refused.body().contains("error writing to stdin"));
    }

    void theDirectoryFollowsTheRules()
    {
        const std::string home = ::getpwuid(::geteuid())->pw_dir;
        QCOMPARE(outputIn("/usr"), "/usr\n");
        QCOMPARE(outputIn("~"), home + "\n");
        QCOMPARE(outputIn(std::nullopt), home + "\n");
        QCOMPARE(outputIn(""), home + "\n");
        QCOMPARE(outputIn("../usr/bin"), "/usr/bin\n"); // relative to the home
        for (const char *const wrong : {"/nope", "~other", "nope/nope", "/etc/passwd"}) {
            auto process = program("pwd");
            process.process.cwd = wrong;
            auto call = m_agent->start(process);
            QCOMPARE(call.head().status, 200);
            QCOMPARE(call.errorCode(), "invalid_argument");
        }
        auto process = program("pwd");
        process.process.cwd = "/nope";
        auto call = m_agent->start(process);
        call.errorCode();
        QCOMPARE(call.errorMessage(), "cwd '/nope' does not exist");
    }

    void theEnvironmentIsSmallAndTheRequestWins()
    {
        auto process = program("env");
        process.process.envs = {{"A", "1"}, {"HOME", "/elsewhere"}};
        const auto output = '\n' + m_agent->start(process).output();
        for (const char *const line :
             {"\nA=1\n", "\nHOME=/elsewhere\n", "\nE2B_SANDBOX=true\n", "\nPATH=/"})
            QVERIFY2(output.contains(line), output.c_str());
        for (const char *const name : {"\nTERM=", "\nSHELL=", "\nLANG="})
            QVERIFY2(!output.contains(name), output.c_str());
    }

    void anotherUserIsTakenOn()
    {
        auto call =
            m_agent->shell("echo $USER $LOGNAME; id -un", "Authorization: Basic bm9ib2R5Og==\r\n");
        const auto own = ::geteuid() == 0 ? "nobody\n" : m_agent->shell("id -un").output();
        QCOMPARE(call.output(), "nobody nobody\n" + own);
    }

    void aProgramGetsCleanDescriptorsAndSignals()
    {
        QCOMPARE(m_agent->shell("ls /proc/self/fd | grep -c .").output(),
                 "4\n"); // 0, 1, 2 and that of ls
        QCOMPARE(m_agent->shell("grep -E 'Sig(Blk|Ign)' /proc/self/status").output(),
                 "SigBlk:\t0000000000000000\nSigIgn:\t0000000000000000\n");
    }

    void listKnowsConfigAndTag()
    {
        auto process = program("sleep", {"1000"});
        process.process.envs = {{"A", "1"}};
        process.tag = "mine";
        auto call = m_agent->start(process);
        const auto pid = call.pid();
        QCOMPARE(m_agent->processes(),
                 (std::vector{ProcessInfo{.config = process.process, .pid = pid, .tag = "mine"}}));
        auto byTag =
            m_agent->unary("SendSignal", encodeProcessSignal({.process = std::string("mine"),
                                                              .signal = ProcessSignal::Terminate}));
        QCOMPARE(byTag.body(), "{}");
        QCOMPARE(call.end().status, "signal: terminated");
    }

    void unknownProcessesAreNotFound()
    {
        for (const char *const method : {"CloseStdin", "Update"})
            QCOMPARE(m_agent->unary(method, R"({"process":{"pid":999999}})").head().status, 404);
        auto byPid = signal(999999, ProcessSignal::Kill);
        QCOMPARE(byPid.head().status, 404);
        QVERIFY(byPid.body().contains("process with pid 999999 not found"));
        QCOMPARE(input(999999, "x").head().status, 404);
        auto connect = m_agent->connect(999999);
        QCOMPARE(connect.head().status, 200);
        QCOMPARE(connect.errorCode(), "not_found");
        QVERIFY(m_agent->unary("Update", R"({"process":{"tag":"x"}})")
                    .body()
                    .contains("process with tag x not found"));
    }

    void onlyKillAndTerminateCanBeSent()
    {
        auto call = m_agent->start(program("sleep", {"1000"}));
        const auto pid = call.pid();
        auto refused = signal(pid, ProcessSignal::Unspecified);
        QCOMPARE(refused.head().status, 501);
        QVERIFY(refused.body().contains("\"unimplemented\""));
        QCOMPARE(m_agent
                     ->unary("SendSignal",
                             R"({"process":{"pid":)" + std::to_string(pid) + R"(},"signal":9})")
                     .body(),
                 "{}");
        QCOMPARE(call.end().status, "signal: killed");
    }

    void aTerminalIsNeededForItsCalls()
    {
        auto call = m_agent->start(program("cat"));
        const auto pid = call.pid();
        QCOMPARE(m_agent->unary("Update", encodeProcessUpdate({.process = pid, .pty = PtySize{}}))
                     .head()
                     .status,
                 500);
        QCOMPARE(m_agent
                     ->unary("SendInput",
                             encodeProcessInput({.process = pid, .bytes = "x", .toPty = true}))
                     .head()
                     .status,
                 500);
    }

    void orphansLeaveNoZombies()
    {
        auto call = m_agent->shell("(sh -c 'sleep 0.02' >/dev/null 2>&1 &) ; true");
        QCOMPARE(call.end().exitCode, 0);
        const auto children = "/proc/" + std::to_string(m_agent->pid()) + "/task/" +
                              std::to_string(m_agent->pid()) + "/children";
        const auto read = [&] {
            QFile file(QString::fromStdString(children));
            return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed()
                                                  : QByteArray("unreadable");
        };
        QTRY_COMPARE(read(), QByteArray());
    }
};

QTEST_GUILESS_MAIN(TestAgentProcess)
#include "tst_agentprocess.moc"
