// SPDX-License-Identifier: GPL-3.0-or-later
#include <client/filesystemapi.h>
#include <models/filetreemodel.h>
#include <models/filewatches.h>

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;

namespace Sandglass {

FileTreeModel::FileTreeModel(QObject *parent)
    : QAbstractItemModel(parent),
      m_top(std::make_unique<FileNode>(FileEntry{.type = FileType::Directory}, nullptr)),
      m_watches(std::make_unique<FileWatches>()),
      m_clock(Clock::system())
{
    m_top->directory->state = FileNodeState::Loaded;
    followWatches();
    connect(&m_timer, &QTimer::timeout, this, &FileTreeModel::tick);
    m_timer.start(10s);
}

FileTreeModel::~FileTreeModel() = default;

void FileTreeModel::setErrorText(std::function<QString(const Error &)> text)
{
    m_errorText = std::move(text);
}

void FileTreeModel::setClock(Clock clock)
{
    m_clock = std::move(clock);
}

void FileTreeModel::setLocale(const QLocale &locale)
{
    m_locale = locale;
    announceAll(FileColumn::Name, FileColumn::Owner);
}

void FileTreeModel::setRoots(const QList<QByteArray> &paths)
{
    if (paths == roots())
        return;
    beginResetModel();
    m_watches->forget("/");
    FileDirectory &top = *m_top->directory;
    top.rows.clear();
    top.nodes.clear();
    top.numbered = 0;
    m_draft = nullptr;
    for (const QByteArray &path : paths) {
        const std::string name = path.toStdString();
        const auto [place, isNew] = top.nodes.try_emplace(name);
        if (!isNew)
            continue;
        place->second = std::make_unique<FileNode>(
            FileEntry{.name = name, .type = FileType::Directory}, m_top.get());
        place->second->isShown = true;
        top.rows.push_back(place->second.get());
    }
    endResetModel();
}

QList<QByteArray> FileTreeModel::roots() const
{
    QList<QByteArray> paths;
    for (const FileNode *root : m_top->directory->rows)
        paths.append(QByteArray::fromStdString(root->entry.name));
    return paths;
}

FileNode *FileTreeModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<FileNode *>(index.internalPointer()) : m_top.get();
}

QModelIndex FileTreeModel::indexOf(const FileNode &node, FileColumn column) const
{
    if (!node.isShown || node.parent == nullptr)
        return {};
    return createIndex(node.parent->directory->rowOf(node), int(column), &node);
}

QModelIndex FileTreeModel::indexOf(const QByteArray &path) const
{
    const FileNode *node = find(path.toStdString());
    return node != nullptr ? indexOf(*node) : QModelIndex();
}

FileNode *FileTreeModel::find(const std::string &path) const
{
    const FilePlace place = placeOf(*m_top, path);
    return place.rest.empty() ? place.node : nullptr;
}

bool FileTreeModel::hasChild(const QModelIndex &directory, const QByteArray &name) const
{
    const FileNode *node = nodeOf(directory);
    return node->isDirectory() && node->directory->find(name.toStdString()) != nullptr;
}

QModelIndex FileTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, nodeOf(parent)->directory->rows[std::size_t(row)]);
}

QModelIndex FileTreeModel::parent(const QModelIndex &index) const
{
    return index.isValid() ? indexOf(*nodeOf(index)->parent) : QModelIndex();
}

int FileTreeModel::rowCount(const QModelIndex &parent) const
{
    const FileNode *node = nodeOf(parent);
    return parent.column() <= 0 && node->isDirectory() ? int(node->directory->rows.size()) : 0;
}

int FileTreeModel::columnCount(const QModelIndex &) const
{
    return fileColumnCount;
}

bool FileTreeModel::hasChildren(const QModelIndex &parent) const
{
    const FileNode *node = nodeOf(parent);
    if (parent.column() > 0 || !node->isDirectory())
        return false;
    return node->directory->state != FileNodeState::Loaded || !node->directory->rows.empty();
}

bool FileTreeModel::canFetchMore(const QModelIndex &parent) const
{
    const FileNode *node = nodeOf(parent);
    return m_source && parent.column() <= 0 && node->isDirectory() && !node->isDraft &&
           node->directory->state == FileNodeState::NotLoaded && !node->directory->isBusy();
}

void FileTreeModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        open(*nodeOf(parent));
}

void FileTreeModel::tick()
{
    announceAll(FileColumn::Modified, FileColumn::Modified);
}

} // namespace Sandglass
