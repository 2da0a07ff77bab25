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
constexpr quint32 keysymA = 0x61;
constexpr quint32 keysymQ = 0x71;

void greetAndDraw(ScriptedServer &server)
{
    server.say(rfbGreeting(desktop) + rfbSolid(QRect({}, desktop), 0xff0000));
}

} // namespace

/// Which bytes of input a server hears, through session, decoder and bridge.
class TestRfbKeys final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_bridges.emplace(builtHelper());
        m_watch.emplace(*m_bridges);
        m_watch->session().setLimits({.firstRestart = 20ms});
        m_server.emplace(greetAndDraw);
        m_watch->openTcp(m_server->port());
        QTRY_VERIFY(!m_watch->damage().isEmpty());
    }

    void cleanup()
    {
        m_watch.reset();
        m_bridges.reset();
        m_server.reset();
        QCOMPARE(childProcesses(), QStringList());
    }

    void viewOnlySendsNoByteOfInput()
    {
        RfbInput &input = m_watch->session().input();
        QCOMPARE(input.mode(), RfbInput::Mode::ViewOnly);
        QTRY_COMPARE(rfbRequestsIn(m_server->heard()), u"everything changes"_s);
        const QByteArray before = m_server->heard();
        input.pressKey(38, keysymA);
        input.releaseKey(38);
        input.tapKeys({keysymA});
        input.typeText(u"text"_s);
        input.movePointer({5, 6});
        input.pressButton(Qt::LeftButton);
        input.releaseButton(Qt::LeftButton);
        input.scroll({0, 120});
        input.releaseAll();
        // What is asked for after all that has arrived, and nothing else has.
        m_server->say(rfbSolid({0, 0, 8, 8}, 1));
        QTRY_COMPARE(rfbRequestsIn(m_server->heard()), u"everything changes changes"_s);
        QCOMPARE(m_server->heard().size(), before.size() + 10);
        QCOMPARE(rfbInputIn(m_server->heard()), QString());
        m_watch->session().close();
        QTRY_VERIFY(!m_server->isConnected());
        QCOMPARE(rfbInputIn(m_server->heard()), QString());
    }

    void keysAndPointerArriveInOrder()
    {
        RfbInput &input = takeControl();
        input.movePointer({5, 6});
        input.pressButton(Qt::LeftButton);
        input.pressKey(24, keysymQ);
        input.pressKey(24, keysymA); // another layout by now
        input.releaseKey(24);
        input.releaseButton(Qt::LeftButton);
        input.typeText(u"é"_s);
        QTRY_COMPARE(rfbInputIn(m_server->heard()), u"5,6:0 5,6:1 +71 +71 -71 5,6:0 +e9 -e9"_s);
    }

    void thePointerStaysOnTheDesktop()
    {
        RfbInput &input = takeControl();
        input.movePointer({-5, 1000});
        input.pressButton(Qt::RightButton);
        input.movePointer({100'000, -1});
        QTRY_COMPARE(rfbInputIn(m_server->heard()), u"0,47:0 0,47:4 63,0:4"_s);
    }

    void handingBackLetsGo()
    {
        pressSome();
        m_watch->session().input().setMode(RfbInput::Mode::ViewOnly);
        QTRY_COMPARE(rfbInputIn(m_server->heard()), u"+61 0,0:1 -61 0,0:0"_s);
    }

    void handingBackTakesBackWhatWaits()
    {
        pressSome();
        QTRY_COMPARE(rfbInputIn(m_server->heard()), u"+61 0,0:1"_s);
        const auto pid = static_cast<pid_t>(m_watch->session().helperPid());
        RfbInput &input = m_watch->session().input();
        QCOMPARE(::kill(pid, SIGSTOP), 0);
        input.typeText(QString(8000, u'x'));
        input.movePointer({9, 9});
        input.setMode(RfbInput::Mode::ViewOnly);
        QCOMPARE(::kill(pid, SIGCONT), 0);
        m_watch->session().close();
        QTRY_VERIFY(!m_server->isConnected());
        const QStringList heard = rfbInputIn(m_server->heard()).split(u' ');
        // What lay in the socket went its way.
        QVERIFY2(heard.count(u"+78"_s) < 4000, QByteArray::number(heard.count(u"+78"_s)));
        QCOMPARE(heard.count(u"-78"_s), heard.count(u"+78"_s));
        QCOMPARE(heard.count(u"-61"_s), 1);
        QCOMPARE(heard.last(), u"0,0:0"_s);
    }

    void muchTextDoesNotCountAsAStuckDecoder()
    {
        const qint64 pid = m_watch->session().helperPid();
        RfbInput &input = takeControl();
        QCOMPARE(::kill(static_cast<pid_t>(pid), SIGSTOP), 0);
        for (int i = 0; i < 12; ++i)
            input.typeText(QString(RfbInput::longestText, u'x'));
        input.tapKeys({keysymQ}); // there is room for this
        QCOMPARE(::kill(static_cast<pid_t>(pid), SIGCONT), 0);
        const QByteArray last = releaseMessages({.keysyms = {keysymQ}});
        QTRY_VERIFY_WITH_TIMEOUT(m_server->heard().endsWith(last), 30'000);
        QCOMPARE(m_watch->session().helperPid(), pid);
    }

    void closingLetsGo()
    {
        pressSome();
        m_watch->session().close();
        QTRY_VERIFY(!m_server->isConnected());
        QCOMPARE(rfbInputIn(m_server->heard()), u"+61 0,0:1 -61 0,0:0"_s);
    }

    void destroyingTheSessionLetsGo()
    {
        pressSome();
        m_watch.reset();
        QTRY_VERIFY(!m_server->isConnected());
        QCOMPARE(rfbInputIn(m_server->heard()), u"+61 0,0:1 -61 0,0:0"_s);
    }

    void endingTheAppLetsGo()
    {
        pressSome();
        m_watch.reset();
        m_bridges.reset();
        QTRY_VERIFY(!m_server->isConnected());
        QCOMPARE(rfbInputIn(m_server->heard()), u"+61 0,0:1 -61 0,0:0"_s);
    }

    void openingAnotherDesktopLetsGo()
    {
        const ScriptedServer other(greetAndDraw);
        pressSome();
        m_watch->openTcp(other.port());
        QTRY_VERIFY(!m_server->isConnected());
        QCOMPARE(rfbInputIn(m_server->heard()), u"+61 0,0:1 -61 0,0:0"_s);
        QTRY_COMPARE(rfbRequestsIn(other.heard()), u"everything changes"_s);
        QCOMPARE(rfbInputIn(other.heard()), QString());
    }

    void aCrashLetsGoOnItsConnectionAndOnTheNext()
    {
        pressSome();
        QTRY_COMPARE(rfbInputIn(m_server->heard()), u"+61 0,0:1"_s);
        QCOMPARE(::kill(static_cast<pid_t>(m_watch->session().helperPid()), SIGKILL), 0);
        QTRY_COMPARE(m_server->connections(), 2);
        QTRY_COMPARE(rfbInputIn(m_server->heard()), u"-61 0,0:0"_s);
        QCOMPARE(rfbInputIn(m_server->heardBefore()), u"+61 0,0:1 -61 0,0:0"_s);
        // The control that a person took outlives the crash.
        m_watch->session().input().tapKeys({keysymQ});
        QTRY_COMPARE(rfbInputIn(m_server->heard()), u"-61 0,0:0 +71 -71"_s);
    }

    void anErrorOfTheSessionLetsGo()
    {
        pressSome();
        QTRY_COMPARE(rfbInputIn(m_server->heard()), u"+61 0,0:1"_s);
        m_server->say("\xff is no message of a server");
        QTRY_COMPARE(m_watch->why(), u"Protocol"_s);
        QTRY_VERIFY(!m_server->isConnected());
        QCOMPARE(rfbInputIn(m_server->heard()), u"+61 0,0:1 -61 0,0:0"_s);
    }

    void aStoppedDecoderIsKilledWithItsSession()
    {
        pressSome();
        const qint64 pid = m_watch->session().helperPid();
        QTRY_COMPARE(rfbInputIn(m_server->heard()), u"+61 0,0:1"_s);
        QCOMPARE(::kill(static_cast<pid_t>(pid), SIGSTOP), 0);
        m_watch->session().close();
        QTRY_VERIFY(!isProcess(pid));
        QTRY_VERIFY(!m_server->isConnected());
        // The bridge said what the decoder no longer could.
        QCOMPARE(rfbInputIn(m_server->heard()), u"+61 0,0:1 -61 0,0:0"_s);
    }

    void endingTheAppWithAStoppedDecoderLetsGo()
    {
        // Told to end while it waits, Qt's own dispatcher drops what came before that.
        cleanup();
        qputenv("QT_NO_THREADED_GLIB", "1");
        init();
        qunsetenv("QT_NO_THREADED_GLIB");
        pressSome();
        QTRY_COMPARE(rfbInputIn(m_server->heard()), u"+61 0,0:1"_s);
        QCOMPARE(::kill(static_cast<pid_t>(m_watch->session().helperPid()), SIGSTOP), 0);
        m_watch.reset();
        m_bridges.reset();
        QTRY_VERIFY(!m_server->isConnected());
        QCOMPARE(rfbInputIn(m_server->heard()), u"+61 0,0:1 -61 0,0:0"_s);
    }

    void aStoppedDecoderDoesNotKeepTheAppFromEnding()
    {
        const qint64 pid = m_watch->session().helperPid();
        QCOMPARE(::kill(static_cast<pid_t>(pid), SIGSTOP), 0);
        m_watch.reset();
        m_bridges.reset();
        QVERIFY(!isProcess(pid));
    }

    void whatIsPressedBecomesRfb()
    {
        QCOMPARE(releaseMessages({}), QByteArray());
        QCOMPARE(
            releaseMessages({.keysyms = {keysymQ, 0x01f60012}, .buttons = 3, .position = {1, 300}}),
            QByteArray::fromHex("0400000001f60012"
                                "0400000000000071"
                                "05000001012c"));
    }

private:
    RfbInput &takeControl()
    {
        m_watch->session().input().setMode(RfbInput::Mode::Control);
        return m_watch->session().input();
    }

    void pressSome()
    {
        takeControl().pressKey(38, keysymA);
        m_watch->session().input().pressButton(Qt::LeftButton);
    }

    std::optional<RfbBridges> m_bridges;
    std::optional<SessionWatch> m_watch;
    std::optional<ScriptedServer> m_server;
};

} // namespace Sandglass

QTEST_GUILESS_MAIN(Sandglass::TestRfbKeys)
#include "tst_rfbkeys.moc"
