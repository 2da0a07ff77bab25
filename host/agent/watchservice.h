// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <host/agent/directorywatch.h>
#include <host/http/httpserver.h>

#include <map>
#include <memory>
#include <set>
#include <string>

namespace Sandglass {

class PolledWatch;
class StreamedWatch;

/// The watches of the filesystem service: those that answer with a stream, and those whose events
/// wait until they are asked for (protocol page envd, 4.2 and 4.3). Memory is bounded for both: a
/// stream whose client does not take its events ends with an error, and of events that nobody asks
/// for too many are given up, which the next question is told. Borrows context and users.
class WatchService final
{
public:
    WatchService(boost::asio::io_context &context, const UserDatabase &users);
    ~WatchService();
    WatchService(const WatchService &) = delete;
    WatchService &operator=(const WatchService &) = delete;

    /// Answers WatchDir. The path of the request is absolute.
    void stream(const std::shared_ptr<Exchange> &exchange, WatchDirectory request);
    /// Answers CreateWatcher, GetWatcherEvents and RemoveWatcher.
    void create(const std::shared_ptr<Exchange> &exchange, WatchDirectory request);
    void answerEvents(const std::shared_ptr<Exchange> &exchange, const std::string &id);
    void remove(const std::shared_ptr<Exchange> &exchange, const std::string &id);

private:
    boost::asio::io_context &m_context;
    const UserDatabase &m_users;
    Inotify m_inotify;
    std::set<std::shared_ptr<StreamedWatch>>
        m_streamed; ///< after the inotify that they detach from
    std::map<std::string, std::shared_ptr<PolledWatch>> m_polled;
};

} // namespace Sandglass
