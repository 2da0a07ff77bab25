// SPDX-License-Identifier: GPL-3.0-or-later
// FilesView: what can be done, by button, menu and key.
#include <models/displaytext.h>
#include <models/filetreemodel.h>
#include <widgets/fileactions.h>
#include <widgets/fileremovepopover.h>
#include <widgets/filestoolbar.h>
#include <widgets/filesview.h>
#include <widgets/filetreeview.h>
#include <widgets/icons.h>

#include <QtGui/QAction>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QMenu>

#include <algorithm>

namespace Sandglass {

void FilesView::connectActions()
{
    const auto on = [this](FileAct act, auto &&what) {
        connect(m_actions->action(act), &QAction::triggered, this, what);
    };
    on(FileAct::Open, [this] { m_tree->activateRow(m_tree->currentIndex()); });
    on(FileAct::Up, [this] { m_tree->goToParent(); });
    on(FileAct::NewFolder, [this] { m_tree->beginNewFolder(); });
    on(FileAct::Rename, [this] { m_tree->beginRename(m_tree->currentIndex()); });
    on(FileAct::Remove, [this] { askRemoval(); });
    on(FileAct::CopyPath, [this] { Q_EMIT copyPathRequested(m_tree->selectedPaths()); });
    on(FileAct::Refresh, [this] { m_files.refresh(); });
    on(FileAct::ShowHidden, [this](bool show) { m_files.setShowHidden(show); });
    on(FileAct::Download, [this] { Q_EMIT downloadRequested(m_tree->selectedPaths()); });
    on(FileAct::Upload, [this] {
        const QByteArray directory = m_tree->targetDirectory().data(PathRole).toByteArray();
        if (!directory.isEmpty())
            Q_EMIT uploadRequested(directory);
    });
}

QString FilesView::whyNot() const
{
    if (!m_files.hasSource())
        return m_hasMessage ? m_message.title : tr("The sandbox cannot be reached now.");
    return m_readOnly;
}

void FilesView::updateActions()
{
    const QString why = whyNot();
    const bool canLook = m_files.hasSource();
    const bool canAct = canLook && m_readOnly.isEmpty();
    const QModelIndex current = m_tree->currentIndex().siblingAtColumn(0);
    // By ranges: there may be thousands of rows.
    const QItemSelection selection = m_tree->selectionModel()->selection();
    const bool hasRoot = std::ranges::any_of(
        selection, [](const QItemSelectionRange &range) { return !range.parent().isValid(); });
    const bool isNone = selection.isEmpty();
    const bool isOne = selection.size() == 1 && selection.first().height() == 1;
    const bool isRoot = current.data(IsRootRole).toBool();
    const QString choose = why.isEmpty() ? tr("Choose a file or folder first.") : why;
    const QString rootStays = why.isEmpty() ? tr("Choose something inside this folder.") : why;
    const auto set = [this](FileAct act, bool enabled, const QString &reason) {
        m_actions->setEnabled(act, enabled, reason);
    };
    set(FileAct::Open, isOne && canLook, choose);
    set(FileAct::Up, current.isValid() && !(isRoot && current.data(PathRole).toByteArray() == "/"),
        {});
    set(FileAct::NewFolder, canAct && m_files.rowCount() > 0, why);
    set(FileAct::Upload, canAct && m_files.rowCount() > 0, why);
    set(FileAct::Download, canLook && !isNone, choose);
    set(FileAct::Rename, canAct && isOne && !hasRoot, isOne ? rootStays : choose);
    set(FileAct::Remove, canAct && !isNone && !hasRoot, isNone ? choose : rootStays);
    set(FileAct::CopyPath, !isNone, choose);
    set(FileAct::Refresh, canLook, why);
    m_actions->action(FileAct::ShowHidden)->setChecked(m_files.showsHidden());
    updatePlace();
}

void FilesView::updatePlace()
{
    const QByteArray path = m_tree->targetDirectory().data(PathRole).toByteArray();
    m_bar->setPlace(displayText(path.toStdString(), 1024));
}

void FilesView::askRemoval()
{
    QModelIndexList rows = m_tree->selectedRows();
    rows.removeIf([](const QModelIndex &row) { return row.data(IsRootRole).toBool(); });
    QList<FileRemoval> files;
    for (const QModelIndex &row : std::as_const(rows)) {
        const QByteArray path = row.data(PathRole).toByteArray();
        const bool isFolder = row.data(IsDirectoryRole).toBool();
        files.append({.path = path,
                      .name = row.data().toString(),
                      .shownPath = displayText(path.toStdString(), 1024),
                      .size = isFolder
                                  ? QString()
                                  : row.siblingAtColumn(int(FileColumn::Size)).data().toString(),
                      // Of a link, only the link goes.
                      .isFolder = isFolder && row.data(LinkTargetRole).toString().isEmpty()});
    }
    if (m_popover != nullptr && m_popover->parentWidget() != window())
        delete m_popover; // the view has moved to another window meanwhile
    if (m_popover == nullptr) {
        m_popover = new FileRemovePopover(this);
        connect(m_popover, &FileRemovePopover::confirmed, this, &FilesView::removeRequested);
        connect(this, &QObject::destroyed, m_popover, &QObject::deleteLater);
    }
    const QModelIndex anchor = rows.contains(m_tree->currentIndex().siblingAtColumn(0))
                                   ? m_tree->currentIndex()
                                   : rows.value(0);
    m_tree->scrollTo(anchor);
    m_popover->ask(files, m_tree->globalRowRect(anchor));
}

void FilesView::openMenu(const QModelIndex &index, const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [this, menu](FileAct act) { menu->addAction(m_actions->action(act)); };
    if (index.isValid()) {
        const bool isFolder = index.data(IsDirectoryRole).toBool();
        if (!isFolder)
            add(FileAct::Open);
        add(FileAct::Download);
        menu->addSeparator();
        add(FileAct::Rename);
        add(FileAct::Remove);
        menu->addSeparator();
        add(FileAct::CopyPath);
        if (isFolder) {
            const QPersistentModelIndex folder = index;
            menu->addAction(themedIcon(u"refresh"), tr("List again"), this,
                            [this, folder] { m_files.refresh(folder); })
                ->setEnabled(m_files.hasSource());
        }
        menu->addSeparator();
    }
    add(FileAct::NewFolder);
    add(FileAct::Upload);
    if (!index.isValid())
        add(FileAct::Refresh);
    add(FileAct::ShowHidden);
    menu->popup(position);
}

bool FilesView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_tree && event->type() == QEvent::ShortcutOverride) {
        if (m_actions->hasKey(*static_cast<const QKeyEvent *>(event))) {
            event->accept();
            return true;
        }
    } else if (watched == m_tree && event->type() == QEvent::KeyPress) {
        if (m_actions->press(*static_cast<const QKeyEvent *>(event)))
            return true;
    } else if (watched == m_tree->viewport() && event->type() == QEvent::Resize) {
        showRootPage();
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace Sandglass
