// SPDX-License-Identifier: GPL-3.0-or-later
#include <protocol/connectframe.h>
#include <protocol/process.h>
#include <tests/protocol/json.h>
#include <tests/support/result.h>
#include <tests/support/splits.h>

using namespace Sandglass;

namespace {

std::string bytes(const char *hex)
{
    return QByteArray::fromHex(hex).toStdString();
}

/// The answer to `echo hi` as envd sends it.
std::string echoStream()
{
    return bytes("000000001f") + R"({"event":{"start":{"pid":512}}})" + bytes("0000000024") +
           R"({"event":{"data":{"stdout":"aGkK"}}})" + bytes("000000003a") +
           R"({"event":{"end":{"exited":true,"status":"exit status 0"}}})" +
           bytes("020000000 27b7d");
}

struct Read {
    std::vector<ConnectFrame> frames;
    std::optional<Error> error;
    friend bool operator==(const Read &, const Read &) = default;
};

void take(ConnectFrameParser &parser, Read &read)
{
    for (;;) {
        auto frame = parser.next();
        if (!frame)
            read.error = frame.error();
        if (!frame || !*frame)
            return;
        read.frames.push_back(std::move(**frame));
    }
}

Read parseAll(std::string_view text)
{
    ConnectFrameParser parser;
    Read read;
    parser.feed(text);
    take(parser, read);
    return read;
}

} // namespace

class ConnectFrameTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void theStreamOfEnvdIsRead();
    void theStreamOfEnvdIsReadWhereverItIsCut();
    void theStreamOfEnvdIsReadByteByByte();
    void aFrameOfTheSdkIsWrittenByteForByte();
    void theEndFrameIsWrittenByteForByte();
    void anEmptyFrameIsAFrame();
    void aStreamMayOnlyEndBetweenFrames();
    void whatFollowsTheEndFrameIsIgnored();
    void aFrameAsLargeAsAllowedIsRead();
    void aLargerFrameIsRefusedBeforeItArrives();
    void unknownFlagsAreRefused_data();
    void unknownFlagsAreRefused();
    void anErrorStaysAndFreesTheBuffer();
    void framesBeforeAnErrorAreStillRead();
    void manyFramesInOneReadAreAllTaken();
};

void ConnectFrameTest::theStreamOfEnvdIsRead()
{
    const Read read = parseAll(echoStream());
    QVERIFY(!read.error);
    QCOMPARE(read.frames.size(), std::size_t(4));
    QVERIFY(*decodeProcessEvent(read.frames[0].payload) ==
            ProcessEvent(ProcessStarted{.pid = 512}));
    QVERIFY(*decodeProcessEvent(read.frames[1].payload) ==
            ProcessEvent(ProcessData{.channel = ProcessData::Channel::Stdout, .bytes = "hi\n"}));
    QVERIFY(*decodeProcessEvent(read.frames[2].payload) ==
            ProcessEvent(ProcessEnded{.exitCode = 0, .exited = true, .status = "exit status 0"}));
    QVERIFY(read.frames[3] == (ConnectFrame{.endOfStream = true, .payload = "{}"}));
}

void ConnectFrameTest::theStreamOfEnvdIsReadWhereverItIsCut()
{
    const Read whole = parseAll(echoStream());
    QCOMPARE(whole.frames.size(), std::size_t(4));
    forEachSplit(echoStream(), [&whole](std::string_view first, std::string_view second) {
        ConnectFrameParser parser;
        Read read;
        parser.feed(first);
        take(parser, read);
        parser.feed(second);
        take(parser, read);
        QVERIFY2(read == whole, qPrintable(QString::number(first.size())));
        QVERIFY(parser.isAtBoundary());
    });
}

void ConnectFrameTest::theStreamOfEnvdIsReadByteByByte()
{
    ConnectFrameParser parser;
    Read read;
    for (const char c : echoStream()) {
        parser.feed(std::string_view(&c, 1));
        take(parser, read);
    }
    QVERIFY(read == parseAll(echoStream()));
}

void ConnectFrameTest::aFrameOfTheSdkIsWrittenByteForByte()
{
    const std::string payload =
        R"({"process":{"cmd":"/bin/bash","args":["-l","-c","echo hi"]},"stdin":false})";
    QCOMPARE(encodeConnectFrame(payload), bytes("000000004a") + payload);
    QCOMPARE(encodeConnectFrame(R"({"process":{"pid":777}})"),
             bytes("0000000017") + R"({"process":{"pid":777}})");
    QCOMPARE(encodeConnectFrame(std::string(0x010203, 'x')).substr(0, 5), bytes("0000010203"));
}

