// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/vnc/scriptedserver.h>
#include <tests/vnc/sessionwatch.h>

#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <csignal>
#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sandglass {

namespace {

constexpr QSize desktop{64, 48};
constexpr quint32 red = 0xff0000;

void greetAndDraw(ScriptedServer &server)
{
    server.say(rfbGreeting(desktop) + rfbSolid(QRect({}, desktop), red));
}

} // namespace

/// A session against a server that a test scripts; the decoder is the real one.
class TestRfbSession final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(!builtHelper().isEmpty(), "sandglass-rfb is not built"); }

    void init()
    {
        QTest::failOnWarning();
        m_bridges.emplace(builtHelper());
        m_watch.emplace(*m_bridges);
        m_server.emplace(greetAndDraw);
    }

    void cleanup()
    {
        m_watch.reset();
        m_bridges.reset();
        QCOMPARE(childProcesses(), QStringList());
        m_server.reset();
    }

    void aDesktopGoesLiveAndIsShown()
    {
        RfbSession &session = m_watch->session();
        m_watch->openTcp(m_server->port());
        QCOMPARE(m_watch->states(), u"Connecting"_s);
        QTRY_COMPARE(m_watch->damage(), QRegion(QRect({}, desktop)));
        QCOMPARE(m_watch->states(), u"Connecting Live"_s);
        QCOMPARE(session.desktopName(), u"scripted"_s);
        QCOMPARE(session.framebuffer().size(), desktop);
        QCOMPARE(session.framebuffer().view().format(), QImage::Format_RGB32);
        QImage wanted(desktop, QImage::Format_RGB32);
        wanted.fill(red);
        QCOMPARE(session.framebuffer().copy().convertToFormat(QImage::Format_RGB888),
                 wanted.convertToFormat(QImage::Format_RGB888));
    }

    void oneRectDamagesItsOwnArea()
    {
        m_watch->openTcp(m_server->port());
        QTRY_VERIFY(!m_watch->damage().isEmpty());
        QSignalSpy damaged(&m_watch->session(), &RfbSession::damaged);
        m_server->say(rfbSolid({3, 4, 5, 6}, 0x00ff00));
        QTRY_COMPARE(damaged.count(), 1);
        QCOMPARE(damaged[0][0].value<QRegion>(), QRegion(3, 4, 5, 6));
        QCOMPARE(m_watch->colourAt({3, 4}), 0x00ff00U);
        QCOMPARE(m_watch->colourAt({2, 4}), red);
    }

    void aWatchedDesktopAsksForChanges()
    {
        m_watch->openTcp(m_server->port());
        QTRY_COMPARE(rfbRequestsIn(m_server->heard()), u"everything changes"_s);
        m_server->say(rfbSolid({0, 0, 8, 8}, red));
        QTRY_COMPARE(rfbRequestsIn(m_server->heard()), u"everything changes changes"_s);
    }

    void closingIsIdleAndKeepsThePicture()
    {
        m_watch->openTcp(m_server->port());
        QTRY_VERIFY(!m_watch->damage().isEmpty());
        m_watch->session().close();
        QCOMPARE(m_watch->states(), u"Connecting Live Idle"_s);
        QCOMPARE(m_watch->session().helperPid(), 0);
        QCOMPARE(m_watch->colourAt({5, 5}), red);
        QTRY_COMPARE(childProcesses(), QStringList());
        QTRY_VERIFY(!m_server->isConnected());
    }

    void aSessionOpensAgainAndElsewhere()
    {
        ScriptedServer other(greetAndDraw);
        m_watch->openTcp(m_server->port());
        QTRY_VERIFY(m_watch->isLive());
        m_watch->openTcp(other.port());
        QTRY_VERIFY(m_watch->isLive());
        QTRY_VERIFY(!m_server->isConnected());
        QVERIFY(other.isConnected());
        QCOMPARE(m_watch->states(), u"Connecting Live Connecting Live"_s);
        QTRY_COMPARE(childProcesses().size(), 1);
    }

    void aServerThatIsNotThereIsUnreachable()
    {
        const quint16 port = m_server->port();
        m_server.reset();
        m_watch->openTcp(port);
        QTRY_COMPARE(m_watch->why(), u"Unreachable"_s);
        QCOMPARE(m_watch->session().end().detail, u"Connection refused"_s);
        QCOMPARE(m_watch->states(), u"Connecting Ended"_s);
    }

    void aServerThatHangsUpEndsTheSession()
    {
        m_watch->openTcp(m_server->port());
        QTRY_VERIFY(!m_watch->damage().isEmpty());
        m_server->hangUp();
        QTRY_COMPARE(m_watch->why(), u"Closed"_s);
        QTRY_COMPARE(childProcesses(), QStringList());
        QCOMPARE(m_watch->session().framebuffer().size(), desktop);
    }

    void aSilentServerIsATimeout()
    {
        const ScriptedServer silent;
        m_watch->session().setLimits({.handshake = 100ms});
        m_watch->openTcp(silent.port());
        QTRY_COMPARE(m_watch->why(), u"Timeout"_s);
        QCOMPARE(silent.connections(), 1);
    }

    void silenceInTheMiddleOfAMessageIsATimeout()
    {
        m_watch->session().setLimits({.stall = 100ms});
        m_watch->openTcp(m_server->port());
        QTRY_VERIFY(!m_watch->damage().isEmpty());
        m_server->say(rfbSolid({0, 0, 8, 8}, red).chopped(1));
        QTRY_COMPARE(m_watch->why(), u"Timeout"_s);
    }

    void silenceBetweenMessagesIsNoTimeout()
    {
        m_watch->session().setLimits({.handshake = 300ms, .stall = 50ms});
        m_watch->openTcp(m_server->port());
        QTRY_VERIFY(!m_watch->damage().isEmpty());
        QSignalSpy clock(&m_clock, &QTimer::timeout);
        m_clock.start(400ms);
        QVERIFY(clock.wait());
        QVERIFY(m_watch->isLive());
    }

    void garbageIsAProtocolError()
    {
        const ScriptedServer web([](ScriptedServer &server) { server.say("HTTP/1.1 200 OK\r\n"); });
        m_watch->openTcp(web.port());
        QTRY_COMPARE(m_watch->why(), u"Protocol"_s);
        QVERIFY(!m_watch->session().end().detail.isEmpty());
    }

    void anAbsurdSizeIsALimit()
    {
        const ScriptedServer large(
            [](ScriptedServer &server) { server.say(rfbGreeting({65535, 65535})); });
        m_watch->openTcp(large.port());
        QTRY_COMPARE(m_watch->why(), u"Limit"_s);
        QVERIFY(m_watch->session().framebuffer().view().isNull());
    }

    void aHiddenDesktopAsksForNothing()
    {
        m_watch->session().setWatched(false);
        m_watch->openTcp(m_server->port());
        QTRY_VERIFY(!m_watch->damage().isEmpty());
        m_server->say(rfbSolid({0, 0, 8, 8}, 1));
        QTRY_COMPARE(m_watch->colourAt({0, 0}), 1U);
        QCOMPARE(rfbRequestsIn(m_server->heard()), u"everything"_s);
        m_server->forget();
        m_watch->session().setWatched(true);
        // FramebufferUpdateRequest, incremental, of everything.
        QTRY_COMPARE(m_server->heard(), QByteArray::fromHex("03010000000000400030"));
    }

    void aMissingHelperIsNoHelper()
    {
        for (const QString &path : {QString(), u"/nowhere/sandglass-rfb"_s, u"/etc/passwd"_s}) {
            RfbBridges bridges(path);
            SessionWatch watch(bridges);
            watch.openTcp(m_server->port());
            QCOMPARE(watch.states(), u"Connecting"_s);
            QTRY_COMPARE(watch.why(), u"NoHelper"_s);
        }
        QCOMPARE(m_server->connections(), 0);
    }

    void aKilledHelperIsStartedAgain()
    {
        m_watch->session().setLimits({.firstRestart = 20ms});
        m_watch->openTcp(m_server->port());
        QTRY_VERIFY(m_watch->isLive());
        const qint64 first = m_watch->session().helperPid();
        QVERIFY(first > 0);
        QCOMPARE(::kill(static_cast<pid_t>(first), SIGKILL), 0);
        QTRY_COMPARE(m_watch->states(), u"Connecting Live Restarting Live"_s);
        QVERIFY(m_watch->session().helperPid() != first);
        QCOMPARE(m_server->connections(), 2);
        QTRY_COMPARE(m_watch->damage(), QRegion(QRect({}, desktop)));
    }

    void aHelperThatDiesAgainAndAgainIsGivenUp()
    {
        m_watch->session().setLimits({.firstRestart = 1ms, .restarts = 3});
        connect(&m_watch->session(), &RfbSession::stateChanged, this, [this] {
            if (m_watch->isLive())
                ::kill(static_cast<pid_t>(m_watch->session().helperPid()), SIGSEGV);
        });
        m_watch->openTcp(m_server->port());
        QTRY_COMPARE(m_watch->why(), u"Crashed"_s);
        QCOMPARE(m_watch->states(), u"Connecting Live Restarting Live Restarting Live Restarting "
                                    "Live Ended"_s);
        QVERIFY2(m_watch->session().end().detail.contains(u"signal 11"_s),
                 qPrintable(m_watch->session().end().detail));
        QCOMPARE(m_server->connections(), 4);
    }

    void aSecondOfLifeForgivesNoCrash()
    {
        m_watch->session().setLimits({.firstRestart = 1ms, .restarts = 1});
        dieLive(1100ms);
        m_watch->openTcp(m_server->port());
        QTRY_COMPARE(m_watch->why(), u"Crashed"_s);
        QCOMPARE(m_watch->states(), u"Connecting Live Restarting Live Ended"_s);
    }

    void aPictureThatLivedForgivesTheCrashesBefore()
    {
        m_watch->session().setLimits({.firstRestart = 1ms, .restarts = 1, .forgiving = 10ms});
        dieLive(20ms);
        m_watch->openTcp(m_server->port());
        QTRY_VERIFY(m_server->connections() > 4);
        QVERIFY(!m_watch->isEnded());
    }

    void aStoppedHelperIsStartedAgainWhenInputWaits()
    {
        m_watch->session().setLimits({.stall = 200ms, .firstRestart = 1ms});
        m_watch->openTcp(m_server->port());
        QTRY_VERIFY(m_watch->isLive());
        m_watch->session().input().setMode(RfbInput::Mode::Control);
        QCOMPARE(::kill(static_cast<pid_t>(m_watch->session().helperPid()), SIGSTOP), 0);
        m_watch->session().input().typeText(QString(4000, u'x'));
        QTRY_COMPARE(m_watch->states(), u"Connecting Live Restarting Live"_s);
    }

private:
    /// Each decoder crashes that long after its desktop has gone live.
    void dieLive(std::chrono::milliseconds age)
    {
        RfbSession &session = m_watch->session();
        connect(&session, &RfbSession::stateChanged, &session, [this, &session, age] {
            const auto pid = static_cast<pid_t>(session.helperPid());
            if (m_watch->isLive())
                QTimer::singleShot(age, &session, [pid] { ::kill(pid, SIGSEGV); });
        });
    }

    std::optional<RfbBridges> m_bridges;
    std::optional<SessionWatch> m_watch;
    std::optional<ScriptedServer> m_server;
    QTimer m_clock;
};

} // namespace Sandglass

QTEST_GUILESS_MAIN(Sandglass::TestRfbSession)
#include "tst_rfbsession.moc"
