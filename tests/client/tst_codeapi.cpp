// SPDX-License-Identifier: GPL-3.0-or-later
#include <client/codeapi.h>
#include <tests/client/answered.h>
#include <tests/support/faketransport.h>
#include <tests/support/result.h>

#include <QJsonDocument>
#include <QTest>

using namespace Sandglass;
using namespace Qt::StringLiterals;

namespace {

SandboxAddress address()
{
    const ConnectionProfile profile{.id = u"c1"_s, .domain = u"e2b.app"_s};
    SandboxInfo sandbox;
    sandbox.id = "iabc123def456ghi789j";
    sandbox.envdAccessToken = "ea_0123456789abcdef";
    return addressOf(profile, sandbox, codeInterpreterPort);
}

QJsonDocument json(const std::string &text)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(text));
}

} // namespace

/// Requests as captured on the code-interpreter page, sections 1 and 2.
class CodeApiTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void requestsGoToThePortOfTheInterpreter();
    void runsSendTheCapturedBodies_data();
    void runsSendTheCapturedBodies();
    void aRunIsSentOnceAndMayBeSilent();
    void looksDoNotAct();
    void contextsAreMadeClearedAndRemoved();
    void healthIsAnySuccessThatIsNoWebPage();
    void failuresAreTold_data();
    void failuresAreTold();
    void aReadOnlyConnectionRunsNothing();
};

void CodeApiTest::requestsGoToThePortOfTheInterpreter()
{
    FakeTransport transport;
    const CodeApi api(transport, address());
    const Request health = api.checkHealth([](const auto &) {});
    const auto run = api.execute({.code = "1+1"});
    for (const HttpRequest &seen : transport.seen) {
        QVERIFY(seen.url.starts_with("https://49999-iabc123def456ghi789j.e2b.app/"));
        QCOMPARE(seen.headers.value("E2b-Sandbox-Id"), "iabc123def456ghi789j");
        QCOMPARE(seen.headers.value("E2b-Sandbox-Port"), "49999");
        QVERIFY(!seen.headers.find("Connect-Protocol-Version"));
    }
    // Only a run hands the token on.
    QVERIFY(!transport.seen.at(0).headers.find("X-Access-Token"));
    QCOMPARE(transport.seen.at(1).headers.value("X-Access-Token"), "ea_0123456789abcdef");
}

void CodeApiTest::runsSendTheCapturedBodies_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("context");
    QTest::addColumn<QByteArray>("language");
    QTest::newRow("plain") << QByteArray(R"({"code":"1+1"})") << QByteArray("1+1") << QByteArray()
                           << QByteArray();
    QTest::newRow("language") << QByteArray(R"({"code":"1","language":"js"})") << QByteArray("1")
                              << QByteArray() << QByteArray("js");
    QTest::newRow("context") << QByteArray(R"({"code":"1","context_id":"c0ffee00"})")
                             << QByteArray("1") << QByteArray("c0ffee00") << QByteArray();
}

void CodeApiTest::runsSendTheCapturedBodies()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, code);
    QFETCH(const QByteArray, context);
    QFETCH(const QByteArray, language);
    ExecutionRequest request{.code = code.toStdString()};
    if (!context.isEmpty())
        request.contextId = context.toStdString();
    if (!language.isEmpty())
        request.language = language.toStdString();
    FakeTransport transport;
    const auto run = CodeApi(transport, address()).execute(request);
    QCOMPARE(transport.line(0), "POST /execute");
    QCOMPARE(transport.seen.at(0).headers.value("Content-Type"), "application/json");
    QCOMPARE(json(transport.seen.at(0).body), json(body.toStdString()));
}

void CodeApiTest::aRunIsSentOnceAndMayBeSilent()
{
    FakeTransport transport;
    const auto run = CodeApi(transport, address()).execute({.code = "1"});
    const HttpRequest &seen = transport.seen.at(0);
    QVERIFY(seen.freshConnection && !seen.repeatable);
    QCOMPARE(seen.silenceLimit.count(), 0);
    QVERIFY(seen.slowConsumer == SlowConsumer::Pause);
    QCOMPARE(transport.mutations(), 1);
}

void CodeApiTest::looksDoNotAct()
{
    FakeTransport transport;
    transport.reply(R"([{"id":"c0ffee00","language":"python","cwd":"/home/user"}])");
    Answered<std::vector<CodeContext>> contexts;
    const Request request = CodeApi(transport, address()).contexts(into(contexts));
    QTRY_VERIFY(contexts);
    SG_VERIFY_RESULT(*contexts);
    QCOMPARE((*contexts)->size(), 1U);
    QCOMPARE((*contexts)->front().language, "python");
    QCOMPARE(transport.line(0), "GET /contexts");
    QCOMPARE(transport.mutations(), 0);
}

