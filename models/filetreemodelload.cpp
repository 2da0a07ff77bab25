// SPDX-License-Identifier: GPL-3.0-or-later
// FileTreeModel: how directories are listed.
#include <client/filesystemapi.h>
#include <models/displaytext.h>
#include <models/filetreemodel.h>
#include <models/filewatches.h>

#include <utility>

using namespace std::chrono_literals;

namespace Sandglass {

void FileTreeModel::setSource(std::optional<FilesystemApi> source)
{
    if (source && m_source && source->address() == m_source->address())
        return;
    m_source = source ? std::make_unique<FilesystemApi>(std::move(*source)) : nullptr;
    m_watches->setSource(m_source ? std::optional(*m_source) : std::nullopt);
    const std::vector<FileNode *> directories = directoriesBelow(*m_top);
    for (FileNode *node : directories)
        rest(*node);
    announceAll(FileColumn::Name, FileColumn::Owner);
    for (FileNode *node : directories) {
        if (node->directory->isExpanded)
            open(*node);
    }
    Q_EMIT sourceChanged();
}

void FileTreeModel::rest(FileNode &node)
{
    FileDirectory &directory = *node.directory;
    directory.listing.cancel();
    directory.arriving.reset();
    directory.awaitsWatch = false;
    directory.work.stop();
    directory.changes.clear();
    directory.isLive = false;
    directory.notLiveText.clear();
    if (directory.state == FileNodeState::Loading)
        setState(node, FileNodeState::NotLoaded, {});
}

void FileTreeModel::refresh(const QModelIndex &index)
{
    FileNode *node = nodeOf(index);
    if (index.isValid()) {
        open(node->isDirectory() ? *node : *node->parent);
        return;
    }
    for (FileNode *each : directoriesBelow(*node)) {
        if (each->directory->isExpanded || each->isRoot())
            open(*each);
    }
}

void FileTreeModel::setExpanded(const QModelIndex &index, bool expanded)
{
    FileNode *node = nodeOf(index);
    if (!index.isValid() || !node->isDirectory())
        return;
    node->directory->isExpanded = expanded;
    if (expanded && node->directory->isLive && node->directory->state == FileNodeState::Loaded)
        m_watches->watch(node->path());
    else if (expanded)
        open(*node);
}

void FileTreeModel::open(FileNode &node)
{
    FileDirectory &directory = *node.directory;
    if (!m_source || node.parent == nullptr || node.isDraft || directory.isBusy())
        return;
    // Watched first, listed then: nothing that happens in between is lost.
    const bool isNew = m_watches->watch(node.path());
    directory.awaitsWatch = isNew;
    if (directory.state != FileNodeState::Loaded)
        setState(node, FileNodeState::Loading, {});
    if (!isNew)
        list(node);
}

void FileTreeModel::list(FileNode &node)
{
    FileDirectory &directory = *node.directory;
    directory.awaitsWatch = false;
    directory.listing =
        m_source->list({.path = node.path()}, [this, &node](Result<std::vector<FileEntry>> result) {
            takeListing(node, std::move(result));
        });
}

void FileTreeModel::takeListing(FileNode &node, Result<std::vector<FileEntry>> result)
{
    FileDirectory &directory = *node.directory;
    if (result) {
        m_lastAnswer = m_clock.now();
        directory.arriving =
            std::make_unique<FileListing>(std::move(*result), ++directory.generation);
        work(node);
        return;
    }
    const bool isKnown = directory.state == FileNodeState::Loaded;
    setState(node, isKnown ? FileNodeState::Loaded : FileNodeState::Failed, words(result.error()));
    if (!m_reveal.empty() && m_reveal.starts_with(node.path()))
        m_reveal.clear();
    if (!directory.changes.isEmpty())
        schedule(node, FileChanges::wait);
    if (isOfTheSandbox(result.error()))
        Q_EMIT sourceFailed(result.error());
}

void FileTreeModel::setState(FileNode &node, FileNodeState state, const QString &errorText)
{
    FileDirectory &directory = *node.directory;
    if (directory.state == state && directory.errorText == errorText)
        return;
    directory.state = state;
    directory.errorText = errorText;
    announce(node);
    if (node.isShown)
        Q_EMIT directoryChanged(indexOf(node));
}

void FileTreeModel::schedule(FileNode &node, std::chrono::milliseconds delay)
{
    QTimer &timer = node.directory->work;
    if (!timer.isSingleShot()) {
        timer.setSingleShot(true);
        timer.callOnTimeout(this, [this, &node] { work(node); });
    }
    if (!timer.isActive() || timer.remainingTimeAsDuration() > delay)
        timer.start(delay);
}

void FileTreeModel::work(FileNode &node)
{
    FileDirectory &directory = *node.directory;
    if (directory.arriving) {
        if (bringIn(node, *directory.arriving)) {
            schedule(node, 0ms);
            return;
        }
        directory.arriving.reset();
        if (!directory.changes.isEmpty())
            schedule(node, FileChanges::wait);
        setState(node, FileNodeState::Loaded, {});
        continueReveal();
    } else if (!directory.isBusy()) {
        applyChanges(node);
    }
}

bool FileTreeModel::bringIn(FileNode &node, FileListing &listing)
{
    FileDirectory &directory = *node.directory;
    if (!listing.isMet()) {
        Nodes added;
        for (std::size_t met = 0; met < portion; ++met) {
            if (FileEntry *entry = listing.next())
                upsert(node, std::move(*entry), added);
        }
        listing.keep(std::move(added), m_order);
        if (!listing.isMet())
            return true;
    }
    if (removeUnseen(node, directory.generation))
        return true;
    Nodes sorted = listing.takeSorted(portion, m_order);
    const bool mayBeMore = sorted.size() == portion;
    insertSorted(node, std::move(sorted));
    return mayBeMore;
}

void FileTreeModel::reveal(const QByteArray &path)
{
    m_reveal = path.toStdString();
    continueReveal();
}

void FileTreeModel::continueReveal()
{
    const auto [node, rest] = placeOf(*m_top, m_reveal);
    if (node != nullptr && rest.empty()) {
        m_reveal.clear();
        if (const QModelIndex index = indexOf(*node); index.isValid())
            Q_EMIT revealed(index);
        return;
    }
    const bool mayCome =
        node != nullptr && node->isDirectory() && m_source &&
        (node->directory->state != FileNodeState::Loaded || node->directory->isBusy());
    if (mayCome)
        open(*node);
    else
        m_reveal.clear(); // it is not there, or nobody can be asked
}

QString FileTreeModel::words(const Error &error) const
{
    return m_errorText ? m_errorText(error) : displayText(error.detail);
}

} // namespace Sandglass
