// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <host/agent/entryreader.h>
#include <host/agent/inotify.h>
#include <protocol/connectframe.h>
#include <protocol/filesystem.h>

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>

namespace Sandglass {

/// Watches one directory, or a whole tree, and tells of changes as envd does (protocol page envd,
/// 4.3). Owned by a shared_ptr; nothing is told any more once it is stopped or destroyed.
class DirectoryWatch final : public std::enable_shared_from_this<DirectoryWatch>
{
public:
    struct Handlers {
        std::function<void()> armed; ///< once: from now on every change is told
        std::function<void(FileEvent)> changed;
        std::function<void(ConnectError)> failed; ///< once, the last: it has stopped
    };

    /// The path of the request is absolute. Borrows the rest, which must outlive the event loop.
    DirectoryWatch(boost::asio::io_context &context, Inotify &inotify, const UserDatabase &users,
                   WatchDirectory request);
    ~DirectoryWatch();
    DirectoryWatch(const DirectoryWatch &) = delete;
    DirectoryWatch &operator=(const DirectoryWatch &) = delete;

    /// An error at once when there is no such directory, or it must not be watched. None of the
    /// handlers runs inside of the call.
    [[nodiscard]] std::optional<ConnectError> start(Handlers handlers);
    void stop();

private:
    /// What is to be told about what lies in a directory that joins the tree.
    enum class Contents { Known, New };
    struct Joining {
        std::string name; ///< relative to the watched directory; empty for itself
        Contents contents = Contents::Known;
    };
    struct Member {
        std::string name;
        std::uint32_t movedAway = 0; ///< the cookie of a rename whose other half has not come
    };

    void join(Joining joining);
    [[nodiscard]] bool joinSome();
    void joinOne(const Joining &joining);
    void scan(const Joining &joining, const std::string &path);
    void changed(const Inotify::Event &event);
    void directoryChanged(const Inotify::Event &event, const std::string &name);
    void moveMembers(std::uint32_t cookie, const std::string &name);
    void markMoved(const std::string &name, std::uint32_t cookie);
    void drained();
    void tell(std::uint32_t mask, const std::string &name);
    void tellOne(const std::string &name, FileChange change);
    void fail(std::string message);
    [[nodiscard]] std::string pathOf(const std::string &name) const;

    boost::asio::io_context &m_context;
    Inotify &m_inotify;
    EntryReader m_reader;
    WatchDirectory m_request;
    Handlers m_handlers;
    int m_listener = 0;              ///< 0: not running
    std::map<int, Member> m_members; ///< by inotify's number
    std::deque<Joining> m_joining;
    std::set<std::string> m_found; ///< told by a look into a new directory, before its event came
    std::map<std::uint32_t, std::string> m_moves; ///< cookies whose other half may still come
    bool m_isJoining = false;
    bool m_isArmed = false;
};

} // namespace Sandglass
