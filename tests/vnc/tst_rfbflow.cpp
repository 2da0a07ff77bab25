// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/vnc/scriptedserver.h>
#include <tests/vnc/sessionwatch.h>
#include <vnc/rfbpump.h>

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWebSockets/QWebSocket>
#include <QtWebSockets/QWebSocketServer>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <array>
#include <csignal>
#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sandglass {

namespace {

constexpr QSize desktop{64, 48};
constexpr qsizetype mebibyte = qsizetype{1024} * 1024;

void greetAndDraw(ScriptedServer &server)
{
    server.say(rfbGreeting(desktop) + rfbSolid(QRect({}, desktop), 0xff0000));
}

/// The decoder's end of its stream; it has only this to say.
struct SocketPair {
    SocketPair()
    {
        std::array<int, 2> fds{-1, -1};
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, fds.data()) == 0) {
            ours.reset(fds[0]);
            theirs.reset(fds[1]);
        }
    }

    /// Whether anything was taken.
    bool write()
    {
        static const QByteArray words = QByteArray("abc").repeated(100'000);
        const qsizetype before = written;
        while (true) {
            const QByteArrayView rest = QByteArrayView(words).sliced(written % words.size());
            const ssize_t count = ::send(theirs.get(), rest.data(), rest.size(), MSG_NOSIGNAL);
            if (count <= 0)
                return written > before;
            written += count;
        }
    }

    Rfb::OwnedFd ours;
    Rfb::OwnedFd theirs;
    qsizetype written = 0;
};

/// Of this process's connections to that port: whether small packets leave at once. Empty when
/// there are none.
std::optional<bool> sendsAtOnce(quint16 port)
{
    std::optional<bool> all;
    for (int fd = 0; fd < 1024; ++fd) {
        sockaddr_in peer{};
        socklen_t size = sizeof peer;
        int noDelay = 0;
        socklen_t optionSize = sizeof noDelay;
        if (::getpeername(fd, reinterpret_cast<sockaddr *>(&peer), &size) == 0 &&
            peer.sin_family == AF_INET && ntohs(peer.sin_port) == port &&
            ::getsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &noDelay, &optionSize) == 0)
            all = all.value_or(true) && noDelay != 0;
    }
    return all;
}

} // namespace

