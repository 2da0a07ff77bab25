// SPDX-License-Identifier: GPL-3.0-or-later
// FileTreeModel: what its rows say.
#include <client/filesystemapi.h>
#include <models/displaytext.h>
#include <models/filetext.h>
#include <models/filetreemodel.h>
#include <models/filewatches.h>

namespace Sandglass {

namespace {

QVariant directoryData(const FileNode &node, int role)
{
    const FileDirectory *directory = node.directory.get();
    switch (role) {
    case StateRole:
        return int(directory != nullptr ? directory->state : FileNodeState::Loaded);
    case ErrorRole:
        return directory != nullptr ? directory->errorText : QString();
    case NotLiveRole:
        return directory != nullptr ? directory->notLiveText : QString();
    case IsDirectoryRole:
        return directory != nullptr;
    default:
        return {};
    }
}

QVariant nodeData(const FileNode &node, int role)
{
    switch (role) {
    case PathRole:
        return QByteArray::fromStdString(node.path());
    case NameRole:
        return QByteArray::fromStdString(node.entry.name);
    case TypeRole:
        return int(node.entry.type);
    case EntryRole:
        return QVariant::fromValue(node.entry);
    case LinkTargetRole:
        return displayText(node.entry.symlinkTarget.value_or(std::string()));
    case IsHiddenRole:
        return !node.isRoot() && node.isHidden();
    case IsRootRole:
        return node.isRoot();
    case IsDraftRole:
        return node.isDraft;
    default:
        return directoryData(node, role);
    }
}

} // namespace

QVariant FileTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const FileNode &node = *nodeOf(index);
    const auto column = FileColumn(index.column());
    const FileText texts(m_locale, m_clock.now());
    switch (role) {
    case Qt::DisplayRole:
        return texts.cell(node, column);
    case Qt::ToolTipRole:
        return texts.toolTip(node, column);
    case Qt::AccessibleTextRole:
        return texts.accessible(node, column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment(column == FileColumn::Size ? Qt::AlignRight : Qt::AlignLeft) |
            Qt::AlignVCenter);
    case IsStaleRole:
        return !m_source;
    default:
        return nodeData(node, role);
    }
}

QVariant FileTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= fileColumnCount)
        return {};
    const auto column = FileColumn(section);
    if (role == Qt::DisplayRole)
        return FileText::column(column);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment(column == FileColumn::Size ? Qt::AlignRight : Qt::AlignLeft) |
            Qt::AlignVCenter);
    return {};
}

Qt::ItemFlags FileTreeModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    const FileNode &node = *nodeOf(index);
    if (!node.isDirectory())
        flags |= Qt::ItemNeverHasChildren;
    else if (m_source && !node.isDraft)
        flags |= Qt::ItemIsDropEnabled;
    return flags;
}

} // namespace Sandglass
