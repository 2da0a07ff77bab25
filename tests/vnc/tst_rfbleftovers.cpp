// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/vnc/scriptedserver.h>
#include <tests/vnc/sessionwatch.h>

#include <QtTest/QTest>

#include <csignal>
#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sandglass {

namespace {

constexpr QSize desktop{64, 48};

void greetAndDraw(ScriptedServer &server)
{
    server.say(rfbGreeting(desktop) + rfbSolid(QRect({}, desktop), 0xff0000));
}

} // namespace

/// A session destroyed in each of its states, and the bridges after it, leave no process, no thread
/// and no descriptor behind.
class TestRfbLeftovers final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        // What Qt opens for a first connection stays open.
        begin(greetAndDraw);
        openTcp();
        QTRY_VERIFY(m_watch->isLive());
        end();
        m_descriptors = descriptorCount();
    }

    void init() { QTest::failOnWarning(); }

    void cleanup()
    {
        end();
        QCOMPARE(childProcesses(), QStringList());
        QTRY_COMPARE(bridgeThreads(), 0); // the system notices a moment after wait()
        QTRY_COMPARE(descriptorCount(), m_descriptors);
    }

    void idle() { begin(greetAndDraw); }

    void beforeTheDecoderRuns()
    {
        begin(greetAndDraw);
        openTcp();
        QCOMPARE(m_watch->session().helperPid(), 0);
    }

    void whileTheDecoderStarts()
    {
        begin(greetAndDraw);
        openTcp();
        // The bridges' thread is told to start it; whether it has is not known here yet.
        QCoreApplication::sendPostedEvents();
        QCOMPARE(m_watch->session().helperPid(), 0);
    }

    void closedWhileTheDecoderStarts()
    {
        whileTheDecoderStarts();
        m_watch->session().close();
        QTRY_VERIFY(m_bridges->children().isEmpty());
        QCOMPARE(childProcesses(), QStringList());
    }

    void whileConnecting()
    {
        begin({});
        m_watch->openWebSocket(QUrl(u"ws://127.0.0.1:%1/"_s.arg(m_server->port())));
        QTRY_VERIFY(m_server->heard().endsWith("\r\n\r\n"));
        QVERIFY(m_watch->session().helperPid() > 0);
    }

    void whileAskingAboutARefusal()
    {
        begin({}, [](ScriptedServer &server) {
            if (server.connections() == 1)
                server.say("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n");
        });
        m_watch->openWebSocket(QUrl(u"ws://127.0.0.1:%1/"_s.arg(m_server->port())));
        QTRY_COMPARE(m_server->connections(), 2);
        QCOMPARE(m_watch->states(), u"Connecting"_s);
    }

    void inTheHandshake()
    {
        begin([](ScriptedServer &server) { server.say("RFB 003.008\n"); });
        openTcp();
        QTRY_COMPARE(m_server->heard(), "RFB 003.008\n"_ba);
    }

    void live()
    {
        begin(greetAndDraw);
        openTcp();
        QTRY_VERIFY(m_watch->isLive());
    }

    void liveAndStopped()
    {
        begin(greetAndDraw);
        openTcp();
        QTRY_VERIFY(m_watch->isLive());
        QCOMPARE(::kill(static_cast<pid_t>(m_watch->session().helperPid()), SIGSTOP), 0);
    }

    void closed()
    {
        begin(greetAndDraw);
        openTcp();
        QTRY_VERIFY(m_watch->isLive());
        m_watch->session().close();
    }

    void restarting()
    {
        begin(greetAndDraw);
        openTcp();
        QTRY_VERIFY(m_watch->isLive());
        QCOMPARE(::kill(static_cast<pid_t>(m_watch->session().helperPid()), SIGKILL), 0);
        QTRY_COMPARE(m_watch->session().state(), RfbSession::State::Restarting);
    }

    void ended()
    {
        begin(greetAndDraw);
        openTcp();
        QTRY_VERIFY(m_watch->isLive());
        m_server->hangUp();
        QTRY_VERIFY(m_watch->isEnded());
    }

    void insideItsOwnSignals()
    {
        for (const auto state :
             {RfbSession::State::Connecting, RfbSession::State::Live, RfbSession::State::Ended}) {
            begin(greetAndDraw);
            auto session = std::make_unique<RfbSession>(*m_bridges);
            connect(session.get(), &RfbSession::stateChanged, session.get(), [&session, state] {
                if (session->state() == state)
                    session.release()->deleteLater();
            });
            session->open({.host = u"127.0.0.1"_s, .port = m_server->port()});
            if (state == RfbSession::State::Ended) {
                QTRY_COMPARE(session->state(), RfbSession::State::Live);
                m_server->hangUp();
            }
            QTRY_VERIFY(!session);
            QTRY_COMPARE(childProcesses(), QStringList());
            end();
        }
    }

    void manyAtOnce()
    {
        begin({});
        std::vector<std::unique_ptr<ScriptedServer>> servers;
        std::vector<std::unique_ptr<SessionWatch>> watches;
        for (int i = 0; i < 16; ++i) {
            servers.push_back(std::make_unique<ScriptedServer>(greetAndDraw));
            watches.push_back(std::make_unique<SessionWatch>(*m_bridges));
            watches.back()->openTcp(servers.back()->port());
        }
        for (const auto &watch : watches)
            QTRY_VERIFY(!watch->damage().isEmpty());
        QCOMPARE(bridgeThreads(), 1);
    }

private:
    void begin(const ScriptedServer::Script &greet, const ScriptedServer::Script &answer = {})
    {
        m_server.emplace(greet, answer);
        m_bridges.emplace(builtHelper());
        m_watch.emplace(*m_bridges);
        m_watch->session().setLimits({.closing = 100ms});
    }

    void openTcp() { m_watch->openTcp(m_server->port()); }

    void end()
    {
        m_watch.reset();
        m_bridges.reset();
        m_server.reset();
    }

    std::optional<RfbBridges> m_bridges;
    std::optional<SessionWatch> m_watch;
    std::optional<ScriptedServer> m_server;
    qsizetype m_descriptors = 0;
};

} // namespace Sandglass

QTEST_GUILESS_MAIN(Sandglass::TestRfbLeftovers)
#include "tst_rfbleftovers.moc"
