// SPDX-License-Identifier: GPL-3.0-or-later
// The screen of a real desktop sandbox on the real local host: what is said when there is none, how
// one is started, joined, stopped, and that looking changes nothing.
#include <app/pages/sandboxarea.h>
#include <app/pages/sandboxpane.h>
#include <app/pages/screenpane.h>
#include <app/screen/screendriver.h>
#include <app/sessions/desktopsession.h>
#include <client/processapi.h>
#include <client/processstream.h>
#include <tests/app/localsandbox.h>
#include <tests/widgets/shown.h>
#include <widgets/desktoppanel.h>

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>

#include <csignal>

using namespace Sandglass;
using namespace Qt::StringLiterals;

using State = DesktopSession::State;

class DesktopSessionTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void cleanup()
    {
        m_pane.reset();
        m_session.reset();
        m_sandbox.reset();
    }

    void aSandboxThatIsNoDesktopIsTold()
    {
        open("base");
        QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), State::NotADesktop, 20'000);
        QVERIFY(shows(u"not a desktop sandbox"_s));
        QSignalSpy wanted(m_pane.get(), &ScreenPane::newSandboxRequested);
        press(u"New desktop sandbox"_s);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().first().toString(), u"desktop"_s);
    }

    void lookingStartsNothing()
    {
        open("desktop");
        QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), State::NotStarted, 20'000);
        QVERIFY(shows(u"The screen is not streamed"_s));
        QCOMPARE(context().mutations.count(), m_changesBefore);
        QCOMPARE(context().fleet.find(m_sandbox->key())->info.endAt, m_endBefore);
    }

    void aStreamIsStartedJoinedAndStopped()
    {
        open("desktop");
        QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), State::NotStarted, 20'000);
        press(u"Start stream"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), State::Live, 90'000);
        QTRY_COMPARE(m_session->remote().framebuffer().size(), QSize(1024, 768));

        // Somebody else who looks finds the password by itself, and changes nothing.
        const int changes = context().mutations.count();
        DesktopSession other(m_sandbox->key(), context().connections, context().fleet,
                             context().transfers, context().bridges);
        other.open();
        QTRY_COMPARE_WITH_TIMEOUT(other.state(), State::Live, 20'000);
        QCOMPARE(context().mutations.count(), changes);

        m_session->stopStream();
        QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), State::NotStarted, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(other.state(), State::NotStarted, 20'000);
        press(u"Start stream"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), State::Live, 60'000);
    }

    void controlIsTakenCountedOnceAndHandedBack()
    {
        openLive();
        ScreenDriver &driver = m_pane->driver();
        const int changes = context().mutations.count();
        DesktopView *view = m_pane->findChild<DesktopPanel *>()->view();
        QTest::mouseClick(view, Qt::LeftButton);
        QCOMPARE(context().mutations.count(), changes);
        driver.takeControl();
        QVERIFY(driver.isDriving());
        QTest::mouseClick(view, Qt::LeftButton);
        QTest::keyClick(view, Qt::Key_A);
        QCOMPARE(context().mutations.count(), changes + 1);
        QSignalSpy unused(&driver, &ScreenDriver::handedBackUnused);
        driver.setIdleLimit(std::chrono::milliseconds(50));
        QTest::keyClick(view, Qt::Key_B);
        QTRY_VERIFY(!driver.isDriving());
        QCOMPARE(unused.size(), 1);
        QCOMPARE(m_session->remote().input().mode(), RfbInput::Mode::ViewOnly);
    }

    void aStreamWithAPasswordOfItsOwnAsksForIt()
    {
        open("desktop");
        QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), State::NotStarted, 20'000);
        run("Xvfb :0 -ac -screen 0 640x480x24 -nolisten tcp -nolisten unix >/dev/null 2>&1 & "
            "until xdpyinfo -display :0 >/dev/null 2>&1; do sleep 0.1; done; "
            "x11vnc -bg -display :0 -forever -shared -rfbport 5900 -passwd rightone "
            ">/dev/null 2>&1; cd /opt/noVNC/utils; "
            "(./novnc_proxy --vnc localhost:5900 --listen 6080 --web /opt/noVNC >/dev/null 2>&1 "
            "&); "
            "until netstat -tuln | grep -q ':6080 '; do sleep 0.1; done");
        m_session->open();
        QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), State::PasswordWanted, 20'000);
        QVERIFY(shows(u"asks for a password"_s));
        m_session->givePassword(u"wrong"_s);
        QTRY_VERIFY_WITH_TIMEOUT(shows(u"was not accepted"_s), 20'000);
        m_session->givePassword(u"rightone"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), State::Live, 20'000);
        QTRY_COMPARE(m_session->remote().framebuffer().size(), QSize(640, 480));
    }

    void theEndOfTheSandboxEndsTheStreamAndKeepsThePicture()
    {
        openLive();
        const auto helper = pid_t(m_session->remote().helperPid());
        QVERIFY(helper > 0);
        m_pane->driver().takeControl();
        context().fleet.markKilling(m_sandbox->key());
        QCOMPARE(m_session->state(), State::Closed);
        QVERIFY(!m_pane->driver().isDriving());
        QVERIFY(shows(u"not running"_s));
        QVERIFY(!m_session->remote().framebuffer().view().isNull());
        QTRY_VERIFY(::kill(helper, 0) != 0);
        // It was not killed after all: whoever looks joins it again.
        context().fleet.revert(m_sandbox->key());
        QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), State::Live, 20'000);
    }

    void aServerThatDoesNotEndIsEndedBeforeTheNextStarts()
    {
        openLive();
        run("pkill -STOP -x x11vnc");
        m_session->stopStream();
        QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), State::NotStarted, 20'000);
        press(u"Start stream"_s);
        QVERIFY(shows(u"Waiting until the old stream has ended"_s));
        QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), State::Live, 60'000);
    }

    void anAreaThatGoesWhileDrivingHandsBack()
    {
        openLive();
        auto area = std::make_unique<SandboxArea>(context());
        area->resize(1200, 860);
        QVERIFY(showActive(*area));
        QSignalSpy changed(area.get(), &SandboxArea::drivingChanged);
        SandboxPane *pane = area->open(m_sandbox->key());
        QVERIFY(pane != nullptr);
        pane->activateScreen();
        auto *panel = pane->findChild<DesktopPanel *>();
        QVERIFY(panel != nullptr);
        QTRY_VERIFY_WITH_TIMEOUT(panel->view()->hasPicture(), 20'000);
        QTest::keyClick(panel->view(), Qt::Key_C);
        QTRY_COMPARE(area->driven(), 1);
        QCOMPARE(changed.size(), 1);
        area.reset();
        QCOMPARE(changed.size(), 2);
    }

private:
    [[nodiscard]] AppContext &context() { return m_sandbox->context(); }

    void open(const std::string &templateName)
    {
        m_sandbox = std::make_unique<LocalSandbox>(templateName);
        QVERIFY(m_sandbox->isRunning());
        m_session = std::make_unique<DesktopSession>(m_sandbox->key(), context().connections,
                                                     context().fleet, context().transfers,
                                                     context().bridges);
        m_changesBefore = context().mutations.count();
        m_endBefore = context().fleet.find(m_sandbox->key())->info.endAt;
        m_pane = std::make_unique<ScreenPane>(*m_session, context().mutations);
        m_pane->resize(1200, 860);
        QVERIFY(showActive(*m_pane));
        m_pane->activate();
    }
    void openLive()
    {
        open("desktop");
        QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), State::NotStarted, 20'000);
        m_session->startStream();
        QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), State::Live, 90'000);
        QTRY_VERIFY(m_pane->findChild<DesktopPanel *>()->view()->hasPicture());
    }
    [[nodiscard]] bool shows(const QString &words) const
    {
        return std::ranges::any_of(m_pane->findChildren<QLabel *>(), [&words](QLabel *label) {
            return label->isVisible() && label->text().contains(words);
        });
    }
    void press(const QString &text) const
    {
        for (QAbstractButton *button : m_pane->findChildren<QAbstractButton *>()) {
            if (button->isVisible() && button->text() == text) {
                QTest::mouseClick(button, Qt::LeftButton);
                return;
            }
        }
        QFAIL(qPrintable(u"there is no button "_s + text));
    }
    void run(const std::string &command)
    {
        const SandboxInfo &sandbox = context().fleet.find(m_sandbox->key())->info;
        const ProcessApi processes(
            context().transport,
            addressOf(context().connections.api(Connections::localId)->profile(), sandbox));
        const auto stream =
            processes.start({.process = {.cmd = "/bin/bash", .args = {"-c", command}}});
        QSignalSpy finished(stream.get(), &ProcessStream::finished);
        QVERIFY(finished.wait(30'000));
    }

    int m_changesBefore = 0;
    Timestamp m_endBefore;
    std::unique_ptr<LocalSandbox> m_sandbox;
    std::unique_ptr<DesktopSession> m_session;
    std::unique_ptr<ScreenPane> m_pane;
};

QTEST_MAIN(DesktopSessionTest)
#include "tst_desktopsession.moc"
