// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/desktopgeometry.h>

#include <QtTest/QTest>

using namespace Sandglass;
using Scale = DesktopGeometry::Scale;

class TestDesktopGeometry final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void aPictureFitsAtAWholePercentage_data();
    void aPictureFitsAtAWholePercentage();
    void nativeIsOneToOneInDevicePixels_data();
    void nativeIsOneToOneInDevicePixels();
    void whatIsTooLargeScrollsBetweenFrames();
    void everyRemotePixelIsFoundWhereItIsShown_data();
    void everyRemotePixelIsFoundWhereItIsShown();
    void placesBesideThePictureAreItsNearestPixels();
    void damageCoversAllThatItTouchesAndNoMore();
    void nothingHasNoPlace();
};

void TestDesktopGeometry::aPictureFitsAtAWholePercentage_data()
{
    QTest::addColumn<QSize>("remote");
    QTest::addColumn<QSize>("room");
    QTest::addColumn<qreal>("ratio");
    QTest::addColumn<int>("percent");
    QTest::addColumn<QRect>("picture");
    QTest::newRow("as in the visual target")
        << QSize(1920, 1080) << QSize(1188, 738) << 1.0 << 61 << QRect(8, 39, 1172, 659);
    QTest::newRow("the height decides")
        << QSize(1000, 1000) << QSize(800, 516) << 1.0 << 50 << QRect(150, 8, 500, 500);
    QTest::newRow("never a bit more than 100 %")
        << QSize(640, 480) << QSize(900, 700) << 1.0 << 100 << QRect(130, 110, 640, 480);
    QTest::newRow("twice where that fits")
        << QSize(320, 240) << QSize(900, 700) << 1.0 << 200 << QRect(130, 110, 640, 480);
    QTest::newRow("HiDPI counts its own pixels")
        << QSize(1024, 768) << QSize(1188, 800) << 2.0 << 200 << QRect(164, 32, 2048, 1536);
    QTest::newRow("HiDPI, not quite twice")
        << QSize(1920, 1080) << QSize(1188, 738) << 2.0 << 100 << QRect(228, 198, 1920, 1080);
    QTest::newRow("a ratio that is no whole number")
        << QSize(1920, 1080) << QSize(800, 600) << 1.25 << 51 << QRect(10, 99, 980, 551);
    QTest::newRow("hardly any room")
        << QSize(1920, 1080) << QSize(10, 10) << 1.0 << 1 << QRect(-5, 0, 20, 11);
}

void TestDesktopGeometry::aPictureFitsAtAWholePercentage()
{
    QFETCH(QSize, remote);
    QFETCH(QSize, room);
    QFETCH(qreal, ratio);
    const DesktopGeometry geometry(remote, room, ratio, Scale::Fit);
    QTEST(geometry.percent(), "percent");
    if (room.width() > 100) {
        QTEST(geometry.picture(), "picture");
        QCOMPARE(geometry.shown(), geometry.picture());
        QCOMPARE(geometry.range(), QSize(0, 0));
        // The frame has room beside it.
        const QRect all(QPoint(), QSize(int(room.width() * ratio), int(room.height() * ratio)));
        QVERIFY(all.contains(geometry.frame()));
    }
}

void TestDesktopGeometry::nativeIsOneToOneInDevicePixels_data()
{
    QTest::addColumn<qreal>("ratio");
    QTest::newRow("1") << 1.0;
    QTest::newRow("1.5") << 1.5;
    QTest::newRow("2") << 2.0;
}

void TestDesktopGeometry::nativeIsOneToOneInDevicePixels()
{
    QFETCH(qreal, ratio);
    const DesktopGeometry geometry({300, 200}, {400, 400}, ratio, Scale::Native);
    QCOMPARE(geometry.percent(), 100);
    QCOMPARE(geometry.picture().size(), QSize(300, 200));
    QCOMPARE(geometry.range(), QSize(0, 0));
    // Exactly as large as the room, it still needs no scrolling.
    const QSize room(300, 200);
    const DesktopGeometry exact(room * ratio, room, ratio, Scale::Native);
    QCOMPARE(exact.range(), QSize(0, 0));
    QCOMPARE(exact.shown(), QRect(QPoint(), room * ratio));
}

