// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QRect>
#include <QtGui/QImage>
#include <QtGui/QRegion>

class QPainter;

namespace Sandglass {

/// What is painted of a remote desktop: its very pixels, or a scaled or dimmed copy of them that is
/// brought up to date only where somebody looks at it. Counts in pixels of the picture.
class DesktopPicture final
{
public:
    enum class Look { Alive, Dimmed };

    /// Format_RGB32; may share memory that changes, of which invalidate() is told.
    void setSource(const QImage &source);
    [[nodiscard]] const QImage &source() const { return m_source; }
    void setLook(int percent, Look look);
    [[nodiscard]] Look look() const { return m_look; }

    void invalidate(const QRect &area);
    /// The painter works in device pixels; `corner` is where the picture begins.
    void paint(QPainter &painter, const QRect &area, QPoint corner);

private:
    [[nodiscard]] bool isDirect() const { return m_percent == 100 && m_look == Look::Alive; }
    void startAnew();
    void refresh(const QRect &area);

    QImage m_source;
    QImage m_copy;    ///< empty while the pixels are painted as they are
    QRegion m_behind; ///< where the copy is not up to date
    int m_percent = 100;
    Look m_look = Look::Alive;
};

} // namespace Sandglass
