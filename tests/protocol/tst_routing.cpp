// SPDX-License-Identifier: GPL-3.0-or-later
#include <protocol/routing.h>
#include <tests/support/result.h>

#include <QtTest/QTest>

using namespace Sandglass;

class RoutingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void theHostNameRoutes_data();
    void theHostNameRoutes();
    void theHeadersRoute_data();
    void theHeadersRoute();
    void aNamedHostDoesNotLookAtTheHeaders();
    void withoutHeadersThisComputerIsTheControlPlane_data();
    void withoutHeadersThisComputerIsTheControlPlane();
    void aBadRequestSaysWhatTheEdgeSays_data();
    void aBadRequestSaysWhatTheEdgeSays();
    void theBaseUrlFollowsTheSdk_data();
    void theBaseUrlFollowsTheSdk();
};

void RoutingTest::theHostNameRoutes_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<int>("port");
    const auto row = [](const char *host, const char *id, int port) {
        QTest::newRow(host) << QByteArray(host) << QByteArray(id) << port;
    };
    row("49983-iabc123def456ghi789j.e2b.app", "iabc123def456ghi789j", 49983);
    row("49983-iabc-6532622b.e2b.app", "iabc", 49983);
    row("3000-iabc-a-b-c.e2b.app", "iabc", 3000);
    row("3000-iabc.example.org:8443", "iabc", 3000);
    row("3000-iabc.localhost:41234", "iabc", 3000);
    row("3000-IABC.E2B.App", "iabc", 3000);
    row("3000-iabc.e2b.app.", "iabc", 3000);
    row("1-i.x", "i", 1);
    row("65535-i.x", "i", 65535);
    row("08080-i.x", "i", 8080);
}

void RoutingTest::theHostNameRoutes()
{
    QFETCH(const QByteArray, host);
    QFETCH(const QByteArray, id);
    QFETCH(const int, port);
    const auto route = routeRequest(host.toStdString(), {}, {});
    SG_VERIFY_RESULT(route);
    QVERIFY(*route == (SandboxRoute{.sandboxId = id.toStdString(), .port = port}));
}

void RoutingTest::theHeadersRoute_data()
{
    QTest::addColumn<QByteArray>("host");
    for (const char *host :
         {"127.0.0.1", "127.0.0.1:41234", "10.0.0.7:80", "localhost", "localhost:41234",
          "LocalHost:1", "localhost.", "localhost:", "[::1]", "[::1]:41234", "::1",
          "[fe80::1:2]:80", "sandbox.e2b.app", "sandbox.example.org:443", "SANDBOX.e2b.dev"})
        QTest::newRow(host) << QByteArray(host);
}

void RoutingTest::theHeadersRoute()
{
    QFETCH(const QByteArray, host);
    const auto route = routeRequest(host.toStdString(), "iabc", "49999");
    SG_VERIFY_RESULT(route);
    QVERIFY(*route == (SandboxRoute{.sandboxId = "iabc", .port = codeInterpreterPort}));
}

void RoutingTest::aNamedHostDoesNotLookAtTheHeaders()
{
    const auto route = routeRequest("3000-iabc.e2b.app", "iother", "nonsense");
    SG_VERIFY_RESULT(route);
    QVERIFY(*route == (SandboxRoute{.sandboxId = "iabc", .port = 3000}));
}

void RoutingTest::withoutHeadersThisComputerIsTheControlPlane_data()
{
    QTest::addColumn<QByteArray>("host");
    for (const char *host :
         {"127.0.0.1:41234", "localhost:41234", "[::1]:41234", "::1", "192.168.1.1"})
        QTest::newRow(host) << QByteArray(host);
}

void RoutingTest::withoutHeadersThisComputerIsTheControlPlane()
{
    QFETCH(const QByteArray, host);
    const auto route = routeRequest(host.toStdString(), {}, {});
    SG_VERIFY_RESULT(route);
    QVERIFY(!route->has_value());
}

