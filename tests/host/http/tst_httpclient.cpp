// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/http/httpclient.h>
#include <host/http/httpserver.h>
#include <tests/host/http/loopthread.h>
#include <tests/host/http/rawclient.h>
#include <tests/support/result.h>
#include <tests/support/splits.h>

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace Sandglass;

namespace {

/// Accepts one client and plays a script to it.
class ScriptedServer final
{
public:
    explicit ScriptedServer(const std::string &path) : m_listener(listenUnix(path)) {}
    ~ScriptedServer()
    {
        close();
        ::close(m_listener);
    }
    void accept() { m_fd = ::accept(m_listener, nullptr, nullptr); }
    void send(std::string_view bytes) const
    {
        QCOMPARE(::send(m_fd, bytes.data(), bytes.size(), MSG_NOSIGNAL),
                 static_cast<ssize_t>(bytes.size()));
    }
    std::string receiveUntil(std::string_view marker) const
    {
        std::string text;
        for (char c = 0; !text.ends_with(marker) && ::recv(m_fd, &c, 1, 0) == 1;)
            text += c;
        return text;
    }
    void close()
    {
        if (m_fd >= 0)
            ::close(std::exchange(m_fd, -1));
    }

private:
    int m_listener = -1, m_fd = -1;
};

RequestHead get(std::string target)
{
    return {.method = "GET", .target = std::move(target), .headers = {}};
}

} // namespace

