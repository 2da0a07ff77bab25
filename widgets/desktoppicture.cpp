// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/desktopgeometry.h>
#include <widgets/desktoppicture.h>
#include <widgets/desktopscaler.h>

#include <QtGui/QPainter>

namespace Sandglass {

void DesktopPicture::setSource(const QImage &source)
{
    m_source = source;
    startAnew();
}

void DesktopPicture::setLook(int percent, Look look)
{
    if (percent == m_percent && look == m_look)
        return;
    m_percent = percent;
    m_look = look;
    startAnew();
}

void DesktopPicture::startAnew()
{
    m_copy = {};
    m_behind = {};
    if (m_source.isNull() || isDirect())
        return;
    m_copy = QImage(scaledSize(m_source.size(), m_percent), QImage::Format_RGB32);
    m_behind = m_copy.rect();
}

void DesktopPicture::invalidate(const QRect &area)
{
    if (!m_copy.isNull())
        m_behind += area & m_copy.rect();
}

void DesktopPicture::paint(QPainter &painter, const QRect &area, QPoint corner)
{
    if (m_source.isNull())
        return;
    if (isDirect()) {
        painter.drawImage(area.topLeft() + corner, m_source, area);
        return;
    }
    if (m_copy.isNull())
        return; // there was no memory for it
    refresh(area);
    painter.drawImage(area.topLeft() + corner, m_copy, area);
}

void DesktopPicture::refresh(const QRect &area)
{
    const QRegion wanted = m_behind & area;
    for (const QRect &rect : wanted) {
        scaleInto(m_copy, m_source, rect, m_percent);
        if (m_look == Look::Dimmed)
            dim(m_copy, rect);
    }
    m_behind -= area;
}

} // namespace Sandglass
