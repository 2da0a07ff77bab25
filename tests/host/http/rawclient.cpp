// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/host/http/rawclient.h>

#include <linux/sockios.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cstring>
#include <thread>
#include <utility>

namespace Sandglass {

RawClient::RawClient(const std::string &path)
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

bool RawClient::send(std::string_view bytes) const
{
    while (!bytes.empty()) {
        const auto count = ::send(m_fd, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (count <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

std::size_t RawClient::sendSome(std::string_view bytes) const
{
    const auto count = ::send(m_fd, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    return count < 0 ? 0 : static_cast<std::size_t>(count);
}

void RawClient::waitUntilTaken() const
{
    for (int unsent = 1; unsent != 0; std::this_thread::yield()) {
        if (::ioctl(m_fd, SIOCOUTQ, &unsent) != 0)
            return;
    }
}

std::string RawClient::receiveUntil(std::string_view marker)
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

std::string RawClient::receive(std::size_t count)
{
    while (m_rest.size() < count && receiveSome()) {
    }
    auto text = m_rest.substr(0, count);
    m_rest.erase(0, text.size());
    return text;
}

std::string RawClient::receiveAll()
{
    while (receiveSome()) {
    }
    return std::exchange(m_rest, {});
}

std::string RawClient::receiveAny()
{
    if (m_rest.empty())
        receiveSome();
    return std::exchange(m_rest, {});
}

bool RawClient::hasInput() const
{
    char byte = 0;
    return !m_rest.empty() || ::recv(m_fd, &byte, 1, MSG_PEEK | MSG_DONTWAIT) > 0;
}

std::string RawClient::receiveAnswer()
{
    auto head = receiveUntil("\r\n\r\n");
    const std::string_view field = "Content-Length: ";
    const auto at = head.find(field);
    return at == std::string::npos ? head
                                   : head + receive(std::stoul(head.substr(at + field.size())));
}

void RawClient::closeWrite() const
{
    ::shutdown(m_fd, SHUT_WR);
}

void RawClient::close()
{
    if (m_fd >= 0)
        ::close(std::exchange(m_fd, -1));
}

bool RawClient::receiveSome()
{
    std::array<char, 16384> buffer{};
    const auto count = ::recv(m_fd, buffer.data(), buffer.size(), 0);
    if (count > 0)
        m_rest.append(buffer.data(), static_cast<std::size_t>(count));
    return count > 0;
}

int listenUnix(const std::string &path)
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
