// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/filetext.h>
#include <host/hostrecord.h>
#include <host/ioerror.h>
#include <host/uniquefd.h>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <charconv>
#include <cstdio>

namespace Sandglass {

namespace {

/// The port of "http://127.0.0.1:PORT".
std::uint16_t portOf(const std::string &url)
{
    std::uint16_t port = 0;
    const auto colon = url.rfind(':') + 1;
    std::from_chars(url.data() + colon, url.data() + url.size(), port);
    return port;
}

UniqueFd connectTo(std::uint16_t port, std::chrono::milliseconds within)
{
    UniqueFd socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    timeval time{};
    time.tv_sec = within.count() / 1000;
    time.tv_usec = within.count() % 1000 * 1000;
    ::setsockopt(socket.get(), SOL_SOCKET, SO_RCVTIMEO, &time, sizeof time);
    ::setsockopt(socket.get(), SOL_SOCKET, SO_SNDTIMEO, &time, sizeof time);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        socket.reset();
    return socket;
}

} // namespace

Result<void> writeHostRecord(const std::string &path, const HostInfo &info)
{
    const std::string fresh = path + ".new";
    (void)std::remove(fresh.c_str());
    const std::string text = encodeHostInfo(info) + '\n';
    const UniqueFd file(::open(fresh.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (!file ||
        ::write(file.get(), text.data(), text.size()) != static_cast<ssize_t>(text.size()) ||
        std::rename(fresh.c_str(), path.c_str()) != 0)
        return ioFailure("cannot write " + path);
    return {};
}

Result<HostInfo> readHostRecord(const std::string &path)
{
    return decodeHostInfo(readFileText(path));
}

void removeHostRecord(const std::string &path)
{
    (void)std::remove(path.c_str());
}

Result<int> callHost(const HostInfo &host, const std::string &method, const std::string &target,
                     std::chrono::milliseconds within)
{
    const std::uint16_t port = portOf(host.url);
    const UniqueFd socket = connectTo(port, within);
    if (!socket)
        return failure(Error::Kind::Network, "nothing answers on " + host.url);
    const std::string request =
        method + ' ' + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port) +
        "\r\nX-API-Key: " + host.apiKey + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    if (::send(socket.get(), request.data(), request.size(), MSG_NOSIGNAL) !=
        static_cast<ssize_t>(request.size()))
        return ioFailure("cannot reach the local host");
    // "HTTP/1.1 204": the status is all that is wanted.
    std::string answer(12, '\0');
    if (::recv(socket.get(), answer.data(), answer.size(), MSG_WAITALL) !=
        static_cast<ssize_t>(answer.size()))
        return failure(Error::Kind::Network, "the local host does not answer");
    int status = 0;
    std::from_chars(answer.data() + 9, answer.data() + answer.size(), status);
    return status;
}

} // namespace Sandglass
