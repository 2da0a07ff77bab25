// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/uniquefd.h>
#include <tests/host/agent/agentclient.h>

#include <QtCore/QTemporaryDir>
#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>
#include <QtTest/QTest>

#include <netinet/in.h>
#include <sys/socket.h>

#include <memory>

using namespace Qt::StringLiterals;
using namespace Sandglass;

class TestAgentTunnel : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    std::unique_ptr<AgentProcess> m_agent;

    [[nodiscard]] RawClient open(std::uint16_t port, std::string_view early = {}) const
    {
        RawClient client(m_agent->path());
        client.send("CONNECT 127.0.0.1:" + std::to_string(port) + " HTTP/1.1\r\n\r\n" +
                    std::string(early));
        return client;
    }
    static std::unique_ptr<QTcpSocket> accept(QTcpServer &server)
    {
        return std::unique_ptr<QTcpSocket>(
            QTest::qWaitFor([&] { return server.hasPendingConnections(); })
                ? server.nextPendingConnection()
                : nullptr);
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_agent = std::make_unique<AgentProcess>(m_dir.filePath(u"agent"_s).toStdString());
    }
    void cleanup()
    {
        QCOMPARE(m_agent->stop(), 0);
        m_agent.reset();
    }

    void bytesPassBothWaysWithHalfCloses()
    {
        // By hand: QTcpSocket closes both ways as soon as the peer closes one.
        const UniqueFd listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t length = sizeof address;
        auto *const generic = reinterpret_cast<sockaddr *>(&address);
        QCOMPARE(::bind(listener.get(), generic, length), 0);
        QCOMPARE(::listen(listener.get(), 1), 0);
        QCOMPARE(::getsockname(listener.get(), generic, &length), 0);
        auto client = open(ntohs(address.sin_port), "early");
        const UniqueFd peer(::accept(listener.get(), nullptr, nullptr));
        QCOMPARE(client.receiveUntil("\r\n\r\n"), "HTTP/1.1 200 OK\r\n\r\n");
        QVERIFY(client.send("ping"));
        client.closeWrite();
        std::string received;
        for (char byte = 0; ::recv(peer.get(), &byte, 1, 0) == 1;) // to the end
            received += byte;
        QCOMPARE(received, "earlyping");
        QCOMPARE(::send(peer.get(), "pong", 4, MSG_NOSIGNAL), 4);
        ::shutdown(peer.get(), SHUT_WR);
        QCOMPARE(client.receiveAll(), "pong");
    }

    void aServerOnTheOtherLoopbackIsFound()
    {
        QTcpServer server;
        if (!server.listen(QHostAddress::LocalHostIPv6))
            QSKIP("this machine has no IPv6 loopback");
        auto client = open(server.serverPort());
        QVERIFY(accept(server));
        QVERIFY(client.receiveUntil("\r\n\r\n").starts_with("HTTP/1.1 200 "));
    }

    void muchDataIsNotLost()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        auto client = open(server.serverPort());
        const auto socket = accept(server);
        QVERIFY(socket);
        const QByteArray sent(5'000'000, 'x');
        socket->write(sent);
        client.receiveUntil("\r\n\r\n");
        std::size_t received = 0;
        while (received < static_cast<std::size_t>(sent.size())) {
            QVERIFY(
                QTest::qWaitFor([&] { return socket->bytesToWrite() == 0 || client.hasInput(); }));
            const auto bytes = client.receiveAny();
            QVERIFY(!bytes.empty());
            received += bytes.size();
        }
        QCOMPARE(received, static_cast<std::size_t>(sent.size()));
    }

    void aClosedPortIsABadGateway()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const auto port = server.serverPort();
        server.close();
        auto client = open(port);
        const auto answer = client.receiveAnswer();
        QVERIFY2(answer.starts_with("HTTP/1.1 502 "), answer.c_str());
        QVERIFY(answer.contains("\"port\":" + std::to_string(port)));
        QVERIFY(answer.contains("\"code\":502"));
    }

    void aPortThatOpensInAMomentIsWaitedFor()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const auto port = server.serverPort();
        server.close();
        auto client = open(port);
        client.waitUntilTaken();
        QVERIFY(server.listen(QHostAddress::LocalHost, port));
        QVERIFY(accept(server));
        QVERIFY(client.receiveUntil("\r\n\r\n").starts_with("HTTP/1.1 200 "));
    }

    void otherTargetsAreRefused()
    {
        for (const char *const target :
             {"127.0.0.1", "127.0.0.1:", "127.0.0.1:0", "127.0.0.1:70000", "127.0.0.1:8x",
              "192.0.2.1:80", "example.org:443"}) {
            RawClient client(m_agent->path());
            client.send("CONNECT " + std::string(target) + " HTTP/1.1\r\n\r\n");
            QVERIFY(client.receiveAnswer().starts_with("HTTP/1.1 400 "));
        }
    }

    void aClientThatLeavesClosesTheTunnel()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        auto client = open(server.serverPort());
        const auto socket = accept(server);
        QVERIFY(socket);
        client.receiveUntil("\r\n\r\n");
        client.close();
        socket->write("into the void");
        QTRY_VERIFY(socket->state() != QAbstractSocket::ConnectedState ||
                    (socket->write("x"), false));
    }
};

QTEST_GUILESS_MAIN(TestAgentTunnel)
#include "tst_agenttunnel.moc"
