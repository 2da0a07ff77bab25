// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/vnc/helper/xscene.h>
#include <tests/vnc/realdesktop.h>
#include <tests/vnc/sessionwatch.h>
#include <tests/vnc/xprogram.h>

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <csignal>
#include <optional>

using namespace Qt::StringLiterals;

namespace Sandglass {

namespace {

constexpr quint32 keysymA = 0x61;
constexpr quint32 keysymShift = 0xffe1;

bool isSame(const QImage &picture, const std::vector<std::uint32_t> &pixels)
{
    const auto count =
        static_cast<std::size_t>(picture.width()) * static_cast<std::size_t>(picture.height());
    if (pixels.empty() || pixels.size() != count)
        return false;
    const auto *shown = reinterpret_cast<const quint32 *>(picture.constBits());
    return std::equal(pixels.begin(), pixels.end(), shown,
                      [](quint32 one, quint32 other) { return one == (other & 0xffffff); });
}

} // namespace

/// Sessions with real servers: Xvnc over TCP, and what stands in a sandbox.
class TestRfbServers final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_bridges.emplace(builtHelper());
        m_watch.emplace(*m_bridges);
    }

    void cleanup()
    {
        m_watch.reset();
        m_bridges.reset();
        m_desktop.reset();
        QCOMPARE(childProcesses(), QStringList());
    }

    void thePictureOfXvncIsItsOwn() { comparePictures(RealDesktop::Kind::XvncOverTcp); }
    void thePictureOfASandboxIsItsOwn() { comparePictures(RealDesktop::Kind::X11vncInWebSocket); }
    void keysAndPointerReachXvnc() { useKeysAndPointer(RealDesktop::Kind::XvncOverTcp); }
    void keysAndPointerReachASandbox() { useKeysAndPointer(RealDesktop::Kind::X11vncInWebSocket); }
    void passwordsOfXvnc() { tryPasswords(RealDesktop::Kind::XvncOverTcp); }
    void passwordsOfASandbox() { tryPasswords(RealDesktop::Kind::X11vncInWebSocket); }
    void anXvncThatIsKilledEndsTheSession() { loseServer(RealDesktop::Kind::XvncOverTcp); }
    void aSandboxThatIsKilledEndsTheSession() { loseServer(RealDesktop::Kind::X11vncInWebSocket); }
    void nothingStaysPressedOnXvnc() { leavePressed(RealDesktop::Kind::XvncOverTcp); }
    void nothingStaysPressedInASandbox() { leavePressed(RealDesktop::Kind::X11vncInWebSocket); }

    void aDesktopThatChangesItsSizeIsFollowed()
    {
        QVERIFY(open(RealDesktop::Kind::XvncOverTcp));
        QCOMPARE(m_watch->session().framebuffer().size(), QSize(800, 600));
        for (const QSize size : {QSize(1024, 512), QSize(320, 200)}) {
            m_desktop->resize(size);
            QTRY_COMPARE(m_watch->session().framebuffer().size(), size);
            QTRY_COMPARE(m_watch->damage(), QRegion(QRect({}, size)));
        }
        QCOMPARE(m_watch->resizes(), 3);
        Rfb::XScene scene(m_desktop->display());
        scene.draw();
        QTRY_VERIFY(isSame(picture(), scene.screenshot()));
    }

    void aKilledDecoderComesBackWithThePicture()
    {
        QVERIFY(open(RealDesktop::Kind::X11vncInWebSocket));
        Rfb::XScene scene(m_desktop->display());
        scene.draw();
        QTRY_VERIFY(isSame(picture(), scene.screenshot()));
        QCOMPARE(::kill(static_cast<pid_t>(m_watch->session().helperPid()), SIGKILL), 0);
        QTRY_COMPARE(m_watch->states(), u"Connecting Live Restarting Live"_s);
        scene.sprinkle();
        QTRY_VERIFY(isSame(picture(), scene.screenshot()));
    }

    void theServersPointerIsTold()
    {
        QVERIFY(open(RealDesktop::Kind::X11vncInWebSocket));
        const QSignalSpy moved(&m_watch->session(), &RfbSession::pointerMoved);
        QCOMPARE(QProcess::execute(u"env"_s,
                                   {u"DISPLAY=%1"_s.arg(QString::fromLatin1(m_desktop->display())),
                                    u"xdotool"_s, u"mousemove"_s, u"321"_s, u"123"_s}),
                 0);
        QTRY_VERIFY(!moved.isEmpty());
        QTRY_COMPARE(moved.last()[0].toPoint(), QPoint(321, 123));
        QTRY_VERIFY(!m_watch->session().cursor().image.isNull());
    }

    void aCertificateNobodyVouchesForIsRefused()
    {
        m_desktop.emplace(RealDesktop::Kind::X11vncInTls);
        QVERIFY(m_desktop->start());
        m_watch->session().open(m_desktop->endpoint());
        QTRY_COMPARE(m_watch->why(), u"Unreachable"_s);
        QVERIFY2(m_watch->session().end().detail.contains(u"certificate"_s),
                 qPrintable(m_watch->session().end().detail));
    }

