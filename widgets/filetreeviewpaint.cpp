// SPDX-License-Identifier: GPL-3.0-or-later
// FileTreeView: grounds of rows, marks, and what stands in for rows that are not there yet.
#include <models/displaytext.h>
#include <models/filetreemodel.h>
#include <widgets/cards.h>
#include <widgets/filetreeview.h>
#include <widgets/icons.h>

#include <QtGui/QHoverEvent>
#include <QtGui/QPaintEvent>
#include <QtGui/QPainter>

#include <algorithm>
#include <array>

namespace Sandglass {

namespace {

constexpr int chevronSize = 12;
/// Of the bars that stand in for names, in design pixels.
constexpr std::array skeletonWidths{64, 92, 48, 118, 76, 104};

} // namespace

void FileTreeView::drawRow(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    const Theme &theme = *m_look.look.theme;
    const QRect row(0, option.rect.top(), viewport()->width(), option.rect.height());
    const bool isSelected = selectionModel()->isRowSelected(index.row(), index.parent());
    const bool isActive = hasFocus() || (isEditing() && isActiveWindow());
    QColor ground;
    if (isSelected)
        ground = theme.color(isActive ? ThemeRole::Selection : ThemeRole::SelectionInactive);
    else if (m_hover.isValid() && m_hover.row() == index.row() &&
             m_hover.parent() == index.parent())
        ground = theme.color(ThemeRole::Hover);
    if (m_drop == index.siblingAtColumn(0))
        ground = theme.color(ThemeRole::AccentGround);
    if (ground.isValid())
        painter->fillRect(row, ground);
    // The style fills selected rows itself: with what is there already.
    QStyleOptionViewItem plain = option;
    plain.palette.setColor(QPalette::Highlight, ground);
    plain.showDecorationSelected = false;
    QTreeView::drawRow(painter, plain, index);
    const QColor accent = theme.color(ThemeRole::Accent);
    if (m_drop == index.siblingAtColumn(0)) {
        paintFocusRing(painter, QRectF(row).adjusted(1, 0, -1, 0), badgeRadius, accent);
    } else if (hasFocus() && currentIndex().siblingAtColumn(0) == index.siblingAtColumn(0)) {
        painter->setPen(QPen(accent, 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(QRectF(row).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void FileTreeView::drawBranches(QPainter *painter, const QRect &rect,
                                const QModelIndex &index) const
{
    if (!m_files.hasChildren(index))
        return;
    const QString name = isExpanded(index) ? QStringLiteral("chevron-down")
                         : isRightToLeft() ? QStringLiteral("chevron-left")
                                           : QStringLiteral("chevron-right");
    const bool isMuted = index.data(IsHiddenRole).toBool() || index.data(IsStaleRole).toBool();
    const int inset = m_look.look.px(4);
    const int end = isRightToLeft() ? rect.left() + inset : rect.right() + 1 - inset;
    const QRectF box(end - chevronSize / 2.0 + (isRightToLeft() ? 2 : -1), rect.top(), chevronSize,
                     rect.height());
    paintIcon(painter, box, name, chevronSize,
              m_look.look.theme->color(isMuted ? ThemeRole::TextMuted : ThemeRole::Text));
}

void FileTreeView::paintEvent(QPaintEvent *event)
{
    QTreeView::paintEvent(event);
    QPainter painter(viewport());
    paintSkeleton(&painter);
    paintDropHint(&painter);
}

/// Where the last row is a folder that takes its time, as many rows as may come.
void FileTreeView::paintSkeleton(QPainter *painter) const
{
    const QModelIndex last = m_files.index(m_files.rowCount() - 1, 0);
    const bool isShown = m_look.showsLoading && last.isValid() && isExpanded(last) &&
                         m_files.rowCount(last) == 0 &&
                         FileNodeState(last.data(StateRole).toInt()) == FileNodeState::Loading;
    if (!isShown)
        return;
    const QRect free = freeArea();
    const int height = visualRect(last).height();
    const QColor ground = m_look.look.theme->color(ThemeRole::Grid);
    const auto size = int(FileColumn::Size);
    const int sizeEnd = columnWidth(int(FileColumn::Name)) +
                        (isColumnHidden(size) ? 0 : columnWidth(size)) - m_look.look.px(10);
    const int left = 2 * indentation() + m_look.look.px(10);
    for (std::size_t row = 0; row < skeletonWidths.size(); ++row) {
        const int middle = free.top() + int(row) * height + height / 2;
        const auto bar = [&](int x, int width, int thick) {
            const int from = isRightToLeft() ? viewport()->width() - x - width : x;
            paintRounded(painter, QRect(from, middle - thick / 2, width, thick), badgeRadius,
                         ground, QColor());
        };
        bar(left, 14, 14);
        bar(left + 22, m_look.look.px(skeletonWidths.at(row)), 10);
        bar(sizeEnd - m_look.look.px(44), m_look.look.px(44), 10);
    }
}

void FileTreeView::paintDropHint(QPainter *painter) const
{
    if (!m_drop.isValid())
        return;
    const Theme &theme = *m_look.look.theme;
    paintFocusRing(painter, QRectF(viewport()->rect()), 0, theme.color(ThemeRole::Accent));
    const QString where = m_look.isCompact
                              ? m_drop.data().toString()
                              : displayText(m_drop.data(PathRole).toByteArray().toStdString());
    const QString what = tr("Upload %n file(s) to %1", nullptr, m_dropCount).arg(where);
    painter->setFont(m_look.look.body);
    const QFontMetrics metrics = painter->fontMetrics();
    const int room = viewport()->width() - 2 * m_look.look.px(16);
    const QString text = metrics.elidedText(what, Qt::ElideMiddle, room - m_look.look.px(24));
    const int width = metrics.horizontalAdvance(text) + m_look.look.px(24);
    const int height = metrics.height() + m_look.look.px(12);
    const QRect pill((viewport()->width() - width) / 2,
                     viewport()->height() - height - m_look.look.px(12), width, height);
    paintRounded(painter, pill, controlRadius, theme.color(ThemeRole::Accent), QColor());
    painter->setPen(theme.color(ThemeRole::OnAccent));
    painter->drawText(pill, Qt::AlignCenter | Qt::TextSingleLine, text);
}

bool FileTreeView::viewportEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::HoverEnter:
    case QEvent::HoverMove:
        setHoverRow(indexAt(static_cast<const QHoverEvent *>(event)->position().toPoint()));
        break;
    case QEvent::HoverLeave:
    case QEvent::Leave:
    case QEvent::Hide:
        setHoverRow({});
        break;
    default:
        break;
    }
    return QTreeView::viewportEvent(event);
}

void FileTreeView::setHoverRow(const QModelIndex &index)
{
    const QModelIndex row = index.siblingAtColumn(0);
    if (row == m_hover)
        return;
    updateRow(m_hover);
    m_hover = row;
    updateRow(m_hover);
}

void FileTreeView::updateRow(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const QRect row = visualRect(index);
    viewport()->update(0, row.top(), viewport()->width(), row.height());
}

void FileTreeView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    viewport()->update();
}

} // namespace Sandglass
