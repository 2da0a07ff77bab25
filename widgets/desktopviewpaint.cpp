// SPDX-License-Identifier: GPL-3.0-or-later
// The part of DesktopView that paints. The picture is painted in device pixels, whatever their
// ratio to the widget's own: no pixel of the desktop is touched by a second scaling.
#include <vnc/rfbsession.h>
#include <widgets/cards.h>
#include <widgets/desktopcursor.h>
#include <widgets/desktopview.h>
#include <widgets/fonts.h>
#include <widgets/theme.h>

#include <QtGui/QPaintEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QScrollBar>

#include <algorithm>
#include <cmath>
#include <utility>

namespace Sandglass {

namespace {

/// On a picture made small the pointer is still to be seen.
constexpr qreal leastPointerScale = 0.5;

QRegion deviceRegion(const QRegion &logical, qreal ratio)
{
    if (ratio == 1)
        return logical;
    QRegion region;
    for (const QRect &rect : logical)
        region +=
            QRectF(rect.x() * ratio, rect.y() * ratio, rect.width() * ratio, rect.height() * ratio)
                .toAlignedRect();
    return region;
}

} // namespace

void DesktopView::paintEvent(QPaintEvent *event)
{
    const qreal ratio = m_geometry.ratio();
    {
        QPainter painter(this);
        painter.setCompositionMode(QPainter::CompositionMode_Source);
        painter.scale(1 / ratio, 1 / ratio);
        const QRegion region = deviceRegion(event->region(), ratio);
        paintPicture(painter, region);
        paintAround(painter, region);
        painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
        m_paintedPointer = pointerArea();
        if (showsPointer())
            paintPointer(painter);
        painter.resetTransform();
        if (!m_preedit.isEmpty())
            paintPreedit(painter);
        if (m_showsFocus && hasFocus() && !isDriving())
            paintFocusRing(&painter, rect(), 0, themeOf(this).color(ThemeRole::Accent));
    }
    if (m_dirty.isEmpty() && std::exchange(m_hasNewPixels, false))
        Q_EMIT painted();
}

void DesktopView::paintPicture(QPainter &painter, const QRegion &region)
{
    const QPoint corner = m_geometry.picture().topLeft();
    for (const QRect &rect : region &m_geometry.shown())
        m_picture.paint(painter, rect.translated(-corner), corner);
}

void DesktopView::paintAround(QPainter &painter, const QRegion &region)
{
    const Theme &theme = themeOf(this);
    QRegion ground = region - m_geometry.shown();
    if (isDriving() && hasPicture()) {
        const QRegion frame = ground & m_geometry.frame();
        for (const QRect &rect : frame)
            painter.fillRect(rect, theme.color(ThemeRole::WarnFill));
        ground -= frame;
    }
    if (m_horizontal->isVisible() && m_vertical->isVisible()) {
        // The corner between the bars belongs to them.
        const QRect corner(m_vertical->x(), m_horizontal->y(), width(), height());
        const QRegion place = ground & deviceRegion(corner, m_geometry.ratio());
        for (const QRect &rect : place)
            painter.fillRect(rect, theme.color(ThemeRole::Window));
        ground -= place;
    }
    for (const QRect &rect : ground)
        painter.fillRect(rect, theme.color(ThemeRole::Canvas));
}

bool DesktopView::showsPointer() const
{
    return m_pointer && m_session && !isDriving() && !isStale() && !m_geometry.isEmpty();
}

/// In device pixels.
QRectF DesktopView::pointerPlace() const
{
    const qreal scale = std::max(leastPointerScale, percent() / 100.0);
    return pointerRect(pointerImage(m_session->cursor()), m_geometry.deviceAt(QPointF(*m_pointer)),
                       scale);
}

QRect DesktopView::pointerArea() const
{
    if (!showsPointer())
        return {};
    const QRectF place = pointerPlace();
    return QRectF(place.topLeft() / m_geometry.ratio(), place.size() / m_geometry.ratio())
        .toAlignedRect()
        .adjusted(-1, -1, 1, 1);
}

void DesktopView::paintPointer(QPainter &painter)
{
    painter.save();
    painter.setClipRect(m_geometry.shown());
    painter.setRenderHint(QPainter::SmoothPixmapTransform, percent() < 100);
    painter.drawImage(pointerPlace(), pointerImage(m_session->cursor()).image);
    painter.restore();
}

/// What an input method is about to type, where the last click was.
QRect DesktopView::preeditArea() const
{
    if (m_preedit.isEmpty())
        return {};
    const QFontMetrics metrics(fontFor(FontStep::Body));
    const QPointF caret = m_geometry.deviceAt(m_caret) / m_geometry.ratio();
    QRect area(caret.toPoint(), metrics.size(Qt::TextSingleLine, m_preedit) + QSize(14, 8));
    area.moveRight(std::min(area.right(), width() - 1));
    area.moveBottom(std::min(area.bottom(), height() - 1));
    area.moveLeft(std::max(0, area.left()));
    return area;
}

void DesktopView::paintPreedit(QPainter &painter)
{
    const Theme &theme = themeOf(this);
    const QRect area = preeditArea();
    paintRounded(&painter, area, controlRadius, theme.color(ThemeRole::Raised),
                 theme.color(ThemeRole::LineStrong));
    QFont font = fontFor(FontStep::Body);
    font.setUnderline(true);
    painter.setFont(font);
    painter.setPen(theme.color(ThemeRole::Text));
    painter.drawText(area, Qt::AlignCenter | Qt::TextSingleLine, m_preedit);
}

} // namespace Sandglass
