// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/vnc/helper/helperrun.h>
#include <tests/vnc/helper/serverbytes.h>

#include <QtTest/QTest>

#include <sys/socket.h>

using namespace Sandglass::Rfb;
using namespace Sandglass::Rfb::ServerBytes;

namespace {

constexpr std::int32_t extendedDesktopSize = -308;

} // namespace

/// Servers and apps that leave, do not read, flood or misbehave in ways that are not one message.
class TestRfbPeers final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void aServerThatHangsUpIsClosed();
    void aServerThatDoesNotReadEndsTheSession();
    void harmlessOdditiesDoNotEndTheSession();
    void aFloodOfUpdatesIsMergedForTheApp();
    void anAppThatRefusesTheSizeEndsTheSession();
    void anAppThatBreaksTheProtocolEndsTheSession();
};

void TestRfbPeers::aServerThatHangsUpIsClosed()
{
    const std::string all = greeting(64, 64) + solid(0, 0, 64, 64, 0x123456);
    for (std::size_t length = 0; length < all.size(); length += length < 60 ? 1 : 997) {
        HelperRun helper;
        helper.start(quickStart());
        QVERIFY(helper.serve(std::string_view(all).substr(0, length)));
        ::shutdown(helper.server(), SHUT_WR);
        const auto end = helper.awaitEnd();
        QVERIFY2(end, qPrintable(QString::number(length)));
        QCOMPARE(end->reason, EndReason::Closed);
    }
}

void TestRfbPeers::aServerThatDoesNotReadEndsTheSession()
{
    HelperRun helper;
    helper.start(quickStart());
    QVERIFY(helper.serve(greeting(64, 64)));
    QVERIFY(helper.await(MessageType::Connected));
    // The app's keys fill the server's socket, then the helper's queue, then the app's own.
    std::optional<EndedMessage> end;
    for (int i = 0; i < 400'000 && !end; ++i) {
        if (!helper.sendKey(0x61, i % 2 == 0))
            end = helper.awaitEnd(3000);
    }
    QVERIFY(end);
    QCOMPARE(end->reason, EndReason::Timeout);
}

void TestRfbPeers::harmlessOdditiesDoNotEndTheSession()
{
    HelperRun helper;
    helper.start(quickStart());
    QVERIFY(helper.serve(greeting(64, 64)));
    QVERIFY(helper.await(MessageType::Connected));
    const std::string colours = u8(1) + u8(0) + u16(0) + u16(256) + std::string(256 * 6, '\x11');
    const std::string clipboard =
        u8(3) + std::string(3, '\0') + u32(256 * 1024) + std::string(std::size_t{256} * 1024, 'c');
    const std::string noPixels = update(1) + rect(3, 3, 0, 0, 0);
    const std::string last = update(65535) + rect(0, 0, 0, 0, -224);
    const std::string failedResize =
        update(1) + rect(1, 3, 9999, 9999, extendedDesktopSize) + u8(1) + std::string(19, '\0');
    QVERIFY(helper.serve(colours + clipboard + noPixels + last + failedResize +
                         solid(1, 2, 3, 4, 0x445566)));
    const auto damage = helper.await(MessageType::Damage);
    QVERIFY(damage);
    QCOMPARE(damage->damage.count, 1U);
    QCOMPARE(damage->damage.rects[0], (DamageRect{.x = 1, .y = 2, .width = 3, .height = 4}));
    QCOMPARE(helper.pixel(3, 5), 0x445566U);
    QVERIFY(helper.serve(u8(2)));
    QVERIFY(helper.await(MessageType::Bell));
}

void TestRfbPeers::aFloodOfUpdatesIsMergedForTheApp()
{
    HelperRun helper;
    helper.start(quickStart());
    QVERIFY(helper.serve(greeting(64, 64)));
    QVERIFY(helper.await(MessageType::Connected));
    constexpr int flood = 20'000;
    std::string bytes;
    for (int i = 0; i < flood; ++i)
        bytes += solid(i % 64, i / 64 % 64, 1, 1, 0x010203) + u8(2);
    std::thread server([&] { static_cast<void>(helper.serve(bytes)); });
    std::thread drain(
        [&] { static_cast<void>(helper.sentToServer(flood * updateRequestBytes, 1500)); });
    static_cast<void>(helper.await(MessageType::Ended, 1500));
    server.join();
    drain.join();
    QVERIFY(helper.updates() > 0);
    QVERIFY2(helper.updates() < 1500, qPrintable(QString::number(helper.updates())));
}

void TestRfbPeers::anAppThatRefusesTheSizeEndsTheSession()
{
    HelperRun helper;
    helper.refuseSizes();
    helper.start(quickStart());
    QVERIFY(helper.serve(greeting(640, 480)));
    const auto end = helper.awaitEnd();
    QVERIFY(end);
    QCOMPARE(end->reason, EndReason::Limit);
}

void TestRfbPeers::anAppThatBreaksTheProtocolEndsTheSession()
{
    for (const MessageType type : {MessageType::Bell, MessageType::Watch}) {
        HelperRun helper; // no Start came first
        QVERIFY(helper.send(controlMessage(type)));
        const auto end = helper.awaitEnd();
        QVERIFY(end);
        QCOMPARE(end->reason, EndReason::Internal);
    }
    HelperRun helper;
    helper.start(quickStart());
    helper.start(quickStart());
    QVERIFY(helper.serve(greeting(64, 64)));
    const auto end = helper.awaitEnd();
    QVERIFY(end);
    QCOMPARE(end->reason, EndReason::Internal);
}

QTEST_APPLESS_MAIN(TestRfbPeers)
#include "tst_rfbpeers.moc"
