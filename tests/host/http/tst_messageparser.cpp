// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/http/messageparser.h>
#include <tests/support/result.h>
#include <tests/support/splits.h>

#include <QtTest/QTest>

using namespace Sandglass;

namespace {

const std::string chunkedRequest =
    "POST /process.Process/List?x=%2F HTTP/1.1\r\n"
    "host: 127.0.0.1:3000\r\nlang_version: 20.20.2\r\ntransfer-encoding: chunked\r\n\r\n"
    "5;note=1\r\nhello\r\n6\r\n world\r\n0\r\nTrailer: x\r\n\r\n";

/// Feeds both halves; the rest that belongs to the next message stays in `input`.
Result<void> feedHalves(MessageParser &parser, std::string_view first, std::string_view second,
                        std::string &input, std::string &body)
{
    input += first;
    if (auto fed = parser.feed(input, body); !fed)
        return fed;
    input += second;
    return parser.feed(input, body);
}

} // namespace

class TestMessageParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void aChunkedRequestSurvivesEveryCut()
    {
        forEachSplit("\r\n" + chunkedRequest + "GET /next",
                     [](std::string_view first, std::string_view second) {
                         MessageParser parser(MessageParser::Kind::Request);
                         std::string input, body;
                         SG_VERIFY_RESULT(feedHalves(parser, first, second, input, body));
                         QVERIFY(parser.isDone());
                         QVERIFY(parser.keepsAlive());
                         const auto head = parser.takeRequest();
                         QCOMPARE(head.method, "POST");
                         QCOMPARE(head.target, "/process.Process/List?x=%2F");
                         QCOMPARE(std::string(head.path()), "/process.Process/List");
                         QCOMPARE(std::string(head.query()), "x=%2F");
                         QCOMPARE(std::string(head.headers.value("Lang_Version")), "20.20.2");
                         QCOMPARE(body, "hello world");
                         QCOMPARE(input, "GET /next");
                         QVERIFY(!head.headers.contains("Trailer"));
                     });
    }

    void aBodyIsGivenOutByteForByte()
    {
        MessageParser parser(MessageParser::Kind::Request);
        std::string input, body;
        for (const char byte : chunkedRequest) {
            input += byte;
            SG_VERIFY_RESULT(parser.feed(input, body));
        }
        QVERIFY(parser.isDone());
        QCOMPARE(body, "hello world");
    }

    void anAnswerWithoutLengthLastsUntilTheEnd()
    {
        MessageParser parser(MessageParser::Kind::Response);
        std::string input = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nsome", body;
        SG_VERIFY_RESULT(parser.feed(input, body));
        QVERIFY(!parser.isDone());
        SG_VERIFY_RESULT(parser.feedEnd());
        QVERIFY(parser.isDone());
        QVERIFY(!parser.keepsAlive());
        QCOMPARE(body, "some");
    }

    void aCutBodyIsAnError()
    {
        MessageParser parser(MessageParser::Kind::Response);
        std::string input = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nsome", body;
        SG_VERIFY_RESULT(parser.feed(input, body));
        SG_VERIFY_FAILS(parser.feedEnd(), Error::Kind::Protocol);
    }

    void theAnswerToHeadHasNoBody()
    {
        MessageParser parser(MessageParser::Kind::Response);
        parser.expectNoBody();
        std::string input = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n", body;
        SG_VERIFY_RESULT(parser.feed(input, body));
        QVERIFY(parser.isDone());
        QCOMPARE(parser.takeResponse().headers.contentLength(), std::optional<std::uint64_t>(5));
    }

    void malformedRequestsAreErrors_data()
    {
        QTest::addColumn<std::string>("bytes");
        QTest::addColumn<int>("status");
        const auto row = [](const char *name, const std::string &bytes, int status = 400) {
            QTest::newRow(name) << bytes << status;
        };
        const std::string post = "POST / HTTP/1.1\r\n";
        const std::string length = "Content-Length: 1\r\n";
        const std::string chunked = "Transfer-Encoding: chunked\r\n";
        row("no HTTP", "hello there\r\n\r\n");
        row("binary", std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 15));
        row("HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505);
        row("bad header name", "GET / HTTP/1.1\r\nbad name: x\r\n\r\n");
        row("no colon", "GET / HTTP/1.1\r\nabc\r\n\r\n");
        row("bad length", post + "Content-Length: -1\r\n\r\n");
        row("huge length", post + "Content-Length: 99999999999999999999\r\n\r\n");
        row("two lengths", post + length + "Content-Length: 2\r\n\r\n");
        row("length and chunked", post + length + chunked + "\r\n");
        row("chunked and length", post + chunked + length + "\r\n");
        row("bad chunk", post + chunked + "\r\nxyz\r\n");
        row("huge chunk", post + chunked + "\r\nfffffffffffffffff\r\n");
        row("endless chunk line", post + chunked + "\r\n5;" + std::string(70'000, 'x'));
        row("endless target", "GET /" + std::string(70'000, 'x'), 431);
        row("endless field", "GET / HTTP/1.1\r\nA: " + std::string(70'000, 'x'), 431);
        std::string many = "GET / HTTP/1.1\r\n";
        for (int i = 0; i < 300; ++i)
            many += "A: b\r\n";
        row("too many fields", many + "\r\n", 431);
    }
    void malformedRequestsAreErrors()
    {
        QFETCH(const std::string, bytes);
        QFETCH(const int, status);
        for (const std::size_t step : {bytes.size(), std::size_t{997}}) {
            MessageParser parser(MessageParser::Kind::Request);
            Result<void> fed;
            std::string input, body;
            for (std::size_t at = 0; at < bytes.size() && fed; at += step) {
                input += bytes.substr(at, step);
                fed = parser.feed(input, body);
            }
            SG_VERIFY_FAILS(fed, Error::Kind::Protocol);
            QCOMPARE(fed.error().httpStatus, status);
            SG_VERIFY_FAILS(parser.feed(input, body), Error::Kind::Protocol);
        }
    }

    void aHeadThatGrowsFieldByFieldIsLimitedToo()
    {
        MessageParser parser(MessageParser::Kind::Request, {.headBytes = 1000, .headers = 1000});
        std::string input = "GET / HTTP/1.1\r\n", body;
        Result<void> fed;
        int fields = 0;
        for (; fed && fields < 1000; ++fields) {
            input += "A: b\r\n";
            fed = parser.feed(input, body);
        }
        SG_VERIFY_FAILS(fed, Error::Kind::Protocol);
        QVERIFY(fields < 200);
    }

    void headersCompareWithoutCaseAndKeepRepeatedNames()
    {
        Headers headers{{"Set-Cookie", "a"},
                        {"X", "1"},
                        {"set-cookie", "b"},
                        {"Connection", "keep-alive, Upgrade"}};
        QCOMPARE(headers.size(), std::size_t{4});
        QCOMPARE(std::string(headers.value("SET-COOKIE")), "a");
        QVERIFY(headers.hasToken("connection", "upgrade"));
        QVERIFY(!headers.hasToken("connection", "up"));
        headers.set("Set-Cookie", "c");
        QCOMPARE(headers.size(), std::size_t{3});
        QCOMPARE(headers.begin()->value, "c");
        headers.remove("x");
        QVERIFY(!headers.contains("X"));
    }

    void hopByHopFieldsAreRemovedButNotTheFraming()
    {
        Headers headers{{"Connection", "close, X-Private, Content-Length"},
                        {"X-Private", "1"},
                        {"Content-Length", "5"},
                        {"Upgrade", "h2c"},
                        {"X-Kept", "1"}};
        removeHopByHop(headers);
        QCOMPARE(headers, (Headers{{"Content-Length", "5"}, {"X-Kept", "1"}}));
    }

    void noValueCanAddAField()
    {
        QCOMPARE(formatHead(ResponseHead{.status = 200, .headers = {{"A", "x\r\nSet-Cookie: y"}}}),
                 "HTTP/1.1 200 OK\r\nA: xSet-Cookie: y\r\n\r\n");
    }
};

QTEST_GUILESS_MAIN(TestMessageParser)
#include "tst_messageparser.moc"
