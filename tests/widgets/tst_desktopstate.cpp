// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/widgets/desktopstage.h>
#include <tests/widgets/scaledmain.h>
#include <widgets/desktopscaler.h>
#include <widgets/theme.h>

#include <QtGui/QAccessible>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace Sandglass;
using namespace Qt::StringLiterals;
using Scale = DesktopView::Scale;

namespace {

constexpr QSize desktopSize{300, 200};
constexpr qreal ratio = SANDGLASS_TEST_SCALE;

} // namespace

/// What the view makes of what the session tells it.
class TestDesktopState final : public DesktopStage
{
    Q_OBJECT

private:
    [[nodiscard]] QImage shownPicture() const
    {
        return grabbed().copy(m_view->geometryOfPicture().shown());
    }

private Q_SLOTS:
    void anotherSizeIsLaidOutAnew();
    void theLastPictureStaysDimmedWithoutASession();
    void thePointerOfTheAgentIsSeenWhileWatching();
    void nothingStaysOfALargerPointer();
    void ourPointerTakesTheRemoteShapeWhileDriving();
    void aHiddenViewIsNotWatched();
    void aMinimisedViewIsNotWatched();
    void textsTellTheState();
};

void TestDesktopState::anotherSizeIsLaidOutAnew()
{
    open(patternOf(desktopSize), {400, 300}, Scale::Native);
    QSignalSpy moved(m_view, &DesktopView::pictureMoved);
    const QImage larger = patternOf({320, 250});
    m_server->say(rfbSize(larger.size()));
    m_server->say(rfbImage({}, larger));
    QTRY_COMPARE(m_view->geometryOfPicture().remote(), larger.size());
    QTRY_COMPARE(shownPicture(), larger);
    QVERIFY(!moved.isEmpty());
    QVERIFY(m_view->accessibleName().contains(u"320 by 250"_s));
}

void TestDesktopState::theLastPictureStaysDimmedWithoutASession()
{
    open(patternOf(desktopSize), {400, 300}, Scale::Native);
    m_view->setSession(nullptr);
    m_watch.reset();
    QCOMPARE(shownPicture(), m_desktop);
    m_view->setStale(true);
    QImage dimmed = m_desktop;
    dim(dimmed, dimmed.rect());
    QCOMPARE(shownPicture(), dimmed);
    m_view->setStale(false);
    QCOMPARE(shownPicture(), m_desktop);
    // Nor does it need to be told before the session goes.
    m_watch.emplace(*m_bridges);
    serve(patternOf(desktopSize));
    m_view->setSession(&session());
    m_watch.reset();
    QCOMPARE(shownPicture(), m_desktop);
    QVERIFY(!m_view->isDriving());
}

void TestDesktopState::thePointerOfTheAgentIsSeenWhileWatching()
{
    QImage white(desktopSize, QImage::Format_RGB32);
    white.fill(Qt::white);
    open(white, {400, 300}, Scale::Native);
    QSignalSpy moved(&session(), &RfbSession::pointerMoved);
    m_server->say(rfbPointer({50, 60}));
    QTRY_COMPARE(moved.count(), 1);
    QCOMPARE(shownPicture().pixel(52, 66), Theme::light().color(ThemeRole::Canvas).rgb());
    QImage cursor(9, 5, QImage::Format_ARGB32);
    cursor.fill(Qt::red);
    m_server->say(rfbCursor(cursor, {4, 2}));
    QTRY_COMPARE(shownPicture().pixel(50, 60), qRgb(255, 0, 0));
    QCOMPARE(shownPicture().pixel(46, 58), qRgb(255, 0, 0));
    QCOMPARE(shownPicture().pixel(45, 58), qRgb(255, 255, 255));
    m_server->say(rfbPointer({100, 100}));
    QTRY_COMPARE(shownPicture().pixel(100, 100), qRgb(255, 0, 0));
    QCOMPARE(shownPicture().pixel(50, 60), qRgb(255, 255, 255));
    drive();
    QCOMPARE(shownPicture(), white);
}

void TestDesktopState::nothingStaysOfALargerPointer()
{
    open(patternOf(desktopSize), {400, 300}, Scale::Native);
    QImage large(64, 64, QImage::Format_ARGB32);
    large.fill(Qt::red);
    PaintCount count(*m_view);
    const auto isPainted = [this, &count](const QRect &remote) {
        const QRegion place = m_view->geometryOfPicture().logicalRegion(remote);
        return !place.isEmpty() && (place - count.region()).isEmpty();
    };
    m_server->say(rfbPointer({100, 100}));
    m_server->say(rfbCursor(large, {32, 32}));
    for (const bool moves : {false, true}) {
        QTRY_COMPARE(session().cursor().image.size(), large.size());
        QTRY_VERIFY(isPainted({68, 68, 64, 64}));
        count.reset();
        m_server->say(rfbCursor(large.copy(0, 0, 4, 4), {0, 0}));
        if (moves)
            m_server->say(rfbPointer({200, 150}));
        QTRY_VERIFY(isPainted({68, 68, 64, 64}));
        m_server->say(rfbPointer({100, 100}));
        m_server->say(rfbCursor(large, {32, 32}));
    }
}

