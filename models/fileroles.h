// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

/// What FileTreeModel offers to views: columns, and roles that every column answers alike.
namespace Sandglass {

enum class FileColumn { Name, Size, Modified, Permissions, Owner };
inline constexpr int fileColumnCount = int(FileColumn::Owner) + 1;

/// Where a directory of the tree stands. A loaded one may be out of date (see NotLiveRole); a
/// failed one keeps its words (ErrorRole) and can be asked for again.
enum class FileNodeState { NotLoaded, Loading, Loaded, Failed };

enum FileRole {
    PathRole = Qt::UserRole + 1, ///< QByteArray, absolute, as the sandbox has it
    NameRole,                    ///< QByteArray, the last part of the path; for a root all of it
    TypeRole,                    ///< int of FileType
    EntryRole,                   ///< FileEntry
    StateRole,                   ///< int of FileNodeState; Loaded for what is no directory
    ErrorRole,       ///< QString, why the directory could not be listed the last time; may be empty
    NotLiveRole,     ///< QString, why changes in the directory do not show by themselves
    LinkTargetRole,  ///< QString fit to be shown; empty unless a symbolic link
    IsDirectoryRole, ///< bool, true for links to directories, too
    IsHiddenRole,    ///< bool, its name begins with a dot
    IsRootRole,      ///< bool, a top-level row
    IsDraftRole,     ///< bool, the row of a folder that does not exist yet
    IsStaleRole,     ///< bool, last known: there is no sandbox to ask
};

} // namespace Sandglass
