// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/runpicture.h>
#include <widgets/runsvg.h>

#include <QtCore/QBuffer>
#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>
#include <QtGui/QImageReader>
#include <QtGui/QPainter>
#include <QtSvg/QSvgRenderer>

#include <algorithm>
#include <cmath>

namespace Sandglass {

using namespace Qt::StringLiterals;

namespace {

QString words(const char *english)
{
    return QCoreApplication::translate("Sandglass::RunPicture", english);
}

/// Only the decoder that is wanted: what the bytes pretend to be picks none.
QByteArray formatOf(const QString &mimeType)
{
    if (mimeType == u"image/png")
        return "png"_ba;
    return mimeType == u"image/jpeg" ? "jpeg"_ba : QByteArray();
}

QSize fitted(const QSize &size, const QSize &box)
{
    if (!box.isValid() || (size.width() <= box.width() && size.height() <= box.height()))
        return size;
    return size.scaled(box, Qt::KeepAspectRatio).expandedTo(QSize(1, 1));
}

bool isTooLarge(const QSize &size)
{
    return size.width() > maximumPictureSide || size.height() > maximumPictureSide ||
           qint64(size.width()) * size.height() > maximumPicturePixels;
}

QString tooLarge(const QSize &size)
{
    const QLocale locale;
    return words(QT_TRANSLATE_NOOP("Sandglass::RunPicture",
                                   "A picture of %1 × %2 pixels is too large to be shown here."))
        .arg(locale.toString(size.width()), locale.toString(size.height()));
}

QString wordsFor(SvgProblem problem)
{
    switch (problem) {
    case SvgProblem::TooLarge:
        return words(QT_TRANSLATE_NOOP("Sandglass::RunPicture",
                                       "This drawing has too many bytes to be shown here."));
    case SvgProblem::TooComplex:
        return words(QT_TRANSLATE_NOOP("Sandglass::RunPicture",
                                       "This drawing has too many parts to be shown here."));
    case SvgProblem::NotSvg:
    case SvgProblem::None:
        break;
    }
    return words(QT_TRANSLATE_NOOP("Sandglass::RunPicture", "This is not a drawing that can be "
                                                            "read."));
}

RunPicture drawnSvg(const RunPictureRequest &request)
{
    RunPicture picture;
    const CleanSvg clean = cleanedSvg(request.bytes);
    QSvgRenderer renderer;
    renderer.setFramesPerSecond(0);
    if (clean.problem != SvgProblem::None || !renderer.load(clean.bytes)) {
        picture.problem = wordsFor(clean.problem);
        return picture;
    }
    picture.natural = renderer.defaultSize().expandedTo(QSize(1, 1));
    if (isTooLarge(picture.natural)) // a drawing has no pixels of its own: any size does
        picture.natural =
            picture.natural.scaled(QSize(1600, 1600), Qt::KeepAspectRatio).expandedTo(QSize(1, 1));
    const QSize wanted = fitted((QSizeF(picture.natural) * request.scale).toSize(), request.box);
    picture.image = QImage(wanted, QImage::Format_ARGB32_Premultiplied);
    picture.image.fill(Qt::transparent);
    QPainter painter(&picture.image);
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    renderer.render(&painter);
    return picture;
}

} // namespace

QSize pictureSize(const QByteArray &bytes, const QString &mimeType)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, formatOf(mimeType));
    reader.setAutoDetectImageFormat(false);
    return mimeType == u"image/svg+xml" ? QSize() : reader.size();
}

RunPicture drawnPicture(const RunPictureRequest &request)
{
    if (request.mimeType == u"image/svg+xml")
        return drawnSvg(request);
    RunPicture picture;
    picture.natural = pictureSize(request.bytes, request.mimeType);
    if (isTooLarge(picture.natural)) {
        picture.problem = tooLarge(picture.natural);
        return picture;
    }
    QBuffer buffer;
    buffer.setData(request.bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, formatOf(request.mimeType));
    reader.setAutoDetectImageFormat(false);
    if (picture.natural.isValid())
        reader.setScaledSize(fitted(picture.natural, request.box));
    picture.image = reader.read();
    if (picture.image.isNull())
        picture.problem = words(
            QT_TRANSLATE_NOOP("Sandglass::RunPicture", "This is not a picture that can be read."));
    return picture;
}

} // namespace Sandglass
