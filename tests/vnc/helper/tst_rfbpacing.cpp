// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/vnc/helper/helperrun.h>
#include <tests/vnc/helper/serverbytes.h>

#include <QtTest/QTest>

#include <array>

using namespace Sandglass::Rfb;
using namespace Sandglass::Rfb::ServerBytes;

namespace {

const std::string noRequest;

std::string request(bool isIncremental, int width, int height)
{
    return u8(3) + u8(isIncremental ? 1 : 0) + u32(0) + u16(width) + u16(height);
}

std::string key(std::uint32_t keysym, bool isDown)
{
    return u8(4) + u8(isDown ? 1 : 0) + u16(0) + u32(keysym);
}

std::string pointer(int x, int y, int mask)
{
    return u8(5) + u8(mask) + u16(x) + u16(y);
}

ControlMessage watch(bool isWatched)
{
    ControlMessage message = controlMessage(MessageType::Watch);
    message.watch.watched = isWatched ? 1 : 0;
    return message;
}

ControlMessage pointerMessage(std::uint16_t x, std::uint16_t y, std::uint8_t mask)
{
    ControlMessage message = controlMessage(MessageType::Pointer);
    message.pointer = {.x = x, .y = y, .mask = mask};
    return message;
}

/// Connected, with the opening read: what it sends next is what the test is about.
bool isOpen(HelperRun &helper, int width = 64, int height = 64)
{
    helper.start(quickStart());
    return helper.serve(greeting(width, height)) && helper.await(MessageType::Connected) &&
           helper.sentToServer(openingBytes).size() == openingBytes;
}

} // namespace

/// What goes to the server and when, byte by byte.
class TestRfbPacing final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void theOpeningIsWhatTheProtocolSays();
    void olderVersionsAreGreetedInTheirOwnWay();
    void inputArrivesAsItsBytes();
    void inputArrivesInTheMiddleOfAnUpdate();
    void inputThatCameBeforeTheGreetingArrivesAfterIt();
    void theLastInputOfAClosingAppStillArrives();
    void theNextUpdateIsRequestedBeforeThisOneIsRead();
    void nothingIsRequestedWhileNobodyWatches();
    void anUpdateIsToldAsAWhole();
    void aLongUpdateIsToldInParts();
    void thePartOfAnUpdateThatStopsIsTold();
    void aNewSizeIsRequestedWhole();
    void aNewSizeWaitsForTheNextWatcher();
};

void TestRfbPacing::theOpeningIsWhatTheProtocolSays()
{
    HelperRun helper;
    StartMessage start = quickStart("zrle raw");
    start.compressLevel = 3;
    start.qualityLevel = 8;
    start.shared = 0;
    helper.start(start);
    QVERIFY(helper.serve(greeting(640, 480)));
    const std::string format = u8(0) + std::string(3, '\0') + u8(32) + u8(24) + u8(0) + u8(1) +
                               u16(255) + u16(255) + u16(255) + u8(16) + u8(8) + u8(0) +
                               std::string(3, '\0');
    std::string encodings = u8(2) + u8(0) + u16(10);
    for (const int encoding : {16, 0, -239, -240, -232, -223, -308, -224, -256 + 3, -32 + 8})
        encodings += u32(encoding);
    const std::string expected =
        "RFB 003.008\n" + u8(1) + u8(0) + format + encodings + request(false, 640, 480);
    QCOMPARE(helper.sentToServer(expected.size()), expected);
}

void TestRfbPacing::olderVersionsAreGreetedInTheirOwnWay()
{
    const std::string init = serverInit(64, 64);
    const std::array<std::pair<std::string, std::string>, 4> greetings{{
        {"RFB 003.003\n" + u32(1) + init, "RFB 003.003\n" + u8(1)},
        {"RFB 003.006\n" + u32(1) + init, "RFB 003.003\n" + u8(1)},
        {"RFB 003.007\n" + u8(2) + u8(2) + u8(1) + init, "RFB 003.007\n" + u8(1) + u8(1)},
        {"RFB 003.889\n" + u8(1) + u8(1) + u32(0) + init, "RFB 003.008\n" + u8(1) + u8(1)},
    }};
    for (const auto &[server, answer] : greetings) {
        HelperRun helper;
        helper.start(quickStart());
        QVERIFY(helper.serve(server));
        QVERIFY2(helper.await(MessageType::Connected), server.c_str());
        QCOMPARE(helper.sentToServer(answer.size()), answer);
    }
}

