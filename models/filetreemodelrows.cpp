// SPDX-License-Identifier: GPL-3.0-or-later
// FileTreeModel: rows that come, go, change and move.
#include <client/filesystemapi.h>
#include <models/filetreemodel.h>
#include <models/filewatches.h>

#include <algorithm>
#include <utility>

namespace Sandglass {

bool FileTreeModel::isWanted(const FileNode &node) const
{
    return m_showHidden || !node.isHidden() || node.isRoot();
}

void FileTreeModel::upsert(FileNode &parent, FileEntry entry, Nodes &added)
{
    if (!isFileName(entry.name))
        return;
    FileDirectory &directory = *parent.directory;
    FileNode *known = directory.find(entry.name);
    if (known != nullptr && known->isDirectory() == (entry.type == FileType::Directory)) {
        known->generation = directory.generation;
        change(*known, std::move(entry));
        return;
    }
    if (known != nullptr)
        remove(*known);
    added.push_back(std::make_unique<FileNode>(std::move(entry), &parent));
    added.back()->generation = directory.generation;
}

void FileTreeModel::insertSorted(FileNode &parent, Nodes nodes)
{
    std::vector<FileNode *> shown;
    for (std::unique_ptr<FileNode> &node : nodes) {
        const auto [place, isNew] = parent.directory->nodes.try_emplace(node->entry.name);
        if (!isNew)
            continue;
        place->second = std::move(node);
        if (isWanted(*place->second))
            shown.push_back(place->second.get());
    }
    showRows(parent, shown);
}

void FileTreeModel::showRows(FileNode &parent, const std::vector<FileNode *> &sorted)
{
    FileDirectory &directory = *parent.directory;
    std::vector<FileNode *> &rows = directory.rows;
    for (auto first = sorted.begin(); first != sorted.end();) {
        const auto place = std::ranges::lower_bound(rows, *first, m_order);
        // All that belong before the same row come together.
        const auto last = place == rows.end()
                              ? sorted.end()
                              : std::ranges::lower_bound(first, sorted.end(), *place, m_order);
        const auto row = place - rows.begin();
        beginInsertRows(indexOf(parent), int(row), int(row + (last - first) - 1));
        rows.insert(place, first, last);
        for (auto each = first; each != last; ++each)
            (*each)->isShown = true;
        directory.renumberFrom(std::size_t(row));
        endInsertRows();
        first = last;
    }
    if (!sorted.empty())
        announceCount(parent);
}

void FileTreeModel::hideRows(FileNode &parent, const std::function<bool(const FileNode &)> &which)
{
    FileDirectory &directory = *parent.directory;
    std::vector<FileNode *> &rows = directory.rows;
    for (std::size_t end = rows.size(); end > 0;) {
        if (!which(*rows[end - 1])) {
            --end;
            continue;
        }
        std::size_t first = end - 1;
        while (first > 0 && which(*rows[first - 1]))
            --first;
        hideRange(parent, first, end);
        end = first;
    }
}

void FileTreeModel::hideRange(FileNode &parent, std::size_t first, std::size_t end)
{
    std::vector<FileNode *> &rows = parent.directory->rows;
    beginRemoveRows(indexOf(parent), int(first), int(end) - 1);
    for (std::size_t row = first; row < end; ++row) {
        rows[row]->isShown = false;
        rows[row]->row = -1;
    }
    rows.erase(rows.begin() + std::ptrdiff_t(first), rows.begin() + std::ptrdiff_t(end));
    parent.directory->renumberFrom(first);
    endRemoveRows();
    announceCount(parent);
}

void FileTreeModel::remove(FileNode &node)
{
    FileNode &parent = *node.parent;
    if (node.isShown) {
        const auto row = std::size_t(parent.directory->rowOf(node));
        hideRange(parent, row, row + 1);
    }
    forget(node);
    parent.directory->nodes.erase(parent.directory->nodes.find(node.entry.name));
}

/// Before a node goes, or goes elsewhere: nothing is watched there any longer.
void FileTreeModel::forget(FileNode &node)
{
    if (m_draft != nullptr && (m_draft == &node || m_draft->parent == &node))
        m_draft = nullptr;
    if (!node.isDirectory() || node.isDraft)
        return;
    m_watches->forget(node.path());
    node.directory->isLive = false;
    for (FileNode *below : directoriesBelow(node)) {
        below->directory->isLive = false;
        if (m_draft != nullptr && m_draft->parent == below)
            m_draft = nullptr;
    }
}

bool FileTreeModel::removeUnseen(FileNode &parent, std::uint32_t generation)
{
    std::vector<FileNode *> unseen;
    for (const auto &[name, node] : parent.directory->nodes) {
        if (node->generation != generation && !node->isDraft)
            unseen.push_back(node.get());
        if (unseen.size() == portion)
            break;
    }
    for (FileNode *node : unseen)
        node->isDoomed = true;
    if (!unseen.empty())
        hideRows(parent, [](const FileNode &node) { return node.isDoomed; });
    for (FileNode *node : unseen)
        remove(*node);
    return unseen.size() == portion;
}

void FileTreeModel::change(FileNode &node, FileEntry entry)
{
    entry.path.clear();
    if (entry == node.entry)
        return;
    node.entry = std::move(entry);
    settle(node);
}

/// Puts a row that has changed where it belongs now.
void FileTreeModel::settle(FileNode &node)
{
    if (!node.isShown)
        return;
    FileNode &parent = *node.parent;
    std::vector<FileNode *> &rows = parent.directory->rows;
    const int row = parent.directory->rowOf(node);
    const auto here = rows.begin() + row;
    auto place = here;
    if (here != rows.begin() && m_order(&node, *(here - 1)))
        place = std::lower_bound(rows.begin(), here, &node, m_order);
    else if (here + 1 != rows.end() && m_order(*(here + 1), &node))
        place = std::lower_bound(here + 1, rows.end(), &node, m_order);
    if (place != here) {
        const int to = int(place - rows.begin());
        beginMoveRows(indexOf(parent), row, row, indexOf(parent), to);
        if (to < row)
            std::rotate(place, here, here + 1);
        else
            std::rotate(here, here + 1, place);
        parent.directory->renumberFrom(std::size_t(std::min(row, to)));
        endMoveRows();
    }
    announce(node);
}

void FileTreeModel::announce(const FileNode &node)
{
    if (node.isShown)
        Q_EMIT dataChanged(indexOf(node), indexOf(node, FileColumn::Owner));
}

/// A directory says how much it holds.
void FileTreeModel::announceCount(const FileNode &node)
{
    const QModelIndex cell = indexOf(node, FileColumn::Size);
    if (cell.isValid())
        Q_EMIT dataChanged(cell, cell);
}

void FileTreeModel::announceAll(FileColumn first, FileColumn last)
{
    const auto announceRows = [&](const FileNode &parent) {
        const std::vector<FileNode *> &rows = parent.directory->rows;
        if (!rows.empty())
            Q_EMIT dataChanged(indexOf(*rows.front(), first), indexOf(*rows.back(), last));
    };
    announceRows(*m_top);
    for (const FileNode *directory : directoriesBelow(*m_top))
        announceRows(*directory);
}

void FileTreeModel::setShowHidden(bool show)
{
    if (show == m_showHidden)
        return;
    m_showHidden = show;
    if (!show) {
        hideHidden(*m_top);
        return;
    }
    for (FileNode *directory : directoriesBelow(*m_top)) {
        std::vector<FileNode *> hidden;
        for (const auto &[name, node] : directory->directory->nodes) {
            if (!node->isShown)
                hidden.push_back(node.get());
        }
        std::ranges::sort(hidden, m_order);
        showRows(*directory, hidden);
    }
}

void FileTreeModel::hideHidden(FileNode &parent)
{
    hideRows(parent, [this](const FileNode &node) { return !isWanted(node); });
    for (const auto &[name, node] : parent.directory->nodes) {
        if (!node->isDirectory())
            continue;
        if (node->isShown) {
            hideHidden(*node);
            continue;
        }
        // It forgets what is in it: nothing may happen below a row that is not there.
        forget(*node);
        node->directory = std::make_unique<FileDirectory>();
    }
}

void FileTreeModel::sort(int column, Qt::SortOrder direction)
{
    if (column < 0 || column >= fileColumnCount)
        return;
    m_order = {FileColumn(column), direction};
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    for (FileNode *node : directoriesBelow(*m_top)) {
        std::ranges::sort(node->directory->rows, m_order);
        node->directory->renumberFrom(0);
        if (node->directory->arriving)
            node->directory->arriving->sortAgain(m_order);
    }
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex &index : before)
        after.append(indexOf(*nodeOf(index), FileColumn(index.column())));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

} // namespace Sandglass
