// SPDX-License-Identifier: GPL-3.0-or-later
#include <client/access/mutationcounter.h>
#include <client/curltransport.h>
#include <tests/client/scriptedserver.h>
#include <tests/support/result.h>

#include <QTest>
#include <QThread>

using namespace Sandglass;

namespace {

using Answered = std::optional<Result<HttpResponse>>;

Handler<HttpResponse> into(Answered &place)
{
    return [&place](Result<HttpResponse> result) { place = std::move(result); };
}

} // namespace

class CurlCallsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void aCallCarriesMethodHeadersAndBody();
    void anAnswerKeepsStatusHeadersAndBody();
    void aHandlerRunsOnTheCallersThreadAndNotInsideTheCall();
    void aGetSendsNoBodyAndNoContentType();
    void aDeleteWithoutBodySendsNone();
    void aCompressedAnswerIsDecoded();
    void aFailureStatusIsAnAnswer();
    void dotsInAPathAreSentAsTheyAre();
    void connectionsAreKept();
    void aLookIsRepeatedWhenTheConnectionBreaks();
    void anActIsNotRepeatedWhenTheConnectionBreaks();
    void anActOnAFreshConnectionIsNotRepeatedByLibcurl();
    void proxiesOfTheEnvironmentAreUsedButNotForLoopback();
    void informationalAnswersAreSkipped();
};

void CurlCallsTest::aCallCarriesMethodHeadersAndBody()
{
    ScriptedServer server(
        [](QTcpSocket &socket, const auto &) { socket.write(httpAnswer(200, "{}")); });
    MutationCounter counter;
    CurlTransport transport(counter);
    Answered answered;
    const Request request =
        transport.send({.method = "POST",
                        .url = server.url("/sandboxes?a=%2F"),
                        .headers = {{"X-API-Key", "k"}, {"Content-Type", "application/json"}},
                        .body = "{\"timeout\":1}",
                        .access = Access::Act},
                       into(answered));
    QTRY_VERIFY(answered);
    SG_VERIFY_RESULT(*answered);
    QCOMPARE(server.requests.size(), 1U);
    const ReceivedRequest &seen = server.requests.front();
    QCOMPARE(seen.line(), "POST /sandboxes?a=%2F HTTP/1.1");
    QCOMPARE(seen.header("X-API-Key"), "k");
    QCOMPARE(seen.header("Content-Type"), "application/json");
    QVERIFY(seen.header("User-Agent").startsWith("Sandglass/"));
    QVERIFY(!seen.head.toLower().contains("expect:"));
    QCOMPARE(seen.body, "{\"timeout\":1}");
    QCOMPARE(counter.count(), 1);
}

void CurlCallsTest::anAnswerKeepsStatusHeadersAndBody()
{
    ScriptedServer server([](QTcpSocket &socket, const auto &) {
        socket.write(httpAnswer(201, "body", "X-Next-Token: t==\r\nDate: now\r\n"));
    });
    MutationCounter counter;
    CurlTransport transport(counter);
    Answered answered;
    const Request request = transport.send({.url = server.url()}, into(answered));
    QTRY_VERIFY(answered);
    SG_VERIFY_RESULT(*answered);
    QCOMPARE((*answered)->status, 201);
    QCOMPARE((*answered)->body, "body");
    QCOMPARE((*answered)->headers.value("x-next-token"), "t==");
    QVERIFY(!(*answered)->headers.find("x-next"));
}

void CurlCallsTest::aHandlerRunsOnTheCallersThreadAndNotInsideTheCall()
{
    ScriptedServer server(
        [](QTcpSocket &socket, const auto &) { socket.write(httpAnswer(200, {})); });
    MutationCounter counter;
    CurlTransport transport(counter);
    QThread *thread = nullptr;
    bool inside = true;
    Request request = transport.send({.url = server.url()}, [&](const auto &) {
        QVERIFY(!inside);
        QVERIFY(!request.isActive());
        thread = QThread::currentThread();
    });
    QVERIFY(request.isActive());
    inside = false;
    QTRY_COMPARE(thread, QThread::currentThread());
}

