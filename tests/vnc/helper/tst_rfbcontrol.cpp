// SPDX-License-Identifier: GPL-3.0-or-later
#include <vnc/helper/controlsocket.h>

#include <QtTest/QTest>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/socket.h>

using namespace Sandglass;
using namespace Sandglass::Rfb;

namespace {

std::span<const std::byte> bytesOf(const ControlMessage &message)
{
    return std::as_bytes(std::span(&message, 1));
}

bool isRefused(const ControlMessage &message)
{
    return !decodeControl(bytesOf(message));
}

struct Pair {
    Pair()
    {
        std::array<int, 2> fds{-1, -1};
        if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, fds.data()) == 0) {
            app.reset(fds[0]);
            helper.reset(fds[1]);
        }
    }
    OwnedFd app;
    OwnedFd helper;
};

OwnedFd memory(std::size_t size, int seals)
{
    OwnedFd fd(::memfd_create("test", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    if (::ftruncate(fd.get(), static_cast<off_t>(size)) != 0 ||
        ::fcntl(fd.get(), F_ADD_SEALS, seals) != 0)
        return OwnedFd();
    return fd;
}

constexpr int allSeals = F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL;

} // namespace

class TestRfbControl final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void aMessageOfAnotherLengthIsRefused();
    void anUnknownTypeIsRefused();
    void aStartIsCheckedFieldByField();
    void sizesBeyondTheLimitsAreRefused();
    void damageIsNeverEmptyNorOutsideTheLargestDesktop();
    void aCursorHasItsHotSpotInside();
    void anEndHasAKnownReason();
    void textsAreCutAndTerminated();
    void messagesTravelOneByOne();
    void aMemfdTravelsWithItsSize();
    void aDescriptorNobodyAskedForIsClosed();
    void onlySealedMemoryOfTheRightSizeIsAFramebuffer();
    void aReaderWhoDoesNotReadIsNotWaitedFor();
};

void TestRfbControl::aMessageOfAnotherLengthIsRefused()
{
    const ControlMessage message = controlMessage(MessageType::Bell);
    QVERIFY(decodeControl(bytesOf(message)));
    for (std::size_t length = 0; length < sizeof message; ++length)
        QVERIFY(!decodeControl(bytesOf(message).first(length)));
    const std::array<ControlMessage, 2> two{message, message};
    QVERIFY(!decodeControl(std::as_bytes(std::span(two)).first(sizeof message + 1)));
}

void TestRfbControl::anUnknownTypeIsRefused()
{
    for (const std::uint32_t type : {0U, 7U, 100U, 109U, 0xffffffffU})
        QVERIFY(isRefused(controlMessage(static_cast<MessageType>(type))));
    QVERIFY(isFromApp(MessageType::Start) && isFromApp(MessageType::Watch));
    QVERIFY(!isFromApp(MessageType::SizeWanted) && !isFromApp(MessageType::Ended));
}

void TestRfbControl::aStartIsCheckedFieldByField()
{
    const ControlMessage good = controlMessage(MessageType::Start);
    QVERIFY(!isRefused(good));
    ControlMessage bad = good;
    bad.start.password.fill('x');
    QVERIFY(isRefused(bad));
    bad = good;
    bad.start.encodings.fill('x');
    QVERIFY(isRefused(bad));
    bad = good;
    bad.start.hasPassword = 2;
    QVERIFY(isRefused(bad));
    bad = good;
    bad.start.shared = 255;
    QVERIFY(isRefused(bad));
    bad = good;
    bad.start.compressLevel = 10;
    QVERIFY(isRefused(bad));
    bad = good;
    bad.start.qualityLevel = -2;
    QVERIFY(isRefused(bad));
}

void TestRfbControl::sizesBeyondTheLimitsAreRefused()
{
    ControlMessage message = controlMessage(MessageType::SizeWanted);
    QVERIFY(isRefused(message));
    message.size = {.width = 1920, .height = 1080};
    QVERIFY(!isRefused(message));
    message.size = {.width = 8193, .height = 1};
    QVERIFY(isRefused(message));
    message.size = {.width = 8192, .height = 8192};
    QVERIFY(isRefused(message));
    message = controlMessage(MessageType::Connected);
    message.connected.security = SecurityType::VncAuth;
    QVERIFY(isRefused(message));
    message.connected.width = message.connected.height = 600;
    QVERIFY(!isRefused(message));
    message.connected.security = static_cast<SecurityType>(19);
    QVERIFY(isRefused(message));
}

void TestRfbControl::damageIsNeverEmptyNorOutsideTheLargestDesktop()
{
    ControlMessage message = controlMessage(MessageType::Damage);
    QVERIFY(isRefused(message));
    message.damage.count = 1;
    QVERIFY(isRefused(message));
    message.damage.rects[0] = {.x = 8191, .y = 0, .width = 1, .height = 1};
    QVERIFY(!isRefused(message));
    message.damage.rects[0].width = 2;
    QVERIFY(isRefused(message));
    message.damage.rects[0].width = 1;
    message.damage.count = 17;
    QVERIFY(isRefused(message));
    QVERIFY(isInside({.x = 1, .y = 2, .width = 3, .height = 4}, 4, 6));
    QVERIFY(!isInside({.x = 1, .y = 2, .width = 3, .height = 5}, 4, 6));
    QVERIFY(!isInside({.x = 65535, .y = 65535, .width = 65535, .height = 65535}, 4, 6));
}

