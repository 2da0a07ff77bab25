// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/screen/screenshots.h>

#include <QtCore/QDir>
#include <QtCore/QTemporaryDir>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace Sandglass;
using namespace Qt::StringLiterals;

namespace {

Screenshot shotOf(QRgb colour)
{
    QImage picture(64, 48, QImage::Format_RGB32);
    picture.fill(colour);
    picture.setPixel(3, 5, qRgb(1, 2, 3));
    return {.picture = picture,
            .source = u"qa-desk-4"_s,
            .title = u"Checkout"_s,
            .time = QDateTime({2026, 11, 20}, {14, 2, 31})};
}

} // namespace

class ScreenshotsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void aScreenshotIsOnTheClipboardAndInAFile()
    {
        const QTemporaryDir folder;
        Screenshots shots(folder.filePath(u"made/when needed"_s));
        QSignalSpy saved(&shots, &Screenshots::saved);
        const Screenshot shot = shotOf(qRgb(200, 100, 50));
        shots.take(shot);
        QCOMPARE(QGuiApplication::clipboard()->image().pixel(3, 5), qRgb(1, 2, 3));
        QVERIFY(saved.wait());
        const QString path = saved.first().first().toString();
        QCOMPARE(path, folder.filePath(u"made/when needed/sbx_2026-11-20_14-02-31.png"_s));
        const QImage picture(path);
        QCOMPARE(picture.convertToFormat(QImage::Format_RGB32), shot.picture);
        QCOMPARE(picture.text(u"Source"_s), u"qa-desk-4"_s);
        QCOMPARE(picture.text(u"Title"_s), u"Checkout"_s);
    }

    void severalOfOneSecondReplaceNothing()
    {
        const QTemporaryDir folder;
        Screenshots shots(folder.path());
        QSignalSpy saved(&shots, &Screenshots::saved);
        for (const QRgb colour : {qRgb(255, 0, 0), qRgb(0, 255, 0), qRgb(0, 0, 255)})
            shots.take(shotOf(colour));
        QTRY_COMPARE(saved.size(), 3);
        const QDir there(folder.path());
        QCOMPARE(there.entryList(QDir::Files | QDir::Hidden).size(), 3);
        QCOMPARE(QImage(there.filePath(u"sbx_2026-11-20_14-02-31.png"_s)).pixel(0, 0),
                 qRgb(255, 0, 0));
        QCOMPARE(QImage(saved.last().first().toString()).pixel(0, 0), qRgb(0, 0, 255));
    }

    void whatCannotBeSavedIsSaidAndTheNextOneIsTried()
    {
        const QTemporaryDir folder;
        QFile inTheWay(folder.filePath(u"file"_s));
        QVERIFY(inTheWay.open(QFile::WriteOnly));
        Screenshots shots(folder.filePath(u"file/below"_s));
        QSignalSpy failed(&shots, &Screenshots::failed);
        shots.take(shotOf(qRgb(1, 1, 1)));
        shots.take(shotOf(qRgb(2, 2, 2)));
        QTRY_COMPARE(failed.size(), 2);
        QVERIFY(failed.first().first().toString().contains(u"file/below"_s));
    }
};

QTEST_MAIN(ScreenshotsTest)
#include "tst_screenshots.moc"
