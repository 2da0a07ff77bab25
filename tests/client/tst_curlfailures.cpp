// SPDX-License-Identifier: GPL-3.0-or-later
#include <client/access/mutationcounter.h>
#include <client/curltransport.h>
#include <tests/client/scriptedserver.h>
#include <tests/support/result.h>

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Sandglass;
using namespace Qt::StringLiterals;

namespace {

using Kind = Error::Kind;

QByteArray port(const ScriptedServer &server)
{
    return QByteArray::fromStdString(server.url("")).split(':').last();
}

} // namespace

/// What people get to read when a service misbehaves. "@" stands for the server's port.
class CurlFailuresTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void aBadAnswerHasAKindAndAReason_data();
    void aBadAnswerHasAKindAndAReason();
    void anUnusableAddressHasAKindAndAReason_data();
    void anUnusableAddressHasAKindAndAReason();
    void silenceEndsInATimeout();
    void aBodyOfMoreThan64MiBIsRefused();
    void aRedirectIsNotFollowed();
    void aSelfSignedCertificateIsRefused();

private:
    Result<HttpResponse> fetch(const HttpRequest &request);
};

Result<HttpResponse> CurlFailuresTest::fetch(const HttpRequest &request)
{
    MutationCounter counter;
    CurlTransport transport(counter);
    std::optional<Result<HttpResponse>> answered;
    const Request call = transport.send(
        request, [&answered](Result<HttpResponse> result) { answered = std::move(result); });
    if (!QTest::qWaitFor([&answered] { return answered.has_value(); }, 30'000))
        return failure(Kind::Io, "the handler never ran");
    return *answered;
}

void CurlFailuresTest::aBadAnswerHasAKindAndAReason_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QByteArray>("detail");
    QTest::newRow("nothing") << QByteArray() << QByteArray("Network")
                             << QByteArray("127.0.0.1:@ closed the connection without an answer");
    QTest::newRow("no status line")
        << QByteArray("220 mail.example ESMTP\r\n") << QByteArray("Protocol")
        << QByteArray("127.0.0.1:@ does not answer in HTTP");
    QTest::newRow("half a status line")
        << QByteArray("HTTP/1.1 20") << QByteArray("Network")
        << QByteArray("127.0.0.1:@ closed the connection without an answer");
    QTest::newRow("no such status")
        << QByteArray("HTTP/1.1 abc OK\r\n\r\n") << QByteArray("Protocol")
        << QByteArray("127.0.0.1:@ does not answer in HTTP");
    QTest::newRow("body cut by length")
        << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n[1,2") << QByteArray("Network")
        << QByteArray("the answer from 127.0.0.1:@ broke off");
    QTest::newRow("body cut inside a chunk")
        << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n[1,2")
        << QByteArray("Network") << QByteArray("the answer from 127.0.0.1:@ broke off");
}

void CurlFailuresTest::aBadAnswerHasAKindAndAReason()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, kind);
    QFETCH(QByteArray, detail);
    ScriptedServer server([&bytes](QTcpSocket &socket, const auto &) {
        socket.write(bytes);
        socket.disconnectFromHost();
    });
    const auto result = fetch({.url = server.url()});
    QVERIFY(!result);
    QCOMPARE(QByteArray(toString(result.error().kind)), kind);
    QCOMPARE(QByteArray::fromStdString(result.error().detail), detail.replace("@", port(server)));
}

void CurlFailuresTest::anUnusableAddressHasAKindAndAReason_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QByteArray>("detail");
    QTest::newRow("refused") << QByteArray("http://127.0.0.1:1/") << QByteArray("Network")
                             << QByteArray("connection to 127.0.0.1:1 refused");
    QTest::newRow("refused, IPv6 or v4")
        << QByteArray("http://localhost:1/") << QByteArray("Network")
        << QByteArray("connection to localhost:1 refused");
    QTest::newRow("no scheme") << QByteArray("api.e2b.app") << QByteArray("Policy")
                               << QByteArray("the address does not begin with http:// or https://");
    QTest::newRow("file") << QByteArray("file:///etc/passwd") << QByteArray("Policy")
                          << QByteArray("the address does not begin with http:// or https://");
    QTest::newRow("no host") << QByteArray("http://[/") << QByteArray("Policy")
                             << QByteArray("the address cannot be read");
    QTest::newRow("user name") << QByteArray("http://me:secret@127.0.0.1:1/")
                               << QByteArray("Policy")
                               << QByteArray("the address contains a user name");
    QTest::newRow("line break") << QByteArray("http://127.0.0.1:1/\r\nX: y") << QByteArray("Policy")
                                << QByteArray("the address contains a line break");
    QTest::newRow("name without an address")
        << QByteArray("http://no-such-name.invalid/") << QByteArray("Network")
        << QByteArray("the name of no-such-name.invalid could not be found");
}

