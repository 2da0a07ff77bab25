// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QPointF>
#include <QtGui/QCursor>
#include <QtGui/QImage>

class QPainter;

namespace Sandglass {

struct RemoteCursor;

/// The user's own pointer in the shape that the desktop gives it, as large on every screen. Where
/// the desktop hides it, a dot: nobody loses the pointer that they move.
[[nodiscard]] QCursor localCursor(const RemoteCursor &remote, qreal devicePixelRatio);

/// The pointer that somebody else moves, as a part of the picture.
struct PointerImage {
    QImage image;
    QPoint hotSpot;
};
/// An arrow where the desktop says nothing about the shape.
[[nodiscard]] PointerImage pointerImage(const RemoteCursor &remote);
/// Where it lies when its tip is at `tip`, at `scale` of its size.
[[nodiscard]] QRectF pointerRect(const PointerImage &pointer, QPointF tip, qreal scale);

} // namespace Sandglass
