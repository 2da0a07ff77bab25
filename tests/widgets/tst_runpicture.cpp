// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/widgets/editorfixture.h>
#include <widgets/appearance.h>
#include <widgets/runpicture.h>
#include <widgets/runsvg.h>

#include <QtCore/QBuffer>
#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryDir>
#include <QtCore/QUrl>
#include <QtCore/QtEndian>
#include <QtGui/QImage>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>

using namespace Qt::StringLiterals;
using namespace Sandglass;

namespace {

QByteArray svg(const QByteArray &inside)
{
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" "
           "xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"40\" height=\"40\">" +
           inside + "</svg>";
}

/// Levels of ten copies each: 10 to the power of `levels`.
QByteArray copiesOfCopies(int levels)
{
    QByteArray inside = "<g id=\"l0\"><rect width=\"1\" height=\"1\"/></g>";
    for (int level = 1; level <= levels; ++level) {
        inside += "<g id=\"l" + QByteArray::number(level) + "\">" +
                  QByteArray("<use xlink:href=\"#l" + QByteArray::number(level - 1) + "\"/>")
                      .repeated(10) +
                  "</g>";
    }
    return svg(inside);
}

/// A PNG whose head claims a size.
QByteArray pngThatClaims(quint32 width, quint32 height)
{
    QByteArray png = QByteArray::fromBase64(targetChart().c_str());
    qToBigEndian(width, png.data() + 16);
    qToBigEndian(height, png.data() + 20);
    quint32 sum = 0xffffffff; // the head is believed only with its check sum
    for (int at = 12; at < 29; ++at) {
        sum ^= quint8(png.at(at));
        for (int bit = 0; bit < 8; ++bit)
            sum = (sum >> 1) ^ (sum & 1 ? 0xedb88320 : 0);
    }
    qToBigEndian(~sum, png.data() + 29);
    return png;
}

RunPicture draw(const QByteArray &bytes, const QString &type)
{
    return drawnPicture({.bytes = bytes, .mimeType = type, .box = QSize(100, 100)});
}

} // namespace

/// Pictures and drawings of a hostile sandbox: nothing of them loads, hangs or takes memory without
/// end.
class TestRunPicture final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installAppearance(*qApp); }
    void init() { QTest::failOnWarning(); }

    void svgIsCleaned_data();
    void svgIsCleaned();
    void svgThatNeverEndsIsRefused_data();
    void svgThatNeverEndsIsRefused();
    void aLocalPictureIsNotDrawnIntoSvg();
    void harmlessSvgIsDrawn_data();
    void harmlessSvgIsDrawn();
    void picturesBeyondTheLimitsAreRefused_data();
    void picturesBeyondTheLimitsAreRefused();
};

void TestRunPicture::svgIsCleaned_data()
{
    QTest::addColumn<QByteArray>("inside");
    QTest::addColumn<QByteArray>("gone");
    QTest::newRow("picture of a host")
        << "<image xlink:href=\"http://e.vil/x.png\"/>"_ba << "e.vil"_ba;
    QTest::newRow("picture of a file") << "<image href=\"/etc/passwd\"/>"_ba << "passwd"_ba;
    QTest::newRow("embedded SVG") << "<image href=\"data:image/svg+xml;base64,AAAA\"/>"_ba
                                  << "AAAA"_ba;
    QTest::newRow("script") << "<script>alert(1)</script>"_ba << "alert"_ba;
    QTest::newRow("foreign") << "<foreignObject><p>evil</p></foreignObject>"_ba << "evil"_ba;
    QTest::newRow("style that loads")
        << "<style>@import url(http://e.vil/);</style>"_ba << "e.vil"_ba;
    QTest::newRow("look that loads")
        << "<rect style=\"fill:url( http://e.vil/#a)\"/>"_ba << "e.vil"_ba;
    QTest::newRow("fill that loads") << "<rect fill=\"url('file:///x#a')\"/>"_ba << "file"_ba;
    QTest::newRow("handler") << "<rect onload=\"evil()\"/>"_ba << "evil"_ba;
    QTest::newRow("filter")
        << "<filter id=\"f\"><feGaussianBlur stdDeviation=\"9999\"/></filter>"_ba
        << "Gaussian"_ba;
    QTest::newRow("dashes without length")
        << "<path stroke-dasharray=\"0.00001 0.00001\" d=\"M0 0h99999\"/>"_ba << "0.00001"_ba;
    QTest::newRow("dashes in a look")
        << "<path style=\"stroke-dasharray: 1e-9\" d=\"M0 0h9\"/>"_ba << "1e-9"_ba;
    QTest::newRow("animation") << "<animate attributeName=\"x\" values=\"evil\"/>"_ba << "evil"_ba;
}

void TestRunPicture::svgIsCleaned()
{
    QFETCH(QByteArray, inside);
    QFETCH(QByteArray, gone);
    const CleanSvg clean = cleanedSvg(svg("<circle r=\"3\"/>" + inside + "<rect id=\"kept\"/>"));
    QCOMPARE(clean.problem, SvgProblem::None);
    QVERIFY2(!clean.bytes.contains(gone), clean.bytes.constData());
    QVERIFY(clean.bytes.contains("kept") && clean.bytes.contains("circle"));
}

