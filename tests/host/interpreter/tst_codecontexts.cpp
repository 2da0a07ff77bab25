// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/host/interpreter/codesandboxtest.h>

#include <QtTest/QTest>

namespace Sandglass {

class TestCodeContexts final : public CodeSandboxTest
{
    Q_OBJECT

private Q_SLOTS:
    void thereAreTwoContextsFromTheStart()
    {
        const auto contexts = list();
        QCOMPARE(contexts.size(), 2UL);
        QCOMPARE(contexts[0].language, std::string("python"));
        QCOMPARE(contexts[1].language, std::string("bash"));
        QCOMPARE(contexts[0].cwd, std::string("/home/user"));
        QCOMPARE(contexts[0].id.size(), 36UL);
    }

    void aLanguageMeansItsSharedContext()
    {
        QCOMPARE(m_code->run("shared = 1").size(), 0UL);
        for (const char *language : {"python", " Python\n", ""}) {
            ExecutionRequest request = python("print(shared)");
            request.language = language;
            QCOMPARE(m_code->printed(request), std::string("1\n"));
        }
        QCOMPARE(list().size(), 2UL);
    }

    void contextsDoNotSeeEachOther()
    {
        const auto first = m_code->createContext({.language = "python", .cwd = "/tmp"});
        const auto second = m_code->createContext({});
        QVERIFY(!first.empty() && !second.empty() && first != second);
        QCOMPARE(list().size(), 4UL);
        QCOMPARE(m_code->printed(in(first, "import os; x = 1; print(os.getcwd())")),
                 std::string("/tmp\n"));
        QCOMPARE(only<ExecutionError>(m_code->run(in(second, "x"))).name, std::string("NameError"));
        QCOMPARE(m_code->printed(in(first, "print(x)")), std::string("1\n"));
    }

    void aFolderThatIsNotThereLeavesTheContextAtHome()
    {
        const auto answer = m_code->call("POST", "/contexts", R"({"cwd":"/no/such"})");
        QCOMPARE(answer.status, 200);
        const auto context = decodeCodeContext(answer.body).value_or(CodeContext());
        QCOMPARE(context.cwd, std::string("/home/user"));
        QCOMPARE(m_code->printed(in(context.id, "import os; print(os.getcwd())")),
                 std::string("/home/user\n"));
    }

    void contextsRunBesideEachOther()
    {
        const auto other = m_code->createContext({});
        auto waiting =
            m_code->begin(python("import os, time\nprint('waiting')\n"
                                 "while not os.path.exists('/tmp/go'): time.sleep(0.01)"));
        QVERIFY(waiting.waitForOutput("waiting\n"));
        QCOMPARE(m_code->printed(in(other, "open('/tmp/go', 'w').close(); print('ran')")),
                 std::string("ran\n"));
        QVERIFY(waiting.all().back() == ExecutionEvent(ExecutionEnded{}));
    }

    void runsOfOneContextWaitInTheirOrder()
    {
        auto first = m_code->begin(python("import os, time\nprint('one')\n"
                                          "while not os.path.exists('/tmp/go'): time.sleep(0.01)"));
        QVERIFY(first.waitForOutput("one\n"));
        auto second = m_code->begin(python("seen = ['two']"));
        QCOMPARE(second.head().status, 200);
        auto third = m_code->begin(python("print(seen + ['three'])"));
        QCOMPARE(third.head().status, 200);
        QVERIFY(second.body().empty());
        QCOMPARE(m_code->shell("touch /tmp/go"), std::string());
        QVERIFY(first.all().back() == ExecutionEvent(ExecutionEnded{}));
        QVERIFY(second.next() == ExecutionEvent(ExecutionCounted{.count = 2}));
        QVERIFY(third.next() == ExecutionEvent(ExecutionCounted{.count = 3}));
        QVERIFY(third.waitForOutput("['two', 'three']\n"));
    }

    void aRunWhoseClientLeavesTheQueueNeverRuns()
    {
        auto first = m_code->begin(python("import os, time\nprint('one')\n"
                                          "while not os.path.exists('/tmp/go'): time.sleep(0.01)"));
        QVERIFY(first.waitForOutput("one\n"));
        {
            auto left = m_code->begin(python("open('/tmp/ran', 'w')"));
            QCOMPARE(left.head().status, 200);
        }
        auto last = m_code->begin(python("print(os.path.exists('/tmp/ran'))"));
        QCOMPARE(last.head().status, 200);
        QCOMPARE(m_code->shell("touch /tmp/go"), std::string());
        QVERIFY(last.waitForOutput("False\n"));
    }

    void aRestartEndsTheRunAndForgetsTheState()
    {
        QCOMPARE(m_code->run("x = 1").size(), 0UL);
        const std::string id = list().front().id;
        auto running = m_code->begin(python("print('on'); import time; time.sleep(1000)"));
        QVERIFY(running.waitForOutput("on\n"));
        auto waiting = m_code->begin(python("print('x' in globals())"));
        QCOMPARE(waiting.head().status, 200);
        const auto answer = m_code->call("POST", "/contexts/" + id + "/restart");
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body, std::string("null"));
        const auto events = running.all();
        const auto error = only<ExecutionError>(events);
        QCOMPARE(error.name, std::string("ContextRestarting"));
        QCOMPARE(error.value, std::string("Context was restarted"));
        QVERIFY(events.back() == ExecutionEvent(ExecutionEnded{}));
        QVERIFY(waiting.waitForOutput("False\n"));
        QCOMPARE(list().front().id, id);
    }

    void aRemovedContextIsGoneWithItsRuns()
    {
        const auto id = m_code->createContext({});
        auto running = m_code->begin(in(id, "print('on'); import time; time.sleep(1000)"));
        QVERIFY(running.waitForOutput("on\n"));
        QCOMPARE(m_code->call("DELETE", "/contexts/" + id).status, 200);
        QCOMPARE(only<ExecutionError>(running.all()).name, std::string("ExecutionAborted"));
        QCOMPARE(list().size(), 2UL);
        QCOMPARE(m_code->call("DELETE", "/contexts/" + id).status, 404);
        const auto gone = m_code->call("POST", "/execute", encodeExecutionRequest(in(id, "1")));
        QCOMPARE(gone.status, 404);
        QCOMPARE(gone.body, "Context " + id + " not found");
    }

    void aDefaultContextThatWasRemovedIsMadeAgain()
    {
        const std::string id = list().front().id;
        QCOMPARE(m_code->run("x = 1").size(), 0UL);
        QCOMPARE(m_code->call("DELETE", "/contexts/" + id).status, 200);
        QCOMPARE(m_code->printed(python("print('x' in globals())")), std::string("False\n"));
        QVERIFY(list().back().id != id);
    }

private:
    static ExecutionRequest in(const std::string &id, std::string code)
    {
        ExecutionRequest request = python(std::move(code));
        request.contextId = id;
        return request;
    }
    std::vector<CodeContext> list() const
    {
        return decodeCodeContexts(m_code->call("GET", "/contexts").body)
            .value_or(std::vector<CodeContext>());
    }
};

} // namespace Sandglass

QTEST_GUILESS_MAIN(Sandglass::TestCodeContexts)
#include "tst_codecontexts.moc"
