// SPDX-License-Identifier: GPL-3.0-or-later
// The plainest fast HTTP server there can be, for measuring clients: GET sends FILE, POST and PUT
// write the body to SINK. One connection at a time. Prints its port.
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/sendfile.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

namespace {

constexpr std::size_t bufferSize = 1UL << 20U;

void sendText(int socket, const std::string &text)
{
    (void)!write(socket, text.data(), text.size());
}

void sendFile(int socket, const char *path)
{
    const int file = open(path, O_RDONLY | O_CLOEXEC);
    struct stat status = {};
    fstat(file, &status);
    sendText(socket, "HTTP/1.1 200 OK\r\nContent-Disposition: inline\r\nContent-Length: " +
                         std::to_string(status.st_size) + "\r\n\r\n");
    off_t offset = 0;
    while (offset < status.st_size &&
           sendfile(socket, file, &offset, static_cast<std::size_t>(status.st_size - offset)) > 0) {
    }
    close(file);
}

/// `head` ends with the first bytes of the body.
void receiveFile(int socket, const char *path, std::string_view body, long long length)
{
    const int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    std::vector<char> buffer(bufferSize);
    (void)!write(file, body.data(), body.size());
    for (auto missing = length - static_cast<long long>(body.size()); missing > 0;) {
        const ssize_t got = read(socket, buffer.data(), buffer.size());
        if (got <= 0 || write(file, buffer.data(), static_cast<std::size_t>(got)) != got)
            break;
        missing -= got;
    }
    close(file);
    sendText(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]");
}

long long lengthOf(std::string head)
{
    std::ranges::transform(head, head.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    });
    const auto at = head.find("content-length:");
    return at == std::string::npos ? 0 : std::atoll(head.c_str() + at + 15);
}

/// One connection, request after request.
void serve(int socket, const char *source, const char *sink)
{
    std::string head;
    std::vector<char> buffer(bufferSize);
    for (;;) {
        const ssize_t got = read(socket, buffer.data(), buffer.size());
        if (got <= 0)
            return;
        head.append(buffer.data(), static_cast<std::size_t>(got));
        const auto end = head.find("\r\n\r\n");
        if (end == std::string::npos)
            continue;
        if (head.starts_with("GET "))
            sendFile(socket, source);
        else
            receiveFile(socket, sink, std::string_view(head).substr(end + 4),
                        lengthOf(head.substr(0, end)));
        head.clear();
    }
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc != 3)
        return 2;
    const int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = {.sin_family = AF_INET,
                           .sin_port = 0,
                           .sin_addr = {.s_addr = htonl(INADDR_LOOPBACK)},
                           .sin_zero = {}};
    socklen_t size = sizeof address;
    auto *const plain = reinterpret_cast<sockaddr *>(&address);
    if (bind(listener, plain, size) != 0 || listen(listener, 8) != 0 ||
        getsockname(listener, plain, &size) != 0)
        return 1;
    std::printf("%d\n", ntohs(address.sin_port));
    std::fflush(stdout);
    for (;;) {
        const int socket = accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (socket < 0)
            return 1;
        serve(socket, argv[1], argv[2]);
        close(socket);
    }
}
