// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace Sandglass {

/// A blocking client on a Unix socket that sends and receives bytes as they are. Receiving gives up
/// after 20 s.
class RawClient final
{
public:
    explicit RawClient(const std::string &path);
    RawClient(RawClient &&other) noexcept
        : m_fd(std::exchange(other.m_fd, -1)),
          m_rest(std::move(other.m_rest))
    {
    }
    RawClient(const RawClient &) = delete;
    ~RawClient() { close(); }

    [[nodiscard]] bool isOpen() const { return m_fd >= 0; }

    bool send(std::string_view bytes) const;
    /// What the socket takes without waiting; 0 when it is full.
    [[nodiscard]] std::size_t sendSome(std::string_view bytes) const;
    /// Waits until the other side has taken everything out of the socket.
    void waitUntilTaken() const;

    /// Everything up to and including the marker; what came until the end when it does not come.
    std::string receiveUntil(std::string_view marker);
    std::string receive(std::size_t count);
    std::string receiveAll();
    /// Whatever comes next; nothing at the end.
    std::string receiveAny();
    [[nodiscard]] bool hasInput() const;
    /// A whole answer with a Content-Length (or none at all): head and body.
    std::string receiveAnswer();

    void closeWrite() const;
    void close();

private:
    bool receiveSome();

    int m_fd = -1;
    std::string m_rest;
};

/// A listening socket at the path; -1 when that cannot be had.
[[nodiscard]] int listenUnix(const std::string &path);

} // namespace Sandglass
