// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/agent/inotify.h>

#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <vector>

namespace Sandglass {

namespace {

/// What envd tells about; the same for everybody, because all watches of a directory share it.
constexpr std::uint32_t wantedEvents = IN_CREATE | IN_MOVED_TO | IN_MOVED_FROM | IN_MODIFY |
                                       IN_ATTRIB | IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF;
/// Some four hundred events at a time: terminals get their turn in a storm.
constexpr std::size_t bufferBytes = 16UL << 10U;
constexpr std::size_t largestEvent = sizeof(inotify_event) + 256;

} // namespace

int Inotify::attach(Listener listener)
{
    m_listeners.emplace(++m_lastListener, std::make_shared<Listener>(std::move(listener)));
    return m_lastListener;
}

void Inotify::detach(int listener)
{
    m_listeners.erase(listener);
    std::vector<int> directories;
    for (const auto &[directory, listeners] : m_directories) {
        if (listeners.contains(listener))
            directories.push_back(directory);
    }
    for (const int directory : directories)
        remove(listener, directory);
    closeIfUnused();
}

std::expected<int, int> Inotify::add(int listener, const std::string &path, std::uint32_t flags)
{
    if (const int error = open(); error != 0)
        return std::unexpected(error);
    const int directory = ::inotify_add_watch(m_descriptor->native_handle(), path.c_str(),
                                              wantedEvents | IN_ONLYDIR | flags);
    if (directory < 0)
        return std::unexpected(errno);
    m_directories[directory].insert(listener);
    return directory;
}

void Inotify::remove(int listener, int directory)
{
    const auto found = m_directories.find(directory);
    if (found == m_directories.end() || found->second.erase(listener) == 0 ||
        !found->second.empty())
        return;
    m_directories.erase(found);
    if (m_descriptor)
        ::inotify_rm_watch(m_descriptor->native_handle(), directory);
}

int Inotify::open()
{
    if (m_descriptor)
        return 0;
    const int fd = ::inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
    if (fd < 0)
        return errno;
    m_descriptor = std::make_shared<boost::asio::posix::stream_descriptor>(m_context, fd);
    wait();
    return 0;
}

void Inotify::closeIfUnused()
{
    if (m_listeners.empty())
        m_descriptor.reset();
}

void Inotify::wait()
{
    m_descriptor->async_wait(
        boost::asio::posix::stream_descriptor::wait_read,
        [this, weak = std::weak_ptr(m_descriptor)](const boost::system::error_code &error) {
            const auto self = weak.lock();
            if (!error && self && self == m_descriptor)
                readEvents();
        });
}

void Inotify::readEvents()
{
    const auto descriptor = m_descriptor;
    alignas(inotify_event) std::array<char, bufferBytes> buffer{};
    const auto count = ::read(descriptor->native_handle(), buffer.data(), buffer.size());
    const auto end = static_cast<std::size_t>(std::max<ssize_t>(count, 0));
    for (std::size_t at = 0; at + sizeof(inotify_event) <= end && descriptor == m_descriptor;) {
        inotify_event event{};
        std::memcpy(&event, buffer.data() + at, sizeof event);
        const char *const name = buffer.data() + at + sizeof event;
        at += sizeof event + event.len;
        dispatch({.directory = event.wd,
                  .mask = event.mask,
                  .cookie = event.cookie,
                  .name = std::string_view(name, ::strnlen(name, event.len))});
    }
    if (end + largestEvent < bufferBytes)
        tellAll(&Listener::drained);
    if (descriptor == m_descriptor)
        wait();
}

void Inotify::dispatch(const Event &event)
{
    if ((event.mask & IN_Q_OVERFLOW) != 0)
        return tellAll(&Listener::lost);
    const auto found = m_directories.find(event.directory);
    if (found == m_directories.end())
        return;
    // A copy: those who are told may add and remove.
    const auto ids = found->second;
    if ((event.mask & IN_IGNORED) != 0) // the kernel has dropped it: it was deleted or unmounted
        m_directories.erase(found);
    for (const int id : ids) {
        const auto listener = m_listeners.find(id);
        if (listener == m_listeners.end())
            continue;
        const auto kept = listener->second;
        kept->changed(event);
    }
}

void Inotify::tellAll(std::function<void()> Listener::*function)
{
    const auto listeners = m_listeners;
    for (const auto &[id, listener] : listeners) {
        if (m_listeners.contains(id))
            ((*listener).*function)();
    }
}

} // namespace Sandglass
