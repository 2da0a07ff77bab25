// SPDX-License-Identifier: GPL-3.0-or-later
#include <client/processstream.h>
#include <tests/support/faketransport.h>
#include <tests/support/result.h>
#include <tests/support/splits.h>

#include <QElapsedTimer>
#include <QTest>
#include <QTimer>

using namespace Sandglass;
using namespace std::chrono_literals;

namespace {

/// The byte-exact reply to `echo hi` of the envd page, section 2.2.
QByteArray echoHi()
{
    return QByteArray::fromHex("000000001f") + R"({"event":{"start":{"pid":512}}})" +
           QByteArray::fromHex("0000000024") + R"({"event":{"data":{"stdout":"aGkK"}}})" // hi
           + QByteArray::fromHex("000000003a") +
           R"({"event":{"end":{"exited":true,"status":"exit status 0"}}})" +
           QByteArray::fromHex("0200000002") + "{}";
}

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

/// A process stream over a scripted one, and what it said: "start 512, out hi\n, end 0".
struct Heard {
    Heard()
    {
        auto fake = std::make_unique<FakeStream>(HttpRequest());
        bytes = fake.get();
        stream =
            std::make_unique<ProcessStream>(std::move(fake), std::vector<std::string>{"the-token"});
        QObject::connect(stream.get(), &ProcessStream::started, stream.get(), [this](quint32 pid) {
            said += "start " + QByteArray::number(pid) + ", ";
        });
        QObject::connect(stream.get(), &ProcessStream::received, stream.get(),
                         [this](const ProcessData &data) {
                             static constexpr std::array names{"out ", "err ", "pty "};
                             said += names.at(static_cast<std::size_t>(data.channel)) +
                                     QByteArray::fromStdString(data.bytes) + ", ";
                         });
        QObject::connect(stream.get(), &ProcessStream::skipped, stream.get(), [this](qint64 count) {
            said += "skip " + QByteArray::number(count) + ", ";
        });
        QObject::connect(stream.get(), &ProcessStream::finished, stream.get(),
                         [this](const Result<ProcessEnded> &result) {
                             said += result ? "end " + QByteArray::number(result->exitCode)
                                            : QByteArray(toString(result.error().kind)) + ": " +
                                                  QByteArray::fromStdString(result.error().detail);
                         });
    }

    std::unique_ptr<ProcessStream> stream;
    QPointer<FakeStream> bytes; ///< null once the stream closed it
    QByteArray said;
};

} // namespace

class ProcessStreamTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void aCapturedReplyIsReadHoweverItIsCut();
    void eventsAreTold_data();
    void eventsAreTold();
    void endsAreTold_data();
    void endsAreTold();
    void anyCutBeforeTheEndFrameIsAnError();
    void failedAnswersAreTold_data();
    void failedAnswersAreTold();
    void bytesAfterTheEndFrameAreIgnored();
    void skippedBytesArePassedOn();
    void silenceEndsTheStreamAndEveryByteDelaysIt();
    void closingSaysNothingMore();
    void aSlotMayDestroyTheStreamAtEveryEvent();
    void tokensAreRemovedFromErrors();
};

void ProcessStreamTest::aCapturedReplyIsReadHoweverItIsCut()
{
    const QByteArray reply = echoHi();
    forEachSplit(view(reply), [](std::string_view first, std::string_view second) {
        Heard heard;
        heard.bytes->connectHead();
        heard.bytes->send(first);
        if (heard.bytes)
            heard.bytes->send(second);
        QCOMPARE(heard.said, "start 512, out hi\n, end 0");
        QVERIFY(!heard.bytes);
    });
    Heard heard;
    heard.bytes->connectHead();
    for (const char byte : reply)
        heard.bytes->send(std::string_view(&byte, 1));
    QCOMPARE(heard.said, "start 512, out hi\n, end 0");
}

void ProcessStreamTest::eventsAreTold_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("start") << QByteArray(R"({"event": {"start":{"pid":"7"}}})")
                           << QByteArray("start 7, ");
    QTest::newRow("stderr") << QByteArray(R"({"event":{"data":{"stderr":"aGk"}}})")
                            << QByteArray("err hi, ");
    QTest::newRow("pty") << QByteArray(R"({"event":{"data":{"pty":"aGk="}}})")
                         << QByteArray("pty hi, ");
    QTest::newRow("keepalive") << QByteArray(R"({"event":{"keepalive":{}}})") << QByteArray();
    QTest::newRow("unknown") << QByteArray(R"({"event":{"future":{"a":1}}})") << QByteArray();
    QTest::newRow("empty event") << QByteArray(R"({"event":{}})") << QByteArray();
    QTest::newRow("end waits for its frame")
        << QByteArray(R"({"event":{"end":{"exited":true,"status":"exit status 0"}}})")
        << QByteArray();
}