/// How bytes flow through the bridges' thread, and what happens when they do not.
class TestRfbFlow final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_bridges.emplace(builtHelper());
        m_watch.emplace(*m_bridges);
        m_web.emplace(u"test"_s, QWebSocketServer::NonSecureMode);
        m_web->setSupportedSubprotocols({u"binary"_s});
        QVERIFY(m_web->listen(QHostAddress::LocalHost));
    }

    void cleanup()
    {
        m_watch.reset();
        m_bridges.reset();
        m_web.reset();
        QCOMPARE(childProcesses(), QStringList());
    }

    void aWebSocketCarriesADesktopInPieces()
    {
        QWebSocket *server = openWebSocket();
        QVERIFY(server != nullptr);
        QCOMPARE(server->subprotocol(), u"binary"_s);
        const QByteArray bytes = rfbGreeting(desktop) + rfbSolid(QRect({}, desktop), 0x00ff00);
        for (qsizetype at = 0; at < bytes.size(); at += 1000)
            server->sendBinaryMessage(
                bytes.sliced(at, std::min<qsizetype>(1000, bytes.size() - at)));
        QTRY_COMPARE(m_watch->damage(), QRegion(QRect({}, desktop)));
        QCOMPARE(m_watch->colourAt({63, 47}), 0x00ff00U);
    }

    void theVersionGoesOutEarlyAndOnce()
    {
        QWebSocket *server = openWebSocket();
        QVERIFY(server != nullptr);
        QByteArray heard;
        connect(server, &QWebSocket::binaryMessageReceived, this,
                [&heard](const QByteArray &message) { heard += message; });
        QTRY_COMPARE(heard, "RFB 003.008\n"_ba); // the server has said nothing yet
        server->sendBinaryMessage(rfbGreeting(desktop));
        QTRY_COMPARE(rfbRequestsIn(heard), u"everything"_s);
        QCOMPARE(heard.count("RFB"), 1);
    }

    void overTcpTheVersionWaitsForTheServers()
    {
        ScriptedServer server;
        m_watch->openTcp(server.port());
        QTRY_VERIFY(server.isConnected());
        server.say(rfbGreeting(desktop));
        QTRY_COMPARE(rfbRequestsIn(server.heard()), u"everything"_s);
        QCOMPARE(server.heard().count("RFB"), 1);
    }

    void smallPacketsLeaveAtOnce()
    {
        const ScriptedServer server(greetAndDraw);
        m_watch->openTcp(server.port());
        QTRY_VERIFY(m_watch->isLive());
        QCOMPARE(sendsAtOnce(server.port()), std::optional(true));
        QVERIFY(openWebSocket() != nullptr);
        QCOMPARE(sendsAtOnce(m_web->serverPort()), std::optional(true));
    }

    void aServerThatGoesAwayTellsWhy()
    {
        QWebSocket *server = openWebSocket();
        QVERIFY(server != nullptr);
        server->sendBinaryMessage(rfbGreeting(desktop));
        QTRY_VERIFY(m_watch->isLive());
        server->close(QWebSocketProtocol::CloseCodeNormal, u"Target closed"_s);
        QTRY_COMPARE(m_watch->why(), u"Closed"_s);
    }

    void sixtyFourMebibytesUnreadEndTheSession()
    {
        ScriptedServer server(greetAndDraw);
        m_watch->openTcp(server.port());
        QTRY_VERIFY(!m_watch->damage().isEmpty());
        const qint64 pid = m_watch->session().helperPid();
        QCOMPARE(::kill(static_cast<pid_t>(pid), SIGSTOP), 0);
        const QByteArray piece(8 * mebibyte, '\0');
        for (int i = 0; i < 7; ++i)
            server.say(piece);
        QTRY_COMPARE(server.unsent(), 0);
        QVERIFY(m_watch->isLive()); // 56 of them are still taken
        for (int i = 0; i < 2; ++i)
            server.say(piece);
        QTRY_COMPARE(m_watch->why(), u"Limit"_s);
        QTRY_VERIFY(!isProcess(pid));
    }

    void aSessionThatStallsLeavesOthersAlone()
    {
        ScriptedServer stalled(greetAndDraw);
        ScriptedServer lively(greetAndDraw);
        SessionWatch other(*m_bridges);
        m_watch->openTcp(stalled.port());
        other.openTcp(lively.port());
        QTRY_VERIFY(!m_watch->damage().isEmpty());
        QTRY_VERIFY(!other.damage().isEmpty());
        QCOMPARE(::kill(static_cast<pid_t>(m_watch->session().helperPid()), SIGSTOP), 0);
        stalled.say(QByteArray(32 * mebibyte, '\0'));
        for (quint32 colour = 1; colour < 20; ++colour) {
            lively.say(rfbSolid(QRect({}, desktop), colour));
            QTRY_COMPARE(other.colourAt({9, 9}), colour);
        }
        QVERIFY(m_watch->isLive());
    }

    void aServerThatReadsNothingStopsTheDecoder()
    {
        ScriptedServer server([](ScriptedServer &self) { self.setReading(false); });
        SocketPair pair;
        SocketPair unused; // of a decoder that is none: the test speaks for it
        RfbPump pump({.host = u"127.0.0.1"_s, .port = server.port()}, {}, std::move(pair.ours),
                     {.program = u"/bin/true"_s,
                      .rfb = std::move(unused.ours),
                      .control = std::move(unused.theirs)});
        pump.open();
        QTRY_COMPARE(server.connections(), 1);
        // Full when it has taken nothing more for a while.
        int quiet = 0;
        const auto fill = [&pair, &quiet] {
            quiet = pair.write() ? 0 : quiet + 1;
            return quiet > 20 || pair.written > 64 * mebibyte;
        };
        QTRY_VERIFY_WITH_TIMEOUT(fill(), 30'000);
        // Most of it lies in the system's buffers.
        QVERIFY2(pair.written < 16 * mebibyte, qPrintable(QString::number(pair.written)));
        server.setReading(true);
        QTRY_COMPARE(server.heard().size(), pair.written);
        QCOMPARE(server.heard().count("abc"), pair.written / 3);
    }

    void aSilentServerHoldsUpOnlyItself()
    {
        const ScriptedServer silent;
        ScriptedServer lively(greetAndDraw);
        SessionWatch other(*m_bridges);
        m_watch->session().setLimits({.handshake = 200ms});
        m_watch->openTcp(silent.port());
        other.openTcp(lively.port());
        QTRY_VERIFY(!other.damage().isEmpty());
        QTRY_COMPARE(m_watch->why(), u"Timeout"_s);
        QVERIFY(other.isLive());
    }

    void muchDataArrivesWhole()
    {
        const QSize large(1920, 1080);
        QWebSocket *server = openWebSocket();
        QVERIFY(server != nullptr);
        server->sendBinaryMessage(rfbGreeting(large));
        for (quint32 i = 1; i <= 6; ++i)
            server->sendBinaryMessage(rfbSolid(QRect({}, large), i * 0x101010));
        QTRY_COMPARE(m_watch->colourAt({1919, 1079}), 0x606060U);
        QImage wanted(large, QImage::Format_RGB32);
        wanted.fill(0x606060);
        QCOMPARE(m_watch->session().framebuffer().copy().convertToFormat(QImage::Format_RGB888),
                 wanted.convertToFormat(QImage::Format_RGB888));
    }

private:
    /// The server's side of the session's connection.
    QWebSocket *openWebSocket()
    {
        m_watch->openWebSocket(QUrl(u"ws://127.0.0.1:%1/websockify"_s.arg(m_web->serverPort())));
        if (!QTest::qWaitFor([this] { return m_web->hasPendingConnections(); }))
            return nullptr;
        QWebSocket *server = m_web->nextPendingConnection();
        server->setParent(&*m_web);
        return server;
    }

    std::optional<RfbBridges> m_bridges;
    std::optional<SessionWatch> m_watch;
    std::optional<QWebSocketServer> m_web;
};

} // namespace Sandglass

QTEST_GUILESS_MAIN(Sandglass::TestRfbFlow)
#include "tst_rfbflow.moc"