void RoutingTest::aBadRequestSaysWhatTheEdgeSays_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QByteArray>("port");
    QTest::addColumn<QByteArray>("message");
    const auto row = [](const char *host, const char *id, const char *port, const char *message) {
        QTest::addRow("%s|%s|%s", host, id, port)
            << QByteArray(host) << QByteArray(id) << QByteArray(port) << QByteArray(message);
    };
    row("127.0.0.1", "iabc", "", "missing header");
    row("localhost:80", "", "49983", "missing header");
    row("sandbox.e2b.app", "", "", "missing header");
    row("sandbox.e2b.app", "iabc", "", "missing header");
    for (const char *port :
         {"0", "65536", "-1", "+80", "80 ", "8o", "0x50", "99999999999999999999"})
        row("localhost", "iabc", port, "Invalid sandbox port");
    for (const char *id : {"IABC", "i-1", "../i", "i.x", "i\n"})
        row("localhost", id, "80", "Invalid sandbox ID");
    row("http-iabc.e2b.app", "", "", "Invalid sandbox port");
    row("-iabc.e2b.app", "", "", "Invalid sandbox port");
    row("70000-iabc.e2b.app", "", "", "Invalid sandbox port");
    row("3000-.e2b.app", "", "", "Invalid sandbox ID");
    row("3000-i_c.e2b.app", "", "", "Invalid sandbox ID");
    for (const char *host :
         {"", ".", ":80", "3000-iabc", "myhost", "myhost:80", "api.e2b.app", "[::1", "[zz]",
          "[127.0.0.1]", "localhost:x", "localhost:80:80", "127.0.0.1:99999", "[::1]x", "[::1]80",
          "256.1.1.1", "127.1", "fe80::1%eth0", "sandbox"})
        row(host, "", "", "Invalid host");
}

void RoutingTest::aBadRequestSaysWhatTheEdgeSays()
{
    QFETCH(const QByteArray, host);
    QFETCH(const QByteArray, id);
    QFETCH(const QByteArray, port);
    QFETCH(const QByteArray, message);
    const auto route = routeRequest(host.toStdString(), id.toStdString(), port.toStdString());
    SG_VERIFY_FAILS(route, Error::Kind::Protocol);
    QCOMPARE(QByteArray::fromStdString(route.error().detail), message);
}

void RoutingTest::theBaseUrlFollowsTheSdk_data()
{
    QTest::addColumn<QByteArray>("sandboxUrl");
    QTest::addColumn<QByteArray>("domain");
    QTest::addColumn<int>("port");
    QTest::addColumn<QByteArray>("url");
    const auto row = [](const char *sandboxUrl, const char *domain, int port, const char *url) {
        QTest::addRow("%s|%s|%d", sandboxUrl, domain, port)
            << QByteArray(sandboxUrl) << QByteArray(domain) << port << QByteArray(url);
    };
    row("http://127.0.0.1:41234", "e2b.app", envdPort, "http://127.0.0.1:41234");
    row("http://127.0.0.1:41234/box/", "", 3000, "http://127.0.0.1:41234/box");
    for (const char *domain : {"e2b.app", "e2b.dev", "e2b.pro", "e2b-staging.dev"}) {
        const QByteArray shared = QByteArray("https://sandbox.") + domain;
        row("", domain, envdPort, shared.constData());
    }
    row("", "", envdPort, "https://sandbox.e2b.app");
    row("", "example.org", envdPort, "https://49983-iabc.example.org");
    row("", "e2b.app", codeInterpreterPort, "https://49999-iabc.e2b.app");
    row("", "e2b.app.example.org", envdPort, "https://49983-iabc.e2b.app.example.org");
}

void RoutingTest::theBaseUrlFollowsTheSdk()
{
    QFETCH(const QByteArray, sandboxUrl);
    QFETCH(const QByteArray, domain);
    QFETCH(const int, port);
    QFETCH(const QByteArray, url);
    QCOMPARE(QByteArray::fromStdString(
                 sandboxBaseUrl(sandboxUrl.toStdString(), domain.toStdString(), "iabc", port)),
             url);
}

QTEST_GUILESS_MAIN(RoutingTest)
#include "tst_routing.moc"
