// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/vnc/helper/helperrun.h>
#include <tests/vnc/helper/serverbytes.h>
#include <vnc/helper/clientmessages.h>
#include <vnc/helper/damagelist.h>

#include <QtTest/QTest>

#include <random>

using namespace Sandglass::Rfb;
using namespace Sandglass::Rfb::ServerBytes;

namespace {

constexpr std::int32_t cursor = -239;
constexpr std::int32_t xCursor = -240;
constexpr std::int32_t pointerPos = -232;

bool isOpen(HelperRun &helper)
{
    helper.start(quickStart());
    return helper.serve(greeting(64, 64)) && helper.await(MessageType::Connected);
}

} // namespace

/// What the app hears besides pixels: the pointer's shape and place, and what changed.
class TestRfbShapes final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void aCursorIsMaskedAndPremultiplied();
    void aTwoColourCursorHasItsColours();
    void aHugeCursorIsCropped();
    void anEmptyCursorIsHidden();
    void theServersPointerIsReported();
    void theServersNameIsCut();
    void neighboursBecomeOneRect();
    void damageCoversWhatWasAdded();
    void anUpdateOfManyRectsIsOneMessage();
    void namesOfEncodingsAreUnderstood();
};

void TestRfbShapes::aCursorIsMaskedAndPremultiplied()
{
    HelperRun helper;
    QVERIFY(isOpen(helper));
    // 3×2, blue-green-red-padding; the mask's rows are padded to whole bytes.
    const std::string pixels = "\x01\x02\x03\x77"
                               "\x04\x05\x06\x77"
                               "\x07\x08\x09\x77"
                               "\x0a\x0b\x0c\x77"
                               "\x0d\x0e\x0f\x77"
                               "\x10\x11\x12\x77";
    QVERIFY(helper.serve(update(1) + rect(2, 9, 3, 2, cursor) + pixels + u8(0xa0) + u8(0x40)));
    const auto message = helper.await(MessageType::CursorShape);
    QVERIFY(message);
    QCOMPARE(message->cursor.width, 3);
    QCOMPARE(message->cursor.height, 2);
    QCOMPARE(message->cursor.hotX, 2);
    QCOMPARE(message->cursor.hotY, 1); // the server's lies outside
    const std::array<std::uint32_t, 6> expected{0xff030201, 0, 0xff090807, 0, 0xff0f0e0d, 0};
    QVERIFY(std::ranges::equal(helper.cursorPixels().first(6), expected));
}

void TestRfbShapes::aTwoColourCursorHasItsColours()
{
    HelperRun helper;
    QVERIFY(isOpen(helper));
    const std::string colours = "\xff\xee\xdd\x11\x22\x33";
    QVERIFY(helper.serve(update(1) + rect(0, 0, 9, 1, xCursor) + colours + u8(0x80) + u8(0x80) +
                         u8(0xc0) + u8(0x80)));
    const auto message = helper.await(MessageType::CursorShape);
    QVERIFY(message);
    QCOMPARE(message->cursor.width, 9);
    const auto pixels = helper.cursorPixels();
    QCOMPARE(pixels[0], 0xffffeeddU);
    QCOMPARE(pixels[1], 0xff112233U);
    QCOMPARE(pixels[2], 0U);
    QCOMPARE(pixels[8], 0xffffeeddU);
}

void TestRfbShapes::aHugeCursorIsCropped()
{
    HelperRun helper;
    QVERIFY(isOpen(helper));
    const std::string pixels(std::size_t{1024} * 300 * 4, '\x33');
    const std::string mask(std::size_t{128} * 300, '\xff');
    QVERIFY(helper.serve(update(2) + rect(1000, 299, 1024, 300, cursor) + pixels + mask +
                         solid(0, 0, 1, 1, 0xffffff).substr(4)));
    const auto message = helper.await(MessageType::CursorShape);
    QVERIFY(message);
    QCOMPARE(message->cursor.width, 256);
    QCOMPARE(message->cursor.height, 256);
    QCOMPARE(message->cursor.hotX, 255);
    const auto kept = helper.cursorPixels();
    QVERIFY(std::ranges::all_of(kept, [](std::uint32_t pixel) { return pixel == 0xff333333; }));
    QVERIFY(helper.await(MessageType::Damage)); // the rest was read to its end
}

void TestRfbShapes::anEmptyCursorIsHidden()
{
    for (const std::int32_t kind : {cursor, xCursor}) {
        HelperRun helper;
        QVERIFY(isOpen(helper));
        QVERIFY(helper.serve(update(1) + rect(0, 0, 0, 0, kind)));
        const auto message = helper.await(MessageType::CursorShape);
        QVERIFY(message);
        QCOMPARE(message->cursor.width, 0);
    }
}