void TestRfbControl::aCursorHasItsHotSpotInside()
{
    ControlMessage message = controlMessage(MessageType::CursorShape);
    QVERIFY(!isRefused(message)); // hidden
    message.cursor = {.hotX = 15, .hotY = 0, .width = 16, .height = 16};
    QVERIFY(!isRefused(message));
    message.cursor.hotX = 16;
    QVERIFY(isRefused(message));
    message.cursor = {.hotX = 0, .hotY = 0, .width = 257, .height = 1};
    QVERIFY(isRefused(message));
    message.cursor = {.hotX = 0, .hotY = 0, .width = 1, .height = 0};
    QVERIFY(isRefused(message));
}

void TestRfbControl::anEndHasAKnownReason()
{
    ControlMessage message = controlMessage(MessageType::Ended);
    QVERIFY(isRefused(message));
    message.ended.reason = EndReason::Internal;
    QVERIFY(!isRefused(message));
    message.ended.detail.fill('x');
    QVERIFY(isRefused(message));
}

void TestRfbControl::textsAreCutAndTerminated()
{
    std::array<char, 4> field{'x', 'x', 'x', 'x'};
    setText(field, "ab");
    QCOMPARE(textOf(field), std::string_view("ab"));
    QCOMPARE(field[3], '\0');
    setText(field, "abcdef");
    QCOMPARE(textOf(field), std::string_view("abc"));
}

void TestRfbControl::messagesTravelOneByOne()
{
    Pair pair;
    QCOMPARE(receiveControl(pair.helper.get()).what, Received::What::Nothing);
    ControlMessage key = controlMessage(MessageType::Key);
    key.key = {.keysym = 0xff0d, .down = 1};
    QCOMPARE(sendControl(pair.app.get(), key), Sent::Yes);
    QCOMPARE(sendControl(pair.app.get(), controlMessage(MessageType::Watch)), Sent::Yes);
    Received first = receiveControl(pair.helper.get());
    QCOMPARE(first.what, Received::What::Message);
    QCOMPARE(first.message.type, MessageType::Key);
    QCOMPARE(first.message.key.keysym, 0xff0dU);
    QCOMPARE(receiveControl(pair.helper.get()).message.type, MessageType::Watch);
    QCOMPARE(::send(pair.app.get(), "x", 1, 0), 1);
    QCOMPARE(receiveControl(pair.helper.get()).what, Received::What::Broken);
    pair.app.reset();
    QCOMPARE(receiveControl(pair.helper.get()).what, Received::What::Closed);
    QCOMPARE(sendControl(pair.helper.get(), key), Sent::Failed);
}

void TestRfbControl::aMemfdTravelsWithItsSize()
{
    Pair pair;
    const OwnedFd fd = memory(framebufferBytes(64, 32), allSeals);
    QVERIFY(fd);
    ControlMessage message = controlMessage(MessageType::Framebuffer);
    message.size = {.width = 64, .height = 32};
    QCOMPARE(sendControl(pair.app.get(), message, fd.get()), Sent::Yes);
    const Received received = receiveControl(pair.helper.get());
    QCOMPARE(received.what, Received::What::Message);
    QVERIFY(isFramebuffer(received.fd.get(), 64, 32));
    // Without its memory it is no framebuffer.
    QCOMPARE(sendControl(pair.app.get(), message), Sent::Yes);
    QCOMPARE(receiveControl(pair.helper.get()).what, Received::What::Broken);
}

void TestRfbControl::aDescriptorNobodyAskedForIsClosed()
{
    Pair pair;
    std::array<int, 2> pipe{-1, -1};
    QCOMPARE(::pipe2(pipe.data(), O_CLOEXEC | O_NONBLOCK), 0);
    const OwnedFd reader(pipe[0]);
    OwnedFd writer(pipe[1]);
    QCOMPARE(sendControl(pair.app.get(), controlMessage(MessageType::Watch), writer.get()),
             Sent::Yes);
    writer.reset();
    QCOMPARE(receiveControl(pair.helper.get()).what, Received::What::Broken);
    char byte = 0;
    QCOMPARE(::read(reader.get(), &byte, 1), 0); // the end: nobody holds the writing side
}

void TestRfbControl::onlySealedMemoryOfTheRightSizeIsAFramebuffer()
{
    const std::size_t size = framebufferBytes(64, 32);
    QVERIFY(isFramebuffer(memory(size, allSeals).get(), 64, 32));
    QVERIFY(!isFramebuffer(memory(size, allSeals).get(), 64, 64));
    QVERIFY(!isFramebuffer(memory(size, F_SEAL_SHRINK).get(), 64, 32));
    QVERIFY(!isFramebuffer(memory(size - 1, allSeals).get(), 64, 32));
    QVERIFY(!isFramebuffer(memory(size + 1, allSeals).get(), 64, 32));
    QVERIFY(!isFramebuffer(-1, 64, 32));
    QVERIFY(!isFramebuffer(memory(size, allSeals).get(), 65535, 65535));
}

void TestRfbControl::aReaderWhoDoesNotReadIsNotWaitedFor()
{
    Pair pair;
    const ControlMessage bell = controlMessage(MessageType::Bell);
    Sent sent = Sent::Yes;
    for (int i = 0; i < 100'000 && sent == Sent::Yes; ++i)
        sent = sendControl(pair.helper.get(), bell);
    QCOMPARE(sent, Sent::WouldBlock);
}

QTEST_APPLESS_MAIN(TestRfbControl)
#include "tst_rfbcontrol.moc"
