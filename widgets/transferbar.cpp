// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/cards.h>
#include <widgets/transferbar.h>

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

#include <algorithm>

namespace Sandglass {

namespace {
constexpr int thickness = 6;
} // namespace

TransferBar::TransferBar(QWidget *parent) : QWidget(parent)
{
    setFixedHeight(thickness);
}

void TransferBar::setProgress(qint64 done, qint64 total)
{
    const double fraction = total > 0 ? std::clamp(double(done) / double(total), 0.0, 1.0) : 0.0;
    if (fraction == m_fraction)
        return;
    m_fraction = fraction;
    update();
}

void TransferBar::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    const QRectF track = rect();
    QPainter painter(this);
    paintRounded(&painter, track, track.height() / 2, theme.color(ThemeRole::Base),
                 theme.color(ThemeRole::LineStrong));
    if (m_fraction <= 0)
        return;
    QPainterPath shape;
    shape.addRoundedRect(track, track.height() / 2, track.height() / 2);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipPath(shape);
    QRectF filled = track;
    filled.setWidth(track.width() * m_fraction);
    if (isRightToLeft())
        filled.moveRight(track.right());
    painter.fillRect(filled, theme.color(ThemeRole::Accent));
}

} // namespace Sandglass
