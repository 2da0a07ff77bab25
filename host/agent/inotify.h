// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>

#include <cstdint>
#include <expected>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace Sandglass {

/// The kernel's inotify for any number of watches. There is one instance for all of them, because
/// the kernel grants a user 128, which in a sandbox its programs want too (and, where the host is
/// no root, the whole desktop). It is there only while somebody watches. On the io_context's
/// thread.
class Inotify final
{
public:
    struct Event {
        int directory = -1; ///< as add() returned it
        std::uint32_t mask = 0;
        std::uint32_t cookie = 0; ///< the same in both halves of a rename
        std::string_view name;    ///< in the directory; empty for itself
    };
    struct Listener {
        std::function<void(const Event &)> changed;
        std::function<void()> lost;    ///< events were lost: the kernel's queue was full
        std::function<void()> drained; ///< everything that had happened was told
    };

    explicit Inotify(boost::asio::io_context &context) : m_context(context) {}

    /// An id for the calls below. No function of the listener runs inside of a call, nor after
    /// detach(); they may call back.
    [[nodiscard]] int attach(Listener listener);
    void detach(int listener);
    /// Watches a directory, with further flags (IN_DONT_FOLLOW). A directory that is watched
    /// already keeps its number. The errno when it cannot be: ENOSPC, the kernel's limit is
    /// reached.
    [[nodiscard]] std::expected<int, int> add(int listener, const std::string &path,
                                              std::uint32_t flags);
    void remove(int listener, int directory);

private:
    [[nodiscard]] int open();
    void wait();
    void readEvents();
    void dispatch(const Event &event);
    void tellAll(std::function<void()> Listener::*function);
    void closeIfUnused();

    boost::asio::io_context &m_context;
    std::shared_ptr<boost::asio::posix::stream_descriptor> m_descriptor; ///< null: nobody watches
    std::map<int, std::shared_ptr<Listener>> m_listeners;
    std::map<int, std::set<int>> m_directories; ///< who listens to which
    int m_lastListener = 0;
};

} // namespace Sandglass
