// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/fleetviewlook.h>

#include <QtWidgets/QStyledItemDelegate>

namespace Sandglass {

/// What the rows of a file tree have in common, kept by the view.
struct FileRowLook {
    FleetLook look;
    bool isCompact = false;
    bool showsLoading = false; ///< long enough that it is worth saying
};

/// Paints the cells of a file tree: icon, name, target of a link, words; sizes, times and the rest.
/// The ground of a row is the view's. Its editor stays open until the view closes it.
class FileDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FileDelegate)

public:
    /// `look` is borrowed from the view and stays valid while it changes with theme and font.
    FileDelegate(const FileRowLook *look, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;
    [[nodiscard]] QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                                        const QModelIndex &index) const override;
    void setEditorData(QWidget *, const QModelIndex &) const override {}
    void setModelData(QWidget *, QAbstractItemModel *, const QModelIndex &) const override {}
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;

protected:
    bool eventFilter(QObject *, QEvent *) override { return false; }

private:
    void paintName(QPainter *painter, const QStyleOptionViewItem &option,
                   const QModelIndex &index) const;
    int paintSizeAtEnd(QPainter *painter, const QStyleOptionViewItem &option,
                       const QModelIndex &index) const;
    void paintNote(QPainter *painter, const QRect &room, const QStyleOptionViewItem &option,
                   const QModelIndex &index) const;
    void paintCell(QPainter *painter, const QStyleOptionViewItem &option,
                   const QModelIndex &index) const;
    [[nodiscard]] QString cellText(const QStyleOptionViewItem &option,
                                   const QModelIndex &index) const;

    const FileRowLook *m_look;
};

} // namespace Sandglass
