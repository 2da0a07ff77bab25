// SPDX-License-Identifier: GPL-3.0-or-later
#include <vnc/remoteframebuffer.h>
#include <widgets/desktopcursor.h>
#include <widgets/theme.h>

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>
#include <QtGui/QPixmap>

#include <cmath>

namespace Sandglass {

namespace {

constexpr QSize arrowSize{13, 20};

/// It belongs to the picture: the same in both themes.
QColor outline()
{
    return Theme::light().color(ThemeRole::Base);
}

QColor filling()
{
    return Theme::light().color(ThemeRole::Canvas);
}

/// The arrow that every desktop has.
QImage makeArrow()
{
    QImage image(arrowSize, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainterPath path(QPointF(1, 1));
    for (const QPointF point : {QPointF(1, 16.2), QPointF(4.7, 12.9), QPointF(7.3, 18.7),
                                QPointF(9.9, 17.6), QPointF(7.4, 11.9), QPointF(12, 11.9)})
        path.lineTo(point);
    path.closeSubpath();
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(outline(), 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(filling());
    painter.drawPath(path);
    return image;
}

QCursor makeDot(qreal ratio)
{
    constexpr int side = 7;
    QPixmap pixmap(QSize(side, side) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(outline(), 1));
    painter.setBrush(filling());
    painter.drawEllipse(QRectF(1, 1, side - 2, side - 2));
    painter.end();
    return QCursor(pixmap, side / 2, side / 2);
}

} // namespace

QCursor localCursor(const RemoteCursor &remote, qreal devicePixelRatio)
{
    if (remote.image.isNull())
        return makeDot(devicePixelRatio);
    const bool isWhole = devicePixelRatio == std::floor(devicePixelRatio);
    QPixmap pixmap = QPixmap::fromImage(
        remote.image.scaled(remote.image.size() * devicePixelRatio, Qt::IgnoreAspectRatio,
                            isWhole ? Qt::FastTransformation : Qt::SmoothTransformation));
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return QCursor(pixmap, remote.hotSpot.x(), remote.hotSpot.y());
}

PointerImage pointerImage(const RemoteCursor &remote)
{
    if (!remote.image.isNull())
        return {remote.image, remote.hotSpot};
    static const QImage arrow = makeArrow();
    return {arrow, QPoint(1, 1)};
}

QRectF pointerRect(const PointerImage &pointer, QPointF tip, qreal scale)
{
    return {tip - QPointF(pointer.hotSpot) * scale, QSizeF(pointer.image.size()) * scale};
}

} // namespace Sandglass
