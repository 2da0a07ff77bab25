// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/desktopgeometry.h>

#include <algorithm>
#include <cmath>

namespace Sandglass {

namespace {

/// Free on each side of a picture that is made to fit, in logical pixels: the page's padding.
constexpr int fitMargin = 8;
constexpr int whole = 100;

int floorDivided(int value, int divisor)
{
    return int(std::floor(double(value) / divisor));
}

int ceilDivided(qint64 value, int divisor)
{
    return int((value + divisor - 1) / divisor);
}

/// Device pixels to the logical ones that they touch.
QRect outward(const QRect &device, qreal ratio)
{
    const int left = int(std::floor(device.x() / ratio));
    const int top = int(std::floor(device.y() / ratio));
    const int right = int(std::ceil((device.x() + device.width()) / ratio));
    const int bottom = int(std::ceil((device.y() + device.height()) / ratio));
    return {left, top, right - left, bottom - top};
}

} // namespace

QSize scaledSize(QSize remote, int percent)
{
    return {ceilDivided(qint64(remote.width()) * percent, whole),
            ceilDivided(qint64(remote.height()) * percent, whole)};
}

DesktopGeometry::DesktopGeometry(QSize remote, QSize room, qreal ratio, Scale scale)
    : m_remote(remote),
      m_room(int(room.width() * ratio), int(room.height() * ratio)),
      m_ratio(ratio),
      m_frame(int(std::lround(frameWidth * ratio)))
{
    if (m_remote.isEmpty() || m_room.isEmpty())
        return;
    if (scale == Scale::Fit)
        m_percent = fitPercent(m_remote, m_room, int(std::lround(fitMargin * ratio)));
    const QSize size = scaledSize(m_remote, m_percent);
    // What does not fit is seen between two edges that leave room for the frame.
    const auto tooMuch = [&](int length, int space) {
        return length > space ? length - std::max(1, space - 2 * m_frame) : 0;
    };
    m_range = {tooMuch(size.width(), m_room.width()), tooMuch(size.height(), m_room.height())};
    m_picture.setSize(size);
    place();
}

int DesktopGeometry::fitPercent(QSize remote, QSize room, int margin)
{
    const auto share = [margin](int length, int space) {
        return int(qint64(std::max(1, space - 2 * margin)) * whole / length);
    };
    const int percent =
        std::min(share(remote.width(), room.width()), share(remote.height(), room.height()));
    // Between the whole hundreds nothing is sharp.
    return percent >= whole ? percent / whole * whole : std::max(1, percent);
}

void DesktopGeometry::scrollTo(QPoint offset)
{
    m_offset = {std::clamp(offset.x(), 0, m_range.width()),
                std::clamp(offset.y(), 0, m_range.height())};
    place();
}

void DesktopGeometry::place()
{
    const auto start = [this](int space, int length, int range, int offset) {
        return range > 0 ? m_frame - offset : (space - length) / 2;
    };
    m_picture.moveTo(start(m_room.width(), m_picture.width(), m_range.width(), m_offset.x()),
                     start(m_room.height(), m_picture.height(), m_range.height(), m_offset.y()));
    QRect port(QPoint(), m_room);
    if (m_range.width() > 0)
        port.adjust(m_frame, 0, -m_frame, 0);
    if (m_range.height() > 0)
        port.adjust(0, m_frame, 0, -m_frame);
    m_shown = m_picture & port;
}

QRect DesktopGeometry::shownLogical() const
{
    return outward(m_shown, m_ratio);
}

QRect DesktopGeometry::frame() const
{
    return m_shown.adjusted(-m_frame, -m_frame, m_frame, m_frame);
}

bool DesktopGeometry::holds(QPointF logical) const
{
    return QRectF(m_shown).contains(logical * m_ratio) && !isEmpty();
}

QPoint DesktopGeometry::remoteAt(QPointF logical) const
{
    if (isEmpty())
        return {};
    const QPointF inside = logical * m_ratio - QPointF(m_picture.topLeft());
    const auto pixel = [this](qreal device, int count) {
        return std::clamp(int(std::floor(device * whole / m_percent)), 0, std::max(0, count - 1));
    };
    return {pixel(inside.x(), m_remote.width()), pixel(inside.y(), m_remote.height())};
}

QPointF DesktopGeometry::deviceAt(QPointF remote) const
{
    return QPointF(m_picture.topLeft()) + remote * m_percent / whole;
}

QRect DesktopGeometry::pictureRect(const QRect &remote) const
{
    const auto first = [this](int pixel) { return floorDivided(pixel * m_percent, whole); };
    const auto end = [this](int pixel) { return ceilDivided(qint64(pixel) * m_percent, whole); };
    const int left = first(remote.x());
    const int top = first(remote.y());
    return QRect(left, top, end(remote.x() + remote.width()) - left,
                 end(remote.y() + remote.height()) - top)
        .intersected(QRect(QPoint(), m_picture.size()));
}

QRegion DesktopGeometry::logicalRegion(const QRegion &remote) const
{
    QRegion region;
    for (const QRect &rect : remote) {
        const QRect device = pictureRect(rect).translated(m_picture.topLeft()) & m_shown;
        if (!device.isEmpty())
            region += outward(device, m_ratio);
    }
    return region;
}

} // namespace Sandglass
