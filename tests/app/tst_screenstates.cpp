// SPDX-License-Identifier: GPL-3.0-or-later
// A screen whose sandbox is paused, restricts its traffic, or whose stream breaks: what is said,
// and what is sent.
#include <app/operations/resumetext.h>
#include <app/pages/screenpane.h>
#include <app/sessions/desktopsession.h>
#include <app/startup.h>
#include <tests/app/pausedservice.h>
#include <tests/vnc/scriptedserver.h>
#include <tests/widgets/shown.h>
#include <vnc/rfbbridges.h>

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

using namespace Sandglass;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using State = DesktopSession::State;

namespace {

constexpr QSize desktop(64, 48);

/// A screen behind a proxy: every upgrade is accepted, and the stream begins.
void stream(ScriptedServer &server)
{
    if (server.heard().endsWith("\r\n\r\n"))
        server.say(acceptingUpgrade(server.heard()) +
                   webSocketFrame(rfbGreeting(desktop) + rfbSolid(QRect({}, desktop), 0xff0000)));
}

void streamAndHangUp(ScriptedServer &server)
{
    stream(server);
    if (rfbRequestsIn(server.heard()) == "broken"_L1 && !server.heard().endsWith("\r\n\r\n"))
        server.hangUp();
}

void acceptAndHangUp(ScriptedServer &server)
{
    if (!server.heard().endsWith("\r\n\r\n"))
        return;
    server.say(acceptingUpgrade(server.heard()));
    server.hangUp();
}

void refuseWithoutToken(ScriptedServer &server)
{
    if (server.heard().toLower().contains("e2b-traffic-access-token: traffic\r\n"))
        return stream(server);
    if (server.heard().endsWith("\r\n\r\n"))
        server.say("HTTP/1.1 403 Forbidden\r\nContent-Type: application/json\r\n"
                   "Content-Length: 2\r\n\r\n{}");
}

} // namespace

class ScreenStatesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void cleanup()
    {
        m_pane.reset();
        m_session.reset();
        m_bridges.reset();
        m_service.reset();
        m_server.reset();
    }

    void aPausedSandboxIsSentNothingUntilItIsResumed()
    {
        open(stream, true);
        QTRY_COMPARE(m_session->state(), State::Closed);
        QVERIFY(shows(u"This sandbox is paused"_s));
        QVERIFY(shows(u"runs for 30 minutes"_s));
        letListsCome();
        QCOMPARE(m_server->connections(), 0);
        QCOMPARE(m_service->sentToSandbox(), 0);
        press(u"Resume for 30 min"_s);
        QTRY_COMPARE(m_service->connects(), 1);
        QCOMPARE(m_server->connections(), 0);
        m_service->answerConnect(201);
        QTRY_COMPARE(m_session->state(), State::Live);
        QCOMPARE(m_server->connections(), 1);
    }

    void aLiveScreenIsLeftWhenItsSandboxIsPaused()
    {
        open(stream, false);
        QTRY_COMPARE(m_session->state(), State::Live);
        m_service->setPaused(true); // by somebody else
        QTRY_COMPARE(m_session->state(), State::Closed);
        QTRY_VERIFY(!m_server->isConnected());
        QVERIFY(!m_session->remote().framebuffer().view().isNull());
        letListsCome();
        QCOMPARE(m_server->connections(), 1);
    }

    void aStreamThatBreaksIsLookedForBeforeItIsJoined()
    {
        open(stream, false);
        QTRY_COMPARE(m_session->state(), State::Live);
        m_service->fleet.setInterval(1h); // the list does not tell
        m_service->setPaused(true);
        m_server->hangUp();
        QTRY_COMPARE(m_session->state(), State::Closed);
        QVERIFY(shows(u"This sandbox is paused"_s));
        QCOMPARE(m_server->connections(), 1);
    }

    void aStreamThatBreaksOnceIsJoinedAgain()
    {
        open(stream, false);
        QTRY_COMPARE(m_session->state(), State::Live);
        m_server->hangUp();
        QTRY_COMPARE(m_server->connections(), 2);
        QTRY_COMPARE(m_session->state(), State::Live);
    }

    void aStreamThatBreaksAgainAndAgainIsGivenUp()
    {
        open(streamAndHangUp, false, 1ms);
        QTRY_COMPARE(m_session->state(), State::Failed);
        QVERIFY(shows(u"ended the stream"_s));
        QCOMPARE(m_server->connections(), 6);
    }

    void aProxyWithNothingBehindItIsNoStream()
    {
        open(acceptAndHangUp, false);
        QTRY_COMPARE(m_session->state(), State::NotStarted);
        QVERIFY(buttonOf(*m_pane, u"Start stream"_s) != nullptr);
        QCOMPARE(m_server->connections(), 1);
    }

    void restrictedTrafficIsOpenedByConnectingOnRequest()
    {
        open(refuseWithoutToken, false);
        QTRY_COMPARE(m_session->state(), State::TokenWanted);
        QVERIFY(shows(u"30 more minutes"_s));
        QCOMPARE(m_service->connects(), 0);
        letListsCome();
        QCOMPARE(m_session->state(), State::TokenWanted);
        press(u"Connect to the sandbox"_s);
        QTRY_COMPARE(m_service->connects(), 1);
        QSignalSpy failed(&m_service->calls, &SandboxCalls::trafficTokenFailed);
        m_service->answerConnect(200);
        QTRY_COMPARE(failed.size(), 1); // no token in it, which is told
        QCOMPARE(m_session->state(), State::TokenWanted);
        press(u"Connect to the sandbox"_s);
        QTRY_COMPARE(m_service->connects(), 2);
        m_service->answerConnect(200,
                                 R"({"sandboxID":"i1","templateID":"t","envdVersion":"0.6.13",)"
                                 R"("trafficAccessToken":"traffic"})");
        QTRY_COMPARE(m_session->state(), State::Live);
    }

