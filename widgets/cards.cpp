// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/cards.h>

#include <QtGui/QPainter>

#include <algorithm>

namespace Sandglass {

void paintRounded(QPainter *painter, const QRectF &rect, qreal radius, const QColor &fill,
                  const QColor &border)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(border.isValid() ? QPen(border, 1) : QPen(Qt::NoPen));
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    const qreal half = border.isValid() ? 0.5 : 0;
    painter->drawRoundedRect(rect.adjusted(half, half, -half, -half), radius - half, radius - half);
    painter->restore();
}

void paintRaisedCard(QPainter *painter, const QRectF &rect, const Theme &theme)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    constexpr int steps = 8;
    QColor shade = theme.color(ThemeRole::Shadow);
    shade.setAlphaF(shade.alphaF() / steps);
    for (int step = steps; step > 0; --step) {
        painter->setBrush(shade);
        const qreal grow = step - 2;
        painter->drawRoundedRect(rect.adjusted(-grow, -grow + 2, grow, grow + 2),
                                 controlRadius + step, controlRadius + step);
    }
    painter->restore();
    paintRounded(painter, rect, controlRadius, theme.color(ThemeRole::Raised),
                 theme.color(ThemeRole::LineStrong));
}

void paintHairline(QPainter *painter, const QRectF &rect, Qt::Edge edge, const QColor &color)
{
    switch (edge) {
    case Qt::TopEdge:
        painter->fillRect(QRectF(rect.left(), rect.top(), rect.width(), 1), color);
        break;
    case Qt::BottomEdge:
        painter->fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), color);
        break;
    case Qt::LeftEdge:
        painter->fillRect(QRectF(rect.left(), rect.top(), 1, rect.height()), color);
        break;
    case Qt::RightEdge:
        painter->fillRect(QRectF(rect.right() - 1, rect.top(), 1, rect.height()), color);
        break;
    }
}

void paintFocusRing(QPainter *painter, const QRectF &rect, qreal radius, const QColor &accent)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(accent, 2));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius);
    painter->restore();
}

void paintGauge(QPainter *painter, const QRectF &rect, double fraction, double warnFrom,
                const Theme &theme, Qt::LayoutDirection direction)
{
    const double part = std::clamp(fraction, 0.0, 1.0);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->fillRect(rect, theme.color(ThemeRole::LineStrong));
    const QRectF inside = rect.adjusted(1, 1, -1, -1);
    painter->fillRect(inside, theme.color(ThemeRole::Base));
    QRectF filled = inside;
    filled.setWidth(inside.width() * part);
    if (direction == Qt::RightToLeft)
        filled.moveRight(inside.right());
    painter->fillRect(filled,
                      theme.color(part >= warnFrom ? ThemeRole::WarnFill : ThemeRole::TextMuted));
    painter->restore();
}

} // namespace Sandglass