void CurlCallsTest::aGetSendsNoBodyAndNoContentType()
{
    ScriptedServer server(
        [](QTcpSocket &socket, const auto &) { socket.write(httpAnswer(200, {})); });
    MutationCounter counter;
    CurlTransport transport(counter);
    Answered answered;
    const Request request = transport.send({.url = server.url()}, into(answered));
    QTRY_VERIFY(answered);
    const QByteArray head = server.requests.front().head.toLower();
    QVERIFY(!head.contains("content-"));
    QVERIFY(head.contains("accept-encoding:"));
    QCOMPARE(counter.count(), 0);
}

void CurlCallsTest::aDeleteWithoutBodySendsNone()
{
    ScriptedServer server(
        [](QTcpSocket &socket, const auto &) { socket.write("HTTP/1.1 204 No Content\r\n\r\n"); });
    MutationCounter counter;
    CurlTransport transport(counter);
    Answered answered;
    const Request request = transport.send(
        {.method = "DELETE", .url = server.url("/sandboxes/i1"), .access = Access::Act},
        into(answered));
    QTRY_VERIFY(answered);
    SG_VERIFY_RESULT(*answered);
    QCOMPARE((*answered)->status, 204);
    QCOMPARE(server.requests.front().line(), "DELETE /sandboxes/i1 HTTP/1.1");
    QVERIFY(!server.requests.front().head.toLower().contains("content-"));
}

void CurlCallsTest::aCompressedAnswerIsDecoded()
{
    // gzip of "hello\n"
    const QByteArray gzip =
        QByteArray::fromHex("1f8b0800000000000203cb48cdc9c9e7020020303a3606000000");
    ScriptedServer server([&gzip](QTcpSocket &socket, const auto &) {
        socket.write(httpAnswer(200, gzip, "Content-Encoding: gzip\r\n"));
    });
    MutationCounter counter;
    CurlTransport transport(counter);
    Answered answered;
    const Request request = transport.send({.url = server.url()}, into(answered));
    QTRY_VERIFY(answered);
    SG_VERIFY_RESULT(*answered);
    QCOMPARE((*answered)->body, "hello\n");
}

void CurlCallsTest::aFailureStatusIsAnAnswer()
{
    ScriptedServer server([](QTcpSocket &socket, const auto &) {
        socket.write(httpAnswer(404, R"({"code":404,"message":"gone"})"));
    });
    MutationCounter counter;
    CurlTransport transport(counter);
    Answered answered;
    const Request request = transport.send({.url = server.url()}, into(answered));
    QTRY_VERIFY(answered);
    SG_VERIFY_RESULT(*answered);
    QCOMPARE((*answered)->status, 404);
    QCOMPARE((*answered)->body, R"({"code":404,"message":"gone"})");
}

void CurlCallsTest::dotsInAPathAreSentAsTheyAre()
{
    ScriptedServer server(
        [](QTcpSocket &socket, const auto &) { socket.write(httpAnswer(200, {})); });
    MutationCounter counter;
    CurlTransport transport(counter);
    Answered answered;
    const Request request = transport.send({.url = server.url("/sandboxes/..")}, into(answered));
    QTRY_VERIFY(answered);
    QCOMPARE(server.requests.front().line(), "GET /sandboxes/.. HTTP/1.1");
}

void CurlCallsTest::connectionsAreKept()
{
    ScriptedServer server(
        [](QTcpSocket &socket, const auto &) { socket.write(httpAnswer(200, {})); });
    MutationCounter counter;
    CurlTransport transport(counter);
    for (int i = 0; i < 3; ++i) {
        Answered answered;
        const Request request = transport.send({.url = server.url()}, into(answered));
        QTRY_VERIFY(answered);
    }
    QCOMPARE(server.connections, 1);
}

