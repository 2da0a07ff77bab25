// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/http/httpserver.h>
#include <tests/host/http/application.h>
#include <tests/host/http/loopthread.h>
#include <tests/host/http/rawclient.h>
#include <tests/support/result.h>
#include <tests/support/splits.h>

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <atomic>
#include <memory>

using namespace Qt::StringLiterals;
using namespace Sandglass;

class TestHttpServer : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    std::string m_path;
    std::unique_ptr<LoopThread> m_loop;
    std::unique_ptr<Application> m_application;
    std::unique_ptr<HttpServer> m_server;

    void startServer(HttpServerOptions options)
    {
        stopServer();
        m_application = std::make_unique<Application>();
        m_loop = std::make_unique<LoopThread>();
        m_path = m_dir.filePath(u"socket"_s).toStdString();
        m_loop->run([&] {
            m_server = std::make_unique<HttpServer>(
                m_loop->context(),
                [application = m_application.get()](const auto &exchange) {
                    (*application)(exchange);
                },
                options);
            QVERIFY(m_server->listenOn(listenUnix(m_path)));
        });
    }

    void stopServer()
    {
        if (m_loop)
            m_loop->run([this] {
                m_application->kept.reset();
                m_server.reset();
            });
        m_loop.reset();
        ::unlink(m_path.c_str());
    }

    static std::string bodyOf(const std::string &answer)
    {
        return answer.substr(answer.find("\r\n\r\n") + 4);
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        startServer({});
    }
    void cleanup() { stopServer(); }

    void requestsSurviveEveryCut_data()
    {
        QTest::addColumn<std::string>("request");
        QTest::newRow("with length")
            << std::string("POST /echo HTTP/1.1\r\nContent-Length: 5\r\n\r\nhello");
        QTest::newRow("chunked") << std::string("POST /echo HTTP/1.1\r\nTransfer-Encoding: "
                                                "chunked\r\n\r\n3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n");
    }
    void requestsSurviveEveryCut()
    {
        QFETCH(const std::string, request);
        RawClient client(m_path); // one for all cuts: keep-alive
        forEachSplit(request, [&](std::string_view first, std::string_view second) {
            QVERIFY(client.send(first));
            client.waitUntilTaken();
            QVERIFY(client.send(second));
            const auto answer = client.receiveAnswer();
            QVERIFY2(answer.starts_with("HTTP/1.1 200 OK\r\n"), answer.c_str());
            QCOMPARE(bodyOf(answer), "POST hello");
        });
        QCOMPARE(m_loop->run([this] { return m_server->connectionCount(); }), std::size_t{1});
    }

    void pipelinedRequestsAreAnsweredInOrder()
    {
        RawClient client(m_path);
        std::string requests;
        for (int i = 0; i < 50; ++i)
            requests += "POST /echo HTTP/1.1\r\nContent-Length: 2\r\n\r\n" +
                        std::to_string(10 + i) + "\r\n";
        QVERIFY(client.send(requests));
        client.closeWrite();
        for (int i = 0; i < 50; ++i)
            QCOMPARE(bodyOf(client.receiveAnswer()), "POST " + std::to_string(10 + i));
        QCOMPARE(client.receiveAll(), "");
    }

    void aBodyIsStreamedBothWays()
    {
        RawClient client(m_path);
        QVERIFY(
            client.send("POST /pieces HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n"));
        const auto head = client.receiveUntil("\r\n\r\n");
        QVERIFY2(head.contains("Transfer-Encoding: chunked"), head.c_str());
        QCOMPARE(client.receiveUntil("abc\r\n"), "3\r\nabc\r\n"); // before the request has ended
        QVERIFY(client.send("0\r\n\r\n"));
        QCOMPARE(client.receiveUntil("0\r\n\r\n"), "0\r\n\r\n");
    }

    void anAnswerNeverGetsLongerThanAnnounced()
    {
        RawClient client(m_path);
        QVERIFY(client.send("GET /length HTTP/1.1\r\n\r\nGET /empty HTTP/1.1\r\n\r\n"));
        QCOMPARE(bodyOf(client.receiveAnswer()), "abcdef");
        const auto second = client.receiveAnswer();
        QVERIFY2(second.starts_with("HTTP/1.1 204 No Content\r\n"), second.c_str());
        QVERIFY(!second.contains("Content-Length"));
        QVERIFY(second.contains("Date: "));
    }

    void headGetsNoBody()
    {
        RawClient client(m_path);
        QVERIFY(client.send(
            "HEAD /ignore HTTP/1.1\r\n\r\nPOST /echo HTTP/1.1\r\nContent-Length: 0\r\n\r\n"));
        QVERIFY(client.receiveUntil("\r\n\r\n").contains("Content-Length: 7"));
        QCOMPARE(bodyOf(client.receiveAnswer()), "POST ");
    }

    void anOldClientGetsAnUnframedBodyAndTheClose()
    {
        RawClient client(m_path);
        QVERIFY(client.send("POST /pieces HTTP/1.0\r\nContent-Length: 3\r\n\r\nabc"));
        const auto answer = client.receiveAll();
        QVERIFY2(!answer.contains("chunked"), answer.c_str());
        QVERIFY(answer.contains("Connection: close"));
        QCOMPARE(bodyOf(answer), "abc");
    }

    void anOldClientMayKeepItsConnection()
    {
        RawClient client(m_path);
        for (int i = 0; i < 2; ++i) {
            QVERIFY(client.send("GET /ignore HTTP/1.0\r\nConnection: keep-alive\r\n\r\n"));
            QVERIFY(client.receiveAnswer().contains("Connection: keep-alive"));
        }
    }

    void aClientThatAsksIsToldToContinue()
    {
        RawClient client(m_path);
        QVERIFY(client.send(
            "POST /echo HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n"));
        QCOMPARE(client.receiveUntil("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
        QVERIFY(client.send("hi"));
        QCOMPARE(bodyOf(client.receiveAnswer()), "POST hi");
    }

    void anUnreadBodyIsSkipped()
    {
        RawClient client(m_path);
        const std::string body(50'000, 'b');
        for (int i = 0; i < 3; ++i) {
            QVERIFY(client.send("POST /ignore HTTP/1.1\r\nContent-Length: 50000\r\n\r\n" + body));
            QCOMPARE(bodyOf(client.receiveAnswer()), "ignored");
        }
    }

    void aTooLargeBodyGetsItsAnswerAndTheClose()
    {
        RawClient client(m_path);
        QVERIFY(client.send("POST /echo HTTP/1.1\r\nContent-Length: 3000000\r\n\r\n" +
                            std::string(1'000'000, 'b')));
        const auto answer = client.receiveAnswer();
        QVERIFY2(answer.starts_with("HTTP/1.1 413 "), answer.c_str());
        QVERIFY(answer.contains("\"code\":413"));
        client.closeWrite();
        QCOMPARE(client.receiveAll(), "");
    }

    void malformedRequestsGetAJsonErrorAndTheClose_data()
    {
        QTest::addColumn<std::string>("request");
        QTest::addColumn<int>("status");
        QTest::newRow("garbage") << std::string("\x01\x02 hello\r\n\r\n") << 400;
        QTest::newRow("large head")
            << "GET / HTTP/1.1\r\nA: " + std::string(80'000, 'a') + "\r\n\r\n"
            << 431;
        QTest::newRow("smuggling") << std::string("POST /echo HTTP/1.1\r\nContent-Length: 3\r\n"
                                                  "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n")
                                   << 400;
        QTest::newRow("version") << std::string("GET / HTTP/3.0\r\n\r\n") << 505;
    }
    void malformedRequestsGetAJsonErrorAndTheClose()
    {
        QFETCH(const std::string, request);
        QFETCH(const int, status);
        RawClient client(m_path);
        QVERIFY(client.send(request));
        const auto answer = client.receiveAnswer();
        QVERIFY2(answer.starts_with("HTTP/1.1 " + std::to_string(status)), answer.c_str());
        QVERIFY(answer.contains("\"code\":" + std::to_string(status)));
        QVERIFY(answer.contains("Connection: close"));
        QCOMPARE(client.receiveAll(), "");
        QCOMPARE(m_application->requests.load(), 0);
    }

    void aBrokenBodyIsAnErrorForItsReaderOnly()
    {
        RawClient client(m_path);
        QVERIFY(
            client.send("POST /echo HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nnonsense\r\n"));
        const auto answer = client.receiveAnswer();
        QVERIFY2(answer.starts_with("HTTP/1.1 400 "), answer.c_str());
        QCOMPARE(client.receiveAll(), "");
        RawClient other(m_path);
        QVERIFY(other.send("GET /ignore HTTP/1.1\r\n\r\n"));
        QCOMPARE(bodyOf(other.receiveAnswer()), "ignored");
    }

    void slowHeadsAndBodiesTimeOut()
    {
        using namespace std::chrono_literals;
        startServer({.headTimeout = 20ms, .bodyTimeout = 20ms});
        RawClient head(m_path);
        QVERIFY(head.send("GET / HT"));
        QVERIFY(head.receiveAll().starts_with("HTTP/1.1 408 "));
        RawClient body(m_path);
        QVERIFY(body.send("POST /echo HTTP/1.1\r\nContent-Length: 9\r\n\r\nsome"));
        QVERIFY(body.receiveAll().starts_with("HTTP/1.1 408 "));
    }

    void idleConnectionsAreClosed()
    {
        startServer({.idleTimeout = std::chrono::milliseconds(20)});
        RawClient client(m_path);
        QVERIFY(client.send("GET /ignore HTTP/1.1\r\n\r\n"));
        QCOMPARE(bodyOf(client.receiveAnswer()), "ignored");
        QCOMPARE(client.receiveAll(), "");
    }

    void anUnansweredRequestGetsAnError()
    {
        RawClient client(m_path);
        QVERIFY(client.send("GET /nobody HTTP/1.1\r\n\r\n"));
        QVERIFY(client.receiveAnswer().starts_with("HTTP/1.1 500 "));
    }

    void anAbandonedAnswerBreaksTheConnection()
    {
        RawClient client(m_path);
        QVERIFY(client.send("GET /begin HTTP/1.1\r\n\r\n"));
        QVERIFY(!bodyOf(client.receiveAll()).contains("half\r\n"));
    }

    void aClientThatLeavesASilentStreamIsNoticed()
    {
        RawClient client(m_path);
        QVERIFY(client.send("GET /stream?silent HTTP/1.1\r\n\r\n"));
        client.receiveUntil("\r\n\r\n");
        QCOMPARE(m_application->disconnected.load(), 0);
        client.close();
        QTRY_COMPARE(m_application->disconnected.load(), 1);
        m_loop->run([this] { m_application->kept.reset(); });
        QTRY_COMPARE(m_loop->run([this] { return m_server->connectionCount(); }), std::size_t{0});
    }

    void aSlowReaderHoldsTheWriterBack()
    {
        RawClient client(m_path);
        QVERIFY(client.send("GET /stream HTTP/1.1\r\n\r\n"));
        client.receiveUntil("\r\n\r\n");
        std::size_t before = 1;
        // Once the socket's buffers are full, nothing moves any more.
        QTRY_VERIFY(std::exchange(before, m_application->written.load()) ==
                        m_application->written.load() &&
                    before > 0);
        QCOMPARE(m_application->writesInFlight.load(), 1);
        QVERIFY(before < 4'000'000);
        client.receive(before + 1'000'000);
        QTRY_VERIFY(m_application->written.load() > before);
        client.close();
        QTRY_COMPARE(m_application->writesInFlight.load(), 0);
        QTRY_COMPARE(m_loop->run([this] { return m_server->connectionCount(); }), std::size_t{0});
    }

    void aFastSenderIsHeldBack()
    {
        RawClient client(m_path);
        QVERIFY(client.send("POST /stream?silent HTTP/1.1\r\nContent-Length: 1000000000\r\n\r\n"));
        client.receiveUntil("\r\n\r\n");
        std::size_t sent = 0;
        const std::string piece(10'000, 'x');
        for (int i = 0; i < 20'000; ++i, std::this_thread::yield())
            sent += client.sendSome(piece);
        QVERIFY2(sent < 4'000'000, qPrintable(QString::number(sent)));
        QVERIFY(sent > 0);
    }

    void anUpgradeTakesTheConnectionWithWhatFollowed()
    {
        const std::string request =
            "GET /raw HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: echo\r\n\r\nearly";
        forEachSplit(request, [&](std::string_view first, std::string_view second) {
            RawClient client(m_path);
            QVERIFY(client.send(first));
            client.waitUntilTaken();
            QVERIFY(client.send(second));
            QVERIFY(client.receiveUntil("\r\n\r\n")
                        .starts_with("HTTP/1.1 101 Switching Protocols\r\nUpgrade: echo"));
            client.closeWrite();
            auto rest = client.receiveAll();
            std::erase_if(rest, [](char c) { return c == '<' || c == '>'; });
            QCOMPARE(rest, "earlybye");
        });
        QTRY_COMPARE(m_loop->run([this] { return m_server->connectionCount(); }), std::size_t{0});
    }

    void itListensOnLoopback()
    {
        m_loop->run([this] {
            HttpServer server(m_loop->context(), [](const auto &) {});
            SG_VERIFY_RESULT(server.listenTcp(0));
            QVERIFY(server.port() != 0);
            HttpServer second(m_loop->context(), [](const auto &) {});
            SG_VERIFY_FAILS(second.listenTcp(server.port()), Error::Kind::Io);
        });
    }

    void aFullServerLetsClientsWait()
    {
        startServer({.maximumConnections = 2});
        std::vector<RawClient> clients;
        for (int i = 0; i < 5; ++i)
            QVERIFY(clients.emplace_back(m_path).send("GET /ignore HTTP/1.1\r\n\r\n"));
        for (auto &client : clients) {
            QCOMPARE(bodyOf(client.receiveAnswer()), "ignored");
            QVERIFY(m_loop->run([this] { return m_server->connectionCount(); }) <= 2);
            client.close();
        }
    }

    void stoppingEndsWhatRunsAndRefusesTheRest()
    {
        RawClient idle(m_path);
        RawClient busy(m_path);
        QVERIFY(
            busy.send("POST /pieces HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n"));
        busy.receiveUntil("abc\r\n");
        m_loop->run([this] { m_server->stopGracefully(); });
        QCOMPARE(idle.receiveAll(), "");
        QVERIFY(busy.send("0\r\n\r\n"));
        QCOMPARE(busy.receiveAll(), "0\r\n\r\n");
        QVERIFY(!RawClient(m_path).isOpen());
    }
};

QTEST_GUILESS_MAIN(TestHttpServer)
#include "tst_httpserver.moc"
