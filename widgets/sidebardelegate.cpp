// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/fonts.h>
#include <widgets/sidebardelegate.h>
#include <widgets/theme.h>

#include <QtCore/QLocale>
#include <QtGui/QPainter>
#include <QtWidgets/QApplication>

namespace Sandglass {

namespace {

using Role = ThemeRole;
constexpr int padding = 10;

/// Ground and focus of a row, by the style.
void paintGround(QPainter *painter, const QStyleOptionViewItem &option)
{
    const QWidget *widget = option.widget;
    const QStyle *style = widget ? widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, widget);
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        QStyleOptionFocusRect focus;
        focus.QStyleOption::operator=(option);
        focus.rect = option.rect;
        style->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, painter, widget);
    }
}

/// The end text, then the start text in what is left of the line.
void paintLine(QPainter *painter, const QRect &line, Qt::LayoutDirection direction,
               const QString &start, const QColor &startColor, const QString &end,
               const QColor &endColor)
{
    const QFontMetrics metrics = painter->fontMetrics();
    const int endWidth = end.isEmpty() ? 0 : metrics.horizontalAdvance(end);
    const QRect endRect(line.right() + 1 - endWidth, line.top(), endWidth, line.height());
    const QRect startRect = line.adjusted(0, 0, endWidth > 0 ? -endWidth - 8 : 0, 0);
    painter->setPen(startColor);
    painter->drawText(QStyle::visualRect(direction, line, startRect),
                      int(QStyle::visualAlignment(direction, Qt::AlignLeft | Qt::AlignVCenter)) |
                          Qt::TextSingleLine,
                      metrics.elidedText(start, Qt::ElideRight, startRect.width()));
    painter->setPen(endColor);
    painter->drawText(QStyle::visualRect(direction, line, endRect),
                      Qt::AlignCenter | Qt::TextSingleLine, end);
}

QString countText(const QModelIndex &index)
{
    const int count = index.data(SideBarCountRole).toInt();
    return count < 0 ? QString() : QLocale().toString(count);
}

} // namespace

void SideBarViewDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                                const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    paintGround(painter, item);
    const Theme &theme = Theme::of(item.palette);
    const bool alarm = index.data(SideBarAlarmRole).toBool();
    const QRect inner = item.rect.adjusted(padding, 0, -padding, 0);
    const QRect icon(inner.left(), inner.top() + (inner.height() - 16) / 2, 16, 16);
    item.icon.paint(painter, QStyle::visualRect(item.direction, inner, icon));
    painter->save();
    painter->setFont(item.font);
    const QRect line = QStyle::visualRect(item.direction, inner, inner.adjusted(23, 0, 0, 0));
    const QColor text = theme.color(Role::Text);
    paintLine(painter, line, item.direction, item.text, text, alarm ? QString() : countText(index),
              text);
    if (alarm) {
        painter->setFont(fontFor(FontStep::BodyStrong));
        paintLine(painter, line, item.direction, {}, text, countText(index),
                  theme.color(Role::Danger));
    }
    painter->restore();
}

QSize SideBarViewDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {160, scaledHeight(24, option.fontMetrics)};
}

void SideBarConnectionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                                      const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    paintGround(painter, item);
    const Theme &theme = Theme::of(item.palette);
    const QRect inner = item.rect.adjusted(padding, 4, -padding, -4);
    const QRect bar(inner.left(), inner.top(), 3, inner.height());
    painter->fillRect(QStyle::visualRect(item.direction, inner, bar),
                      theme.connectionBar(index.data(SideBarColorRole).toInt()));
    painter->save();
    const QRect lines = QStyle::visualRect(item.direction, inner, inner.adjusted(9, 0, 0, 0));
    const int half = lines.height() / 2 + 1;
    const QColor text = theme.color(Role::Text);
    const QColor muted = theme.color(Role::TextMuted);
    painter->setFont(item.font);
    paintLine(painter, QRect(lines.left(), lines.top(), lines.width(), half), item.direction,
              item.text, text, countText(index), text);
    painter->setFont(fontFor(FontStep::Tiny));
    const bool problem = index.data(SideBarAlarmRole).toBool();
    paintLine(painter,
              QRect(lines.left(), lines.top() + half, lines.width(), lines.height() - half),
              item.direction, index.data(SideBarSubtitleRole).toString(),
              problem ? theme.color(Role::Danger) : muted,
              index.data(SideBarLatencyRole).toString(), muted);
    painter->restore();
}

QSize SideBarConnectionDelegate::sizeHint(const QStyleOptionViewItem &option,
                                          const QModelIndex &) const
{
    return {160, scaledHeight(38, option.fontMetrics) + scaledHeight(0, option.fontMetrics)};
}

} // namespace Sandglass
