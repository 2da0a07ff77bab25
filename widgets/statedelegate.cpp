// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/icons.h>
#include <widgets/statedelegate.h>
#include <widgets/statemark.h>

#include <QtGui/QPainter>

namespace Sandglass {

namespace {

constexpr int markBox = 16;
constexpr int markWidth = 10;
constexpr int wordOffset = 18; // from the mark's left edge
constexpr int signSize = 14;
constexpr int reasonOffset = 20; // from the sign's left edge

Attention attentionOf(const QModelIndex &index)
{
    return Attention(index.data(AttentionRole).toInt());
}

bool hasSign(Attention attention)
{
    return attention >= Attention::Warning;
}

} // namespace

void StateDelegate::paintCell(QPainter *painter, const CellArea &area, const CellRow &row,
                              const QModelIndex &index) const
{
    const QRect &content = area.content;
    // The mark is made for a box of 16 around it; its left edge shall start at the content's.
    const int box = look().px(markBox);
    QRect mark(0, 0, box, box);
    mark.moveCenter(content.center());
    mark.moveLeft(content.left() + (look().px(markWidth) - box) / 2);
    paintStateMark(painter, area.visual(mark), row.state, *look().theme);
    painter->setPen(textPen(row));
    drawText(painter, area, content.adjusted(indent(index), 0, 0, 0), index.data().toString());
}

int StateDelegate::indent(const QModelIndex &) const
{
    return look().px(wordOffset);
}

void AttentionDelegate::paintCell(QPainter *painter, const CellArea &area, const CellRow &,
                                  const QModelIndex &index) const
{
    const Attention attention = attentionOf(index);
    const QRect &content = area.content;
    if (hasSign(attention)) {
        const bool risk = attention == Attention::AtRisk;
        const QRect box(content.left(), content.top(), look().px(signSize), content.height());
        paintIcon(painter, area.visual(box), u"risk", box.width(),
                  look().theme->color(risk ? ThemeRole::Danger : ThemeRole::Warn));
        painter->setPen(risk ? look().danger : look().warn);
    } else {
        painter->setPen(look().muted);
    }
    drawText(painter, area, content.adjusted(indent(index), 0, 0, 0), wholeText(index));
}

QString AttentionDelegate::wholeText(const QModelIndex &index) const
{
    return index.data(AttentionTextRole).toString();
}

int AttentionDelegate::indent(const QModelIndex &index) const
{
    return hasSign(attentionOf(index)) ? look().px(reasonOffset) : 0;
}

} // namespace Sandglass