void CurlFailuresTest::anUnusableAddressHasAKindAndAReason()
{
    QFETCH(const QByteArray, url);
    QFETCH(const QByteArray, kind);
    QFETCH(const QByteArray, detail);
    const auto result = fetch({.url = url.toStdString()});
    QVERIFY(!result);
    QCOMPARE(QByteArray::fromStdString(result.error().detail), detail);
    QCOMPARE(QByteArray(toString(result.error().kind)), kind);
}

void CurlFailuresTest::silenceEndsInATimeout()
{
    ScriptedServer server([](QTcpSocket &, const auto &) {});
    const auto result = fetch({.url = server.url(), .timeout = std::chrono::milliseconds(600)});
    SG_VERIFY_FAILS(result, Kind::Timeout);
    QCOMPARE(QByteArray::fromStdString(result.error().detail),
             "no complete answer from 127.0.0.1:" + port(server) + " within 1 s");
}

void CurlFailuresTest::aBodyOfMoreThan64MiBIsRefused()
{
    ScriptedServer server([](QTcpSocket &socket, const auto &) {
        socket.write("HTTP/1.1 200 OK\r\n\r\n");
        for (int i = 0; i < 65; ++i)
            socket.write(QByteArray(1 << 20, ' '));
        socket.disconnectFromHost();
    });
    const auto result = fetch({.url = server.url()});
    SG_VERIFY_FAILS(result, Kind::Protocol);
    QCOMPARE(QByteArray::fromStdString(result.error().detail),
             "the answer from 127.0.0.1:" + port(server) + " is larger than 64 MiB");
}

void CurlFailuresTest::aRedirectIsNotFollowed()
{
    ScriptedServer elsewhere(
        [](QTcpSocket &socket, const auto &) { socket.write(httpAnswer(200, {})); });
    ScriptedServer server([&elsewhere](QTcpSocket &socket, const auto &) {
        socket.write(httpAnswer(
            302, {},
            "Location: " + QByteArray::fromStdString(elsewhere.url("/x?token=1")) + "\r\n"));
    });
    const auto result = fetch({.url = server.url(), .headers = {{"X-API-Key", "k"}}});
    SG_VERIFY_FAILS(result, Kind::Protocol);
    QCOMPARE(result.error().httpStatus, 302);
    const QByteArray detail = QByteArray::fromStdString(result.error().detail);
    QVERIFY2(detail.contains("sends us on to http://127.0.0.1:" + port(elsewhere) + ","), detail);
    QVERIFY(!detail.contains("token"));
    QVERIFY(elsewhere.requests.empty());
}

void CurlFailuresTest::aSelfSignedCertificateIsRefused()
{
    QTemporaryDir dir;
    const QString key = dir.filePath(u"key.pem"_s);
    const QString certificate = dir.filePath(u"cert.pem"_s);
    QProcess make;
    make.setStandardErrorFile(QProcess::nullDevice());
    make.start(u"openssl"_s, {u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s,
                              u"ec_paramgen_curve:P-256"_s, u"-nodes"_s, u"-keyout"_s, key,
                              u"-out"_s, certificate, u"-subj"_s, u"/CN=127.0.0.1"_s});
    QVERIFY(make.waitForFinished());
    QCOMPARE(make.exitCode(), 0);
    QProcess server;
    server.start(u"openssl"_s, {u"s_server"_s, u"-accept"_s, u"127.0.0.1:0"_s, u"-key"_s, key,
                                u"-cert"_s, certificate, u"-www"_s});
    const auto tidy = qScopeGuard([&server] {
        server.kill();
        server.waitForFinished();
    });
    QByteArray output;
    QTRY_VERIFY((output += server.readAllStandardOutput()).contains("ACCEPT 127.0.0.1:") &&
                output.endsWith('\n'));
    const auto start = output.indexOf("ACCEPT 127.0.0.1:") + 17;
    const QByteArray number = output.mid(start, output.indexOf('\n', start) - start).trimmed();
    const auto result = fetch({.url = "https://127.0.0.1:" + number.toStdString() + "/"});
    SG_VERIFY_FAILS(result, Kind::Tls);
    const QByteArray detail = QByteArray::fromStdString(result.error().detail);
    QVERIFY2(detail.startsWith("no secure connection to 127.0.0.1:" + number + ": "), detail);
    QVERIFY2(detail.contains("self-signed certificate"), detail);
}

QTEST_GUILESS_MAIN(CurlFailuresTest)
#include "tst_curlfailures.moc"
