// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/host/interpreter/codesandboxtest.h>

#include <QtTest/QTest>

namespace Sandglass {

class TestBashRuns final : public CodeSandboxTest
{
    Q_OBJECT

private Q_SLOTS:
    void stateStaysFromRunToRun()
    {
        QCOMPARE(m_code
                     ->run(bash("x='a b'; declare y=2; f() { echo \"f $1\"; }\n"
                                "alias greet='echo hello'; cd /tmp; export Z=3"))
                     .size(),
                 0UL);
        QCOMPARE(m_code->printed(bash("echo \"$x\" $y; f 1; greet; pwd; printenv Z")),
                 std::string("a b 2\nf 1\nhello\n/tmp\n3\n"));
    }

    void stdoutAndStderrAreApart()
    {
        const auto events = m_code->run(bash("echo out; echo err >&2"));
        QCOMPARE(events.size(), 2UL);
        QCOMPARE(textOf(events, ExecutionOutput::Channel::Stdout), std::string("out\n"));
        QCOMPARE(textOf(events, ExecutionOutput::Channel::Stderr), std::string("err\n"));
    }

    void aStatusOtherThanZeroIsAnError()
    {
        const auto events = m_code->run(bash("echo before; (exit 3)"));
        const auto error = only<ExecutionError>(events);
        QCOMPARE(error.name, std::string("ExitStatus"));
        QCOMPARE(error.value, std::string("3"));
        QCOMPARE(only<ExecutionOutput>(events).text, std::string("before\n"));
        QCOMPARE(m_code->printed(bash("echo $?; true")), std::string("3\n"));
    }

    void complaintsNameTheShellAlone()
    {
        const auto events = m_code->run(bash("no-such-program"));
        QCOMPARE(only<ExecutionOutput>(events).text,
                 std::string("bash: no-such-program: command not found\n"));
        QCOMPARE(only<ExecutionError>(events).value, std::string("127"));
    }

    void codeThatDoesNotEndIsAnErrorAndNotAHang()
    {
        for (const char *code : {"echo 'open", "if true", "cat <<END\nx", "$(", "}"}) {
            const auto events = m_code->run(bash(code));
            QVERIFY2(!events.empty(), code);
        }
        QCOMPARE(m_code->printed(bash("echo on")), std::string("on\n"));
    }

    void codeMayHaveManyLinesAndAnyCharacter()
    {
        QCOMPARE(
            m_code->printed(bash("cat <<'END'\n\xC3\xA4 $x `y`\nEND\nfor i in 1 2; do\n  echo $i\n"
                                 "done # comment\necho a!b")),
            std::string("\xC3\xA4 $x `y`\n1\n2\na!b\n"));
        const std::string long_(300'000, 'x');
        QCOMPARE(m_code->printed(bash("text=" + long_ + "; echo ${#text}")),
                 std::string("300000\n"));
    }

    void variablesHoldForTheirRunAlone_data() { addAwkwardValues(); }

    void variablesHoldForTheirRunAlone()
    {
        QFETCH(const QByteArray, value);
        ExecutionRequest request = bash("printenv A | head -c -1");
        request.envVars = {{"A", value.toStdString()}, {"not-a-name", "1"}};
        QCOMPARE(m_code->printed(request), value.toStdString());
        QCOMPARE(m_code->printed(bash("echo ${A-unset}")), std::string("unset\n"));
    }

    void variablesComeBackAsTheyWere()
    {
        QCOMPARE(m_code->run(bash("A=$'mine\\n\\'own\\''; export B=b")).size(), 0UL);
        ExecutionRequest request = bash("A=changed; echo $A $B; (exit 4)");
        request.envVars = {{"A", "1"}, {"B", "2"}};
        const auto events = m_code->run(request);
        QCOMPARE(only<ExecutionOutput>(events).text, std::string("changed 2\n"));
        QCOMPARE(only<ExecutionError>(events).value, std::string("4"));
        QCOMPARE(m_code->printed(bash("echo \"$A\"; printenv A; printenv B; true")),
                 std::string("mine\n'own'\nb\n"));
    }

    void thereIsNothingToRead()
    {
        QCOMPARE(m_code->printed(bash("cat; read x; echo \"[$x]\"")), std::string("[]\n"));
    }

    void backgroundWorkHoldsNothingUp()
    {
        QCOMPARE(m_code->printed(bash("sleep 1000 & echo started")), std::string("started\n"));
        QCOMPARE(m_code->printed(bash("kill %% 2>/dev/null || kill $!; echo ended")),
                 std::string("ended\n"));
    }

    void exitEndsTheShellAndTheNextRunGetsAnother()
    {
        const auto events = m_code->run(bash("x=1; echo bye; exit 3"));
        QCOMPARE(only<ExecutionOutput>(events).text, std::string("bye\n"));
        const auto error = only<ExecutionError>(events);
        QCOMPARE(error.name, std::string("ExitStatus"));
        QCOMPARE(error.value, std::string("3"));
        QCOMPARE(m_code->printed(bash("echo ${x-new}")), std::string("new\n"));
        QCOMPARE(m_code->printed(bash("echo bye; exit 0")), std::string("bye\n"));
        QCOMPARE(m_code->printed(bash("exec echo instead")), std::string("instead\n"));
        QCOMPARE(m_code->printed(bash("echo again")), std::string("again\n"));
    }

    void charactersAreNotCutBetweenPieces()
    {
        const auto events =
            m_code->run(bash("for i in {1..40000}; do printf '\xE2\x82\xAC'; done"));
        const auto text = only<ExecutionOutput>(events).text;
        QCOMPARE(text.size(), 120'000UL);
        QVERIFY(!text.contains("\xEF\xBF\xBD"));
    }

    void bytesThatAreNoTextAreShownAsSuch()
    {
        QCOMPARE(m_code->printed(bash("printf 'a\\377b'")), std::string("a\xEF\xBF\xBD"
                                                                        "b"));
        QCOMPARE(m_code->printed(bash("printf 'a\\342\\202'")), std::string("a\xEF\xBF\xBD"));
    }
};

} // namespace Sandglass

QTEST_GUILESS_MAIN(Sandglass::TestBashRuns)
#include "tst_bashruns.moc"
