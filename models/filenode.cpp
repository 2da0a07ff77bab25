// SPDX-License-Identifier: GPL-3.0-or-later
#include <models/displaytext.h>
#include <models/filenode.h>
#include <models/fleetfacts.h>

#include <compare>
#include <string_view>
#include <tuple>
#include <utility>

namespace Sandglass {

namespace {

std::strong_ordering compared(const QString &left, const QString &right)
{
    return left.compare(right) <=> 0;
}

/// Names with a dot come after the others, as they matter less.
std::strong_ordering byName(const FileNode &left, const FileNode &right)
{
    if (const auto order = left.isHidden() <=> right.isHidden(); order != 0)
        return order;
    if (const auto order = compared(left.nameOrder, right.nameOrder); order != 0)
        return order;
    return left.entry.name.compare(right.entry.name) <=> 0;
}

std::strong_ordering byColumn(FileColumn column, const FileNode &left, const FileNode &right)
{
    switch (column) {
    case FileColumn::Name:
        return byName(left, right);
    case FileColumn::Size:
        // What a directory's own entry weighs says nothing.
        return left.isDirectory() ? std::strong_ordering::equal
                                  : left.entry.size <=> right.entry.size;
    case FileColumn::Modified:
        return left.entry.modified <=> right.entry.modified;
    case FileColumn::Permissions:
        return left.entry.permissions <=> right.entry.permissions;
    case FileColumn::Owner:
        return std::tie(left.entry.owner, left.entry.group) <=>
               std::tie(right.entry.owner, right.entry.group);
    }
    return std::strong_ordering::equal;
}

} // namespace

FileNode *FileDirectory::find(const std::string &name) const
{
    const auto found = nodes.find(name);
    return found == nodes.end() ? nullptr : found->second.get();
}

int FileDirectory::rowOf(const FileNode &node) const
{
    // Numbered only when somebody asks, or a burst of insertions would count all rows each time.
    if (node.row < 0 || std::size_t(node.row) >= numbered) {
        for (; numbered < rows.size(); ++numbered)
            rows[numbered]->row = int(numbered);
    }
    return node.row;
}

FileNode::FileNode(FileEntry from, FileNode *in)
    : entry(std::move(from)),
      parent(in),
      shownName(displayText(entry.name)),
      nameOrder(naturalOrder(shownName))
{
    entry.path.clear();
    if (entry.type == FileType::Directory)
        directory = std::make_unique<FileDirectory>();
}

void FileNode::rename(FileEntry to)
{
    entry = std::move(to);
    entry.path.clear();
    shownName = displayText(entry.name);
    nameOrder = naturalOrder(shownName);
}

bool FileNode::isHidden() const
{
    return entry.name.starts_with('.');
}

std::string FileNode::path() const
{
    if (parent == nullptr || isRoot())
        return entry.name;
    std::string path = parent->path();
    if (!path.ends_with('/'))
        path += '/';
    return path + entry.name;
}

bool isFileName(const std::string &name)
{
    return !name.empty() && name != "." && name != ".." &&
           name.find_first_of(std::string_view("/\0", 2)) == std::string::npos;
}

FilePlace placeOf(const FileNode &top, const std::string &path)
{
    FilePlace place{.rest = path};
    for (FileNode *root : top.directory->rows) {
        const std::string &name = root->entry.name;
        const bool isAbove = path.starts_with(name) && (path.size() == name.size() || name == "/" ||
                                                        path[name.size()] == '/');
        const bool isNearer = place.node == nullptr || place.node->entry.name.size() < name.size();
        if (isAbove && isNearer)
            place = {.node = root, .rest = path.substr(name.size())};
    }
    while (place.node != nullptr) {
        place.rest.erase(0, place.rest.find_first_not_of('/'));
        const std::string name = place.rest.substr(0, place.rest.find('/'));
        FileNode *next = !name.empty() && place.node->isDirectory()
                             ? place.node->directory->find(name)
                             : nullptr;
        if (next == nullptr)
            break;
        place = {.node = next, .rest = place.rest.substr(name.size())};
    }
    return place;
}

std::vector<FileNode *> directoriesBelow(const FileNode &node)
{
    std::vector<FileNode *> found;
    for (const auto &[name, child] : node.directory->nodes) {
        if (!child->isDirectory() || child->isDraft)
            continue;
        found.push_back(child.get());
        const std::vector<FileNode *> below = directoriesBelow(*child);
        found.insert(found.end(), below.begin(), below.end());
    }
    return found;
}

bool FileOrder::operator()(const FileNode *left, const FileNode *right) const
{
    if (left->isDraft != right->isDraft)
        return left->isDraft;
    if (left->isDirectory() != right->isDirectory())
        return left->isDirectory();
    const auto order = byColumn(column, *left, *right);
    if (order != 0)
        return direction == Qt::AscendingOrder ? order < 0 : order > 0;
    return byName(*left, *right) < 0;
}

} // namespace Sandglass
