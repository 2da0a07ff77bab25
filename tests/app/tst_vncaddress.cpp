// SPDX-License-Identifier: GPL-3.0-or-later
// What the command line takes for an address, and where a sandbox's screen is.
#include <app/screen/screenaddress.h>
#include <app/screen/vncaddress.h>

#include <QtTest/QTest>

using namespace Sandglass;
using namespace Qt::StringLiterals;

class VncAddressTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void anAddressNamesHostAndPort_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("host");
        QTest::addColumn<int>("port");
        QTest::newRow("name") << u"vnc://desk.example:5901"_s << u"desk.example"_s << 5901;
        QTest::newRow("no port") << u"vnc://127.0.0.1"_s << u"127.0.0.1"_s << 5900;
        QTest::newRow("slash") << u"vnc://desk:7/"_s << u"desk"_s << 7;
        QTest::newRow("IPv6") << u"vnc://[::1]:5902"_s << u"::1"_s << 5902;
    }
    void anAddressNamesHostAndPort()
    {
        QFETCH(QString, text);
        const auto endpoint = parseVncAddress(text);
        QVERIFY2(endpoint, qPrintable(endpoint.error_or(QString())));
        QTEST(endpoint->host, "host");
        QTEST(int(endpoint->port), "port");
        QVERIFY(endpoint->password.isEmpty());
        QVERIFY(endpoint->url.isEmpty());
    }

    void whatIsNoAddressIsRefusedInWords_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"", "desk:5900", "http://desk", "vnc://", "vnc://desk:0", "vnc://desk:70000",
              "vnc://desk/path", "vnc://desk?x=1", "vnc://desk#x", "vnc://de sk",
              "vnc://:s%40cret@desk:1", "vnc://me:s@cret@desk"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void whatIsNoAddressIsRefusedInWords()
    {
        QFETCH(QString, text);
        const auto endpoint = parseVncAddress(text);
        QVERIFY(!endpoint);
        QVERIFY2(endpoint.error().contains(u"vnc://HOST:PORT"_s), qPrintable(endpoint.error()));
        QVERIFY2(!endpoint.error().contains(u"cret"_s), qPrintable(endpoint.error()));
    }

    void aSandboxsScreenIsReachedThroughItsProxy()
    {
        ConnectionProfile profile;
        profile.sandboxUrl = u"http://127.0.0.1:4000/"_s;
        SandboxInfo sandbox;
        sandbox.id = "iabc123";
        const RfbEndpoint here = screenEndpoint(profile, sandbox, "pass");
        QCOMPARE(here.url, QUrl(u"ws://127.0.0.1:4000/websockify"_s));
        QCOMPARE(here.password, "pass");
        QVERIFY(here.headers.contains({"E2b-Sandbox-Id", "iabc123"}));
        QVERIFY(here.headers.contains({"E2b-Sandbox-Port", "6080"}));
        QCOMPARE(here.headers.size(), 2);

        sandbox.trafficAccessToken = "traffic";
        QVERIFY(screenEndpoint(profile, sandbox, {})
                    .headers.contains({"E2b-Traffic-Access-Token", "traffic"}));

        profile.sandboxUrl.clear();
        profile.domain = u"e2b.app"_s;
        const RfbEndpoint there = screenEndpoint(profile, sandbox, {});
        QCOMPARE(there.url, QUrl(u"wss://6080-iabc123.e2b.app/websockify"_s));
    }
};

QTEST_GUILESS_MAIN(VncAddressTest)
#include "tst_vncaddress.moc"
