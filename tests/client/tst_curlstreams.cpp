// SPDX-License-Identifier: GPL-3.0-or-later
#include <client/access/mutationcounter.h>
#include <client/curltransport.h>
#include <protocol/connectframe.h>
#include <tests/client/scriptedserver.h>
#include <tests/support/result.h>

#include <QTest>
#include <QThread>
#include <QTimer>

using namespace Sandglass;

namespace {

constexpr auto connectHead = "HTTP/1.1 200 OK\r\nContent-Type: application/connect+json\r\n\r\n";

/// Everything that a stream says, in order.
struct Heard {
    explicit Heard(HttpStream &stream)
    {
        QObject::connect(&stream, &HttpStream::headReceived, &stream,
                         [this](int code, const HttpHeaders &) { status = code; });
        QObject::connect(&stream, &HttpStream::received, &stream, [this](const QByteArray &more) {
            QCOMPARE(QThread::currentThread(), qApp->thread());
            bytes += more;
        });
        QObject::connect(&stream, &HttpStream::skipped, &stream,
                         [this](qint64 more) { skipped += more; });
        QObject::connect(&stream, &HttpStream::finished, &stream,
                         [this](const Result<void> &result) { end = result; });
    }
    int status = 0;
    QByteArray bytes;
    qint64 skipped = 0;
    std::optional<Result<void>> end;
};

} // namespace

class CurlStreamsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void theHeadComesBeforeAnyBytes();
    void bytesArriveAsTheyAreSent();
    void aCompleteAnswerFinishesWell();
    void aCutAnswerFinishesWithAnError();
    void aRefusedPortFinishesWithAnError();
    void aRedirectFinishesWithAnError();
    void closingClosesTheConnection();
    void aSlotMayDestroyTheStream();
    void streamsDoNotWaitForEachOtherNorForCalls();
    void aPausedStreamLosesNothing();
    void aSlowWatcherDrainsAndSkipsWholeEnvelopes();
};

void CurlStreamsTest::theHeadComesBeforeAnyBytes()
{
    ScriptedServer server(
        [](QTcpSocket &socket, const auto &) { socket.write("HTTP/1.1 200 OK\r\n\r\n"); });
    MutationCounter counter;
    CurlTransport transport(counter);
    const auto stream = transport.open({.method = "POST", .url = server.url(), .body = "x"});
    const Heard heard(*stream);
    QTRY_COMPARE(heard.status, 200);
    QVERIFY(heard.bytes.isEmpty());
    QVERIFY(!server.requests.front().head.toLower().contains("accept-encoding"));
}

void CurlStreamsTest::bytesArriveAsTheyAreSent()
{
    ScriptedServer server(
        [](QTcpSocket &socket, const auto &) { socket.write("HTTP/1.1 200 OK\r\n\r\none"); });
    MutationCounter counter;
    CurlTransport transport(counter);
    const auto stream = transport.open({.url = server.url()});
    const Heard heard(*stream);
    QTRY_COMPARE(heard.bytes, "one");
    server.open.front()->write("two");
    QTRY_COMPARE(heard.bytes, "onetwo");
    QVERIFY(!heard.end);
}

void CurlStreamsTest::aCompleteAnswerFinishesWell()
{
    ScriptedServer server(
        [](QTcpSocket &socket, const auto &) { socket.write(httpAnswer(502, "gone")); });
    MutationCounter counter;
    CurlTransport transport(counter);
    const auto stream = transport.open({.url = server.url()});
    const Heard heard(*stream);
    QTRY_VERIFY(heard.end);
    SG_VERIFY_RESULT(*heard.end);
    QCOMPARE(heard.status, 502);
    QCOMPARE(heard.bytes, "gone");
}

void CurlStreamsTest::aCutAnswerFinishesWithAnError()
{
    ScriptedServer server([](QTcpSocket &socket, const auto &) {
        socket.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n");
        socket.disconnectFromHost();
    });
    MutationCounter counter;
    CurlTransport transport(counter);
    const auto stream = transport.open({.url = server.url()});
    const Heard heard(*stream);
    QTRY_VERIFY(heard.end);
    QCOMPARE(heard.bytes, "abc");
    SG_VERIFY_FAILS(*heard.end, Error::Kind::Network);
}

void CurlStreamsTest::aRefusedPortFinishesWithAnError()
{
    MutationCounter counter;
    CurlTransport transport(counter);
    const auto stream = transport.open({.url = "http://127.0.0.1:1/"});
    const Heard heard(*stream);
    QTRY_VERIFY(heard.end);
    SG_VERIFY_FAILS(*heard.end, Error::Kind::Network);
    QCOMPARE(heard.end->error().detail, "connection to 127.0.0.1:1 refused");
}

void CurlStreamsTest::aRedirectFinishesWithAnError()
{
    ScriptedServer server([](QTcpSocket &socket, const auto &) {
        socket.write(httpAnswer(307, {}, "Location: https://login.example/\r\n"));
    });
    MutationCounter counter;
    CurlTransport transport(counter);
    const auto stream = transport.open({.url = server.url()});
    const Heard heard(*stream);
    QTRY_VERIFY(heard.end);
    SG_VERIFY_FAILS(*heard.end, Error::Kind::Protocol);
    QVERIFY(
        QByteArray::fromStdString(heard.end->error().detail).contains("https://login.example,"));
    QCOMPARE(heard.status, 0);
}

