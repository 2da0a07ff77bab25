// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/vnc/helper/helperrun.h>
#include <tests/vnc/helper/serverbytes.h>

#include <QtTest/QTest>

#include <zlib.h>

using namespace Sandglass::Rfb;
using namespace Sandglass::Rfb::ServerBytes;

Q_DECLARE_METATYPE(Sandglass::Rfb::EndReason)

namespace {

constexpr std::int32_t hextile = 5;
constexpr std::int32_t zlibEncoding = 6;
constexpr std::int32_t tight = 7;
constexpr std::int32_t zrle = 16;
constexpr std::int32_t desktopSize = -223;
constexpr std::int32_t extendedDesktopSize = -308;
constexpr std::int32_t cursor = -239;

/// So many zeros, packed.
std::string bomb(std::size_t size)
{
    const std::string zeros(size, '\0');
    uLongf packedSize = compressBound(zeros.size());
    std::string packed(packedSize, '\0');
    compress2(reinterpret_cast<Bytef *>(packed.data()), &packedSize,
              reinterpret_cast<const Bytef *>(zeros.data()), zeros.size(), 9);
    packed.resize(packedSize);
    return packed;
}

/// Tight's lengths have seven bits a byte.
std::string compactLength(std::size_t length)
{
    return u8(static_cast<int>(length & 0x7f) | 0x80) +
           u8(static_cast<int>(length >> 7 & 0x7f) | 0x80) + u8(static_cast<int>(length >> 14));
}

void row(const char *name, const std::string &bytes, EndReason reason)
{
    QTest::newRow(name) << QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size())) << reason;
}

/// After a proper greeting of 640×480.
void then(const char *name, const std::string &bytes, EndReason reason)
{
    row(name, greeting(640, 480) + bytes, reason);
}

} // namespace

/// Scripted bytes against one helper each: whatever a server says, the session ends within a second
/// (silence: within a second after its limit) and says why.
class TestRfbHostile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void aBadGreetingEndsTheSession_data();
    void aBadGreetingEndsTheSession() { endsAsExpected(); }
    void aBadUpdateEndsTheSession_data();
    void aBadUpdateEndsTheSession() { endsAsExpected(); }
    void packedGarbageEndsTheSession_data();
    void packedGarbageEndsTheSession() { endsAsExpected(); }
    void otherBadMessagesEndTheSession_data();
    void otherBadMessagesEndTheSession() { endsAsExpected(); }
    void silenceAndHalfMessagesEndTheSession_data();
    void silenceAndHalfMessagesEndTheSession() { endsAsExpected(); }

private:
    void endsAsExpected();
};

void TestRfbHostile::endsAsExpected()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const EndReason, reason);
    HelperRun helper;
    helper.start(quickStart("tight copyrect zrle hextile zlib raw"));
    static_cast<void>(helper.serve({bytes.data(), static_cast<std::size_t>(bytes.size())}));
    const auto end = helper.awaitEnd(1500);
    QVERIFY2(end, "neither ended nor dead");
    QVERIFY2(end->reason == reason, textOf(end->detail).data());
    QVERIFY(!textOf(end->detail).empty());
}

void TestRfbHostile::aBadGreetingEndsTheSession_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<EndReason>("reason");
    row("another protocol", "HTTP/1.1 400 Bad Request\r\n\r\n", EndReason::Protocol);
    row("a version with letters", "RFB abc.def\n", EndReason::Protocol);
    row("a version before 3.3", "RFB 002.000\n", EndReason::Protocol);
    row("zeros", std::string(64, '\0'), EndReason::Protocol);
    row("refused in words", "RFB 003.008\n" + u8(0) + u32(4) + "Busy", EndReason::Refused);
    row("refused by 3.3", "RFB 003.003\n" + u32(0) + u32(4) + "Busy", EndReason::Refused);
    row("refused at endless length", "RFB 003.008\n" + u8(0) + u32(0xffffffff), EndReason::Refused);
    row("only unknown logins", "RFB 003.008\n" + u8(2) + u8(18) + u8(30), EndReason::Refused);
    row("an unknown login of 3.3", "RFB 003.003\n" + u32(113), EndReason::Refused);
    row("a password without ours", "RFB 003.008\n" + u8(1) + u8(2), EndReason::PasswordNeeded);
    row("a result of nonsense", "RFB 003.008\n" + u8(1) + u8(1) + u32(77), EndReason::Protocol);
    row("no pixels", welcome() + serverInit(0, 0), EndReason::Limit);
    row("no height", welcome() + serverInit(640, 0), EndReason::Limit);
    row("65535 × 65535", welcome() + serverInit(65535, 65535), EndReason::Limit);
    row("8192 × 8192", welcome() + serverInit(8192, 8192), EndReason::Limit);
    row("an endless name", welcome() + u16(640) + u16(480) + std::string(16, '\0') + u32(1 << 30),
        EndReason::Limit);
}

