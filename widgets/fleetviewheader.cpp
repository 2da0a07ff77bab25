// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/fleetviewheader.h>
#include <widgets/icons.h>

#include <QtGui/QContextMenuEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QMenu>

#include <algorithm>

namespace Sandglass {

namespace {

constexpr int headerHeight = 26;
constexpr int sortMarkSize = 12;
constexpr int sortMarkGap = 4;

} // namespace

FleetViewHeader::FleetViewHeader(const FleetLook *look, QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent),
      m_look(look)
{
    setSectionsClickable(true);
    setSectionsMovable(true);
    setFirstSectionMovable(false);
    setSortIndicatorShown(true);
    setHighlightSections(false);
    setMinimumSectionSize(40);
}

QSize FleetViewHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), m_look->px(headerHeight)};
}

void FleetViewHeader::paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const
{
    const Theme &theme = *m_look->theme;
    painter->fillRect(rect, theme.color(ThemeRole::Window));
    const QColor line = theme.color(ThemeRole::Line);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), line);
    if (visualIndex(logicalIndex) > 0) {
        const int x = isRightToLeft() ? rect.right() : rect.left();
        painter->fillRect(QRect(x, rect.top(), 1, rect.height()), line);
    }
    paintLabel(painter, rect, logicalIndex);
}

void FleetViewHeader::paintLabel(QPainter *painter, const QRect &rect, int section) const
{
    const int padding = m_look->px(cellPadding);
    const int bar = section == 0 ? connectionBarWidth : 0;
    const QRect content =
        style()->visualRect(layoutDirection(), rect, rect.adjusted(padding + bar, 0, -padding, -1));
    const int mark = isSorted(section) ? m_look->px(sortMarkSize + sortMarkGap) : 0;
    painter->setFont(m_look->small);
    painter->setPen(m_look->muted);
    const QFontMetrics metrics = painter->fontMetrics();
    const QString text = metrics.elidedText(label(section), Qt::ElideRight, content.width() - mark);
    const auto alignment =
        model()->headerData(section, orientation(), Qt::TextAlignmentRole).value<Qt::Alignment>();
    const int width = std::min(content.width(), metrics.horizontalAdvance(text) + mark);
    QRect box(content.left(), content.top(), width, content.height());
    if (alignment.testFlag(Qt::AlignRight))
        box.moveRight(content.right());
    const QRect words =
        style()->visualRect(layoutDirection(), content, box.adjusted(0, 0, -mark, 0));
    painter->drawText(words, Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextDontClip, text);
    if (mark == 0)
        return;
    const int size = m_look->px(sortMarkSize);
    const QRect sign(box.right() + 1 - size, box.top(), size, box.height());
    const bool down = sortIndicatorOrder() == Qt::DescendingOrder;
    paintIcon(painter, style()->visualRect(layoutDirection(), content, sign),
              down ? u"chevron-down" : u"chevron-up", size,
              m_look->theme->color(ThemeRole::TextMuted));
}

bool FleetViewHeader::isSorted(int section) const
{
    return isSortIndicatorShown() && sortIndicatorSection() == section;
}

QString FleetViewHeader::label(int section) const
{
    return model()->headerData(section, orientation()).toString();
}

void FleetViewHeader::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(menu, logicalIndexAt(event->pos()));
    menu->popup(event->globalPos());
    event->accept();
}

void FleetViewHeader::fillMenu(QMenu *menu, int section)
{
    for (int visual = 0; visual < count(); ++visual) {
        const int column = logicalIndex(visual);
        QAction *action = menu->addAction(label(column));
        action->setCheckable(true);
        action->setChecked(!isSectionHidden(column));
        // Without its name a row says nothing.
        action->setEnabled(column != 0);
        connect(action, &QAction::toggled, this,
                [this, column](bool shown) { setSectionHidden(column, !shown); });
    }
    menu->addSeparator();
    if (section >= 0) {
        //: %1 is the name of a column
        QAction *fit = menu->addAction(tr("Fit \"%1\" to Its Content").arg(label(section)));
        fit->setEnabled(sectionResizeMode(section) == QHeaderView::Interactive);
        connect(fit, &QAction::triggered, this, [this, section] { Q_EMIT fitRequested(section); });
    }
    connect(menu->addAction(tr("Reset Columns")), &QAction::triggered, this,
            &FleetViewHeader::resetRequested);
}

} // namespace Sandglass