void TestRfbPacing::inputArrivesAsItsBytes()
{
    HelperRun helper;
    QVERIFY(isOpen(helper));
    QVERIFY(helper.sendKey(0xff0d, true));
    QVERIFY(helper.sendKey(0xff0d, false));
    QVERIFY(helper.sendKey(0x01001f600, true));
    QVERIFY(helper.send(pointerMessage(63, 7, 1)));
    QVERIFY(helper.send(pointerMessage(0, 65535, 0x88)));
    const std::string expected = key(0xff0d, true) + key(0xff0d, false) + key(0x1001f600, true) +
                                 pointer(63, 7, 1) + pointer(0, 65535, 0x88);
    QCOMPARE(helper.sentToServer(expected.size()), expected);
}

void TestRfbPacing::inputArrivesInTheMiddleOfAnUpdate()
{
    HelperRun helper;
    QVERIFY(isOpen(helper));
    // Half a rect, and the server thinks; then the rest.
    const std::string bytes = solid(0, 0, 64, 64, 0xabcdef);
    QVERIFY(helper.serve(std::string_view(bytes).substr(0, bytes.size() / 2)));
    QCOMPARE(helper.sentToServer(updateRequestBytes), request(true, 64, 64));
    QVERIFY(helper.sendKey(0x61, true));
    QVERIFY(helper.send(pointerMessage(1, 2, 0)));
    const std::string expected = key(0x61, true) + pointer(1, 2, 0);
    QCOMPARE(helper.sentToServer(expected.size()), expected);
    QVERIFY(helper.serve(std::string_view(bytes).substr(bytes.size() / 2)));
    QVERIFY(helper.await(MessageType::Damage));
    QCOMPARE(helper.pixel(63, 63), 0xabcdefU);
}

void TestRfbPacing::inputThatCameBeforeTheGreetingArrivesAfterIt()
{
    HelperRun helper;
    helper.start(quickStart());
    QVERIFY(helper.sendKey(0x61, true));
    QVERIFY(helper.serve(greeting(64, 64)));
    QVERIFY(helper.await(MessageType::Connected));
    QCOMPARE(helper.sentToServer(openingBytes + 8).substr(openingBytes), key(0x61, true));
}

void TestRfbPacing::theLastInputOfAClosingAppStillArrives()
{
    HelperRun helper;
    QVERIFY(isOpen(helper));
    QVERIFY(helper.sendKey(0xffe1, false));
    QVERIFY(helper.send(pointerMessage(5, 5, 0)));
    helper.closeApp();
    const std::string expected = key(0xffe1, false) + pointer(5, 5, 0);
    QCOMPARE(helper.sentToServer(expected.size()), expected);
}

void TestRfbPacing::theNextUpdateIsRequestedBeforeThisOneIsRead()
{
    HelperRun helper;
    QVERIFY(isOpen(helper));
    for (int i = 0; i < 3; ++i) {
        QVERIFY(helper.serve(update(1)));
        QCOMPARE(helper.sentToServer(updateRequestBytes), request(true, 64, 64));
        QVERIFY(helper.serve(solid(0, 0, 8, 8, 0x00ff00).substr(4)));
        QVERIFY(helper.await(MessageType::Damage));
        // One in flight: nothing more until the next update begins.
        QCOMPARE(helper.sentToServer(1, 50), noRequest);
    }
}

void TestRfbPacing::nothingIsRequestedWhileNobodyWatches()
{
    HelperRun helper;
    QVERIFY(isOpen(helper));
    QVERIFY(helper.send(watch(false)));
    QVERIFY(helper.serve(solid(0, 0, 8, 8, 0x00ff00)));
    QVERIFY(helper.await(MessageType::Damage)); // what was on its way is shown
    QCOMPARE(helper.sentToServer(1, 50), noRequest);
    QVERIFY(helper.send(watch(true)));
    QCOMPARE(helper.sentToServer(updateRequestBytes), request(true, 64, 64));
    // Hidden and back before the answer: that one is still on its way.
    QVERIFY(helper.send(watch(false)));
    QVERIFY(helper.send(watch(true)));
    QCOMPARE(helper.sentToServer(1, 50), noRequest);
}

