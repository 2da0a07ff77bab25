// SPDX-License-Identifier: GPL-3.0-or-later
// FileTreeModel: what we did ourselves, or are about to do.
#include <client/filesystemapi.h>
#include <models/filetreemodel.h>
#include <models/filewatches.h>

#include <utility>

namespace Sandglass {

namespace {

/// The directory's part of an absolute path.
std::string directoryOf(const std::string &path)
{
    const std::size_t slash = path.find_last_of('/');
    return slash == 0 || slash == std::string::npos ? "/" : path.substr(0, slash);
}

} // namespace

QModelIndex FileTreeModel::addDraft(const QModelIndex &index)
{
    removeDraft();
    FileNode *parent = nodeOf(index);
    if (!index.isValid() || !parent->isDirectory())
        return {};
    Nodes nodes;
    nodes.push_back(std::make_unique<FileNode>(FileEntry{.type = FileType::Directory}, parent));
    m_draft = nodes.back().get();
    m_draft->isDraft = true;
    m_draft->directory->state = FileNodeState::Loaded;
    insertSorted(*parent, std::move(nodes));
    return indexOf(*m_draft);
}

void FileTreeModel::removeDraft()
{
    if (m_draft != nullptr)
        remove(*m_draft);
}

void FileTreeModel::takeEntry(const FileEntry &entry)
{
    FileNode *parent = find(directoryOf(entry.path));
    const bool isKnown = parent != nullptr && parent->isDirectory() &&
                         (parent->directory->state == FileNodeState::Loaded ||
                          parent->directory->arriving != nullptr);
    if (!isKnown)
        return; // its listing will say so
    Nodes added;
    upsert(*parent, entry, added);
    insertSorted(*parent, std::move(added));
}

void FileTreeModel::takeRemoved(const QByteArray &path)
{
    if (FileNode *node = find(path.toStdString()); node != nullptr && !node->isRoot())
        remove(*node);
}

void FileTreeModel::takeMoved(const QByteArray &from, const FileEntry &entry)
{
    FileNode *node = find(from.toStdString());
    const bool isRename = node != nullptr && !node->isRoot() && isFileName(entry.name) &&
                          find(directoryOf(entry.path)) == node->parent &&
                          node->isDirectory() == (entry.type == FileType::Directory);
    if (!isRename || node->parent->directory->find(entry.name) == node) {
        if (!isRename)
            takeRemoved(from);
        takeEntry(entry);
        return;
    }
    FileNode &parent = *node->parent;
    if (FileNode *other = parent.directory->find(entry.name)) // moved onto it
        remove(*other);
    forget(*node); // under its old name
    std::vector<FileNode *> directories;
    if (node->isDirectory()) {
        directories = directoriesBelow(*node);
        directories.insert(directories.begin(), node);
    }
    for (FileNode *directory : directories)
        rest(*directory);
    auto held = parent.directory->nodes.extract(node->entry.name);
    held.key() = entry.name;
    parent.directory->nodes.insert(std::move(held));
    node->rename(entry);
    if (node->isShown && !isWanted(*node))
        hideHidden(parent);
    settle(*node);
    for (FileNode *directory : directories) {
        if (directory->directory->isExpanded)
            open(*directory);
    }
}

} // namespace Sandglass