void TestDesktopGeometry::whatIsTooLargeScrollsBetweenFrames()
{
    DesktopGeometry geometry({1000, 300}, {400, 400}, 1, Scale::Native);
    QCOMPARE(geometry.range(), QSize(1000 - 392, 0));
    QCOMPARE(geometry.shown(), QRect(4, 50, 392, 300));
    geometry.scrollTo({5000, 5000});
    QCOMPARE(geometry.offset(), QPoint(608, 0));
    QCOMPARE(geometry.picture().right(), geometry.shown().right());
    QCOMPARE(geometry.remoteAt({395.5, 60.5}), QPoint(999, 10));
    geometry.scrollTo({100, 0});
    QCOMPARE(geometry.remoteAt({4.5, 50.5}), QPoint(100, 0));
    QVERIFY(!geometry.holds({2, 60}));
    QVERIFY(geometry.holds({4.2, 60}));
}

void TestDesktopGeometry::everyRemotePixelIsFoundWhereItIsShown_data()
{
    QTest::addColumn<QSize>("room");
    QTest::addColumn<qreal>("ratio");
    QTest::addColumn<Scale>("scale");
    QTest::newRow("fit, smaller") << QSize(211, 200) << 1.0 << Scale::Fit;
    QTest::newRow("fit, smaller, HiDPI") << QSize(111, 100) << 2.0 << Scale::Fit;
    QTest::newRow("fit, 1.25") << QSize(211, 200) << 1.25 << Scale::Fit;
    QTest::newRow("fit, 300 %") << QSize(950, 950) << 1.0 << Scale::Fit;
    QTest::newRow("native") << QSize(400, 300) << 1.0 << Scale::Native;
    QTest::newRow("native, HiDPI") << QSize(400, 300) << 2.0 << Scale::Native;
}

void TestDesktopGeometry::everyRemotePixelIsFoundWhereItIsShown()
{
    QFETCH(QSize, room);
    QFETCH(qreal, ratio);
    QFETCH(Scale, scale);
    const QSize remote(301, 203);
    const DesktopGeometry geometry(remote, room, ratio, scale);
    for (int y = 0; y < remote.height(); ++y) {
        for (int x = 0; x < remote.width(); ++x) {
            const QPointF middle = geometry.deviceAt(QPointF(x + 0.5, y + 0.5)) / ratio;
            QVERIFY(geometry.holds(middle));
            QCOMPARE(geometry.remoteAt(middle), QPoint(x, y));
        }
    }
}

void TestDesktopGeometry::placesBesideThePictureAreItsNearestPixels()
{
    const DesktopGeometry geometry({100, 100}, {200, 200}, 1, Scale::Native);
    QCOMPARE(geometry.remoteAt({0, 0}), QPoint(0, 0));
    QCOMPARE(geometry.remoteAt({500, 100.5}), QPoint(99, 50));
    QVERIFY(!geometry.holds({0, 0}));
}

void TestDesktopGeometry::damageCoversAllThatItTouchesAndNoMore()
{
    const DesktopGeometry half({400, 400}, {216, 216}, 1, Scale::Fit);
    QCOMPARE(half.percent(), 50);
    QCOMPARE(half.pictureRect({2, 2, 2, 2}), QRect(1, 1, 1, 1));
    QCOMPARE(half.pictureRect({3, 3, 2, 2}), QRect(1, 1, 2, 2));
    QCOMPARE(half.logicalRegion(QRect(2, 2, 2, 2)), QRegion(9, 9, 1, 1));
    QCOMPARE(half.logicalRegion(QRect(398, 398, 50, 50)), QRegion(207, 207, 1, 1));
    const DesktopGeometry fine({400, 400}, {300, 300}, 2, Scale::Native);
    QCOMPARE(fine.picture().topLeft(), QPoint(100, 100));
    QCOMPARE(fine.logicalRegion(QRect(1, 1, 2, 2)), QRegion(50, 50, 2, 2));
}

void TestDesktopGeometry::nothingHasNoPlace()
{
    for (const DesktopGeometry &geometry :
         {DesktopGeometry(), DesktopGeometry({}, {100, 100}, 1, Scale::Fit),
          DesktopGeometry({100, 100}, {}, 1, Scale::Fit)}) {
        QVERIFY(geometry.isEmpty());
        QVERIFY(!geometry.holds({0, 0}));
        QCOMPARE(geometry.remoteAt({5, 5}), QPoint(0, 0));
        QVERIFY(geometry.logicalRegion(QRect(0, 0, 5, 5)).isEmpty());
    }
}

QTEST_MAIN(TestDesktopGeometry)
#include "tst_desktopgeometry.moc"