void TestRunPicture::svgThatNeverEndsIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("entities") << "<!DOCTYPE svg [<!ENTITY a \"xxxxxxxxxx\"><!ENTITY b "
                                 "\"&a;&a;&a;&a;&a;&a;&a;&a;\">]><svg>&b;</svg>"_ba;
    QTest::newRow("an entity of a file")
        << "<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><svg>&x;</svg>"_ba;
    QTest::newRow("copies of copies") << copiesOfCopies(9);
    QTest::newRow("copies in a circle")
        << svg("<g id=\"a\"><use xlink:href=\"#b\"/></g><g id=\"b\"><use href=\"#a\"/></g>");
    QTest::newRow("a copy of itself") << svg("<g id=\"a\"><use href=\"#a\"/></g>");
    QTest::newRow("depth") << svg(QByteArray("<g>").repeated(5000) +
                                  QByteArray("</g>").repeated(5000));
    QTest::newRow("parts") << svg(QByteArray("<g/>").repeated(300000));
    QTest::newRow("bytes") << svg(QByteArray(5 << 20, ' '));
    QTest::newRow("no SVG") << "<html><body/></html>"_ba;
    QTest::newRow("no XML") << "GIF89a"_ba;
    QTest::newRow("cut off") << "<svg><rect/>"_ba;
    QTest::newRow("nothing") << ""_ba;
}

void TestRunPicture::svgThatNeverEndsIsRefused()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(cleanedSvg(bytes).problem != SvgProblem::None);
    const RunPicture picture = draw(bytes, u"image/svg+xml"_s);
    QVERIFY(picture.image.isNull() && !picture.problem.isEmpty());
}

void TestRunPicture::aLocalPictureIsNotDrawnIntoSvg()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"x.png"_s);
    QImage red(50, 50, QImage::Format_RGB32);
    red.fill(Qt::red);
    QVERIFY(red.save(file));
    const QByteArray address = QUrl::fromLocalFile(file).toEncoded();
    for (const QByteArray &target : {address, file.toUtf8()}) {
        const RunPicture picture =
            draw(svg("<image width=\"40\" height=\"40\" xlink:href=\"" + target + "\"/>"),
                 u"image/svg+xml"_s);
        QVERIFY(!picture.image.isNull());
        QCOMPARE(picture.image.pixelColor(20, 20).alpha(), 0);
    }
}

void TestRunPicture::harmlessSvgIsDrawn_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("a shape") << svg("<rect width=\"40\" height=\"40\" fill=\"#ff0000\"/>");
    QTest::newRow("a copy") << svg(
        "<defs><rect id=\"r\" width=\"40\" height=\"40\" fill=\"red\"/></defs>"
        "<use xlink:href=\"#r\"/>");
    QTest::newRow("a gradient") << svg(
        "<defs><linearGradient id=\"g\"><stop stop-color=\"#f00\"/></linearGradient></defs>"
        "<rect width=\"40\" height=\"40\" fill=\"url(#g)\"/>");
    QTest::newRow("a document type")
        << "<?xml version=\"1.0\"?><!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" "
           "\"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">" +
               svg("<style>rect { fill: red }</style><rect width=\"40\" height=\"40\"/>");
    QTest::newRow("a size beyond all bounds")
        << "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1e9\" height=\"1e9\" "
           "viewBox=\"0 0 4 4\"><rect width=\"4\" height=\"4\" fill=\"red\"/></svg>"_ba;
}

void TestRunPicture::harmlessSvgIsDrawn()
{
    QFETCH(QByteArray, bytes);
    const RunPicture picture = draw(bytes, u"image/svg+xml"_s);
    QVERIFY2(picture.problem.isEmpty(), qPrintable(picture.problem));
    QCOMPARE_LE(picture.image.width(), 100);
    QCOMPARE(picture.image.pixelColor(picture.image.width() / 2, picture.image.height() / 2),
             QColor(Qt::red));
}

void TestRunPicture::picturesBeyondTheLimitsAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("words");
    const QString png = u"image/png"_s;
    const QString large = u"too large"_s;
    const QString none = u"not a picture"_s;
    QTest::newRow("sides of 2^31 - 1") << pngThatClaims(0x7fffffff, 0x7fffffff) << png << none;
    QTest::newRow("one long side") << pngThatClaims(40000, 4) << png << large;
    QTest::newRow("too many pixels") << pngThatClaims(20000, 20000) << png << large;
    QTest::newRow("no picture") << "<svg/>"_ba << png << none;
    QTest::newRow("an SVG that calls itself a PNG") << svg("<rect/>") << png << none;
    QTest::newRow("a PNG that calls itself a JPEG")
        << QByteArray::fromBase64(targetChart().c_str()) << u"image/jpeg"_s << none;
    QTest::newRow("nothing") << ""_ba << png << none;
    QTest::newRow("cut off") << QByteArray::fromBase64(targetChart().c_str()).first(60) << png
                             << none;
    QTest::newRow("another type") << "BM"_ba << u"image/bmp"_s << none;
}

void TestRunPicture::picturesBeyondTheLimitsAreRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, type);
    QFETCH(QString, words);
    if (type == u"image/jpeg")
        for (int look = 0; look < 2; ++look) // at its size, then at the rest
            QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"^Not a JPEG"_s));
    const RunPicture picture = draw(bytes, type);
    QVERIFY(picture.image.isNull());
    QVERIFY2(picture.problem.contains(words), qPrintable(picture.problem));
}

QTEST_MAIN(TestRunPicture)
#include "tst_runpicture.moc"