void ConnectFrameTest::theEndFrameIsWrittenByteForByte()
{
    QCOMPARE(encodeConnectEnd(std::nullopt), bytes("02000000027b7d"));
    const Read read =
        parseAll(encodeConnectEnd(ConnectError{.code = "not_found", .message = "no \"pid\""}));
    QCOMPARE(read.frames.size(), std::size_t(1));
    QVERIFY(read.frames.front().endOfStream);
    SG_COMPARE_JSON(read.frames.front().payload,
                    R"({"error":{"code":"not_found","message":"no \"pid\""}})");
}

void ConnectFrameTest::anEmptyFrameIsAFrame()
{
    const Read read = parseAll(bytes("0000000000") + bytes("0200000000"));
    QVERIFY(!read.error);
    QVERIFY(read.frames ==
            (std::vector<ConnectFrame>{{.endOfStream = false}, {.endOfStream = true}}));
}

void ConnectFrameTest::aStreamMayOnlyEndBetweenFrames()
{
    const std::string frame = encodeConnectFrame("{}");
    for (std::size_t length = 0; length <= frame.size(); ++length) {
        ConnectFrameParser parser;
        Read read;
        parser.feed(std::string_view(frame).substr(0, length));
        take(parser, read);
        QCOMPARE(parser.isAtBoundary(), length == 0 || length == frame.size());
    }
}

void ConnectFrameTest::whatFollowsTheEndFrameIsIgnored()
{
    ConnectFrameParser parser;
    Read read;
    parser.feed(encodeConnectEnd(std::nullopt) + "\xFFgarbage");
    take(parser, read);
    parser.feed("\xFFmore");
    take(parser, read);
    QVERIFY(!read.error);
    QCOMPARE(read.frames.size(), std::size_t(1));
    QVERIFY(parser.isAtBoundary());
}

void ConnectFrameTest::aFrameAsLargeAsAllowedIsRead()
{
    const Read read =
        parseAll(encodeConnectFrame(std::string(ConnectFrameParser::maximumPayload, 'x')));
    QVERIFY(!read.error);
    QCOMPARE(read.frames.size(), std::size_t(1));
    QCOMPARE(read.frames.front().payload.size(), ConnectFrameParser::maximumPayload);
}

void ConnectFrameTest::aLargerFrameIsRefusedBeforeItArrives()
{
    for (const char *header : {"0004000001", "00ffffffff", "02ffffffff"}) {
        const Read read = parseAll(bytes(header));
        QVERIFY2(read.error && read.error->kind == Error::Kind::Protocol, header);
        QVERIFY(read.frames.empty());
    }
}

void ConnectFrameTest::unknownFlagsAreRefused_data()
{
    QTest::addColumn<int>("flags");
    for (const int flags : {0x01, 0x03, 0x04, 0x06, 0x80, 0xFF, int('{'), int('<')})
        QTest::addRow("0x%02x", flags) << flags;
}

void ConnectFrameTest::unknownFlagsAreRefused()
{
    QFETCH(const int, flags);
    const Read read = parseAll(std::string(1, static_cast<char>(flags)));
    QVERIFY(read.error);
    QVERIFY(read.error->kind == Error::Kind::Protocol);
}

void ConnectFrameTest::anErrorStaysAndFreesTheBuffer()
{
    ConnectFrameParser parser;
    parser.feed("HTTP/1.1 200 OK");
    const auto first = parser.next();
    SG_VERIFY_FAILS(first, Error::Kind::Protocol);
    parser.feed(encodeConnectFrame("{}"));
    const auto second = parser.next();
    SG_VERIFY_FAILS(second, Error::Kind::Protocol);
    QVERIFY(second.error() == first.error());
    QVERIFY(!parser.isAtBoundary());
}

void ConnectFrameTest::framesBeforeAnErrorAreStillRead()
{
    const Read read = parseAll(encodeConnectFrame("{}") + "\x07");
    QCOMPARE(read.frames.size(), std::size_t(1));
    QVERIFY(read.error);
}

void ConnectFrameTest::manyFramesInOneReadAreAllTaken()
{
    std::string stream;
    for (int i = 0; i < 20'000; ++i)
        stream += encodeConnectFrame(std::to_string(i));
    ConnectFrameParser parser;
    Read read;
    // Pieces of an odd size, so that frames straddle them and the buffer has to be cut again and
    // again.
    for (std::size_t i = 0; i < stream.size(); i += 70'001) {
        parser.feed(std::string_view(stream).substr(i, 70'001));
        take(parser, read);
    }
    QVERIFY(!read.error);
    QCOMPARE(read.frames.size(), std::size_t(20'000));
    for (int i = 0; i < 20'000; ++i)
        QCOMPARE(read.frames[std::size_t(i)].payload, std::to_string(i));
}

QTEST_GUILESS_MAIN(ConnectFrameTest)
#include "tst_connectframe.moc"
