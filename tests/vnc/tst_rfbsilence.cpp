// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/vnc/scriptedserver.h>
#include <tests/vnc/sessionwatch.h>

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sandglass {

namespace {

constexpr QSize desktop(64, 48);
constexpr quint32 red = 0xff0000;

} // namespace

/// A server that has to say something and does not: said soon, forgiven when it goes on, and the
/// end of the session at last.
class TestRfbSilence final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(!builtHelper().isEmpty(), "sandglass-rfb is not built"); }

    void init()
    {
        QTest::failOnWarning();
        m_bridges.emplace(builtHelper());
        m_watch.emplace(*m_bridges);
        m_watch->session().setLimits({.quiet = 50ms});
    }

    void cleanup()
    {
        m_watch.reset();
        m_bridges.reset();
        QCOMPARE(childProcesses(), QStringList());
    }

    void aServerThatDoesNotGreetIsSilentUntilItDoes()
    {
        ScriptedServer server;
        QSignalSpy changed(&m_watch->session(), &RfbSession::silenceChanged);
        m_watch->openTcp(server.port());
        QVERIFY(!isSilent());
        QTRY_VERIFY(isSilent());
        QCOMPARE(changed.count(), 1);
        QCOMPARE(m_watch->states(), u"Connecting"_s);
        server.say(rfbGreeting(desktop) + rfbSolid(QRect({}, desktop), red));
        QTRY_VERIFY(m_watch->isLive());
        QVERIFY(!isSilent());
    }

    void aServerThatNeverDrawsIsSilentAndEnds()
    {
        const ScriptedServer server(
            [](ScriptedServer &self) { self.say(rfbGreeting(desktop)); });
        m_watch->session().setLimits({.stall = 300ms, .quiet = 50ms});
        m_watch->openTcp(server.port());
        QTRY_VERIFY(m_watch->isLive() && isSilent());
        QTRY_COMPARE(m_watch->why(), u"Timeout"_s);
        QVERIFY(!isSilent());
    }

    void halfAMessageIsSilenceUntilTheRestComes()
    {
        ScriptedServer server(draw);
        m_watch->openTcp(server.port());
        QTRY_VERIFY(!m_watch->damage().isEmpty());
        const QByteArray update = rfbSolid({0, 0, 8, 8}, 0x00ff00);
        server.say(update.chopped(1));
        QTRY_VERIFY(isSilent());
        server.say(update.last(1));
        QTRY_VERIFY(!isSilent());
        QTRY_COMPARE(m_watch->colourAt({7, 7}), 0x00ff00U);
        QCOMPARE(m_watch->states(), u"Connecting Live"_s);
    }

    void aServerWithNothingToSayIsNotSilent()
    {
        ScriptedServer server(draw);
        QSignalSpy changed(&m_watch->session(), &RfbSession::silenceChanged);
        m_watch->openTcp(server.port());
        QTRY_VERIFY(!m_watch->damage().isEmpty());
        QVERIFY(!changed.wait(250ms));
        QVERIFY(m_watch->isLive());
    }

    void openingAgainBeginsAnew()
    {
        ScriptedServer silent;
        m_watch->openTcp(silent.port());
        QTRY_VERIFY(isSilent());
        ScriptedServer other(draw);
        m_watch->openTcp(other.port());
        QVERIFY(!isSilent());
        QTRY_VERIFY(m_watch->isLive());
        m_watch->session().close();
        QVERIFY(!isSilent());
    }

private:
    static void draw(ScriptedServer &server)
    {
        server.say(rfbGreeting(desktop) + rfbSolid(QRect({}, desktop), red));
    }
    [[nodiscard]] bool isSilent() { return m_watch->session().isSilent(); }

    std::optional<RfbBridges> m_bridges;
    std::optional<SessionWatch> m_watch;
};

} // namespace Sandglass

QTEST_GUILESS_MAIN(Sandglass::TestRfbSilence)
#include "tst_rfbsilence.moc"
