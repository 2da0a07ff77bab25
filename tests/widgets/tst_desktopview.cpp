// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/widgets/desktopstage.h>
#include <tests/widgets/scaledmain.h>
#include <widgets/desktopscaler.h>
#include <widgets/theme.h>

#include <QtCore/QElapsedTimer>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QScrollBar>

#include <algorithm>

using namespace Sandglass;
using namespace Qt::StringLiterals;
using Scale = DesktopView::Scale;

namespace {

constexpr QSize desktopSize{300, 200};
constexpr qreal ratio = SANDGLASS_TEST_SCALE;

/// As the view is to show it, in Fit.
QImage scaledCopy(const QImage &source, int percent)
{
    QImage image(scaledSize(source.size(), percent), QImage::Format_RGB32);
    scaleInto(image, source, image.rect(), percent);
    return image;
}

qint64 areaOf(const QRegion &region)
{
    qint64 area = 0;
    for (const QRect &rect : region)
        area += qint64(rect.width()) * rect.height();
    return area;
}

} // namespace

/// What is painted, at one or two device pixels for each logical one.
class TestDesktopView final : public DesktopStage
{
    Q_OBJECT

private:
    [[nodiscard]] QImage shownPicture() const
    {
        return grabbed().copy(m_view->geometryOfPicture().shown());
    }

private Q_SLOTS:
    void theRatioIsTheOneThatIsTested();
    void oneToOneIsExactToThePixel();
    void aPictureMadeToFitIsExactToThePixel();
    void damageIsSeenAndNothingElseIsPainted_data();
    void damageIsSeenAndNothingElseIsPainted();
    void muchDamageIsPaintedOncePerFrame();
    void theFrameLiesBesideThePictureAndMovesNothing_data();
    void theFrameLiesBesideThePictureAndMovesNothing();
    void aLargePictureIsScrolledAndPanned();
    void theGroundIsTheCanvas();
};

void TestDesktopView::theRatioIsTheOneThatIsTested()
{
    open(patternOf(desktopSize), {400, 300}, Scale::Native);
    QCOMPARE(m_view->devicePixelRatioF(), ratio);
    QCOMPARE(m_view->grab().size(), m_view->size() * ratio);
}

void TestDesktopView::oneToOneIsExactToThePixel()
{
    QSignalSpy painted(m_view, &DesktopView::painted);
    open(patternOf(desktopSize), {400, 301}, Scale::Native);
    QCOMPARE(m_view->percent(), 100);
    QCOMPARE(shownPicture(), m_desktop);
    const QImage patch = patternOf({31, 17}).mirrored();
    painted.clear();
    draw({11, 101}, patch);
    QTRY_VERIFY(!painted.isEmpty());
    QCOMPARE(shownPicture().copy(QRect(QPoint(11, 101), patch.size())), patch);
}

void TestDesktopView::aPictureMadeToFitIsExactToThePixel()
{
    open(patternOf({900, 500}), {400, 301}, Scale::Fit);
    QCOMPARE(m_view->percent(), ratio == 1 ? 42 : 85);
    QCOMPARE(shownPicture(), scaledCopy(m_desktop, m_view->percent()));
    for (const QPoint place : {QPoint(0, 0), QPoint(101, 77), QPoint(868, 480)}) {
        const QImage patch = patternOf({32, 20}).mirrored();
        QSignalSpy painted(m_view, &DesktopView::painted);
        draw(place, patch);
        QTRY_VERIFY(!painted.isEmpty());
    }
    const QImage now = session().framebuffer().copy();
    QCOMPARE(shownPicture(), scaledCopy(now, m_view->percent()));
}

void TestDesktopView::damageIsSeenAndNothingElseIsPainted_data()
{
    QTest::addColumn<Scale>("scale");
    QTest::newRow("native") << Scale::Native;
    QTest::newRow("fit") << Scale::Fit;
}

void TestDesktopView::damageIsSeenAndNothingElseIsPainted()
{
    QFETCH(Scale, scale);
    open(patternOf({700, 500}), {380, 300}, scale);
    PaintCount count(*m_view);
    QSignalSpy painted(m_view, &DesktopView::painted);
    // What the window itself wanted painted comes first.
    draw({0, 0}, patternOf({20, 10}).mirrored());
    QTRY_VERIFY(!painted.isEmpty());
    QTest::qWait(0);
    count.reset();
    painted.clear();
    draw({100, 60}, patternOf({20, 10}).mirrored());
    QTRY_VERIFY(!painted.isEmpty());
    QCOMPARE(count.paints(), 1);
    const QRect place =
        m_view->geometryOfPicture().logicalRegion(QRect(100, 60, 20, 10)).boundingRect();
    QVERIFY(!place.isEmpty());
    QCOMPARE(count.region(), QRegion(place));
    // All of it, and at most a pixel more on each side.
    const qreal step = m_view->percent() / 100.0 / ratio;
    QVERIFY(areaOf(count.region()) >= qint64(20 * step) * qint64(10 * step));
    QVERIFY(areaOf(count.region()) <= qint64(20 * step + 2) * qint64(10 * step + 2));
}

