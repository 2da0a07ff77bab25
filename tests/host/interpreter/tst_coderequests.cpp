// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/host/interpreter/codesandboxtest.h>

#include <QtTest/QTest>

namespace Sandglass {

/// Raw requests of the protocol page, and what is wrong with others.
class TestCodeRequests final : public CodeSandboxTest
{
    Q_OBJECT

private Q_SLOTS:
    void theServerSaysThatItIsThere()
    {
        const auto answer = m_code->call("GET", "/health");
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body, std::string("\"OK\""));
        QCOMPARE(m_code->call("GET", "/health?source=sdk").status, 200);
    }

    void capturedBodiesRun_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("part");
        QTest::newRow("expression")
            << QByteArray(R"({"code":"1+1"})") << QByteArray(R"("text":"2")");
        QTest::newRow("variables")
            << QByteArray("{\"code\":\"print(\\\"hi\\\")\\n1+1\",\"env_vars\":{\"A\":\"1\"}}")
            << QByteArray("\"text\":\"hi\\n\"");
        QTest::newRow("nulls")
            << QByteArray(
                   R"({"code": "6*7", "context_id": null, "language": null, "env_vars": null})")
            << QByteArray(R"("text":"42")");
        QTest::newRow("unknown member")
            << QByteArray(R"({"code":"6*7","later":true})") << QByteArray(R"("text":"42")");
    }

    void capturedBodiesRun()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QByteArray, part);
        const auto answer = m_code->call("POST", "/execute", body.toStdString());
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.body.starts_with(R"({"type":"number_of_executions","execution_count":1})"));
        QVERIFY2(answer.body.contains(part.toStdString()), answer.body.c_str());
        QVERIFY(answer.body.ends_with("{\"type\":\"end_of_execution\"}\n"));
    }

    void anotherLanguageHasNoKernel_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("js") << QByteArray(R"({"code":"1","language":"js"})")
                            << QByteArray("javascript");
        QTest::newRow("TS") << QByteArray(R"({"code":"1","language":" TS "})")
                            << QByteArray("typescript");
        QTest::newRow("r") << QByteArray(R"({"code":"1","language":"r"})") << QByteArray("r");
    }

    void anotherLanguageHasNoKernel()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QByteArray, name);
        for (const char *path : {"/execute", "/contexts"}) {
            const auto answer = m_code->call("POST", path, body.toStdString());
            QCOMPARE(answer.status, 500);
            QCOMPARE(answer.headers.value("Content-Type"),
                     std::string_view("text/plain; charset=utf-8"));
            QCOMPARE(answer.body,
                     "Failed to create context: there is no kernel for " + name.toStdString());
        }
    }

    void onlyOneSelectorMayBeGiven()
    {
        const auto answer = m_code->call("POST", "/execute",
                                         R"({"code":"1","language":"python","context_id":"c"})");
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.body, std::string("Only one of context_id or language can be provided"));
    }

    void anUnknownContextIsNotFound()
    {
        const auto answer =
            m_code->call("POST", "/execute",
                         R"({"code":"1","context_id":"c0ffee00-0000-4000-8000-000000000001"})");
        QCOMPARE(answer.status, 404);
        QCOMPARE(answer.body,
                 std::string("Context c0ffee00-0000-4000-8000-000000000001 not found"));
        QCOMPARE(m_code->call("POST", "/contexts/c1/restart").status, 404);
        QCOMPARE(m_code->call("DELETE", "/contexts/c1").status, 404);
    }

    void aBodyThatDoesNotFitIsNamed_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("body");
        for (const char *body :
             {"{}", "not JSON", "[]", R"({"code":1})", R"({"code":"1","env_vars":[]})",
              R"({"code":"1","env_vars":{"A":1}})"})
            QTest::addRow("execute %s", body) << QByteArray("/execute") << QByteArray(body);
        for (const char *body : {"not JSON", R"({"cwd":1})", R"({"language":{}})"})
            QTest::addRow("contexts %s", body) << QByteArray("/contexts") << QByteArray(body);
    }

    void aBodyThatDoesNotFitIsNamed()
    {
        QFETCH(const QByteArray, path);
        QFETCH(const QByteArray, body);
        const auto answer = m_code->call("POST", path.toStdString(), body.toStdString());
        QCOMPARE(answer.status, 422);
        QVERIFY(answer.body.starts_with("{\"detail\":[{"));
    }

    void otherPathsAndMethodsAreRefused()
    {
        QCOMPARE(m_code->call("GET", "/").status, 404);
        QCOMPARE(m_code->call("GET", "/execute").status, 404);
        QCOMPARE(m_code->call("PUT", "/contexts/c1").status, 405);
        QCOMPARE(m_code->call("GET", "/contexts/c1").status, 405);
    }
};

} // namespace Sandglass

QTEST_GUILESS_MAIN(Sandglass::TestCodeRequests)
#include "tst_coderequests.moc"
