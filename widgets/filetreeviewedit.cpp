// SPDX-License-Identifier: GPL-3.0-or-later
// FileTreeView: names that are typed in a row.
#include <models/filetreemodel.h>
#include <widgets/filename.h>
#include <widgets/filenameedit.h>
#include <widgets/filetreeview.h>

namespace Sandglass {

void FileTreeView::beginRename(const QModelIndex &index)
{
    const QModelIndex row = index.siblingAtColumn(0);
    const bool canBe = row.isValid() && m_actsAllowed && m_files.hasSource() &&
                       !row.data(IsRootRole).toBool() && !row.data(IsDraftRole).toBool();
    if (!canBe)
        return;
    cancelEdit();
    // Hidden characters are shown as pictures; whoever renames such a file gets rid of them.
    openEdit(row, row.data().toString());
}

void FileTreeView::beginNewFolder()
{
    const QPersistentModelIndex directory = targetDirectory();
    if (!directory.isValid() || !m_actsAllowed || !m_files.hasSource())
        return;
    cancelEdit();
    expand(directory);
    const QModelIndex draft = m_files.addDraft(directory);
    if (draft.isValid())
        openEdit(draft, {});
}

void FileTreeView::openEdit(const QModelIndex &index, const QString &name)
{
    choose(index);
    scrollTo(index);
    openPersistentEditor(index);
    m_editing = index;
    m_edit = qobject_cast<FileNameEdit *>(indexWidget(index));
    if (m_edit == nullptr)
        return;
    m_edit->begin(name);
    connect(m_edit, &FileNameEdit::committed, this, &FileTreeView::commitEdit);
    connect(m_edit, &FileNameEdit::cancelled, this, &FileTreeView::cancelEdit);
    m_edit->setFocus(Qt::OtherFocusReason);
}

void FileTreeView::commitEdit(const QString &name)
{
    const bool isDraft = m_editing.data(IsDraftRole).toBool();
    const QByteArray before = isDraft ? QByteArray() : m_editing.data(NameRole).toByteArray();
    if (!isDraft && !m_edit->isChanged()) {
        cancelEdit();
        return;
    }
    const QModelIndex directory = m_editing.parent();
    const QString problem = FileName::problem(name, m_files, directory, before);
    if (!problem.isEmpty()) {
        m_edit->setProblem(problem);
        return;
    }
    m_edit->setBusy(true);
    if (isDraft)
        Q_EMIT newFolderRequested(directory.data(PathRole).toByteArray(), name.toUtf8());
    else
        Q_EMIT renameRequested(m_editing.data(PathRole).toByteArray(), name.toUtf8());
}

void FileTreeView::finishEdit()
{
    if (m_edit != nullptr)
        closeEdit();
}

void FileTreeView::refuseEdit(const QString &words)
{
    if (m_edit == nullptr)
        return;
    m_edit->setBusy(false);
    m_edit->setProblem(words);
    scrollTo(m_editing);
    m_edit->setFocus(Qt::OtherFocusReason);
}

void FileTreeView::cancelEdit()
{
    if (m_edit != nullptr)
        closeEdit();
}

void FileTreeView::closeEdit()
{
    const bool hadFocus = m_edit->hasFocus();
    const QPersistentModelIndex row = m_editing;
    m_edit->disconnect(this); // it loses the focus on its way out
    m_edit = nullptr;
    m_editing = QPersistentModelIndex();
    if (row.isValid()) {
        closePersistentEditor(row);
        if (row.data(IsDraftRole).toBool()) {
            choose(row.parent());
            m_files.removeDraft();
        }
    }
    if (hadFocus)
        setFocus(Qt::OtherFocusReason);
}

} // namespace Sandglass
