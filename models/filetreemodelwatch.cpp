// SPDX-License-Identifier: GPL-3.0-or-later
// FileTreeModel: how directories are watched, and what the watches tell.
#include <client/filesystemapi.h>
#include <models/filetreemodel.h>
#include <models/filewatches.h>

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;

namespace Sandglass {

void FileTreeModel::followWatches()
{
    const FileWatches *watches = m_watches.get();
    const auto with = [this](void (FileTreeModel::*act)(FileNode &)) {
        return [this, act](const std::string &path) {
            if (FileNode *node = find(path); node != nullptr && node->isDirectory())
                (this->*act)(*node);
        };
    };
    connect(watches, &FileWatches::armed, this, with(&FileTreeModel::takeArmed));
    connect(watches, &FileWatches::late, this, with(&FileTreeModel::listIfAwaited));
    connect(watches, &FileWatches::skipped, this, with(&FileTreeModel::listLater));
    connect(watches, &FileWatches::changed, this,
            [this](const std::string &path, const FileEvent &event) {
                FileNode *node = find(path);
                if (node == nullptr || !node->isDirectory())
                    return;
                m_lastAnswer = m_clock.now();
                node->directory->changes.add(event);
                schedule(*node, FileChanges::wait);
            });
    connect(watches, &FileWatches::ended, this,
            [this](const std::string &path, const std::optional<Error> &error) {
                if (FileNode *node = find(path); node != nullptr && node->isDirectory())
                    takeWatchEnd(*node, error);
            });
}

void FileTreeModel::takeArmed(FileNode &node)
{
    FileDirectory &directory = *node.directory;
    setLive(node, true, {});
    if (directory.awaitsWatch)
        list(node);
    else
        listLater(node); // it was listed before anybody watched
}

void FileTreeModel::listIfAwaited(FileNode &node)
{
    if (node.directory->awaitsWatch)
        list(node);
}

void FileTreeModel::listLater(FileNode &node)
{
    node.directory->changes.listAgain();
    schedule(node, FileChanges::wait);
}

void FileTreeModel::takeWatchEnd(FileNode &node, const std::optional<Error> &error)
{
    const bool wasAwaited = node.directory->awaitsWatch;
    setLive(node, false,
            error ? tr("Changes do not show by themselves. %1").arg(words(*error))
                  : tr("Changes do not show by themselves: too many folders are open."));
    listIfAwaited(node);
    if (!wasAwaited && error && isOfTheSandbox(*error))
        Q_EMIT sourceFailed(*error); // last: the slot may take the source away
}

void FileTreeModel::setLive(FileNode &node, bool live, const QString &why)
{
    node.directory->isLive = live;
    node.directory->notLiveText = why;
    announce(node);
    if (node.isShown)
        Q_EMIT directoryChanged(indexOf(node));
}

void FileTreeModel::applyChanges(FileNode &node)
{
    FileDirectory &directory = *node.directory;
    if (directory.changes.takeListAgain()) {
        open(node);
        return;
    }
    Nodes added;
    for (auto &[name, sum] : directory.changes.take(portion)) {
        FileNode *known = directory.find(name);
        // A directory that went away and came again is another one.
        if (known != nullptr && (sum.isGone || (sum.replaced && known->isDirectory())))
            remove(*known);
        if (sum.entry)
            upsert(node, std::move(*sum.entry), added);
    }
    std::ranges::sort(added,
                      [this](const auto &a, const auto &b) { return m_order(a.get(), b.get()); });
    insertSorted(node, std::move(added));
    if (!directory.changes.isEmpty())
        schedule(node, 0ms);
}

} // namespace Sandglass
