// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <host/http/message.h>
#include <host/uniquefd.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace Sandglass {

/// A blocking connection to 127.0.0.1 that sends bytes as they are and reads answers. Gives up
/// after 20 s; then answers have status 0.
class HostConnection final
{
public:
    explicit HostConnection(std::uint16_t port);

    [[nodiscard]] bool isOpen() const { return bool(m_socket); }
    bool send(std::string_view bytes);
    /// What the socket takes at once.
    std::size_t sendSome(std::string_view bytes) const;
    /// Head and whole body (Content-Length, chunked, or until the end).
    [[nodiscard]] Response receiveAnswer(bool expectsBody = true);
    [[nodiscard]] Response receiveHead();
    /// At most so many bytes; fewer only at the end.
    [[nodiscard]] std::string receive(std::size_t count);
    [[nodiscard]] std::string receiveUntil(std::string_view marker);
    [[nodiscard]] std::string receiveAll();
    [[nodiscard]] int fd() const { return m_socket.get(); }

private:
    bool receiveSome();
    [[nodiscard]] std::string receiveChunks();

    UniqueFd m_socket;
    std::string m_rest;
};

} // namespace Sandglass
