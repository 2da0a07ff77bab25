// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/icons.h>
#include <widgets/timeleftdelegate.h>

#include <QtGui/QPainter>

#include <algorithm>

namespace Sandglass {

namespace {

constexpr int barWidth = 36;
constexpr int barHeight = 6;
constexpr int gap = 6;
constexpr int valueWidth = 46;
constexpr int iconSize = 12;

int secondsLeft(const QModelIndex &index)
{
    const QVariant seconds = index.data(SecondsLeftRole);
    return seconds.isValid() ? seconds.toInt() : -1;
}

} // namespace

QSize TimeLeftDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {look().px(2 * cellPadding + barWidth + gap + valueWidth + gap + iconSize),
            CellDelegate::sizeHint(option, index).height()};
}

void TimeLeftDelegate::paintCell(QPainter *painter, const CellArea &area, const CellRow &row,
                                 const QModelIndex &index) const
{
    const QRect &content = area.content;
    const int seconds = secondsLeft(index);
    const int valueRight = content.left() + look().px(barWidth + gap + valueWidth);
    if (seconds < 0) {
        painter->setPen(look().muted);
        drawText(
            painter, area,
            QRect(QPoint(content.left(), content.top()), QPoint(valueRight - 1, content.bottom())),
            index.data().toString(), Qt::AlignRight);
        return;
    }
    const bool low = seconds < lowSeconds && !row.isMuted();
    QRect bar(content.left(), 0, look().px(barWidth), look().px(barHeight));
    bar.moveTop(content.top() + (content.height() - bar.height()) / 2);
    paintBar(painter, area.visual(bar), index.data(FractionLeftRole).toDouble(), low,
             area.direction);

    painter->setFont(low ? look().strong : look().body);
    painter->setPen(low ? look().warn : textPen(row));
    const QRect value(valueRight - look().px(valueWidth + gap), content.top(),
                      look().px(valueWidth + gap), content.height());
    const auto flags = (area.aligned(Qt::AlignRight) | Qt::AlignVCenter).toInt();
    painter->drawText(area.visual(value), int(flags) | Qt::TextSingleLine | Qt::TextDontClip,
                      index.data().toString());

    const QRect icon(valueRight + look().px(gap), content.top(), look().px(iconSize),
                     content.height());
    // Unknown until the sandbox itself was asked: then nothing is claimed.
    const QVariant pauses = index.data(PauseOnTimeoutRole);
    if (pauses.isValid())
        paintIcon(painter, area.visual(icon), pauses.toBool() ? u"pause" : u"kill", icon.width(),
                  look().theme->color(ThemeRole::TextMuted));
}

void TimeLeftDelegate::paintBar(QPainter *painter, const QRect &box, double fraction, bool low,
                                Qt::LayoutDirection direction) const
{
    const Theme &theme = *look().theme;
    const QColor line = theme.color(ThemeRole::LineStrong);
    // Filled rectangles instead of a stroked one: they stay sharp at every scale.
    painter->fillRect(QRect(box.left(), box.top(), box.width(), 1), line);
    painter->fillRect(QRect(box.left(), box.bottom(), box.width(), 1), line);
    painter->fillRect(QRect(box.left(), box.top(), 1, box.height()), line);
    painter->fillRect(QRect(box.right(), box.top(), 1, box.height()), line);
    const QRect inner = box.adjusted(1, 1, -1, -1);
    QRectF fill(inner);
    fill.setWidth(std::clamp(fraction, 0.0, 1.0) * inner.width());
    // The last minutes stay visible as a sliver.
    fill.setWidth(std::max<qreal>(fill.width(), 1));
    if (direction == Qt::RightToLeft)
        fill.moveRight(inner.right() + 1);
    painter->fillRect(fill, theme.color(low ? ThemeRole::WarnFill : ThemeRole::TextMuted));
}

} // namespace Sandglass