private:
    void open(const ScriptedServer::Script &answer, bool isPaused,
              std::chrono::milliseconds pause = 20ms)
    {
        m_server = std::make_unique<ScriptedServer>(ScriptedServer::Script(), answer);
        m_service = std::make_unique<PausedService>(u"http://127.0.0.1:%1"_s.arg(m_server->port()));
        m_service->setPaused(isPaused);
        QTRY_VERIFY(m_service->entry() && m_service->entry()->info.lifecycle);
        QTRY_COMPARE(m_service->entry()->state,
                     isPaused ? FleetState::Paused : FleetState::Running);
        m_bridges = std::make_unique<RfbBridges>(RfbBridges::findHelper());
        m_session =
            std::make_unique<DesktopSession>(m_service->key(), m_service->connections,
                                             m_service->fleet, m_service->transfers, *m_bridges);
        m_session->setFirstRejoin(pause);
        m_pane = std::make_unique<ScreenPane>(*m_session, m_service->bodies);
        connect(m_pane.get(), &ScreenPane::resumeRequested, this,
                [this] { m_service->calls.resume({m_service->key()}, resumeLength); });
        connect(m_pane.get(), &ScreenPane::trafficTokenRequested, this,
                [this] { m_service->calls.fetchTrafficToken(m_service->key(), resumeLength); });
        m_pane->resize(900, 600);
        QVERIFY(showActive(*m_pane));
        m_pane->activate();
    }
    void letListsCome()
    {
        const int lists = m_service->sent("GET /v2/sandboxes");
        QTRY_VERIFY(m_service->sent("GET /v2/sandboxes") >= lists + 3);
    }
    [[nodiscard]] bool shows(const QString &words) const
    {
        return std::ranges::any_of(m_pane->findChildren<QLabel *>(), [&words](QLabel *label) {
            return label->isVisible() && label->text().contains(words);
        });
    }
    void press(const QString &text) const
    {
        auto *button = buttonOf(*m_pane, text);
        QVERIFY2(button != nullptr, qPrintable(text));
        QTest::mouseClick(button, Qt::LeftButton);
    }

    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<PausedService> m_service;
    std::unique_ptr<RfbBridges> m_bridges;
    std::unique_ptr<DesktopSession> m_session;
    std::unique_ptr<ScreenPane> m_pane;
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    setUpApplication(application);
    ScreenStatesTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_screenstates.moc"