void CodeApiTest::contextsAreMadeClearedAndRemoved()
{
    FakeTransport transport;
    transport.reply(R"({"id":"c0ffee00","language":"python","cwd":"/tmp"})");
    transport.reply("null");
    transport.reply("null");
    const CodeApi api(transport, address());
    Answered<CodeContext> made;
    Answered<void> cleared;
    Answered<void> removed;
    const Request make = api.createContext({.language = "python", .cwd = "/tmp"}, into(made));
    const Request clear = api.restartContext("c0ffee00", into(cleared));
    const Request remove = api.removeContext("../a b", into(removed));
    QTRY_VERIFY(made && cleared && removed);
    SG_VERIFY_RESULT(*made);
    SG_VERIFY_RESULT(*cleared);
    SG_VERIFY_RESULT(*removed);
    QCOMPARE((*made)->id, "c0ffee00");
    QCOMPARE(transport.line(0), "POST /contexts");
    QCOMPARE(json(transport.seen.at(0).body), json(R"({"language":"python","cwd":"/tmp"})"));
    QVERIFY(transport.seen.at(0).freshConnection);
    QCOMPARE(transport.line(1), "POST /contexts/c0ffee00/restart");
    QCOMPARE(transport.line(2), "DELETE /contexts/..%2Fa%20b");
    QCOMPARE(transport.mutations(), 3);
}

void CodeApiTest::healthIsAnySuccessThatIsNoWebPage()
{
    FakeTransport transport;
    transport.reply(R"("OK")");
    transport.replies.emplace(
        HttpResponse{.status = 200, .headers = {{"Content-Type", "text/html"}}, .body = "<html>"});
    const CodeApi api(transport, address());
    Answered<void> first;
    Answered<void> second;
    const Request good = api.checkHealth(into(first));
    const Request bad = api.checkHealth(into(second));
    QTRY_VERIFY(first && second);
    SG_VERIFY_RESULT(*first);
    SG_VERIFY_FAILS(*second, Error::Kind::Protocol);
    QVERIFY(second->error().detail.contains("web page"));
}

void CodeApiTest::failuresAreTold_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Error::Kind>("kind");
    QTest::addColumn<QByteArray>("detail");
    using enum Error::Kind;
    QTest::newRow("unknown context") << 404 << QByteArray("Context c0ffee00 not found") << NotFound
                                     << QByteArray("Context c0ffee00 not found");
    QTest::newRow("no kernel") << 500 << QByteArray("Failed to create context: no such kernel")
                               << Server << QByteArray("Failed to create context: no such kernel");
    QTest::newRow("not up yet")
        << 502
        << QByteArray(
               R"({"sandboxId":"i1","message":"The sandbox is running but port is not open","port":49999,"code":502})")
        << Network << QByteArray("The sandbox is running but port is not open");
    QTest::newRow("gone")
        << 502
        << QByteArray(R"({"sandboxId":"i1","message":"The sandbox was not found","code":502})")
        << NotFound << QByteArray("The sandbox was not found");
    QTest::newRow("no traffic token")
        << 403
        << QByteArray(
               R"({"sandboxId":"i1","message":"Sandbox is secured with traffic access token.","code":403})")
        << Forbidden << QByteArray("Sandbox is secured with traffic access token.");
}

void CodeApiTest::failuresAreTold()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const Error::Kind, kind);
    QFETCH(const QByteArray, detail);
    FakeTransport transport;
    transport.reply(body.toStdString(), status);
    Answered<void> answer;
    const Request request = CodeApi(transport, address()).restartContext("c0ffee00", into(answer));
    QTRY_VERIFY(answer);
    SG_VERIFY_FAILS(*answer, kind);
    QCOMPARE(QByteArray::fromStdString(answer->error().detail), detail);
}

void CodeApiTest::aReadOnlyConnectionRunsNothing()
{
    FakeTransport transport;
    SandboxAddress readOnly = address();
    readOnly.permitted = Access::Observe;
    std::optional<Result<void>> end;
    const auto run = CodeApi(transport, readOnly).execute({.code = "1"});
    connect(run.get(), &ExecutionStream::finished, this,
            [&end](const auto &result) { end = result; });
    QTRY_VERIFY(end);
    SG_VERIFY_FAILS(*end, Error::Kind::Policy);
    QCOMPARE(transport.seen.size(), 0U);
}

QTEST_GUILESS_MAIN(CodeApiTest)
#include "tst_codeapi.moc"
