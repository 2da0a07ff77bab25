// SPDX-License-Identifier: GPL-3.0-or-later
#include <protocol/process.h>
#include <tests/host/interpreter/codesandboxtest.h>

#include <QtTest/QTest>

#include <unistd.h>

namespace Sandglass {

class TestCodeRuns final : public CodeSandboxTest
{
    Q_OBJECT

private Q_SLOTS:
    void aRunIsCountedPrintsAndHasAResult()
    {
        auto call = m_code->begin(python("print(\"hi\")\n1+1"));
        QVERIFY(call.next() == ExecutionEvent(ExecutionCounted{.count = 1}));
        const auto event = call.next().value_or(ExecutionEvent());
        const auto *output = std::get_if<ExecutionOutput>(&event);
        QVERIFY(output);
        QCOMPARE(output->text, std::string("hi\n"));
        QVERIFY(output->channel == ExecutionOutput::Channel::Stdout);
        QVERIFY(output->timestamp.ends_with("+00:00"));
        QVERIFY(call.next() ==
                ExecutionEvent(ExecutionResult{.parts = {{"text", "2"}}, .isMainResult = true}));
        QVERIFY(call.next() == ExecutionEvent(ExecutionEnded{}));
        QVERIFY(!call.next());
        QVERIFY(call.isComplete());
    }

    void stateStaysFromRunToRun()
    {
        QCOMPARE(m_code->run("x = 20; import os; os.chdir('/tmp')").size(), 0UL);
        QCOMPARE(m_code->printed(python("print(x + 1, os.getcwd())")), std::string("21 /tmp\n"));
        auto call = m_code->begin(python("1"));
        QVERIFY(call.next() == ExecutionEvent(ExecutionCounted{.count = 3}));
    }

    void aRunBeginsInTheHomeOfTheUser()
    {
        QCOMPARE(m_code->printed(python("import os; print(os.getcwd(), os.getuid())")),
                 std::string("/home/user 1000\n"));
    }

    void stdoutAndStderrAreApart()
    {
        const auto events = m_code->run("import sys; print('out'); print('err', file=sys.stderr)");
        QCOMPARE(events.size(), 2UL);
        QCOMPARE(textOf(events, ExecutionOutput::Channel::Stdout), std::string("out\n"));
        QCOMPARE(textOf(events, ExecutionOutput::Channel::Stderr), std::string("err\n"));
    }

    void programsOfARunPrintToo()
    {
        QCOMPARE(m_code->printed(python("import subprocess; subprocess.run(['echo', 'from echo'])"
                                        "\nNone")),
                 std::string("from echo\n"));
    }

    void anErrorHasANameAValueAndATraceback()
    {
        const auto events = m_code->run("print('before')\n\n1/0\nprint('after')");
        const auto error = only<ExecutionError>(events);
        QCOMPARE(error.name, std::string("ZeroDivisionError"));
        QCOMPARE(error.value, std::string("division by zero"));
        QVERIFY(error.traceback.contains("\x1b["));
        QVERIFY(error.traceback.contains("line 3"));
        QCOMPARE(only<ExecutionOutput>(events).text, std::string("before\n"));
        QVERIFY(only<ExecutionResult>(events) == ExecutionResult());
    }

    void aSyntaxErrorIsAnError()
    {
        QCOMPARE(only<ExecutionError>(m_code->run("x = (1,\ny = 2")).name,
                 std::string("SyntaxError"));
    }

    void nothingIsRunForNoCode() { QCOMPARE(m_code->run("").size(), 0UL); }

    void thereIsNobodyToAsk()
    {
        QCOMPARE(only<ExecutionError>(m_code->run("input('?')")).name,
                 std::string("StdinNotImplementedError"));
    }

    void outputArrivesWhileTheRunGoesOn()
    {
        auto call = m_code->begin(python("import os, time\nprint('waiting')\n"
                                         "while not os.path.exists('/tmp/go'): time.sleep(0.01)\n"
                                         "print('went on')"));
        QVERIFY(call.waitForOutput("waiting\n"));
        QCOMPARE(m_code->shell("touch /tmp/go"), std::string());
        QVERIFY(call.waitForOutput("went on\n"));
    }

    void silenceIsBrokenBySignsOfLife()
    {
        auto call = m_code->begin(python("import time; time.sleep(6); print('there')"));
        QVERIFY(call.waitForOutput("there\n"));
        QCOMPARE(call.keepalives(), 1);
    }

    void variablesHoldForTheirRunAlone_data() { addAwkwardValues(); }

    void variablesHoldForTheirRunAlone()
    {
        QFETCH(const QByteArray, value);
        ExecutionRequest request = python("import os; print(os.environ['A'], end='')");
        request.envVars = {{"A", value.toStdString()}};
        QCOMPARE(m_code->printed(request), value.toStdString());
        QCOMPARE(m_code->printed(python("print(os.environ.get('A'))")), std::string("None\n"));
    }

    void variablesComeBackAsTheyWere()
    {
        QCOMPARE(m_code->run("import os; os.environ['A'] = 'mine'").size(), 0UL);
        ExecutionRequest request = python("os.environ['A'] = 'changed'; 1/0");
        request.envVars = {{"A", "run's"}, {"E2B_SANDBOX", "no"}};
        const auto error = only<ExecutionError>(m_code->run(request));
        QCOMPARE(error.name, std::string("ZeroDivisionError"));
        QVERIFY(error.traceback.contains("line 1"));
        QCOMPARE(m_code->printed(python("print(os.environ['A'], os.environ['E2B_SANDBOX'])")),
                 std::string("mine true\n"));
    }

    void setUpLeavesNoNames()
    {
        QCOMPARE(m_code->printed(python("print([n for n in globals() if 'sandglass' in n])")),
                 std::string("[]\n"));
    }

    void aHostOfAnOrdinaryUserRunsCodeToo()
    {
        if (::geteuid() != 0)
            QSKIP("the other tests show it");
        CodeSandbox code(HostProcess::User::Ordinary);
        QVERIFY(code.start());
        QCOMPARE(code.printed(python("print(6 * 7)")), std::string("42\n"));
        QCOMPARE(code.printed(bash("echo $((6 * 7))")), std::string("42\n"));
    }

    void theInterpreterIsAProcessOfTheSystem()
    {
        const auto list = m_code->host().call("POST", "/process.Process/List", "{}",
                                              HostProcess::route(m_code->sandbox(), 49983) +
                                                  "Content-Type: application/json\r\n");
        const auto processes = decodeProcessList(list.body).value_or(std::vector<ProcessInfo>());
        QCOMPARE(processes.size(), 1UL);
        QCOMPARE(processes.front().tag.value_or(""), std::string("_system"));
        QVERIFY(!processes.front().config.args.empty());
        QCOMPARE(processes.front().config.args.back(), std::string("/run/sandglass/interpreter"));
    }
};

} // namespace Sandglass

QTEST_GUILESS_MAIN(Sandglass::TestCodeRuns)
#include "tst_coderuns.moc"
