// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/theme.h>

#include <QtCore/QRectF>

class QPainter;

namespace Sandglass {

inline constexpr qreal controlRadius = 4;
inline constexpr qreal badgeRadius = 3;
/// Room that the shadow of a raised card needs on every side.
inline constexpr int shadowMargin = 10;

/// A rounded rectangle whose 1-pixel border lies inside the rectangle, sharp at every scale.
void paintRounded(QPainter *painter, const QRectF &rect, qreal radius, const QColor &fill,
                  const QColor &border);
/// Popovers and toasts: the one shadow there is (0 2 8) below a raised card.
void paintRaisedCard(QPainter *painter, const QRectF &rect, const Theme &theme);
/// A line of 1 logical pixel along an edge of the rectangle, inside it.
void paintHairline(QPainter *painter, const QRectF &rect, Qt::Edge edge, const QColor &color);
/// The ring of keyboard focus, drawn inside the rectangle: 2 pixels, its outer edge on the
/// rectangle's.
void paintFocusRing(QPainter *painter, const QRectF &rect, qreal radius, const QColor &accent);
/// A gauge: outline in LineStrong, filled from its start; from `warnFrom` on the fill warns.
void paintGauge(QPainter *painter, const QRectF &rect, double fraction, double warnFrom,
                const Theme &theme, Qt::LayoutDirection direction);

} // namespace Sandglass
