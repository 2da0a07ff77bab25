// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/desktopgeometry.h>
#include <widgets/desktopscaler.h>

#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>

using namespace Sandglass;
using Scale = DesktopGeometry::Scale;

namespace {

QImage noise(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    QRandomGenerator random(7);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x)
            image.setPixel(x, y, random.generate() | 0xff000000U);
    }
    return image;
}

QImage scaled(const QImage &source, int percent)
{
    QImage target(scaledSize(source.size(), percent), QImage::Format_RGB32);
    target.fill(Qt::magenta);
    scaleInto(target, source, target.rect(), percent);
    return target;
}

/// The mean over an area that may begin and end within a pixel.
QRgb meanOf(const QImage &image, const QRectF &area)
{
    double sums[3] = {};
    double weight = 0;
    for (int y = int(area.top()); y < area.bottom(); ++y) {
        for (int x = int(area.left()); x < area.right(); ++x) {
            const QRectF part = QRectF(x, y, 1, 1) & area & QRectF(image.rect());
            const double share = part.width() * part.height();
            if (share <= 0)
                continue;
            const QRgb pixel = image.pixel(x, y);
            weight += share;
            sums[0] += qRed(pixel) * share;
            sums[1] += qGreen(pixel) * share;
            sums[2] += qBlue(pixel) * share;
        }
    }
    return qRgb(int(sums[0] / weight + 0.5), int(sums[1] / weight + 0.5),
                int(sums[2] / weight + 0.5));
}

int difference(QRgb one, QRgb two)
{
    return std::max({std::abs(qRed(one) - qRed(two)), std::abs(qGreen(one) - qGreen(two)),
                     std::abs(qBlue(one) - qBlue(two))});
}

} // namespace

class TestDesktopScaler final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void aSmallerPictureIsTheMeanOfItsPixels_data();
    void aSmallerPictureIsTheMeanOfItsPixels();
    void aPartScaledAnewFitsTheRest_data();
    void aPartScaledAnewFitsTheRest();
    void wholeHundredsRepeatThePixels();
    void oneColourStaysThatColour();
    void aDimmedPictureIsGreyerAndDarker();
};

void TestDesktopScaler::aSmallerPictureIsTheMeanOfItsPixels_data()
{
    QTest::addColumn<int>("percent");
    for (const int percent : {1, 7, 33, 50, 61, 75, 99})
        QTest::addRow("%d", percent) << percent;
}

void TestDesktopScaler::aSmallerPictureIsTheMeanOfItsPixels()
{
    QFETCH(int, percent);
    const QImage source = noise({157, 93});
    const QImage target = scaled(source, percent);
    const double step = 100.0 / percent;
    for (int y = 0; y < target.height(); ++y) {
        for (int x = 0; x < target.width(); ++x) {
            const QRgb wanted = meanOf(source, QRectF(x * step, y * step, step, step));
            QVERIFY(difference(target.pixel(x, y), wanted) <= 1);
        }
    }
}

void TestDesktopScaler::aPartScaledAnewFitsTheRest_data()
{
    QTest::addColumn<int>("percent");
    for (const int percent : {13, 50, 61, 99, 100, 200})
        QTest::addRow("%d", percent) << percent;
}

void TestDesktopScaler::aPartScaledAnewFitsTheRest()
{
    QFETCH(int, percent);
    QImage source = noise({200, 120});
    QImage target = scaled(source, percent);
    QRandomGenerator random(3);
    for (int round = 0; round < 30; ++round) {
        const QRect damage = QRect(int(random.bounded(190)), int(random.bounded(110)),
                                   1 + int(random.bounded(40)), 1 + int(random.bounded(40)))
                                 .intersected(source.rect());
        for (int y = damage.top(); y <= damage.bottom(); ++y) {
            for (int x = damage.left(); x <= damage.right(); ++x)
                source.setPixel(x, y, random.generate() | 0xff000000U);
        }
        // The room is such that the picture gets this percentage.
        DesktopGeometry geometry(source.size(), scaledSize(source.size(), percent) + QSize(17, 17),
                                 1, Scale::Fit);
        QCOMPARE(geometry.percent(), percent);
        scaleInto(target, source, geometry.pictureRect(damage), percent);
    }
    QCOMPARE(target, scaled(source, percent));
}

void TestDesktopScaler::wholeHundredsRepeatThePixels()
{
    const QImage source = noise({20, 10});
    const QImage target = scaled(source, 300);
    QCOMPARE(target.size(), QSize(60, 30));
    for (int y = 0; y < target.height(); ++y) {
        for (int x = 0; x < target.width(); ++x)
            QCOMPARE(target.pixel(x, y), source.pixel(x / 3, y / 3));
    }
}

void TestDesktopScaler::oneColourStaysThatColour()
{
    for (const QRgb color : {0xffffffffU, 0xff000000U, 0xff0102feU, 0xff7f8081U}) {
        QImage source(97, 41, QImage::Format_RGB32);
        source.fill(color);
        for (int percent = 1; percent < 100; ++percent) {
            const QImage target = scaled(source, percent);
            for (int y = 0; y < target.height(); ++y) {
                for (int x = 0; x < target.width(); ++x)
                    QCOMPARE(target.pixel(x, y), color);
            }
        }
    }
}

void TestDesktopScaler::aDimmedPictureIsGreyerAndDarker()
{
    QImage image(4, 1, QImage::Format_RGB32);
    image.fill(qRgb(200, 100, 40));
    dim(image, QRect(1, 0, 2, 1));
    QCOMPARE(image.pixel(0, 0), qRgb(200, 100, 40));
    QCOMPARE(image.pixel(3, 0), qRgb(200, 100, 40));
    const QColor dimmed(image.pixel(1, 0));
    const QColor bright(qRgb(200, 100, 40));
    QVERIFY(dimmed.value() < bright.value() * 0.6);
    QVERIFY(dimmed.red() - dimmed.blue() < (bright.red() - bright.blue()) / 4);
    QVERIFY(dimmed.red() > dimmed.blue());
}

QTEST_MAIN(TestDesktopScaler)
#include "tst_desktopscaler.moc"
