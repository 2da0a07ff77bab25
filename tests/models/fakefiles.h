// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <client/filesystemapi.h>
#include <models/clock.h>
#include <models/filetreemodel.h>
#include <tests/support/faketransport.h>

#include <QTimer>

#include <map>
#include <set>
#include <string>

namespace Sandglass {

/// The files of a sandbox that a test writes by hand: the real client over the fake transport, each
/// call answered from the members below, by itself from the event loop. The time stands still.
class FakeFiles final
{
    Q_DISABLE_COPY_MOVE(FakeFiles)

public:
    FakeFiles();

    FakeTransport transport;
    Timestamp now{std::chrono::seconds(1'795'150'800)}; // 2026-11-20 05:00:00 UTC
    std::map<std::string, FileEntry> entries;           ///< by path
    std::map<std::string, FakeReply> listFails;         ///< instead of the listing of a path
    std::map<std::string, FakeReply> watchFails;        ///< instead of the watch of a path
    std::set<std::string> silentWatches;                ///< never say that they are armed
    bool isServing = true;                              ///< false: nothing is answered
    std::map<std::string, int> listings;                ///< how often each path was listed

    FileEntry &file(const std::string &path, std::int64_t size = 1000);
    FileEntry &folder(const std::string &path);
    FileEntry &link(const std::string &path, const std::string &target, FileType type);
    void remove(const std::string &path);

    [[nodiscard]] FilesystemApi api();
    /// Sets the model up with a clock, a locale, its source and the roots.
    void supply(FileTreeModel &model, const QList<QByteArray> &roots = {"/w"});
    /// Null when the path is not watched now.
    [[nodiscard]] FakeStream *watchOf(const std::string &path);
    [[nodiscard]] int watchCount() const;
    /// A change as the service tells it: the entry as it stands now with all but Remove and Rename.
    void tell(FileChange change, const std::string &path);
    void tellName(const std::string &directory, FileChange change, const std::string &name);

private:
    void serve();
    void answerListing(std::size_t index);
    void answerWatch(FakeStream &stream);

    QTimer m_serving;
    std::set<std::size_t> m_answeredCalls;
    std::size_t m_answeredStreams = 0;
};

/// Every row, indented by its depth, the given columns joined by " | ".
[[nodiscard]] QString printTree(const QAbstractItemModel &model, const QList<int> &columns = {0},
                                const QModelIndex &parent = {}, int depth = 0);

} // namespace Sandglass
