// SPDX-License-Identifier: GPL-3.0-or-later
// The plain viewer of `sandglass vnc://HOST:PORT` before a real VNC server.
#include <app/screen/screendriver.h>
#include <app/screen/viewerwindow.h>
#include <tests/vnc/realdesktop.h>
#include <tests/vnc/scriptedserver.h>
#include <tests/widgets/shown.h>
#include <vnc/rfbbridges.h>
#include <widgets/desktoppanel.h>
#include <widgets/desktopview.h>

#include <QtCore/QProcess>
#include <QtNetwork/QTcpServer>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>

using namespace Sandglass;
using namespace Qt::StringLiterals;

class ViewerWindowTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_bridges = std::make_unique<RfbBridges>(RfbBridges::findHelper());
        QVERIFY(!m_bridges->helperPath().isEmpty());
    }
    void cleanup()
    {
        m_window.reset();
        m_bridges.reset();
    }

    void aServerIsShownAndDriven()
    {
        RealDesktop desktop(RealDesktop::Kind::XvncOverTcp);
        QVERIFY(desktop.start());
        open(desktop.endpoint());
        QTRY_COMPARE_WITH_TIMEOUT(m_window->remote().state(), RfbSession::State::Live, 10'000);
        QTRY_VERIFY(m_window->panel().view()->hasPicture());
        QVERIFY(m_window->windowTitle().contains(QString::number(desktop.endpoint().port)));
        QVERIFY(!m_window->panel().isDriving());
        QTest::keyClick(m_window->panel().view(), Qt::Key_C);
        QVERIFY(m_window->panel().isDriving());
        desktop.kill();
        QTRY_VERIFY(!m_window->panel().isDriving());
        QTRY_VERIFY(shows(u"ended the stream"_s));
    }

    void aServerWithAPasswordAsksForIt()
    {
        RealDesktop desktop(RealDesktop::Kind::XvncOverTcp);
        QVERIFY(desktop.start("rightone"));
        open(desktop.endpoint());
        QTRY_VERIFY_WITH_TIMEOUT(shows(u"asks for a password"_s), 10'000);
        enter(u"wrong"_s);
        QTRY_VERIFY_WITH_TIMEOUT(shows(u"did not accept"_s), 10'000);
        enter(u"rightone"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_window->remote().state(), RfbSession::State::Live, 10'000);
    }

    void whatDoesNotAnswerIsSaid()
    {
        QTcpServer taken; // its port is free again
        QVERIFY(taken.listen(QHostAddress::LocalHost));
        const quint16 port = taken.serverPort();
        taken.close();
        open({.host = u"127.0.0.1"_s, .port = port});
        QTRY_VERIFY(shows(u"cannot be reached"_s));
        QVERIFY(buttonOf(*m_window, u"Try again"_s) != nullptr);
    }

    void silenceIsSaidAndForgiven()
    {
        ScriptedServer server;
        open({.host = u"127.0.0.1"_s, .port = server.port()});
        QTRY_VERIFY(shows(u"does not answer"_s));
        QVERIFY(buttonOf(*m_window, u"Try again"_s) != nullptr);
        constexpr QSize size(64, 48);
        server.say(rfbGreeting(size) + rfbSolid(QRect({}, size), 0xff0000));
        QTRY_VERIFY(m_window->panel().view()->hasPicture());
        QTRY_VERIFY(!shows(u"does not answer"_s));
    }

    void theProgramRefusesWhatIsNoAddress()
    {
        QProcess program;
        program.start(QCoreApplication::applicationDirPath() + u"/../../app/sandglass"_s,
                      {u"http://desk"_s});
        QTRY_COMPARE(program.state(), QProcess::NotRunning);
        QCOMPARE(program.exitCode(), 2);
        QVERIFY(program.readAllStandardError().contains("vnc://HOST:PORT"));
    }

private:
    void open(const RfbEndpoint &endpoint)
    {
        m_window = std::make_unique<ViewerWindow>(*m_bridges, endpoint);
        QVERIFY(showActive(*m_window));
    }
    void enter(const QString &password)
    {
        auto *field = m_window->findChild<QLineEdit *>();
        QVERIFY(field != nullptr);
        field->setText(password);
        QTest::keyClick(field, Qt::Key_Return);
    }
    [[nodiscard]] bool shows(const QString &words) const
    {
        return std::ranges::any_of(m_window->findChildren<QLabel *>(), [&words](QLabel *label) {
            return label->isVisible() && label->text().contains(words);
        });
    }

    std::unique_ptr<RfbBridges> m_bridges;
    std::unique_ptr<ViewerWindow> m_window;
};

QTEST_MAIN(ViewerWindowTest)
#include "tst_viewerwindow.moc"