void ProcessStreamTest::eventsAreTold()
{
    QFETCH(const QByteArray, message);
    QFETCH(const QByteArray, said);
    Heard heard;
    heard.bytes->connectHead();
    heard.bytes->sendMessage(view(message));
    QCOMPARE(heard.said, said);
    QVERIFY(heard.bytes && !heard.bytes->closed);
}

void ProcessStreamTest::endsAreTold_data()
{
    QTest::addColumn<QByteArray>("end");
    QTest::addColumn<QByteArray>("said");
    const auto frame = [](const char *text) {
        return QByteArray::fromStdString(encodeConnectFrame(text));
    };
    const auto last = [](const QByteArray &payload) {
        return QByteArray::fromHex("020000") + static_cast<char>(payload.size() >> 8) +
               static_cast<char>(payload.size() & 255) + payload;
    };
    QTest::newRow("exit code")
        << frame(
               R"({"event":{"end":{"exitCode":3,"exited":true,"status":"exit status 3","error":"exit status 3"}}})") +
               last("{}")
        << QByteArray("end 3");
    QTest::newRow("signal")
        << frame(
               R"({"event":{"end":{"exitCode":-1,"status":"signal: killed","error":"signal: killed"}}})") +
               last("{}")
        << QByteArray("end -1");
    QTest::newRow("no end event") << last("{}")
                                  << QByteArray("Network: connection lost; state unknown");
    QTest::newRow("deadline")
        << last(R"({"error":{"code":"deadline_exceeded","message":"context deadline exceeded"}})")
        << QByteArray("Timeout: ");
    QTest::newRow("unknown pid")
        << last(R"({"error":{"code":"not_found","message":"process with pid 9 not found"}})")
        << QByteArray("NotFound: process with pid 9 not found");
    QTest::newRow("error beats the end event")
        << frame(R"({"event":{"end":{"exited":true}}})") + last(R"({"error":{"code":"internal"}})")
        << QByteArray("Server: ");
    QTest::newRow("empty end frame") << last("") << QByteArray("Protocol: ");
    QTest::newRow("bad JSON") << frame("{") << QByteArray("Protocol: ");
    QTest::newRow("bad base64") << frame(R"({"event":{"data":{"stdout":"*"}}})")
                                << QByteArray("Protocol: ");
    QTest::newRow("compressed envelope")
        << QByteArray::fromHex("0100000001") + "x" << QByteArray("Protocol: ");
    QTest::newRow("huge envelope") << QByteArray::fromHex("00ffffffff") << QByteArray("Protocol: ");
}

void ProcessStreamTest::endsAreTold()
{
    QFETCH(const QByteArray, end);
    QFETCH(const QByteArray, said);
    forEachSplit(view(end), [&said](std::string_view first, std::string_view second) {
        Heard heard;
        heard.bytes->connectHead();
        heard.bytes->send(first);
        if (heard.bytes)
            heard.bytes->send(second);
        QVERIFY2(heard.said.startsWith(said), heard.said);
        QVERIFY(!heard.said.isEmpty() && !heard.bytes);
    });
}

void ProcessStreamTest::anyCutBeforeTheEndFrameIsAnError()
{
    const QByteArray reply = echoHi();
    for (qsizetype length = 0; length < reply.size(); ++length) {
        Heard heard;
        heard.bytes->connectHead();
        heard.bytes->send(view(reply).substr(0, static_cast<std::size_t>(length)));
        heard.bytes->end();
        QVERIFY2(
            heard.said.endsWith("Network: the stream broke off; the process may still be running"),
            heard.said);
    }
    Heard heard;
    heard.bytes->connectHead();
    heard.bytes->end(failure(Error::Kind::Network, "the connection to x broke"));
    QCOMPARE(heard.said, "Network: the connection to x broke");
}