void TestDesktopState::ourPointerTakesTheRemoteShapeWhileDriving()
{
    open(patternOf(desktopSize), {400, 300}, Scale::Native);
    const QPoint inside = placeOf({150, 100}).toPoint();
    QTest::mouseMove(m_view, inside);
    QTRY_COMPARE(m_view->cursor().shape(), Qt::ArrowCursor);
    drive();
    QImage shape(12, 10, QImage::Format_ARGB32);
    shape.fill(Qt::blue);
    QSignalSpy changed(&session(), &RfbSession::cursorChanged);
    m_server->say(rfbCursor(shape, {3, 4}));
    QTRY_COMPARE(changed.count(), 1);
    QTest::mouseMove(m_view, inside + QPoint(1, 0));
    QTRY_COMPARE(m_view->cursor().shape(), Qt::BitmapCursor);
    QCOMPARE(m_view->cursor().pixmap().size(), shape.size() * ratio);
    QCOMPARE(m_view->cursor().hotSpot(), QPoint(3, 4));
    // Beside the picture it is the user's own.
    QTest::mouseMove(m_view, {1, 1});
    QTRY_COMPARE(m_view->cursor().shape(), Qt::ArrowCursor);
    drive(false);
    QTest::mouseMove(m_view, inside);
    QTRY_COMPARE(m_view->cursor().shape(), Qt::ArrowCursor);
}

void TestDesktopState::aHiddenViewIsNotWatched()
{
    open(patternOf(desktopSize), {400, 300}, Scale::Native);
    const auto requests = [this] { return rfbRequestsIn(m_server->heard()).count(u' '); };
    QTRY_COMPARE(requests(), 1);
    m_window->hide();
    // The last request is still open: this update answers it, and no other one follows.
    draw({0, 0}, patternOf({8, 8}).mirrored());
    draw({8, 0}, patternOf({8, 8}).mirrored());
    QCOMPARE(requests(), 1);
    m_window->show();
    QTRY_COMPARE(requests(), 2);
    QTRY_COMPARE(shownPicture(), session().framebuffer().copy());
}

void TestDesktopState::aMinimisedViewIsNotWatched()
{
    open(patternOf(desktopSize), {400, 300}, Scale::Native);
    const auto requests = [this] { return rfbRequestsIn(m_server->heard()).count(u' '); };
    QTRY_COMPARE(requests(), 1);
    // As Qt tells the widgets of a window that is minimised; there is no window manager here.
    QHideEvent hidden;
    QCoreApplication::sendEvent(m_view, &hidden);
    QVERIFY(m_view->isVisible());
    draw({0, 0}, patternOf({8, 8}).mirrored());
    draw({8, 0}, patternOf({8, 8}).mirrored());
    QCOMPARE(requests(), 1);
    m_view->setSession(nullptr);
    m_view->setSession(&session());
    draw({16, 0}, patternOf({8, 8}).mirrored());
    QCOMPARE(requests(), 1);
    QShowEvent shown;
    QCoreApplication::sendEvent(m_view, &shown);
    QTRY_COMPARE(requests(), 2);
    QTRY_COMPARE(shownPicture(), session().framebuffer().copy());
}

void TestDesktopState::textsTellTheState()
{
    QCOMPARE(m_view->accessibleName(), u"Screen of a computer without a name, no picture"_s);
    open(patternOf(desktopSize), {400, 300}, Scale::Native);
    QCOMPARE(m_view->accessibleName(), u"Screen of scripted, view only, 300 by 200"_s);
    m_view->setName(u"qa-desk-3"_s);
    QCOMPARE(m_view->accessibleName(), u"Screen of qa-desk-3, view only, 300 by 200"_s);
    QVERIFY(m_view->accessibleDescription().contains(u"Nothing you type is sent"_s));
    drive();
    QCOMPARE(m_view->accessibleName(), u"Screen of qa-desk-3, you are driving, 300 by 200"_s);
    QVERIFY(m_view->accessibleDescription().contains(u"hand back"_s));
    drive(false);
    m_view->setStale(true);
    QCOMPARE(m_view->accessibleName(), u"Screen of qa-desk-3, last picture, 300 by 200"_s);
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(m_view);
    QVERIFY(interface);
    QCOMPARE(interface->role(), QAccessible::Graphic);
    QCOMPARE(interface->text(QAccessible::Name), m_view->accessibleName());
    QCOMPARE(interface->text(QAccessible::Description), m_view->accessibleDescription());
}

SANDGLASS_SCALED_MAIN(TestDesktopState)
#include "tst_desktopstate.moc"
