// SPDX-License-Identifier: GPL-3.0-or-later
// FileTreeView: local files that are dropped onto a folder.
#include <models/filetreemodel.h>
#include <widgets/filetreeview.h>

#include <QtCore/QMimeData>
#include <QtGui/QDropEvent>

namespace Sandglass {

namespace {

QList<QUrl> localFiles(const QMimeData *data)
{
    QList<QUrl> files = data->urls();
    files.removeIf([](const QUrl &url) { return !url.isLocalFile(); });
    return files;
}

} // namespace

QModelIndex FileTreeView::directoryAt(const QPoint &position) const
{
    const QModelIndex row = indexAt(position).siblingAtColumn(0);
    if (!row.isValid()) // beside the rows: into the only top-level folder there is
        return m_files.rowCount() == 1 ? m_files.index(0, 0) : QModelIndex();
    const bool isTarget = row.data(IsDirectoryRole).toBool() && !row.data(IsDraftRole).toBool();
    return isTarget ? row : row.parent();
}

void FileTreeView::dragEnterEvent(QDragEnterEvent *event)
{
    const bool canTake =
        m_actsAllowed && m_files.hasSource() && !localFiles(event->mimeData()).isEmpty();
    if (!canTake) {
        event->ignore();
        return;
    }
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

void FileTreeView::dragMoveEvent(QDragMoveEvent *event)
{
    const QModelIndex directory = directoryAt(event->position().toPoint());
    setDropTarget(directory, int(localFiles(event->mimeData()).size()));
    if (!directory.isValid()) {
        event->ignore();
        return;
    }
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

void FileTreeView::dragLeaveEvent(QDragLeaveEvent *)
{
    setDropTarget({}, 0);
}

void FileTreeView::dropEvent(QDropEvent *event)
{
    const QModelIndex directory = directoryAt(event->position().toPoint());
    const QList<QUrl> files = localFiles(event->mimeData());
    setDropTarget({}, 0);
    if (!directory.isValid() || files.isEmpty() || !m_actsAllowed || !m_files.hasSource()) {
        event->ignore();
        return;
    }
    event->setDropAction(Qt::CopyAction); // never a move: the files here stay
    event->accept();
    Q_EMIT dropped(files, directory.data(PathRole).toByteArray());
}

void FileTreeView::setDropTarget(const QModelIndex &index, int files)
{
    m_dropCount = files;
    if (index == m_drop)
        return;
    m_drop = index;
    if (index.isValid() && !isExpanded(index))
        m_dropExpand.start(); // whoever waits there wants to go on into it
    else
        m_dropExpand.stop();
    viewport()->update();
    Q_EMIT dropTargetChanged();
}

} // namespace Sandglass