void ProcessStreamTest::failedAnswersAreTold_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("said");
    const QByteArray json("application/json; charset=utf-8");
    QTest::newRow("sandbox gone")
        << 502 << json
        << QByteArray(R"({"sandboxId":"i1","message":"The sandbox was not found","code":502})")
        << QByteArray("NotFound: The sandbox was not found");
    QTest::newRow("wrong token") << 401 << json
                                 << QByteArray(R"({"code":401,"message":"unauthorized access"})")
                                 << QByteArray("Unauthorized: unauthorized access");
    QTest::newRow("unary answer") << 200 << json << QByteArray("{}")
                                  << QByteArray("Protocol: the answer is no event stream but '");
    QTest::newRow("web page") << 200 << QByteArray("text/html") << QByteArray("<html>")
                              << QByteArray("Protocol: the answer is a web page");
    QTest::newRow("large page") << 500 << QByteArray("text/html") << QByteArray(1 << 20, 'x')
                                << QByteArray("Server: ");
}

void ProcessStreamTest::failedAnswersAreTold()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, said);
    Heard heard;
    heard.bytes->head(status, {{"Content-Type", type.toStdString()}});
    heard.bytes->send(view(body));
    heard.bytes->end();
    QVERIFY2(heard.said.startsWith(said), heard.said);
    QVERIFY(heard.said.size() < 1000);
}

void ProcessStreamTest::bytesAfterTheEndFrameAreIgnored()
{
    Heard heard;
    heard.bytes->connectHead();
    heard.bytes->send(view(echoHi() + echoHi() + "rubbish"));
    QCOMPARE(heard.said, "start 512, out hi\n, end 0");
}

void ProcessStreamTest::skippedBytesArePassedOn()
{
    Heard heard;
    heard.bytes->connectHead();
    heard.bytes->sendMessage(R"({"event":{"start":{"pid":1}}})");
    heard.bytes->skip(4096);
    heard.bytes->sendMessage(R"({"event":{"data":{"pty":"aGk="}}})");
    QCOMPARE(heard.said, "start 1, skip 4096, pty hi, ");
}

void ProcessStreamTest::silenceEndsTheStreamAndEveryByteDelaysIt()
{
    QCOMPARE(ConnectStream::silenceLimit, 110s);
    Heard heard;
    heard.stream->setSilenceLimit(200ms);
    heard.bytes->connectHead();
    QElapsedTimer sinceKeepalive;
    int keepalives = 0;
    QTimer ticks;
    connect(&ticks, &QTimer::timeout, this, [&] {
        if (!heard.bytes || ++keepalives > 6)
            return;
        sinceKeepalive.start();
        heard.bytes->sendMessage(R"({"event":{"keepalive":{}}})");
    });
    ticks.start(50ms);
    QTRY_VERIFY(!heard.said.isEmpty());
    QVERIFY(heard.said.startsWith("Timeout: no sign of life"));
    QVERIFY(keepalives > 6);
    QVERIFY(sinceKeepalive.elapsed() >= 190);
    QVERIFY(!heard.bytes);
}

void ProcessStreamTest::closingSaysNothingMore()
{
    Heard heard;
    heard.stream->setSilenceLimit(1ms);
    heard.bytes->connectHead();
    heard.bytes->sendMessage(R"({"event":{"start":{"pid":1}}})");
    heard.stream->close();
    QVERIFY(!heard.bytes);
    bool later = false;
    QTimer::singleShot(30, this, [&later] { later = true; });
    QTRY_VERIFY(later);
    QCOMPARE(heard.said, "start 1, ");
}

void ProcessStreamTest::aSlotMayDestroyTheStreamAtEveryEvent()
{
    const auto check = [](auto signal) {
        Heard heard;
        QPointer<ProcessStream> alive(heard.stream.get());
        QObject::connect(heard.stream.get(), signal, heard.stream.get(),
                         [&heard] { heard.stream.reset(); });
        heard.bytes->connectHead();
        heard.bytes->send(view(echoHi()));
        QVERIFY(!alive && !heard.bytes);
    };
    check(&ProcessStream::started);
    check(&ProcessStream::received);
    check(&ProcessStream::finished);
}

void ProcessStreamTest::tokensAreRemovedFromErrors()
{
    Heard heard;
    heard.bytes->head(401, {{"Content-Type", "application/json"}});
    heard.bytes->send(R"({"code":401,"message":"the-token is wrong"})");
    heard.bytes->end();
    QCOMPARE(heard.said, "Unauthorized: (secret removed) is wrong");
}

QTEST_GUILESS_MAIN(ProcessStreamTest)
#include "tst_processstream.moc"
