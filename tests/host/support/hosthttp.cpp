// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/host/support/hosthttp.h>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <array>
#include <charconv>
#include <utility>

namespace Sandglass {

HostConnection::HostConnection(std::uint16_t port)
    : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    const timeval patience{.tv_sec = 20, .tv_usec = 0};
    ::setsockopt(m_socket.get(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    ::setsockopt(m_socket.get(), SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(m_socket.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) !=
        0)
        m_socket.reset();
}

bool HostConnection::send(std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto count = ::send(m_socket.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (count <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

std::size_t HostConnection::sendSome(std::string_view bytes) const
{
    const auto count =
        ::send(m_socket.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    return count < 0 ? 0 : static_cast<std::size_t>(count);
}

bool HostConnection::receiveSome()
{
    std::array<char, 65536> buffer{};
    const auto count = ::recv(m_socket.get(), buffer.data(), buffer.size(), 0);
    if (count > 0)
        m_rest.append(buffer.data(), static_cast<std::size_t>(count));
    return count > 0;
}

std::string HostConnection::receive(std::size_t count)
{
    while (m_rest.size() < count && receiveSome()) {
    }
    std::string text = m_rest.substr(0, count);
    m_rest.erase(0, text.size());
    return text;
}

std::string HostConnection::receiveUntil(std::string_view marker)
{
    for (;;) {
        if (const auto at = m_rest.find(marker); at != std::string::npos)
            return receive(at + marker.size());
        if (!receiveSome())
            return std::exchange(m_rest, {});
    }
}

std::string HostConnection::receiveAll()
{
    while (receiveSome()) {
    }
    return std::exchange(m_rest, {});
}

Response HostConnection::receiveHead()
{
    Response answer{.status = 0, .headers = {}, .body = {}};
    const std::string head = receiveUntil("\r\n\r\n");
    if (!head.starts_with("HTTP/1.1 ") || !head.ends_with("\r\n\r\n"))
        return answer;
    std::from_chars(head.data() + 9, head.data() + 12, answer.status);
    for (std::size_t line = head.find("\r\n") + 2; line < head.size() - 2;) {
        const auto end = head.find("\r\n", line);
        const auto colon = head.find(':', line);
        answer.headers.add(head.substr(line, colon - line),
                           head.substr(colon + 2, end - colon - 2));
        line = end + 2;
    }
    return answer;
}

std::string HostConnection::receiveChunks()
{
    std::string body;
    for (;;) {
        const std::string line = receiveUntil("\r\n");
        std::size_t size = 0;
        std::from_chars(line.data(), line.data() + line.size(), size, 16);
        const std::string chunk = receive(size + 2);
        if (size == 0 || chunk.size() < size + 2)
            return body;
        body.append(chunk, 0, size);
    }
}

Response HostConnection::receiveAnswer(bool expectsBody)
{
    Response answer = receiveHead();
    if (!expectsBody || answer.status == 0 || answer.status == 204 || answer.status == 304)
        return answer;
    if (const auto length = answer.headers.contentLength())
        answer.body = receive(*length);
    else if (answer.headers.hasToken("Transfer-Encoding", "chunked"))
        answer.body = receiveChunks();
    else
        answer.body = receiveAll();
    return answer;
}

} // namespace Sandglass