void CurlStreamsTest::closingClosesTheConnection()
{
    ScriptedServer server(
        [](QTcpSocket &socket, const auto &) { socket.write("HTTP/1.1 200 OK\r\n\r\n"); });
    MutationCounter counter;
    CurlTransport transport(counter);
    auto closed = transport.open({.url = server.url()});
    auto destroyed = transport.open({.url = server.url()});
    const Heard first(*closed);
    const Heard second(*destroyed);
    QTRY_VERIFY(first.status == 200 && second.status == 200);
    closed->close();
    destroyed.reset();
    QTRY_VERIFY(server.open.empty());
    QVERIFY(!first.end && !second.end);
}

void CurlStreamsTest::aSlotMayDestroyTheStream()
{
    ScriptedServer server(
        [](QTcpSocket &socket, const auto &) { socket.write(httpAnswer(200, "abc")); });
    MutationCounter counter;
    CurlTransport transport(counter);
    auto atHead = transport.open({.url = server.url()});
    auto atBytes = transport.open({.url = server.url()});
    auto atEnd = transport.open({.url = server.url()});
    connect(atHead.get(), &HttpStream::headReceived, this, [&atHead] { atHead.reset(); });
    connect(atBytes.get(), &HttpStream::received, this, [&atBytes] { atBytes.reset(); });
    connect(atEnd.get(), &HttpStream::finished, this, [&atEnd] { atEnd.reset(); });
    QTRY_VERIFY(!atHead && !atBytes && !atEnd);
}

void CurlStreamsTest::streamsDoNotWaitForEachOtherNorForCalls()
{
    ScriptedServer server([](QTcpSocket &socket, const auto &request) {
        socket.write(request.line().contains("/call") ? httpAnswer(200, "{}")
                                                      : QByteArray("HTTP/1.1 200 OK\r\n\r\n"));
    });
    MutationCounter counter;
    CurlTransport transport(counter);
    std::vector<std::unique_ptr<HttpStream>> streams;
    int heads = 0;
    for (int i = 0; i < 20; ++i) { // more than calls may have connections to one host
        streams.push_back(transport.open({.url = server.url()}));
        connect(streams.back().get(), &HttpStream::headReceived, this, [&heads] { ++heads; });
    }
    bool answered = false;
    const Request call = transport.send({.url = server.url("/call")},
                                        [&answered](const auto &) { answered = true; });
    QTRY_VERIFY(answered);
    QTRY_COMPARE(heads, 20);
}

void CurlStreamsTest::aPausedStreamLosesNothing()
{
    QByteArray sent;
    for (int i = 0; i < 4'000'000; ++i)
        sent += static_cast<char>('a' + i * 7 % 26);
    ScriptedServer server(
        [&sent](QTcpSocket &socket, const auto &) { socket.write(httpAnswer(200, sent)); });
    MutationCounter counter;
    CurlTransport transport(counter);
    const auto stream = transport.open({.url = server.url()});
    const Heard heard(*stream);
    int pauses = 0;
    connect(stream.get(), &HttpStream::received, stream.get(), [&] {
        if (++pauses % 5 != 0)
            return;
        stream->pause();
        const auto before = heard.bytes.size();
        QTimer::singleShot(1, stream.get(), [&, before] {
            QCOMPARE(heard.bytes.size(), before);
            stream->resume();
        });
    });
    QTRY_VERIFY_WITH_TIMEOUT(heard.end, 30'000);
    SG_VERIFY_RESULT(*heard.end);
    QVERIFY(pauses > 10);
    QCOMPARE(heard.bytes.size(), sent.size());
    QVERIFY(heard.bytes == sent);
}

void CurlStreamsTest::aSlowWatcherDrainsAndSkipsWholeEnvelopes()
{
    constexpr int messages = 8000;
    ScriptedServer server([](QTcpSocket &socket, const auto &) {
        socket.write(connectHead);
        for (int i = 0; i < messages; ++i) {
            const auto text =
                "{\"n\":" + std::to_string(i) + ",\"fill\":\"" + std::string(1000, 'x') + "\"}";
            socket.write(QByteArray::fromStdString(encodeConnectFrame(text)));
        }
        socket.write(QByteArray::fromStdString(encodeConnectEnd(std::nullopt)));
        socket.disconnectFromHost();
    });
    MutationCounter counter;
    CurlTransport transport(counter);
    const auto stream =
        transport.open({.url = server.url(), .slowConsumer = SlowConsumer::SkipEnvelopes});
    const Heard heard(*stream);
    stream->pause(); // a consumer that does not come round to it
    QTRY_VERIFY(server.connections == 1 && server.open.empty()); // everything was read all the same
    QVERIFY(heard.bytes.isEmpty());
    stream->resume();
    QTRY_VERIFY(heard.end);
    QVERIFY(heard.skipped > 0);

    ConnectFrameParser parser;
    parser.feed(
        std::string_view(heard.bytes.constData(), static_cast<std::size_t>(heard.bytes.size())));
    std::vector<ConnectFrame> frames;
    for (;;) {
        auto frame = parser.next();
        SG_VERIFY_RESULT(frame);
        if (!*frame)
            break;
        frames.push_back(std::move(**frame));
    }
    QVERIFY(parser.isAtBoundary());
    QVERIFY(frames.size() > 2 && frames.size() < messages);
    QVERIFY(frames.front().payload.starts_with("{\"n\":0,"));
    QVERIFY(frames.at(frames.size() - 2).payload.starts_with("{\"n\":7999,"));
    QVERIFY(frames.back().endOfStream);
}

QTEST_GUILESS_MAIN(CurlStreamsTest)
#include "tst_curlstreams.moc"
