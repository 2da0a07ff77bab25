// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/namedelegate.h>

#include <QtGui/QPainter>

namespace Sandglass {

void NameDelegate::paintCell(QPainter *painter, const CellArea &area, const CellRow &,
                             const QModelIndex &index) const
{
    drawText(painter, area, area.content, index.data().toString());
}

const QFont &NameDelegate::cellFont(const CellRow &row) const
{
    return row.atRisk ? look().strong : look().body;
}

QString IdDelegate::wholeText(const QModelIndex &index) const
{
    return index.data(SandboxIdRole).toString();
}

void IdDelegate::paintCell(QPainter *painter, const CellArea &area, const CellRow &,
                           const QModelIndex &index) const
{
    painter->setPen(look().muted);
    drawText(painter, area, area.content, index.data().toString(), Qt::AlignLeft, Qt::ElideMiddle);
}

const QFont &IdDelegate::cellFont(const CellRow &) const
{
    return look().mono;
}

void TextDelegate::paintCell(QPainter *painter, const CellArea &area, const CellRow &,
                             const QModelIndex &index) const
{
    const auto alignment = index.data(Qt::TextAlignmentRole).value<Qt::Alignment>();
    if (!alignment.testFlag(Qt::AlignRight)) {
        drawText(painter, area, area.content, index.data().toString());
        return;
    }
    // A number is worth more than the air before it.
    drawText(painter, area, area.content.adjusted(-look().px(cellPadding), 0, 0, 0),
             index.data().toString(), Qt::AlignRight);
}

} // namespace Sandglass
