// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/vnc/scriptedserver.h>
#include <tests/vnc/sessionwatch.h>
#include <vnc/helper/rfblimits.h>
#include <vnc/remoteframebuffer.h>

#include <QtCore/QCoreApplication>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sandglass {

/// What the app takes from a decoder that was taken over: badhelper.cpp in its place.
class TestRfbDistrust final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_bridges.emplace(QCoreApplication::applicationDirPath() + "/badhelper"_L1);
        m_watch.emplace(*m_bridges);
    }

    void cleanup()
    {
        m_watch.reset();
        m_bridges.reset();
        m_server.reset();
        QCOMPARE(childProcesses(), QStringList());
    }

    void damageOutsideOfTheDesktopEndsTheSession() { endsWith("outside\n", u"Protocol"_s); }
    void damageBeforeAnyMemoryEndsTheSession() { endsWith("early\n", u"Protocol"_s); }
    void damageOfASizeThatIsGoneEndsTheSession() { endsWith("late\n", u"Protocol"_s); }
    void whatIsNoMessageEndsTheSession() { endsWith("garbage\n", u"Protocol"_s); }
    void whatOnlyTheAppMaySayEndsTheSession() { endsWith("orders\n", u"Protocol"_s); }

    void sizesThatChangeTooOftenEndTheSession()
    {
        endsWith("sizes\n", u"Limit"_s);
        QCOMPARE(m_watch->resizes(), Rfb::maximumResizesPerSecond);
    }

    void aFloodOfDamageLeavesTheRestAlone()
    {
        open("flood\n");
        QTRY_COMPARE(m_watch->damage(), QRegion(1, 1, 2, 2));
        // The event loop still gets round to everything else, and the session can be closed.
        QTimer ticks;
        const QSignalSpy ticked(&ticks, &QTimer::timeout);
        ticks.start(1ms);
        QTRY_VERIFY(ticked.count() > 20);
        m_watch->session().close();
        QTRY_COMPARE(childProcesses(), QStringList());
    }

    void aBusyDecoderIsKilledWithItsSession()
    {
        open("forever\n");
        QTRY_VERIFY(m_watch->session().helperPid() > 0);
        const qint64 pid = m_watch->session().helperPid();
        QTRY_VERIFY(m_server->isConnected());
        m_watch->session().close();
        QTRY_VERIFY(!isProcess(pid));
    }

    void theCursorIsCopied()
    {
        const QSignalSpy changed(&m_watch->session(), &RfbSession::cursorChanged);
        open("cursor\n");
        QTRY_COMPARE(changed.count(), 1);
        const RemoteCursor &cursor = m_watch->session().cursor();
        QCOMPARE(cursor.hotSpot, QPoint(1, 1));
        QCOMPARE(cursor.image.size(), QSize(2, 2));
        QCOMPARE(cursor.image.format(), QImage::Format_ARGB32_Premultiplied);
        QCOMPARE(cursor.image.pixel(0, 0), 0xff000001U);
        QCOMPARE(cursor.image.pixel(1, 1), 0xff000004U);
    }

    void aCursorOutlivesTheSizeItWasShownIn()
    {
        const QSignalSpy changed(&m_watch->session(), &RfbSession::cursorChanged);
        open("shape\n");
        QTRY_COMPARE(m_watch->resizes(), 2);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(m_watch->session().cursor().image.pixel(1, 1), 0xff000004U);
    }

    void aDecoderInheritsItsTwoSocketsAndNoEnvironment()
    {
        qputenv("SANDGLASS_SECRET", "secret");
        // One that nobody marked as not to be inherited.
        const Rfb::OwnedFd stray(::open("/dev/null", O_RDONLY));
        open("inventory\n");
        QTRY_COMPARE(m_server->heard(), "0 1 2 3 4 env 0\n"_ba);
    }

    void theMemoryOfAPictureCannotBeTakenAway()
    {
        RemoteFramebuffer framebuffer;
        const auto memory = framebuffer.resize({10, 20});
        QVERIFY(memory.has_value());
        const auto bytes = static_cast<off_t>(Rfb::framebufferBytes(10, 20));
        QCOMPARE(::ftruncate(memory->get(), 0), -1);
        QCOMPARE(errno, EPERM);
        QCOMPARE(::ftruncate(memory->get(), bytes * 2), -1);
        QCOMPARE(::fcntl(memory->get(), F_ADD_SEALS, F_SEAL_WRITE), -1);
        QCOMPARE(::lseek(memory->get(), 0, SEEK_END), bytes);
    }

    void aPictureOutlivesTheNextSize()
    {
        RemoteFramebuffer framebuffer;
        const auto memory = framebuffer.resize({4, 2});
        QVERIFY(memory.has_value());
        const quint32 pixel = 0x123456;
        QCOMPARE(::pwrite(memory->get(), &pixel, sizeof pixel, 0), ssize_t{sizeof pixel});
        const QImage old = framebuffer.view();
        QVERIFY(framebuffer.resize({8, 8}).has_value());
        QCOMPARE(framebuffer.size(), QSize(8, 8));
        QCOMPARE(framebuffer.view().pixel(0, 0) & 0xffffff, 0U);
        QCOMPARE(old.size(), QSize(4, 2));
        QCOMPARE(old.pixel(0, 0) & 0xffffff, pixel);
    }

    void sizesBeyondTheLimitsAreRefused()
    {
        RemoteFramebuffer framebuffer;
        for (const QSize size : {QSize(0, 5), QSize(-1, 5), QSize(8193, 1), QSize(8192, 8192)}) {
            QVERIFY(!RemoteFramebuffer::isAllowed(size));
            QVERIFY(!framebuffer.resize(size).has_value());
        }
        QVERIFY(framebuffer.view().isNull());
        QVERIFY(framebuffer.cursorImage({1, 1}).isNull());
        QVERIFY(framebuffer.resize({7680, 4320}).has_value());
        QVERIFY(framebuffer.cursorImage({257, 1}).isNull());
        QCOMPARE(framebuffer.cursorImage({256, 256}).size(), QSize(256, 256));
    }

private:
    void open(const QByteArray &word)
    {
        m_server.emplace([word](ScriptedServer &server) { server.say(word); });
        m_watch->openTcp(m_server->port());
    }

    void endsWith(const QByteArray &word, const QString &why)
    {
        open(word);
        QTRY_COMPARE(m_watch->why(), why);
        QVERIFY(!m_watch->session().end().detail.isEmpty());
        QTRY_COMPARE(childProcesses(), QStringList());
    }

    std::optional<RfbBridges> m_bridges;
    std::optional<SessionWatch> m_watch;
    std::optional<ScriptedServer> m_server;
};

} // namespace Sandglass

QTEST_GUILESS_MAIN(Sandglass::TestRfbDistrust)
#include "tst_rfbdistrust.moc"