private:
    bool open(RealDesktop::Kind kind, const QByteArray &password = {})
    {
        m_desktop.emplace(kind);
        if (!m_desktop->start(password))
            return false;
        return connectWith(password);
    }

    bool connectWith(const QByteArray &password)
    {
        RfbEndpoint endpoint = m_desktop->endpoint();
        endpoint.password = password;
        m_watch->session().open(endpoint);
        return QTest::qWaitFor([this] { return !m_watch->damage().isEmpty(); });
    }

    [[nodiscard]] const QImage &picture() { return m_watch->session().framebuffer().view(); }

    void comparePictures(RealDesktop::Kind kind)
    {
        QVERIFY(open(kind));
        QCOMPARE(m_watch->session().framebuffer().size(), QSize(800, 600));
        Rfb::XScene scene(m_desktop->display());
        QVERIFY(scene.isOpen());
        scene.draw();
        QTRY_VERIFY(isSame(picture(), scene.screenshot()));
        scene.scroll(48);
        QTRY_VERIFY(isSame(picture(), scene.screenshot()));
        scene.sprinkle();
        QTRY_VERIFY(isSame(picture(), scene.screenshot()));
    }

    void useKeysAndPointer(RealDesktop::Kind kind)
    {
        QVERIFY(open(kind));
        XProgram program(m_desktop->display());
        QVERIFY(program.isOpen());
        RfbInput &input = m_watch->session().input();
        input.movePointer({5, 5});
        input.tapKeys({keysymA});
        input.setMode(RfbInput::Mode::Control);
        input.movePointer({123, 234});
        QTRY_COMPARE(program.pointer(), QPoint(123, 234));
        input.tapKeys({keysymShift, keysymA});
        QTRY_VERIFY(program.heard().endsWith(u"-ffe1"_s));
        input.pressButton(Qt::RightButton);
        input.releaseButton(Qt::RightButton);
        input.scroll({0, -120});
        QTRY_VERIFY2(program.heard().endsWith(u"+b3 -b3 +b5 -b5"_s), qPrintable(program.heard()));
        QVERIFY2(program.heard().contains(u"+61"_s), qPrintable(program.heard()));
        QVERIFY(!program.isAnyKeyDown());
    }

    void tryPasswords(RealDesktop::Kind kind)
    {
        QVERIFY(open(kind, "open1234"));
        for (const QByteArray &password : {QByteArray(), QByteArray("shut1234")}) {
            SessionWatch other(*m_bridges);
            RfbEndpoint endpoint = m_desktop->endpoint();
            endpoint.password = password;
            other.session().open(endpoint);
            QTRY_COMPARE(other.why(),
                         password.isEmpty() ? u"PasswordNeeded"_s : u"PasswordWrong"_s);
        }
        // The one that got in stays, and the same session gets in after a wrong one.
        QVERIFY(m_watch->isLive());
        QVERIFY(connectWith("open1234 and more, which does not count"));
    }

    void loseServer(RealDesktop::Kind kind)
    {
        QVERIFY(open(kind));
        m_desktop->kill();
        QTRY_COMPARE(m_watch->why(), u"Closed"_s);
        QCOMPARE(m_watch->states(), u"Connecting Live Ended"_s);
    }

    void leavePressed(RealDesktop::Kind kind)
    {
        QVERIFY(open(kind));
        const XProgram program(m_desktop->display());
        for (const bool crashes : {false, true}) {
            m_watch->session().input().setMode(RfbInput::Mode::Control);
            m_watch->session().input().pressKey(38, keysymA);
            m_watch->session().input().pressButton(Qt::LeftButton);
            QTRY_VERIFY(program.isAnyKeyDown() && program.isAnyButtonDown());
            if (crashes)
                QCOMPARE(::kill(static_cast<pid_t>(m_watch->session().helperPid()), SIGKILL), 0);
            else
                m_watch->session().close();
            QTRY_VERIFY(!program.isAnyKeyDown());
            QTRY_VERIFY(!program.isAnyButtonDown());
            if (!crashes)
                QVERIFY(connectWith({}));
        }
    }

    std::optional<RfbBridges> m_bridges;
    std::optional<SessionWatch> m_watch;
    std::optional<RealDesktop> m_desktop;
};

} // namespace Sandglass

QTEST_GUILESS_MAIN(Sandglass::TestRfbServers)
#include "tst_rfbservers.moc"
