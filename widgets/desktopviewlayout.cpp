// SPDX-License-Identifier: GPL-3.0-or-later
// The part of DesktopView that finds the picture its place, and scrolls it.
#include <widgets/desktopview.h>

#include <QtCore/QSignalBlocker>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QStyle>

namespace Sandglass {

namespace {

constexpr int lineStep = 24; ///< logical pixels

} // namespace

void DesktopView::layOut()
{
    const int before = percent();
    const QPoint offset = m_geometry.offset();
    const QSize remote = m_picture.source().size();
    const int extent = style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, m_vertical);
    bool horizontal = false;
    bool vertical = false;
    // A bar takes room, for which the other one may be wanted as well.
    for (int pass = 0; pass < 3; ++pass) {
        const QSize room = size() - QSize(vertical ? extent : 0, horizontal ? extent : 0);
        m_geometry = DesktopGeometry(remote, room, devicePixelRatioF(), m_scale);
        horizontal |= m_geometry.range().width() > 0;
        vertical |= m_geometry.range().height() > 0;
    }
    m_geometry.scrollTo(offset);
    m_picture.setLook(percent(), m_picture.look());
    placeScrollBars(horizontal, vertical);
    m_dirty = {};
    update();
    if (percent() != before)
        Q_EMIT scaleChanged();
    Q_EMIT pictureMoved();
}

void DesktopView::placeScrollBars(bool horizontal, bool vertical)
{
    const int extent = style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, m_vertical);
    const int right = width() - (vertical ? extent : 0);
    const int bottom = height() - (horizontal ? extent : 0);
    m_horizontal->setGeometry(0, bottom, right, extent);
    m_vertical->setGeometry(right, 0, extent, bottom);
    const auto set = [this](QScrollBar *bar, bool shown, int range, int page, int value) {
        const QSignalBlocker quiet(bar);
        bar->setRange(0, range);
        bar->setPageStep(page);
        bar->setSingleStep(int(lineStep * m_geometry.ratio()));
        bar->setValue(value);
        bar->setVisible(shown);
    };
    const QRect shown = m_geometry.shown();
    const QSize range = m_geometry.range();
    set(m_horizontal, horizontal, range.width(), shown.width(), m_geometry.offset().x());
    set(m_vertical, vertical, range.height(), shown.height(), m_geometry.offset().y());
}

void DesktopView::scrollBy(QPoint device)
{
    m_horizontal->setValue(m_horizontal->value() + device.x());
    m_vertical->setValue(m_vertical->value() + device.y());
}

} // namespace Sandglass
