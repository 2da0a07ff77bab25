// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/client/drainserver.h>

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <vector>

namespace Sandglass {

namespace {

constexpr std::size_t most = 8UL << 20U;

std::string json(int status, const std::string &body)
{
    return "HTTP/1.1 " + std::to_string(status) +
           " Text\r\nContent-Type: application/json\r\nContent-Length: " +
           std::to_string(body.size()) + "\r\n\r\n" + body;
}

bool isReadable(int socket)
{
    pollfd waiting{.fd = socket, .events = POLLIN, .revents = 0};
    return poll(&waiting, 1, 20) > 0;
}

} // namespace

DrainServer::DrainServer() : m_listener(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto *const plain = reinterpret_cast<sockaddr *>(&address);
    if (bind(m_listener, plain, size) == 0 && listen(m_listener, 8) == 0 &&
        getsockname(m_listener, plain, &size) == 0)
        m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { run(); });
}

DrainServer::~DrainServer()
{
    m_ends = true;
    m_thread.join();
    close(m_listener);
}

std::string DrainServer::url() const
{
    return "http://127.0.0.1:" + std::to_string(m_port);
}

/// Connections are kept by the client: look at all of them in turn.
void DrainServer::run()
{
    std::vector<int> sockets;
    while (!m_ends) {
        if (isReadable(m_listener))
            sockets.push_back(accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC));
        for (const int socket : sockets) {
            if (isReadable(socket))
                serve(socket);
        }
    }
    for (const int socket : sockets)
        close(socket);
}

void DrainServer::serve(int socket)
{
    std::string head;
    char byte = 0;
    while (!head.ends_with("\r\n\r\n") && recv(socket, &byte, 1, 0) == 1)
        head += byte;
    const std::string answer = answerTo(socket, head);
    (void)send(socket, answer.data(), answer.size(), MSG_NOSIGNAL);
}

std::string DrainServer::answerTo(int socket, const std::string &head)
{
    const auto at = head.find("Content-Length: ");
    long long missing = at == std::string::npos ? 0 : std::atoll(head.c_str() + at + 16);
    const bool isUpload = head.starts_with("POST /files?");
    while (missing > 0) {
        // Truncated means here: thrown away by the kernel, without a copy.
        const auto part = std::min<long long>(missing, most);
        const ssize_t got = recv(socket, nullptr, static_cast<std::size_t>(part), MSG_TRUNC);
        if (got <= 0)
            break;
        missing -= got;
        if (isUpload)
            m_drained += got;
    }
    if (isUpload)
        return json(200, R"([{"name":"x","path":"/x","type":"file"}])");
    if (head.contains("/Move "))
        return json(200, R"({"entry":{"name":"x","type":"FILE_TYPE_FILE","path":"/x"}})");
    return json(404, R"({"code":"not_found","message":"file not found"})");
}

} // namespace Sandglass
