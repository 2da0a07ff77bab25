// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QStyledItemDelegate>

namespace Sandglass {

/// Roles of the rows of SideBar.
enum SideBarRole {
    SideBarIdRole = Qt::UserRole + 1,
    SideBarCountRole,    ///< int; negative: none
    SideBarAlarmRole,    ///< bool: count in danger, or the subtitle is a problem
    SideBarSubtitleRole, ///< connections only
    SideBarLatencyRole,
    SideBarColorRole,
};

/// A view: mark or icon, name, count at the end.
class SideBarViewDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SideBarViewDelegate)

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;
};

/// A connection on two lines: bar, name and count, kind and latency.
class SideBarConnectionDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SideBarConnectionDelegate)

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;
};

} // namespace Sandglass