void CurlCallsTest::aLookIsRepeatedWhenTheConnectionBreaks()
{
    int answers = 0;
    ScriptedServer server([&answers](QTcpSocket &socket, const auto &) {
        if (++answers == 1)
            socket.abort();
        else
            socket.write(httpAnswer(200, "second"));
    });
    MutationCounter counter;
    CurlTransport transport(counter);
    Answered answered;
    const Request request =
        transport.send({.url = server.url(), .repeatable = true}, into(answered));
    QTRY_VERIFY(answered);
    SG_VERIFY_RESULT(*answered);
    QCOMPARE((*answered)->body, "second");
    QCOMPARE(server.requests.size(), 2U);
}

void CurlCallsTest::anActIsNotRepeatedWhenTheConnectionBreaks()
{
    ScriptedServer server([](QTcpSocket &socket, const auto &) { socket.abort(); });
    MutationCounter counter;
    CurlTransport transport(counter);
    Answered answered;
    const Request request = transport.send(
        {.method = "POST", .url = server.url(), .access = Access::Act}, into(answered));
    QTRY_VERIFY(answered);
    SG_VERIFY_FAILS(*answered, Error::Kind::Network);
    QCOMPARE(server.requests.size(), 1U);
}

void CurlCallsTest::anActOnAFreshConnectionIsNotRepeatedByLibcurl()
{
    int answers = 0;
    ScriptedServer server([&answers](QTcpSocket &socket, const auto &) {
        if (++answers == 1)
            socket.write(httpAnswer(200, {}));
        else
            socket
                .disconnectFromHost(); // without an answer, as a service that dies over the request
    });
    MutationCounter counter;
    CurlTransport transport(counter);
    for (int i = 0; i < 2; ++i) {
        Answered answered;
        const Request request = transport.send(
            {.method = "POST", .url = server.url(), .access = Access::Act, .freshConnection = true},
            into(answered));
        QTRY_VERIFY(answered);
        QCOMPARE(answered->has_value(), i == 0);
    }
    QCOMPARE(server.requests.size(), 2U);
    QCOMPARE(server.connections, 2);
}

void CurlCallsTest::proxiesOfTheEnvironmentAreUsedButNotForLoopback()
{
    ScriptedServer server([](QTcpSocket &socket, const auto &request) {
        socket.write(httpAnswer(200, request.line()));
    });
    ScriptedServer proxy(
        [](QTcpSocket &socket, const auto &) { socket.write(httpAnswer(200, "proxy")); });
    qputenv("http_proxy", QByteArray::fromStdString(proxy.url("")));
    const auto tidy = qScopeGuard([] { qunsetenv("http_proxy"); });
    MutationCounter counter;
    CurlTransport transport(counter);
    Answered direct;
    Answered proxied;
    const Request first = transport.send({.url = server.url("/direct")}, into(direct));
    const Request second = transport.send({.url = "http://sandbox.example/far"}, into(proxied));
    QTRY_VERIFY(direct && proxied);
    SG_VERIFY_RESULT(*direct);
    QCOMPARE((*direct)->body, "GET /direct HTTP/1.1");
    SG_VERIFY_RESULT(*proxied);
    QCOMPARE((*proxied)->body, "proxy");
    QCOMPARE(proxy.requests.size(), 1U);
    QCOMPARE(proxy.requests.front().line(), "GET http://sandbox.example/far HTTP/1.1");
}

void CurlCallsTest::informationalAnswersAreSkipped()
{
    ScriptedServer server([](QTcpSocket &socket, const auto &) {
        socket.write("HTTP/1.1 103 Early Hints\r\nX-Hint: 1\r\n\r\n" +
                     httpAnswer(200, "real", "X-Real: 1\r\n"));
    });
    MutationCounter counter;
    CurlTransport transport(counter);
    Answered answered;
    const Request request = transport.send({.url = server.url()}, into(answered));
    QTRY_VERIFY(answered);
    SG_VERIFY_RESULT(*answered);
    QCOMPARE((*answered)->status, 200);
    QCOMPARE((*answered)->headers.value("X-Real"), "1");
    QVERIFY(!(*answered)->headers.find("X-Hint"));
}

QTEST_GUILESS_MAIN(CurlCallsTest)
#include "tst_curlcalls.moc"
