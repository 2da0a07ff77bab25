// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QPoint>
#include <QtCore/QRect>
#include <QtCore/QSize>
#include <QtGui/QRegion>

namespace Sandglass {

/// Where the picture of a remote desktop lies in a widget, and which pixel of it lies where. A
/// value. "Device" means pixels of the screen, counted from the widget's corner; "logical" the
/// widget's own; "remote" those of the desktop.
class DesktopGeometry final
{
public:
    enum class Scale {
        Fit,   ///< the whole desktop, at a whole percentage
        Native ///< each of its pixels is one of the screen; may be larger than the widget
    };

    /// Room that the frame of a driven desktop takes beside the picture, in logical pixels. It is
    /// left free all the time, so that nothing moves when the frame comes.
    static constexpr int frameWidth = 4;

    DesktopGeometry() = default;
    /// `room` is logical, without scroll bars; `ratio` is what the widget has of device pixels for
    /// each of them.
    DesktopGeometry(QSize remote, QSize room, qreal ratio, Scale scale);

    [[nodiscard]] bool isEmpty() const { return m_remote.isEmpty() || m_shown.isEmpty(); }
    /// Device pixels for a hundred remote ones: up to 100 any, beyond only whole hundreds, which
    /// stay sharp.
    [[nodiscard]] int percent() const { return m_percent; }
    [[nodiscard]] qreal ratio() const { return m_ratio; }
    [[nodiscard]] QSize remote() const { return m_remote; }

    /// How far it can be scrolled, in device pixels.
    [[nodiscard]] QSize range() const { return m_range; }
    [[nodiscard]] QPoint offset() const { return m_offset; }
    void scrollTo(QPoint offset); ///< in device pixels, cut to the range

    /// The whole picture, of which a part may lie outside of the widget; device pixels.
    [[nodiscard]] QRect picture() const { return m_picture; }
    /// The part of it that can be seen; device pixels.
    [[nodiscard]] QRect shown() const { return m_shown; }
    /// The same in logical ones: all that it touches.
    [[nodiscard]] QRect shownLogical() const;
    /// The frame's outer edge; it surrounds what can be seen of the picture. Device pixels.
    [[nodiscard]] QRect frame() const;

    [[nodiscard]] bool holds(QPointF logical) const;
    /// The remote pixel under a place; of places beside the picture the nearest.
    [[nodiscard]] QPoint remoteAt(QPointF logical) const;
    /// Where a place of the desktop is seen, in device pixels.
    [[nodiscard]] QPointF deviceAt(QPointF remote) const;
    /// Every device pixel that shows something of these remote ones, counted from the picture's
    /// corner.
    [[nodiscard]] QRect pictureRect(const QRect &remote) const;
    /// What has to be painted when these remote pixels have changed; logical.
    [[nodiscard]] QRegion logicalRegion(const QRegion &remote) const;

private:
    [[nodiscard]] static int fitPercent(QSize remote, QSize room, int margin);
    void place();

    QSize m_remote;
    QSize m_room; ///< device pixels
    qreal m_ratio = 1;
    int m_percent = 100;
    int m_frame = 0; ///< device pixels
    QSize m_range{0, 0};
    QPoint m_offset;
    QRect m_picture;
    QRect m_shown;
};

/// Remote pixels to pixels of the picture: how many of these it takes to show so many of those.
[[nodiscard]] QSize scaledSize(QSize remote, int percent);

} // namespace Sandglass
