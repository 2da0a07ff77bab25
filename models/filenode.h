// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/request.h>
#include <models/filechanges.h>
#include <models/filelisting.h>
#include <models/fileroles.h>
#include <protocol/filesystem.h>

#include <QString>
#include <QTimer>

#include <algorithm>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace Sandglass {

struct FileNode;

/// What a directory of the tree knows of its content. Work in flight is a member: it ends with the
/// directory.
struct FileDirectory {
    FileNodeState state = FileNodeState::NotLoaded;
    QString errorText;   ///< of the last listing; empty when it went well
    QString notLiveText; ///< why it is not watched; empty while it is
    bool isExpanded = false;
    bool isLive = false;          ///< changes arrive by themselves
    bool awaitsWatch = false;     ///< the listing starts once the watch is armed, or is not to be
    std::uint32_t generation = 0; ///< of the last listing

    std::unordered_map<std::string, std::unique_ptr<FileNode>> nodes; ///< by name, hidden ones too
    std::vector<FileNode *> rows;                                     ///< shown, in their order
    mutable std::size_t numbered = 0; ///< rows before this one know their number

    FileChanges changes; ///< events that wait to be applied
    std::unique_ptr<FileListing> arriving;
    Request listing;
    QTimer work; ///< brings in portions of a listing, or of changes

    [[nodiscard]] bool isBusy() const
    {
        return awaitsWatch || listing.isActive() || arriving != nullptr;
    }
    [[nodiscard]] FileNode *find(const std::string &name) const;
    [[nodiscard]] int rowOf(const FileNode &node) const; ///< of one that is among `rows`
    /// Rows from here on have moved.
    void renumberFrom(std::size_t row) { numbered = std::min(numbered, row); }
};

/// One row of the tree. Roots carry their whole path as their name.
struct FileNode {
    FileNode(FileEntry from, FileNode *in);

    FileEntry entry; ///< its path is not kept: it follows from the parents
    FileNode *parent = nullptr;
    QString shownName;
    QString nameOrder; ///< compares as people count: file2 before file10
    bool isShown = false;
    bool isDraft = false;
    bool isDoomed = false;                    ///< about to be removed
    std::uint32_t generation = 0;             ///< of the listing that saw it last
    mutable int row = -1;                     ///< see FileDirectory::rowOf
    std::unique_ptr<FileDirectory> directory; ///< of directories only

    void rename(FileEntry to); ///< its key in the parent is the caller's business
    [[nodiscard]] bool isDirectory() const { return directory != nullptr; }
    [[nodiscard]] bool isHidden() const;
    [[nodiscard]] bool isRoot() const { return parent != nullptr && parent->parent == nullptr; }
    [[nodiscard]] std::string path() const;
};

/// False for names that no directory holds: empty ones, "." and "..", and such with a slash or a
/// null character. A sandbox that sends them is not believed.
[[nodiscard]] bool isFileName(const std::string &name);

/// How far a path is known: the deepest row on the way to it, and what is left of the path behind
/// it. No row when it lies below no root.
struct FilePlace {
    FileNode *node = nullptr;
    std::string rest;
};
[[nodiscard]] FilePlace placeOf(const FileNode &top, const std::string &path);
/// All directories below, parents before their children, shown or not.
[[nodiscard]] std::vector<FileNode *> directoriesBelow(const FileNode &node);

/// How rows of one directory stand to each other: a draft, then folders, then the column, then by
/// name; never equal.
struct FileOrder {
    FileColumn column = FileColumn::Name;
    Qt::SortOrder direction = Qt::AscendingOrder;

    [[nodiscard]] bool operator()(const FileNode *left, const FileNode *right) const;
};

} // namespace Sandglass