void TestDesktopView::muchDamageIsPaintedOncePerFrame()
{
    open(patternOf(desktopSize), {400, 300}, Scale::Native);
    PaintCount count(*m_view);
    QElapsedTimer timer;
    timer.start();
    // Faster than any server: a turn of the event loop for each.
    constexpr int updates = 2000;
    for (int i = 0; i < updates; ++i) {
        Q_EMIT session().damaged(QRect(i % 290, i % 190, 10, 10));
        QTest::qWait(0);
    }
    const qint64 frames = timer.elapsed() * 240 / 1000 + 2; // no screen is faster
    QVERIFY2(count.paints() <= frames, qPrintable(QString::number(count.paints())));
    // The last one is not forgotten.
    QTRY_VERIFY(count.region().contains(
        m_view->geometryOfPicture()
            .logicalRegion(QRect((updates - 1) % 290, (updates - 1) % 190, 10, 10))
            .boundingRect()));
}

void TestDesktopView::theFrameLiesBesideThePictureAndMovesNothing_data()
{
    QTest::addColumn<Scale>("scale");
    QTest::addColumn<QSize>("size");
    QTest::newRow("native") << Scale::Native << QSize(400, 300);
    QTest::newRow("native, too large") << Scale::Native << QSize(120, 90);
    QTest::newRow("fit") << Scale::Fit << QSize(250, 230);
}

void TestDesktopView::theFrameLiesBesideThePictureAndMovesNothing()
{
    QFETCH(Scale, scale);
    QFETCH(QSize, size);
    open(patternOf({600, 400}), size, scale);
    const QImage before = shownPicture();
    const QRect frame = m_view->geometryOfPicture().frame();
    const QRect shown = m_view->geometryOfPicture().shown();
    drive();
    QCOMPARE(m_view->geometryOfPicture().shown(), shown);
    QCOMPARE(shownPicture(), before);
    const QImage image = grabbed();
    const QRgb amber = themeOf(m_view).color(ThemeRole::WarnFill).rgb();
    const int width = int(DesktopGeometry::frameWidth * ratio);
    QCOMPARE(shown.x() - frame.x(), width);
    int found = 0;
    for (const QPoint &place :
         {QPoint(frame.left(), shown.center().y()), QPoint(shown.left() - 1, shown.center().y()),
          QPoint(frame.right(), shown.center().y()), QPoint(shown.center().x(), frame.top()),
          QPoint(shown.center().x(), frame.bottom()), frame.topLeft(), frame.bottomRight()})
        found += image.valid(place) && image.pixel(place) == amber ? 1 : 0;
    QVERIFY(found == 7 || scale == Scale::Native);
    QVERIFY(found >= 3);
    drive(false);
    QVERIFY(grabbed().pixel(std::max(0, frame.left()), shown.center().y()) != amber);
}

void TestDesktopView::aLargePictureIsScrolledAndPanned()
{
    open(patternOf({900, 700}), {300, 260}, Scale::Native);
    const auto bars = m_view->findChildren<QScrollBar *>();
    QCOMPARE(bars.size(), 2);
    QVERIFY(bars[0]->isVisible() && bars[1]->isVisible());
    const QSize seen = m_view->geometryOfPicture().shown().size();
    QCOMPARE(shownPicture(), m_desktop.copy(QRect(QPoint(), seen)));
    QTest::mousePress(m_view, Qt::MiddleButton, {}, {200, 200});
    QTest::mouseMove(m_view, {150, 170});
    QTest::mouseRelease(m_view, Qt::MiddleButton, {}, {150, 170});
    const QPoint offset(int(50 * ratio), int(30 * ratio));
    QCOMPARE(m_view->geometryOfPicture().offset(), offset);
    QCOMPARE(shownPicture(), m_desktop.copy(QRect(offset, seen)));
    QCOMPARE(m_view->geometryOfPicture().remoteAt(placeOf({333, 222})), QPoint(333, 222));
    bars[0]->setValue(bars[0]->maximum());
    QCOMPARE(shownPicture().copy(seen.width() - 1, 0, 1, seen.height()),
             m_desktop.copy(899, offset.y(), 1, seen.height()));
    QCOMPARE(heard(), QString());
    m_view->setScale(Scale::Fit);
    QVERIFY(!bars[0]->isVisible() && !bars[1]->isVisible());
}

void TestDesktopView::theGroundIsTheCanvas()
{
    const QRgb canvas = Theme::light().color(ThemeRole::Canvas).rgb();
    show({300, 200}, Scale::Fit);
    QCOMPARE(grabbed().pixel(100, 100), canvas);
    serve(patternOf(desktopSize));
    m_view->setSession(&session());
    const QImage image = grabbed();
    QCOMPARE(image.pixel(0, 0), canvas);
    QCOMPARE(image.pixel(image.width() - 1, image.height() - 1), canvas);
}

SANDGLASS_SCALED_MAIN(TestDesktopView)
#include "tst_desktopview.moc"
