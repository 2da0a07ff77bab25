// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/host/interpreter/codesandboxtest.h>

#include <QtTest/QTest>

namespace Sandglass {

/// What ends a run from outside: its client leaves, its kernel dies.
class TestCodeStops final : public CodeSandboxTest
{
    Q_OBJECT

private Q_SLOTS:
    void aRunEndsWithItsClient_data()
    {
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<bool>("isBash");
        const auto row = [](const char *code, bool isBash) {
            QTest::newRow(code) << QByteArray(code) << isBash;
        };
        row("while True: pass", false);
        row("import time; time.sleep(1000)", false);
        row("import subprocess; subprocess.run(['sleep', '1000'])", false);
        row("import os\nwhile True: os.system('true')", false);
        row("while True: print('x' * 1000)", false);
        row("while True: display('x' * 1000)", false);
        row("import time\ntry:\n    time.sleep(1000)\nexcept KeyboardInterrupt:\n    "
            "time.sleep(1000)",
            false);
        row("sleep 1000", true);
        row("while :; do :; done", true);
        row("f() { while :; do sleep 0.01; done; }; while :; do f; done", true);
        row("yes", true);
        row("(trap '' INT; while :; do sleep 1; done)", true);
        row("(trap '' INT TERM; while :; do :; done)", true);
    }

    // That no keepalive comes means that it took less than 5 s.
    void aRunEndsWithItsClient()
    {
        QFETCH(const QByteArray, code);
        QFETCH(const bool, isBash);
        const auto request = [isBash](std::string text) {
            return isBash ? bash(std::move(text)) : python(std::move(text));
        };
        QCOMPARE(m_code->run(request(isBash ? "x=kept" : "x = 'kept'")).size(), 0UL);
        {
            auto call = m_code->begin(request(
                (isBash ? "echo begun\n" : "print('begun', flush=True)\n") + code.toStdString()));
            QVERIFY(call.waitForOutput("begun\n"));
        }
        auto next = m_code->begin(request(isBash ? "echo $x" : "print(x)"));
        QVERIFY(next.waitForOutput("kept\n"));
        QCOMPARE(next.keepalives(), 0);
    }

    void aShellThatIgnoresEverythingIsReplaced()
    {
        {
            auto call = m_code->begin(bash("echo begun; trap '' INT TERM; while :; do :; done"));
            QVERIFY(call.waitForOutput("begun\n"));
        }
        QCOMPARE(m_code->printed(bash("trap; echo next")), std::string("next\n"));
    }

    void whatRanBeforeSurvivesAStop()
    {
        QCOMPARE(m_code->printed(bash("sleep 1000 & echo $! >/tmp/pid; echo started")),
                 std::string("started\n"));
        {
            auto call =
                m_code->begin(bash("echo begun; (trap '' INT TERM; while :; do sleep 1; done)"));
            QVERIFY(call.waitForOutput("begun\n"));
        }
        QCOMPARE(m_code->printed(bash("kill -0 $(cat /tmp/pid) && echo alive")),
                 std::string("alive\n"));
    }

    void aKernelThatIsKilledBreaksItsRunAndIsReplaced()
    {
        QCOMPARE(m_code->run("x = 1").size(), 0UL);
        auto call = m_code->begin(python("print('on'); import time; time.sleep(1000)"));
        QVERIFY(call.waitForOutput("on\n"));
        QCOMPARE(m_code->shell("pkill -9 -f ipykernel_launcher"), std::string());
        const auto events = call.all();
        QCOMPARE(events.size(), 3UL);
        QVERIFY(events[0] ==
                ExecutionEvent(ExecutionError{
                    .name = "WebSocketError",
                    .value = "The connections was lost, rerun the code to get the results",
                    .traceback = {}}));
        QCOMPARE(only<ExecutionError>({events[1]}).name, std::string("UnexpectedEndOfExecution"));
        QVERIFY(events[2] == ExecutionEvent(ExecutionEnded{}));
        QCOMPARE(m_code->printed(python("print('x' in globals())")), std::string("False\n"));
    }

    void aKernelThatEndsItselfBreaksItsRunAfterItsOutput()
    {
        const auto events = m_code->run("import os, time\nprint('last words', flush=True)\n"
                                        "time.sleep(0.3)\nos._exit(1)");
        QCOMPARE(events.size(), 3UL);
        QCOMPARE(only<ExecutionOutput>(events).text, std::string("last words\n"));
        QCOMPARE(only<ExecutionError>({events[1]}).name, std::string("WebSocketError"));
        QCOMPARE(m_code->printed(python("print('back')")), std::string("back\n"));
    }

    void aKernelThatDiesIdleIsReplaced()
    {
        QCOMPARE(m_code->printed(python("print(1)")), std::string("1\n"));
        QCOMPARE(m_code->shell("pkill -9 -f ipykernel_launcher; pkill -9 -f noediting"),
                 std::string());
        QCOMPARE(m_code->printed(python("print(2)")), std::string("2\n"));
        QCOMPARE(m_code->printed(bash("echo 3")), std::string("3\n"));
    }

    void aShellThatIsKilledBreaksItsRun()
    {
        const auto events = m_code->run(bash("kill -9 $$; echo not reached"));
        QCOMPARE(events.size(), 2UL);
        QCOMPARE(only<ExecutionError>({events[0]}).name, std::string("WebSocketError"));
        QCOMPARE(m_code->printed(bash("echo next")), std::string("next\n"));
    }

    void aKernelThatCannotStartSaysSo()
    {
        const auto broken =
            m_code->shell("mkdir -p /usr/local/bin && "
                          "printf '#!/bin/sh\\nexit 9\\n' >/usr/local/bin/python3 && "
                          "chmod +x /usr/local/bin/python3");
        QCOMPARE(broken, std::string());
        const auto id = m_code->createContext({});
        ExecutionRequest request = python("1");
        request.contextId = id;
        const auto events = m_code->begin(request).all();
        QCOMPARE(events.size(), 2UL);
        const auto error = only<ExecutionError>(events);
        QCOMPARE(error.name, std::string("KernelError"));
        QVERIFY(error.value.contains("status 9"));
    }

    void nothingIsLeftOfTheSandbox()
    {
        QCOMPARE(m_code->printed(python("print(1)")), std::string("1\n"));
        auto call = m_code->begin(bash("echo begun; sleep 1000"));
        QVERIFY(call.waitForOutput("begun\n"));
        QCOMPARE(m_code->host().call("DELETE", "/sandboxes/" + m_code->sandbox().id).status, 204);
        QTRY_VERIFY(m_code->host().sandboxProcesses().empty());
        QVERIFY(call.all().empty());
        QVERIFY(!call.isComplete());
    }
};

} // namespace Sandglass

QTEST_GUILESS_MAIN(Sandglass::TestCodeStops)
#include "tst_codestops.moc"