void TestRfbHostile::aBadUpdateEndsTheSession_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<EndReason>("reason");
    then("right of the desktop", update(1) + rect(600, 0, 41, 1, 0), EndReason::Protocol);
    then("below the desktop", update(1) + rect(0, 480, 1, 1, 0), EndReason::Protocol);
    then("65535 of everything", update(1) + rect(65535, 65535, 65535, 65535, tight),
         EndReason::Protocol);
    then("an empty packed rect", update(1) + rect(0, 0, 0, 0, tight), EndReason::Protocol);
    then("copied from outside", update(1) + rect(0, 0, 10, 10, 1) + u16(635) + u16(0),
         EndReason::Protocol);
    for (const int encoding : {9, 10, 21, 50, 17, -260, -261, 0x7fffffff})
        then(qPrintable(QStringLiteral("encoding %1").arg(encoding)),
             update(1) + rect(0, 0, 64, 64, encoding) + std::string(512, 'x'), EndReason::Protocol);
    then("65535 × 65535 in between", update(1) + rect(0, 0, 65535, 65535, desktopSize),
         EndReason::Limit);
    then("no pixels in between", update(1) + rect(0, 0, 0, 0, desktopSize), EndReason::Limit);
    then("65535 × 65535 with screens",
         update(1) + rect(0, 0, 65535, 65535, extendedDesktopSize) + u8(0) + std::string(3, '\0'),
         EndReason::Limit);
    std::string storm;
    for (int i = 0; i < 100; ++i)
        storm += update(1) + rect(0, 0, 100 + i, 100, desktopSize);
    then("a storm of sizes", storm, EndReason::Limit);
    then("a pointer of 65535 × 65535", update(1) + rect(0, 0, 65535, 65535, cursor),
         EndReason::Limit);
    then("a pointer of 1025 × 1", update(1) + rect(0, 0, 1025, 1, cursor), EndReason::Limit);
}

void TestRfbHostile::packedGarbageEndsTheSession_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<EndReason>("reason");
    const std::string garbage(4096, '\x5a');
    const std::string whole = rect(0, 0, 640, 480, tight);
    const std::string packed = bomb(std::size_t{64} * 1024 * 1024);
    const auto length = u32(static_cast<std::int64_t>(packed.size()));
    then("tight of garbage", update(1) + whole + u8(0) + compactLength(4096) + garbage,
         EndReason::Protocol);
    then("an unknown kind of tight", update(1) + whole + u8(0xb0) + garbage, EndReason::Protocol);
    then("an unknown filter", update(1) + whole + u8(0x40) + u8(9) + garbage, EndReason::Protocol);
    then("JPEG of garbage", update(1) + whole + u8(0x90) + compactLength(4096) + garbage,
         EndReason::Protocol);
    then("zrle of garbage", update(1) + rect(0, 0, 640, 480, zrle) + u32(4096) + garbage,
         EndReason::Protocol);
    then("zlib of garbage", update(1) + rect(0, 0, 640, 480, zlibEncoding) + u32(4096) + garbage,
         EndReason::Protocol);
    then("a bomb in tight", update(1) + whole + u8(0) + compactLength(packed.size()) + packed,
         EndReason::Protocol);
    then("a bomb in zrle", update(1) + rect(0, 0, 640, 480, zrle) + length + packed,
         EndReason::Protocol);
    then("a bomb in zlib", update(1) + rect(0, 0, 640, 480, zlibEncoding) + length + packed,
         EndReason::Protocol);
    row("a rect too large to unpack",
        greeting(7680, 4320) + update(1) + rect(0, 0, 7680, 4320, zrle) + u32(0xffff),
        EndReason::Limit);
}

void TestRfbHostile::otherBadMessagesEndTheSession_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<EndReason>("reason");
    for (const int type : {4, 11, 15, 150, 248, 250, 255})
        then(qPrintable(QStringLiteral("message %1").arg(type)), u8(type) + std::string(64, '\x01'),
             EndReason::Protocol);
    then("an endless clipboard", u8(3) + std::string(3, '\0') + u32(0x7fffffff), EndReason::Limit);
    then("an endless extended clipboard", u8(3) + std::string(3, '\0') + u32(0x80000000),
         EndReason::Limit);
    then("a clipboard of 256 KiB and one", u8(3) + std::string(3, '\0') + u32(256 * 1024 + 1),
         EndReason::Limit);
}

void TestRfbHostile::silenceAndHalfMessagesEndTheSession_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<EndReason>("reason");
    row("silence at once", "", EndReason::Timeout);
    row("half a version", "RFB 003", EndReason::Timeout);
    row("a version alone", "RFB 003.008\n", EndReason::Timeout);
    row("half a list of logins", "RFB 003.008\n" + u8(200) + u8(1), EndReason::Timeout);
    row("half an init", welcome() + u16(640), EndReason::Timeout);
    row("half a name", welcome() + serverInit(640, 480, "x").substr(0, 20) + u32(100) + "abc",
        EndReason::Timeout);
    then("a greeting alone", "", EndReason::Timeout);
    then("half an update", update(2).substr(0, 3), EndReason::Timeout);
    then("a missing rect", update(1), EndReason::Timeout);
    then("half a raw rect", solid(0, 0, 64, 64, 0xff0000).substr(0, 5000), EndReason::Timeout);
    then("half a tight rect", update(1) + rect(0, 0, 64, 64, tight) + u8(0), EndReason::Timeout);
    then("half a hextile rect", update(1) + rect(0, 0, 64, 64, hextile) + u8(2),
         EndReason::Timeout);
    then("half a zrle rect", update(1) + rect(0, 0, 64, 64, zrle) + u32(1000) + "\x78",
         EndReason::Timeout);
    then("half a clipboard", u8(3) + std::string(3, '\0') + u32(1000) + "abc", EndReason::Timeout);
    then("half a pointer", update(1) + rect(0, 0, 16, 16, cursor) + "abc", EndReason::Timeout);
}

QTEST_APPLESS_MAIN(TestRfbHostile)
#include "tst_rfbhostile.moc"