void TestRfbShapes::theServersPointerIsReported()
{
    HelperRun helper;
    QVERIFY(isOpen(helper));
    QVERIFY(helper.serve(update(1) + rect(12, 34, 0, 0, pointerPos)));
    auto message = helper.await(MessageType::PointerMoved);
    QVERIFY(message);
    QCOMPARE(message->pointer.x, 12);
    QCOMPARE(message->pointer.y, 34);
    QVERIFY(helper.serve(update(1) + rect(60000, 64, 0, 0, pointerPos)));
    message = helper.await(MessageType::PointerMoved);
    QVERIFY(message);
    QCOMPARE(message->pointer.x, 63);
    QCOMPARE(message->pointer.y, 63);
}

void TestRfbShapes::theServersNameIsCut()
{
    const std::string name(5000, 'n');
    HelperRun helper;
    helper.start(quickStart());
    QVERIFY(helper.serve(welcome() + serverInit(64, 64, name)));
    const auto message = helper.await(MessageType::Connected);
    QVERIFY(message);
    QCOMPARE(textOf(message->connected.name), std::string_view(name).substr(0, 127));
    QVERIFY(helper.serve(solid(0, 0, 1, 1, 1)));
    QVERIFY(helper.await(MessageType::Damage));
}

void TestRfbShapes::neighboursBecomeOneRect()
{
    DamageList list;
    for (std::uint16_t y = 0; y < 600; y += 16) {
        for (std::uint16_t x = 0; x < 800; x += 16)
            list.add({.x = x, .y = y, .width = 16, .height = 16});
    }
    QCOMPARE(list.rects().size(), 1U);
    QCOMPARE(list.rects()[0], (DamageRect{.x = 0, .y = 0, .width = 800, .height = 608}));
    list.clear();
    list.add({.x = 0, .y = 0, .width = 5, .height = 5});
    list.add({.x = 500, .y = 500, .width = 5, .height = 5});
    list.add({.x = 3, .y = 3, .width = 0, .height = 900});
    QCOMPARE(list.rects().size(), 2U);
}

void TestRfbShapes::damageCoversWhatWasAdded()
{
    std::mt19937 random(7);
    for (int round = 0; round < 50; ++round) {
        DamageList list;
        std::vector<DamageRect> added;
        for (int i = 0; i < 100; ++i) {
            const auto x = static_cast<std::uint16_t>(random() % 8000);
            const auto y = static_cast<std::uint16_t>(random() % 8000);
            added.push_back({.x = x,
                             .y = y,
                             .width = static_cast<std::uint16_t>(1 + random() % 190),
                             .height = static_cast<std::uint16_t>(1 + random() % 190)});
            list.add(added.back());
        }
        QVERIFY(list.rects().size() <= maximumDamageRects);
        const auto covers = [](const DamageRect &outer, const DamageRect &inner) {
            return outer.x <= inner.x && outer.y <= inner.y &&
                   outer.x + outer.width >= inner.x + inner.width &&
                   outer.y + outer.height >= inner.y + inner.height;
        };
        for (const DamageRect &rect : added)
            QVERIFY(std::ranges::any_of(list.rects(),
                                        [&](const auto &outer) { return covers(outer, rect); }));
    }
}

void TestRfbShapes::anUpdateOfManyRectsIsOneMessage()
{
    HelperRun helper;
    QVERIFY(isOpen(helper));
    std::string bytes = update(200);
    for (int i = 0; i < 200; ++i)
        bytes += solid(i % 20 * 3, i / 20 * 5, 1, 1, 0xffffff).substr(4);
    QVERIFY(helper.serve(bytes));
    const auto message = helper.await(MessageType::Damage);
    QVERIFY(message);
    QVERIFY(message->damage.count <= maximumDamageRects);
    QVERIFY(!helper.await(MessageType::Damage, 50));
}

void TestRfbShapes::namesOfEncodingsAreUnderstood()
{
    using enum Encoding;
    const std::vector<Encoding> usual{Tight, CopyRect, Zrle, Hextile, Raw};
    QCOMPARE(pixelEncodings(""), usual);
    QCOMPARE(pixelEncodings("h264 nonsense"), usual);
    QCOMPARE(pixelEncodings("zrle  ultra copyrect zrle"),
             (std::vector<Encoding>{Zrle, CopyRect, Raw}));
    QCOMPARE(pixelEncodings("raw tight "), (std::vector<Encoding>{Raw, Tight}));
}

QTEST_APPLESS_MAIN(TestRfbShapes)
#include "tst_rfbshapes.moc"
