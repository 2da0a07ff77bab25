// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <linux/sockios.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <string>
#include <string_view>
#include <thread>
#include <utility>

namespace Sandglass {

/// A blocking client on a Unix socket that sends and receives bytes as they are. Receiving gives up
/// after 20 s.
class RawClient final
{
public:
    explicit RawClient(const std::string &path)
        : m_fd(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::memcpy(address.sun_path, path.data(), path.size());
        const timeval patience{.tv_sec = 20, .tv_usec = 0};
        ::setsockopt(m_fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        ::setsockopt(m_fd, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
        if (::connect(m_fd, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
            close();
    }
    RawClient(RawClient &&other) noexcept
        : m_fd(std::exchange(other.m_fd, -1)),
          m_rest(std::move(other.m_rest))
    {
    }
    RawClient(const RawClient &) = delete;
    ~RawClient() { close(); }

    [[nodiscard]] bool isOpen() const { return m_fd >= 0; }

    bool send(std::string_view bytes)
    {
        while (!bytes.empty()) {
            const auto count = ::send(m_fd, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (count <= 0)
                return false;
            bytes.remove_prefix(static_cast<std::size_t>(count));
        }
        return true;
    }

    /// What the socket takes without waiting; 0 when it is full.
    std::size_t sendSome(std::string_view bytes) const
    {
        const auto count = ::send(m_fd, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        return count < 0 ? 0 : static_cast<std::size_t>(count);
    }

    /// Waits until the other side has taken everything out of the socket.
    void waitUntilTaken() const
    {
        for (int unsent = 1; unsent != 0; std::this_thread::yield()) {
            if (::ioctl(m_fd, SIOCOUTQ, &unsent) != 0)
                return;
        }
    }

    /// Everything up to and including the marker; what came until the end when it does not come.
    std::string receiveUntil(std::string_view marker)
    {
        while (true) {
            if (const auto at = m_rest.find(marker); at != std::string::npos) {
                auto text = m_rest.substr(0, at + marker.size());
                m_rest.erase(0, at + marker.size());
                return text;
            }
            if (!receiveSome())
                return std::exchange(m_rest, {});
        }
    }

    std::string receive(std::size_t count)
    {
        while (m_rest.size() < count && receiveSome()) {
        }
        auto text = m_rest.substr(0, count);
        m_rest.erase(0, text.size());
        return text;
    }

    std::string receiveAll()
    {
        while (receiveSome()) {
        }
        return std::exchange(m_rest, {});
    }

    [[nodiscard]] bool hasInput() const
    {
        char byte = 0;
        return !m_rest.empty() || ::recv(m_fd, &byte, 1, MSG_PEEK | MSG_DONTWAIT) > 0;
    }

    /// Whatever comes next; nothing at the end.
    std::string receiveAny()
    {
        if (m_rest.empty())
            receiveSome();
        return std::exchange(m_rest, {});
    }

    /// A whole answer with a Content-Length (or none at all): head and body.
    std::string receiveAnswer()
    {
        auto head = receiveUntil("\r\n\r\n");
        const std::string_view field = "Content-Length: ";
        const auto at = head.find(field);
        return at == std::string::npos ? head
                                       : head + receive(std::stoul(head.substr(at + field.size())));
    }

    void closeWrite() const { ::shutdown(m_fd, SHUT_WR); }
    void close()
    {
        if (m_fd >= 0)
            ::close(std::exchange(m_fd, -1));
    }

private:
    bool receiveSome()
    {
        std::array<char, 16384> buffer{};
        const auto count = ::recv(m_fd, buffer.data(), buffer.size(), 0);
        if (count > 0)
            m_rest.append(buffer.data(), static_cast<std::size_t>(count));
        return count > 0;
    }

    int m_fd = -1;
    std::string m_rest;
};

/// A listening socket at the path.
[[nodiscard]] inline int listenUnix(const std::string &path)
{
    const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, path.data(), path.size());
    if (::bind(fd, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0 &&
        ::listen(fd, SOMAXCONN) == 0)
        return fd;
    ::close(fd);
    return -1;
}

} // namespace Sandglass
