// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/vnc/helper/desktopserver.h>
#include <tests/vnc/helper/helperrun.h>
#include <tests/vnc/helper/xscene.h>

#include <QtTest/QTest>

using namespace Sandglass::Rfb;

Q_DECLARE_METATYPE(Sandglass::Rfb::DesktopServer::Kind)

namespace {

constexpr int patienceMs = 20'000;

/// Takes what the helper says for a moment, then counts the pixels that are not the server's.
qsizetype wrongPixels(HelperRun &helper, const std::vector<std::uint32_t> &expected)
{
    while (helper.await(MessageType::Damage, 20)) {
    }
    if (expected.size() != std::size_t(helper.width()) * std::size_t(helper.height()))
        return -1;
    qsizetype wrong = 0;
    for (int y = 0; y < helper.height(); ++y) {
        for (int x = 0; x < helper.width(); ++x)
            wrong += helper.pixel(x, y) !=
                     expected[std::size_t(y) * std::size_t(helper.width()) + std::size_t(x)];
    }
    return wrong;
}

} // namespace

/// The helper's pixels against the server's own screenshot, on real servers.
class TestRfbPictures final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void everyPixelIsTheServersOwn_data();
    void everyPixelIsTheServersOwn();
    void aScrolledDesktopIsCopied();
    void aPasswordOpensTheDesktop_data();
    void aPasswordOpensTheDesktop();
};

void TestRfbPictures::everyPixelIsTheServersOwn_data()
{
    QTest::addColumn<DesktopServer::Kind>("kind");
    QTest::addColumn<QByteArray>("encodings");
    QTest::addColumn<QByteArray>("inLog");
    using enum DesktopServer::Kind;
    QTest::newRow("Xvnc, raw") << Xvnc << QByteArray("raw") << QByteArray("Raw:");
    QTest::newRow("Xvnc, hextile") << Xvnc << QByteArray("hextile") << QByteArray("Hextile:");
    QTest::newRow("Xvnc, zrle") << Xvnc << QByteArray("zrle") << QByteArray("ZRLE:");
    QTest::newRow("Xvnc, tight") << Xvnc << QByteArray("tight") << QByteArray("Tight:");
    QTest::newRow("Xvnc, the usual") << Xvnc << QByteArray() << QByteArray("Tight:");
    QTest::newRow("x11vnc, raw") << X11vnc << QByteArray("raw") << QByteArray("Using raw encoding");
    QTest::newRow("x11vnc, hextile")
        << X11vnc << QByteArray("hextile") << QByteArray("Using hextile encoding");
    QTest::newRow("x11vnc, zlib") << X11vnc << QByteArray("zlib")
                                  << QByteArray("Using zlib encoding");
    QTest::newRow("x11vnc, zrle") << X11vnc << QByteArray("zrle")
                                  << QByteArray("Using ZRLE encoding");
    QTest::newRow("x11vnc, tight")
        << X11vnc << QByteArray("tight") << QByteArray("Using tight encoding");
    QTest::newRow("x11vnc, the usual")
        << X11vnc << QByteArray() << QByteArray("Using tight encoding");
}

void TestRfbPictures::everyPixelIsTheServersOwn()
{
    QFETCH(const DesktopServer::Kind, kind);
    QFETCH(const QByteArray, encodings);
    QFETCH(const QByteArray, inLog);
    DesktopServer server(kind);
    QVERIFY2(server.start(), server.log().constData());
    XScene scene(server.display());
    QVERIFY(scene.isOpen());
    scene.draw();
    {
        HelperRun helper(server.connectTo());
        StartMessage start = quickStart({encodings.data(), std::size_t(encodings.size())});
        start.handshakeMs = start.stallMs = patienceMs;
        helper.start(start);
        QVERIFY(helper.await(MessageType::Connected, patienceMs));
        auto expected = scene.screenshot();
        QTRY_COMPARE_WITH_TIMEOUT(wrongPixels(helper, expected), 0, patienceMs);
        for (int i = 0; i < 5; ++i) {
            scene.sprinkle();
            expected = scene.screenshot();
            QTRY_COMPARE_WITH_TIMEOUT(wrongPixels(helper, expected), 0, patienceMs);
        }
    }
    QTRY_VERIFY2_WITH_TIMEOUT(server.log().contains(inLog), server.log().constData(), patienceMs);
    QVERIFY(!server.log().contains("JPEG"));
}

void TestRfbPictures::aScrolledDesktopIsCopied()
{
    DesktopServer server(DesktopServer::Kind::Xvnc);
    QVERIFY2(server.start(), server.log().constData());
    XScene scene(server.display());
    QVERIFY(scene.isOpen());
    scene.draw();
    {
        HelperRun helper(server.connectTo());
        helper.start(quickStart("copyrect tight"));
        QVERIFY(helper.await(MessageType::Connected, patienceMs));
        for (const int pixels : {16, 1, 77, 16, 250}) {
            QTRY_COMPARE_WITH_TIMEOUT(wrongPixels(helper, scene.screenshot()), 0, patienceMs);
            scene.scroll(pixels);
        }
        QTRY_COMPARE_WITH_TIMEOUT(wrongPixels(helper, scene.screenshot()), 0, patienceMs);
    }
    QTRY_VERIFY2_WITH_TIMEOUT(server.log().contains("CopyRect:"), server.log().constData(),
                              patienceMs);
}

void TestRfbPictures::aPasswordOpensTheDesktop_data()
{
    QTest::addColumn<DesktopServer::Kind>("kind");
    QTest::newRow("Xvnc") << DesktopServer::Kind::Xvnc;
    QTest::newRow("x11vnc") << DesktopServer::Kind::X11vnc;
}

void TestRfbPictures::aPasswordOpensTheDesktop()
{
    QFETCH(const DesktopServer::Kind, kind);
    DesktopServer server(kind);
    QVERIFY2(server.start("s3cr-t,8"), server.log().constData());
    StartMessage start = quickStart();
    start.handshakeMs = start.stallMs = patienceMs;
    const auto endOf = [&server](const StartMessage &withPassword) {
        HelperRun helper(server.connectTo());
        helper.start(withPassword);
        return helper.awaitEnd(patienceMs);
    };
    const auto without = endOf(start);
    QVERIFY(without);
    QCOMPARE(without->reason, EndReason::PasswordNeeded);
    start.hasPassword = 1;
    setText(start.password, "another");
    const auto wrong = endOf(start);
    QVERIFY(wrong);
    QVERIFY2(wrong->reason == EndReason::PasswordWrong, textOf(wrong->detail).data());
    HelperRun helper(server.connectTo());
    setText(start.password, "s3cr-t,8 and what no longer counts");
    helper.start(start);
    const auto connected = helper.await(MessageType::Connected, patienceMs);
    QVERIFY(connected);
    QCOMPARE(connected->connected.security, SecurityType::VncAuth);
    QCOMPARE(connected->connected.width, 800);
    QVERIFY(helper.await(MessageType::Damage, patienceMs));
}

QTEST_GUILESS_MAIN(TestRfbPictures)
#include "tst_rfbpictures.moc"
