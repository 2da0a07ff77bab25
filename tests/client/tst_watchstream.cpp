// SPDX-License-Identifier: GPL-3.0-or-later
#include <client/watchstream.h>
#include <tests/support/faketransport.h>
#include <tests/support/result.h>
#include <tests/support/splits.h>

#include <QTest>

using namespace Sandglass;
using namespace std::chrono_literals;

namespace {

std::string changesAndEnd()
{
    std::string bytes;
    for (const char *message :
         {R"({"start":{}})", R"({"filesystem":{"name":"sub/a.txt","type":"EVENT_TYPE_CREATE"}})",
          R"({"keepalive":{}})", R"({"future":{"a":1}})",
          R"({"filesystem": {"name":"a.txt", "type":2}})"})
        bytes += encodeConnectFrame(message);
    return bytes + encodeConnectEnd(std::nullopt);
}

constexpr auto changesSaid = "started, 1 sub/a.txt, 2 a.txt, ended";

/// A watch over a scripted stream, and what it said.
struct Heard {
    Heard()
    {
        auto fake = std::make_unique<FakeStream>(HttpRequest());
        bytes = fake.get();
        watch =
            std::make_unique<WatchStream>(std::move(fake), std::vector<std::string>{"the-token"});
        QObject::connect(watch.get(), &WatchStream::started, watch.get(),
                         [this] { said += "started, "; });
        QObject::connect(watch.get(), &WatchStream::changed, watch.get(),
                         [this](const FileEvent &event) {
                             said += QByteArray::number(static_cast<int>(event.change)) + " " +
                                     QByteArray::fromStdString(event.name) + ", ";
                         });
        QObject::connect(watch.get(), &WatchStream::skipped, watch.get(), [this](qint64 count) {
            said += "skip " + QByteArray::number(count) + ", ";
        });
        QObject::connect(watch.get(), &WatchStream::finished, watch.get(),
                         [this](const Result<void> &result) {
                             said += result ? "ended"
                                            : QByteArray(toString(result.error().kind)) + ": " +
                                                  QByteArray::fromStdString(result.error().detail);
                         });
    }

    std::unique_ptr<WatchStream> watch;
    QPointer<FakeStream> bytes; ///< null once the watch closed it
    QByteArray said;
};

} // namespace

class WatchStreamTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void changesAreReadHoweverTheyAreCut();
    void anyCutBeforeTheEndFrameIsAnError();
    void endsAreTold_data();
    void endsAreTold();
    void skippedEventsAreTold();
    void silenceEndsTheWatch();
    void aSlotMayDestroyTheWatchAtEveryEvent();
    void closingSaysNothingMore();
};

void WatchStreamTest::changesAreReadHoweverTheyAreCut()
{
    forEachSplit(changesAndEnd(), [](std::string_view first, std::string_view second) {
        Heard heard;
        heard.bytes->connectHead();
        heard.bytes->send(first);
        if (heard.bytes)
            heard.bytes->send(second);
        QCOMPARE(heard.said, changesSaid);
        QVERIFY(!heard.bytes);
    });
}

void WatchStreamTest::anyCutBeforeTheEndFrameIsAnError()
{
    const std::string bytes = changesAndEnd();
    for (std::size_t length = 0; length < bytes.size(); ++length) {
        Heard heard;
        heard.bytes->connectHead();
        heard.bytes->send(std::string_view(bytes).substr(0, length));
        heard.bytes->end();
        QVERIFY2(heard.said.endsWith("Network: the stream broke off; changes are no longer told"),
                 heard.said);
    }
}

void WatchStreamTest::endsAreTold_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("said");
    const auto row = [](const char *name, const std::string &bytes, const char *said) {
        QTest::newRow(name) << QByteArray::fromStdString(bytes) << QByteArray(said);
    };
    row("missing",
        encodeConnectEnd(ConnectError{.code = "not_found", .message = "path /x not found"}),
        "NotFound: path /x not found");
    row("no folder",
        encodeConnectEnd(ConnectError{.code = "invalid_argument",
                                      .message = "path /x not a directory: %!w(<nil>)"}),
        "Protocol: path /x not a directory");
    row("watcher broke",
        encodeConnectEnd(ConnectError{.code = "internal", .message = "the-token overflow"}),
        "Server: (secret removed) overflow");
    row("bad JSON", encodeConnectFrame("{"), "Protocol: ");
    row("bad event", encodeConnectFrame(R"({"filesystem":{"name":7}})"), "Protocol: ");
    row("huge envelope", std::string("\0\xff\xff\xff\xff", 5), "Protocol: ");
}

void WatchStreamTest::endsAreTold()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, said);
    Heard heard;
    heard.bytes->connectHead();
    heard.bytes->send(bytes.toStdString());
    QVERIFY2(heard.said.startsWith(said), heard.said);
    QVERIFY(!heard.bytes);
}

void WatchStreamTest::skippedEventsAreTold()
{
    Heard heard;
    heard.bytes->connectHead();
    heard.bytes->sendMessage(R"({"start":{}})");
    heard.bytes->skip(4096);
    QCOMPARE(heard.said, "started, skip 4096, ");
}

void WatchStreamTest::silenceEndsTheWatch()
{
    Heard heard;
    heard.watch->setSilenceLimit(20ms);
    heard.bytes->connectHead();
    QTRY_VERIFY2(heard.said.startsWith("Timeout: no sign of life"), heard.said);
}

void WatchStreamTest::aSlotMayDestroyTheWatchAtEveryEvent()
{
    const auto check = [](auto signal) {
        Heard heard;
        QPointer<WatchStream> alive(heard.watch.get());
        QObject::connect(heard.watch.get(), signal, heard.watch.get(),
                         [&heard] { heard.watch.reset(); });
        heard.bytes->connectHead();
        heard.bytes->send(changesAndEnd());
        QVERIFY(!alive && !heard.bytes);
    };
    check(&WatchStream::started);
    check(&WatchStream::changed);
    check(&WatchStream::finished);
}

void WatchStreamTest::closingSaysNothingMore()
{
    Heard heard;
    heard.bytes->connectHead();
    heard.bytes->sendMessage(R"({"start":{}})");
    heard.watch->close();
    QVERIFY(!heard.bytes);
    QCOMPARE(heard.said, "started, ");
}

QTEST_GUILESS_MAIN(WatchStreamTest)
#include "tst_watchstream.moc"
