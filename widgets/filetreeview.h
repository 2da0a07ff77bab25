// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/filedelegate.h>
#include <widgets/filenameedit.h>

#include <QtCore/QList>
#include <QtCore/QPersistentModelIndex>
#include <QtCore/QPointer>
#include <QtCore/QTimer>
#include <QtCore/QUrl>
#include <QtWidgets/QTreeView>

namespace Sandglass {

class FileTreeModel;

/// The tree of a sandbox's files. Tells the model what is expanded, and by signals what the user
/// wants. Renaming and new folders are typed in the row itself. Local files can be dropped onto a
/// folder. GUI thread.
class FileTreeView final : public QTreeView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FileTreeView)

public:
    /// The model is borrowed and outlives the view.
    FileTreeView(FileTreeModel &files, QWidget *parent = nullptr);
    ~FileTreeView() override;

    /// Name and size only, no header: for a dock.
    void setCompact(bool compact);
    /// Something has been loading for so long that it is said.
    [[nodiscard]] bool showsLoading() const { return m_look.showsLoading; }
    /// Whether anything may be changed in the sandbox: no editing and no drops otherwise.
    void setActsAllowed(bool allowed) { m_actsAllowed = allowed; }

    [[nodiscard]] QModelIndexList selectedRows() const;    ///< in the order shown, no drafts
    [[nodiscard]] QList<QByteArray> selectedPaths() const; ///< the same as paths
    /// The folder that new things go to: the current one, or that of the current file.
    [[nodiscard]] QModelIndex targetDirectory() const;
    /// Makes it the one selected row.
    void choose(const QModelIndex &index);
    /// Opens the way to a path, selects its row and scrolls to it, as soon as it is known.
    void reveal(const QByteArray &path);
    /// Where the row is on the screen, for a popover at it.
    [[nodiscard]] QRect globalRowRect(const QModelIndex &index) const;
    /// The lower part of the viewport that no row covers.
    [[nodiscard]] QRect freeArea() const;

    void beginRename(const QModelIndex &index);
    void beginNewFolder();
    [[nodiscard]] bool isDropTarget() const { return m_drop.isValid(); }
    [[nodiscard]] bool isEditing() const { return m_edit != nullptr; }
    /// The sandbox has done it: the field goes.
    void finishEdit();
    /// It has not: the words stand at the row, the typed name stays.
    void refuseEdit(const QString &words);
    void cancelEdit();

    /// Folders: open or close; a failed one is tried again. Files: openRequested().
    void activateRow(const QModelIndex &index);
    void goToParent(); ///< beyond a top-level row: rootRequested()

Q_SIGNALS:
    void openRequested(const QByteArray &path);
    void renameRequested(const QByteArray &path, const QByteArray &newName);
    void newFolderRequested(const QByteArray &directory, const QByteArray &name);
    void dropped(const QList<QUrl> &files, const QByteArray &directory);
    void rootRequested(const QByteArray &path);
    void menuRequested(const QModelIndex &index, const QPoint &position);
    void currentRowChanged();
    void dropTargetChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option,
                 const QModelIndex &index) const override;
    void drawBranches(QPainter *painter, const QRect &rect,
                      const QModelIndex &index) const override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(const QItemSelection &selected,
                          const QItemSelection &deselected) override;

private:
    void followModel();
    void updateLook();
    void arrangeColumns();
    void expandRoots();
    void followLoading(const QModelIndex &directory);
    void openEdit(const QModelIndex &index, const QString &name);
    void commitEdit(const QString &name);
    void closeEdit();
    void setHoverRow(const QModelIndex &index);
    void setDropTarget(const QModelIndex &index, int files);
    [[nodiscard]] QModelIndex directoryAt(const QPoint &position) const;
    void paintSkeleton(QPainter *painter) const;
    void paintDropHint(QPainter *painter) const;
    void updateRow(const QModelIndex &index);

    FileTreeModel &m_files;
    FileRowLook m_look; // before the delegate: it reads it
    QPersistentModelIndex m_hover;
    QPersistentModelIndex m_drop;
    int m_dropCount = 0;
    QTimer m_dropExpand;
    QTimer m_loadingDelay;
    QList<QPersistentModelIndex> m_loading;
    QPersistentModelIndex m_editing;
    QPointer<FileNameEdit> m_edit;
    bool m_actsAllowed = true;
};

} // namespace Sandglass
