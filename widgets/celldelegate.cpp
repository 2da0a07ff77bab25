// SPDX-License-Identifier: GPL-3.0-or-later
#include <models/displaytext.h>
#include <widgets/celldelegate.h>

#include <QtGui/QHelpEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QStyle>
#include <QtWidgets/QToolTip>

namespace Sandglass {

QRect CellArea::visual(const QRect &logical) const
{
    return QStyle::visualRect(direction, content, logical);
}

Qt::Alignment CellArea::aligned(Qt::Alignment alignment) const
{
    return QStyle::visualAlignment(direction, alignment);
}

CellDelegate::CellDelegate(const FleetLook *look, QObject *parent)
    : QStyledItemDelegate(parent),
      m_look(look)
{
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const CellRow row = rowOf(index);
    painter->setFont(cellFont(row));
    painter->setPen(textPen(row));
    paintCell(painter, areaOf(option, index), row, index);
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QFontMetrics metrics(cellFont(rowOf(index)));
    const int around = option.rect.width() - areaOf(option, index).content.width();
    return {metrics.horizontalAdvance(wholeText(index)) + indent(index) + around + 1,
            metrics.height()};
}

bool CellDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                             const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const QString text = index.isValid() ? cellToolTip(option, index) : QString();
    QToolTip::showText(event->globalPos(), text, view->viewport(), view->visualRect(index));
    return true;
}

QString CellDelegate::cellToolTip(const QStyleOptionViewItem &option,
                                  const QModelIndex &index) const
{
    QString text = index.data(Qt::ToolTipRole).toString();
    if (!text.isEmpty())
        return text;
    const QString whole = wholeText(index);
    const QFontMetrics metrics(cellFont(rowOf(index)));
    const int room = areaOf(option, index).content.width() - indent(index);
    return metrics.horizontalAdvance(whole) > room ? toolTipText(whole) : QString();
}

QString CellDelegate::wholeText(const QModelIndex &index) const
{
    return index.data().toString();
}

int CellDelegate::indent(const QModelIndex &) const
{
    return 0;
}

const QFont &CellDelegate::cellFont(const CellRow &) const
{
    return m_look->body;
}

CellArea CellDelegate::areaOf(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int bar = index.column() == int(FleetColumn::Name) ? connectionBarWidth : 0;
    const int padding = m_look->px(cellPadding);
    const QRect inner = option.rect.adjusted(padding + bar, 0, -padding, 0);
    return {QStyle::visualRect(option.direction, option.rect, inner), option.direction};
}

CellRow CellDelegate::rowOf(const QModelIndex &index)
{
    return {FleetState(index.data(FleetStateRole).toInt()),
            index.data(StaleSecondsRole).toInt() > 0,
            Attention(index.data(AttentionRole).toInt()) == Attention::AtRisk};
}

const QPen &CellDelegate::textPen(const CellRow &row) const
{
    return row.isMuted() ? m_look->muted : m_look->text;
}

void CellDelegate::drawText(QPainter *painter, const CellArea &area, const QRect &logical,
                            const QString &text, Qt::Alignment alignment,
                            Qt::TextElideMode elide) const
{
    const QFontMetrics metrics = painter->fontMetrics();
    const auto flags =
        int((area.aligned(alignment) | Qt::AlignVCenter).toInt()) | Qt::TextSingleLine;
    painter->drawText(area.visual(logical), flags,
                      metrics.elidedText(text, elide, logical.width()));
}

} // namespace Sandglass