void TestRfbPacing::anUpdateIsToldAsAWhole()
{
    HelperRun helper;
    QVERIFY(isOpen(helper));
    QVERIFY(helper.serve(update(2) + solid(0, 0, 8, 8, 0x00ff00).substr(4)));
    QVERIFY(!helper.await(MessageType::Damage, 50));
    QVERIFY(helper.serve(solid(32, 32, 8, 8, 0x00ff00).substr(4)));
    const auto damage = helper.await(MessageType::Damage);
    QVERIFY(damage);
    QCOMPARE(damage->damage.count, 2U);
}

void TestRfbPacing::aLongUpdateIsToldInParts()
{
    HelperRun helper;
    QVERIFY(isOpen(helper));
    const std::string last = solid(0, 8, 64, 56, 0x00ff00).substr(4);
    QVERIFY(helper.serve(update(2) + solid(0, 0, 8, 8, 0x00ff00).substr(4)));
    std::size_t served = 0;
    std::optional<ControlMessage> damage;
    for (; !damage && served + 1 < last.size(); ++served) {
        QVERIFY(helper.serve(last.substr(served, 1)));
        damage = helper.await(MessageType::Damage, 10);
    }
    QVERIFY(damage);
    QCOMPARE(damage->damage.count, 1U);
    QCOMPARE(damage->damage.rects[0], (DamageRect{.x = 0, .y = 0, .width = 8, .height = 8}));
    QVERIFY(helper.serve(last.substr(served)));
    QVERIFY(helper.await(MessageType::Damage));
}

void TestRfbPacing::thePartOfAnUpdateThatStopsIsTold()
{
    HelperRun helper;
    StartMessage start = quickStart();
    start.stallMs = start.quietMs = 60'000; // neither of them tells it
    helper.start(start);
    QVERIFY(helper.serve(greeting(64, 64)));
    QVERIFY(helper.await(MessageType::Connected));
    QVERIFY(helper.serve(update(2) + solid(0, 0, 8, 8, 0x00ff00).substr(4)));
    const auto damage = helper.await(MessageType::Damage);
    QVERIFY(damage);
    QCOMPARE(damage->damage.rects[0], (DamageRect{.x = 0, .y = 0, .width = 8, .height = 8}));
}

void TestRfbPacing::aNewSizeIsRequestedWhole()
{
    constexpr std::array<std::int32_t, 2> kinds{-223, -308};
    for (const std::int32_t kind : kinds) {
        HelperRun helper;
        QVERIFY(isOpen(helper));
        // With screens: one, whose id is 0, which libvncclient would drop.
        const std::string screens =
            kind == -308 ? u8(1) + std::string(3, '\0') + std::string(16, '\0') : std::string();
        QVERIFY(helper.serve(update(1) + rect(0, 0, 100, 50, kind) + screens +
                             solid(90, 40, 10, 10, 0x123456)));
        QVERIFY(helper.await(MessageType::SizeWanted));
        const std::string expected =
            request(true, 64, 64) + request(false, 100, 50) + request(true, 100, 50);
        QVERIFY(helper.await(MessageType::Damage));
        QCOMPARE(helper.sentToServer(expected.size()), expected);
        QCOMPARE(helper.width(), 100);
        QCOMPARE(helper.pixel(99, 49), 0x123456U);
        QCOMPARE(helper.pixel(89, 49), 0U);
    }
}

void TestRfbPacing::aNewSizeWaitsForTheNextWatcher()
{
    HelperRun helper;
    QVERIFY(isOpen(helper));
    QVERIFY(helper.send(watch(false)));
    QVERIFY(helper.serve(update(1) + rect(0, 0, 100, 50, -223)));
    QVERIFY(helper.await(MessageType::SizeWanted));
    QCOMPARE(helper.sentToServer(1, 50), noRequest);
    QVERIFY(helper.send(watch(true)));
    QCOMPARE(helper.sentToServer(updateRequestBytes), request(false, 100, 50));
}

QTEST_APPLESS_MAIN(TestRfbPacing)
#include "tst_rfbpacing.moc"
