// SPDX-License-Identifier: GPL-3.0-or-later
#include <models/fileroles.h>
#include <protocol/filesystem.h>
#include <widgets/filedelegate.h>
#include <widgets/filename.h>
#include <widgets/filenameedit.h>
#include <widgets/fonts.h>
#include <widgets/icons.h>

#include <QtGui/QPainter>
#include <QtWidgets/QStyle>
#include <QtWidgets/QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sandglass {

namespace {

constexpr int iconStart = 10; ///< of the icon from the row's indentation, in design pixels
constexpr int iconSize = 16;
constexpr int nameStart = iconStart + iconSize + 6;
constexpr int cellSide = 8;
constexpr int rowHeight = 24;

bool isOpen(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto *tree = qobject_cast<const QTreeView *>(option.widget);
    return tree != nullptr && tree->isExpanded(index.siblingAtColumn(0));
}

FileNodeState stateOf(const QModelIndex &index)
{
    return FileNodeState(index.data(StateRole).toInt());
}

/// Draws one line, elided, in a room of logical coordinates; returns what it took.
int drawLine(QPainter *painter, const QStyleOptionViewItem &option, const QRect &room,
             const QString &text, Qt::Alignment alignment = Qt::AlignLeft)
{
    if (room.width() <= 0 || text.isEmpty())
        return 0;
    const QFontMetrics metrics = painter->fontMetrics();
    const QString shown = metrics.elidedText(text, Qt::ElideRight, room.width());
    const auto flags = QStyle::visualAlignment(option.direction, alignment | Qt::AlignVCenter);
    painter->drawText(QStyle::visualRect(option.direction, option.rect, room),
                      int(flags.toInt()) | Qt::TextSingleLine, shown);
    return metrics.horizontalAdvance(shown);
}

} // namespace

FileDelegate::FileDelegate(const FileRowLook *look, QObject *parent)
    : QStyledItemDelegate(parent),
      m_look(look)
{
}

void FileDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    painter->save();
    // Names and paths run as their own letters do, whatever the layout: "/home", never "home/".
    painter->setLayoutDirection(Qt::LayoutDirectionAuto);
    if (index.column() == int(FileColumn::Name))
        paintName(painter, option, index);
    else
        paintCell(painter, option, index);
    painter->restore();
}

void FileDelegate::paintName(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    const FleetLook &look = m_look->look;
    const bool isMuted = index.data(IsHiddenRole).toBool() || index.data(IsStaleRole).toBool();
    const QPen &pen = isMuted ? look.muted : look.text;
    const QRect row = option.rect;
    const QRect icon(row.left() + look.px(iconStart), row.top(), iconSize, row.height());
    paintIcon(painter, QStyle::visualRect(option.direction, row, icon), FileName::icon(index),
              iconSize, pen.color());
    QRect room = row.adjusted(look.px(iconStart) + iconSize + 6, 0, -look.px(4), 0);
    painter->setFont(look.body);
    if (m_look->isCompact)
        room.setRight(paintSizeAtEnd(painter, option, index));
    painter->setPen(pen);
    room.setLeft(room.left() + drawLine(painter, option, room, index.data().toString()) +
                 look.px(8));
    paintNote(painter, room, option, index);
}

/// Compact, the size stands in the row itself and takes only the room it needs. Returns where the
/// room for the name ends.
int FileDelegate::paintSizeAtEnd(QPainter *painter, const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const
{
    const FleetLook &look = m_look->look;
    const QRect room = option.rect.adjusted(0, 0, -look.px(10), 0);
    painter->setPen(look.muted);
    const QModelIndex size = index.siblingAtColumn(int(FileColumn::Size));
    const int taken = drawLine(painter, option, room, cellText(option, size), Qt::AlignRight);
    return room.right() - taken - (taken > 0 ? look.px(8) : 0);
}

void FileDelegate::paintNote(QPainter *painter, const QRect &room,
                             const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const FleetLook &look = m_look->look;
    // A single top-level folder has a page of its own for its words.
    const bool isSoleRoot = index.data(IsRootRole).toBool() && index.model()->rowCount() == 1;
    const QString error = isSoleRoot && stateOf(index) == FileNodeState::Failed
                              ? QString()
                              : index.data(ErrorRole).toString();
    const QString target = index.data(LinkTargetRole).toString();
    const bool isNotLive = !index.data(NotLiveRole).toString().isEmpty() && isOpen(option, index);
    if (!error.isEmpty() && room.width() > look.px(24)) {
        const QRect icon(room.left(), room.top(), 12, room.height());
        paintIcon(painter, QStyle::visualRect(option.direction, option.rect, icon), u"risk", 12,
                  look.theme->color(ThemeRole::Danger));
        painter->setPen(look.danger);
        drawLine(painter, option, room.adjusted(look.px(18), 0, 0, 0), error);
    } else if (!target.isEmpty()) {
        painter->setPen(look.muted);
        drawLine(painter, option, room, u"→ "_s + target);
    } else if (isNotLive && room.width() > look.px(16)) {
        const QRect icon(room.left(), room.top(), 12, room.height());
        paintIcon(painter, QStyle::visualRect(option.direction, option.rect, icon), u"observe-off",
                  12, look.theme->color(ThemeRole::TextMuted));
    }
}

QString FileDelegate::cellText(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (index.column() != int(FileColumn::Size) || !index.data(IsDirectoryRole).toBool())
        return index.data().toString();
    if (stateOf(index) == FileNodeState::Loading)
        return m_look->showsLoading ? tr("Loading…") : QString();
    // What stands open below needs no counting.
    return isOpen(option, index) ? QString() : index.data().toString();
}

void FileDelegate::paintCell(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    const FleetLook &look = m_look->look;
    painter->setFont(index.column() == int(FileColumn::Permissions) ? look.mono : look.body);
    painter->setPen(look.muted);
    const bool isRight =
        index.data(Qt::TextAlignmentRole).value<Qt::Alignment>().testFlag(Qt::AlignRight);
    const int side = look.px(cellSide);
    drawLine(painter, option, option.rect.adjusted(isRight ? 0 : side, 0, -side, 0),
             cellText(option, index), isRight ? Qt::AlignRight : Qt::AlignLeft);
}

QSize FileDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const FleetLook &look = m_look->look;
    const QFontMetrics metrics(index.column() == int(FileColumn::Permissions) ? look.mono
                                                                              : look.body);
    const int around = index.column() == int(FileColumn::Name) ? look.px(nameStart) + look.px(4)
                                                               : 2 * look.px(cellSide);
    return {metrics.horizontalAdvance(index.data().toString()) + around + 1,
            scaledHeight(rowHeight, option.fontMetrics)};
}

QWidget *FileDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                    const QModelIndex &) const
{
    return new FileNameEdit(parent);
}

void FileDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                        const QModelIndex &) const
{
    const QRect room =
        option.rect.adjusted(m_look->look.px(iconStart) + iconSize + 4, 0, -m_look->look.px(4), 0);
    editor->setGeometry(QStyle::visualRect(option.direction, option.rect, room));
}

} // namespace Sandglass