class TestHttpClient : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    std::string m_path;
    std::unique_ptr<LoopThread> m_loop;
    std::unique_ptr<ScriptedServer> m_server;

    /// Runs one call and plays `answer` to it, cut in two.
    Result<Response> callAnswered(std::string_view first, std::string_view second,
                                  bool closes = true)
    {
        std::promise<Result<Response>> promise;
        Request request = m_loop->run([&] {
            return sendOnce(m_loop->context(), m_path, get("/x"), {}, std::chrono::seconds(10),
                            [&](Result<Response> result) { promise.set_value(std::move(result)); });
        });
        m_server->accept();
        m_server->receiveUntil("\r\n\r\n");
        m_server->send(first);
        if (!second.empty()) // a client that has seen enough may be gone by now
            m_server->send(second);
        if (closes)
            m_server->close();
        auto result = promise.get_future().get();
        m_loop->run([&] { request.cancel(); });
        m_server->close();
        return result;
    }

    /// A proxy at `path` that forwards each request to port 3000 behind the scripted server's
    /// tunnel.
    struct Proxy {
        std::unique_ptr<HttpServer> server;
        std::unique_ptr<HttpClientConnection> upstream;
        std::atomic<int> finished = 0;
    };

    void forward(Proxy &proxy, const std::shared_ptr<Exchange> &exchange)
    {
        proxy.upstream = std::make_unique<HttpClientConnection>(m_loop->context());
        auto *const upstream = proxy.upstream.get();
        upstream->connectUnix(m_path, [&proxy, upstream, exchange](Result<void> connected) {
            SG_VERIFY_RESULT(connected);
            upstream->tunnel(3000, [&proxy, upstream, exchange](Result<void> tunnelled) {
                SG_VERIFY_RESULT(tunnelled);
                upstream->sendHead(exchange->head());
                upstream->readHead([&proxy, upstream, exchange](Result<ResponseHead> head) {
                    SG_VERIFY_RESULT(head);
                    relay(exchange->takeConnection(*head), upstream->takeConnection(),
                          [&proxy] { ++proxy.finished; });
                });
            });
        });
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_path = m_dir.filePath(u"socket"_s).toStdString();
        m_loop = std::make_unique<LoopThread>();
        m_server = std::make_unique<ScriptedServer>(m_path);
    }
    void cleanup()
    {
        m_loop.reset();
        m_server.reset();
        ::unlink(m_path.c_str());
    }

    void answersSurviveEveryCut_data()
    {
        QTest::addColumn<std::string>("answer");
        QTest::addColumn<bool>("closes");
        QTest::newRow("length") << std::string(
                                       "HTTP/1.1 201 Created\r\nContent-Length: 5\r\n\r\nhello")
                                << false;
        QTest::newRow("chunked") << std::string("HTTP/1.1 201 Created\r\nTransfer-Encoding: "
                                                "chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n")
                                 << false;
        QTest::newRow("until close") << std::string("HTTP/1.1 201 Created\r\n\r\nhello") << true;
        QTest::newRow("after 100")
            << std::string("HTTP/1.1 100 Continue\r\n\r\n"
                           "HTTP/1.1 201 Created\r\nContent-Length: 5\r\n\r\nhello")
            << false;
    }
    void answersSurviveEveryCut()
    {
        QFETCH(const std::string, answer);
        QFETCH(const bool, closes);
        forEachSplit(answer, [&](std::string_view first, std::string_view second) {
            const auto response = callAnswered(first, second, closes);
            SG_VERIFY_RESULT(response);
            QCOMPARE(response->status, 201);
            QCOMPARE(response->body, "hello");
        });
    }

    void badAnswersAreErrors_data()
    {
        QTest::addColumn<std::string>("answer");
        QTest::addColumn<int>("kind");
        QTest::newRow("nothing") << std::string() << static_cast<int>(Error::Kind::Network);
        QTest::newRow("cut head") << std::string("HTTP/1.1 200 O")
                                  << static_cast<int>(Error::Kind::Network);
        QTest::newRow("garbage") << std::string("SSH-2.0-OpenSSH\r\n\r\n")
                                 << static_cast<int>(Error::Kind::Protocol);
        QTest::newRow("cut body") << std::string(
                                         "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhello")
                                  << static_cast<int>(Error::Kind::Network);
        QTest::newRow("cut chunk")
            << std::string("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel")
            << static_cast<int>(Error::Kind::Network);
    }
    void badAnswersAreErrors()
    {
        QFETCH(const std::string, answer);
        QFETCH(const int, kind);
        SG_VERIFY_FAILS(callAnswered(answer, ""), static_cast<Error::Kind>(kind));
    }

    void aSilentServerIsATimeout()
    {
        std::promise<Result<Response>> promise;
        Request request = m_loop->run([&] {
            return sendOnce(m_loop->context(), m_path, get("/x"), {}, std::chrono::milliseconds(20),
                            [&](Result<Response> result) { promise.set_value(std::move(result)); });
        });
        SG_VERIFY_FAILS(promise.get_future().get(), Error::Kind::Timeout);
        m_loop->run([&] { request.cancel(); });
    }

    void aCancelledCallNeverAnswers()
    {
        std::atomic<int> answers = 0;
        m_loop->run([&] {
            Request request =
                sendOnce(m_loop->context(), m_path, get("/x"), {}, std::chrono::milliseconds(20),
                         [&](Result<Response>) { ++answers; });
            Request second =
                sendOnce(m_loop->context(), m_path + "gone", get("/x"), {},
                         std::chrono::milliseconds(20), [&](Result<Response>) { answers += 10; });
            request.cancel();
        });
        // A later call on the same loop is over after both would have been.
        aSilentServerIsATimeout();
        QCOMPARE(answers.load(), 0);
    }

    void aMissingSocketIsANetworkError()
    {
        std::promise<Result<Response>> promise;
        Request request = m_loop->run([&] {
            return sendOnce(m_loop->context(), m_path + "-not-there", get("/x"), {},
                            std::chrono::seconds(10),
                            [&](Result<Response> result) { promise.set_value(std::move(result)); });
        });
        SG_VERIFY_FAILS(promise.get_future().get(), Error::Kind::Network);
        m_loop->run([&] { request.cancel(); });
    }

    void aTunnelAndAnUpgradeEndInARelay()
    {
        const auto front = m_dir.filePath(u"front"_s).toStdString();
        Proxy proxy;
        m_loop->run([&] {
            proxy.server = std::make_unique<HttpServer>(
                m_loop->context(), [&](const auto &exchange) { forward(proxy, exchange); });
            SG_VERIFY_RESULT(proxy.server->listenOn(listenUnix(front)));
        });
        RawClient client(front);
        QVERIFY(
            client.send("GET /ws HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n"));
        m_server->accept();
        QVERIFY(
            m_server->receiveUntil("\r\n\r\n").starts_with("CONNECT 127.0.0.1:3000 HTTP/1.1\r\n"));
        m_server->send("HTTP/1.1 200 OK\r\n\r\n");
        QVERIFY(m_server->receiveUntil("\r\n\r\n").starts_with("GET /ws HTTP/1.1\r\n"));
        m_server->send("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\nearly");
        QVERIFY(client.receiveUntil("\r\n\r\n").starts_with("HTTP/1.1 101 "));
        QCOMPARE(client.receive(5), "early");
        QVERIFY(client.send("ping."));
        QCOMPARE(m_server->receiveUntil("."), "ping.");
        client.closeWrite(); // a half-close passes through, and the answer still comes back
        QCOMPARE(m_server->receiveUntil("."), "");
        m_server->send("pong");
        m_server->close();
        QCOMPARE(client.receiveAll(), "pong");
        QTRY_COMPARE(proxy.finished.load(), 1);
        m_loop->run([&] {
            proxy.server.reset();
            proxy.upstream.reset();
        });
    }

    void aRefusedTunnelCarriesTheStatus()
    {
        std::promise<Result<void>> promise;
        std::unique_ptr<HttpClientConnection> connection;
        m_loop->run([&] {
            connection = std::make_unique<HttpClientConnection>(m_loop->context());
            connection->connectUnix(m_path, [&](Result<void>) {
                connection->tunnel(
                    1, [&](Result<void> result) { promise.set_value(std::move(result)); });
            });
        });
        m_server->accept();
        m_server->receiveUntil("\r\n\r\n");
        m_server->send("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n");
        const auto result = promise.get_future().get();
        SG_VERIFY_FAILS(result, Error::Kind::Network);
        QCOMPARE(result.error().httpStatus, 502);
        m_loop->run([&] { connection.reset(); });
    }

    void aChunkedRequestBodyIsFramedAgain()
    {
        std::unique_ptr<HttpClientConnection> connection;
        m_loop->run([&] {
            connection = std::make_unique<HttpClientConnection>(m_loop->context());
            connection->connectUnix(m_path, [&](Result<void>) {
                connection->sendHead({.method = "POST",
                                      .target = "/",
                                      .headers = {{"Transfer-Encoding", "chunked"}}});
                connection->writeBody("hello");
                connection->writeBody("");
                connection->writeBody(" you");
                connection->finishBody();
            });
        });
        m_server->accept();
        QCOMPARE(m_server->receiveUntil("0\r\n\r\n"),
                 "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n"
                 "5\r\nhello\r\n4\r\n you\r\n0\r\n\r\n");
        m_loop->run([&] { connection.reset(); });
    }
};

QTEST_GUILESS_MAIN(TestHttpClient)
#include "tst_httpclient.moc"
