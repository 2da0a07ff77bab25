// SPDX-License-Identifier: GPL-3.0-or-later
#include <vnc/helper/controlsocket.h>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/uio.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace Sandglass::Rfb {

namespace {

/// Room for more descriptors than the one we expect: those beyond it must be closed, not leaked.
constexpr std::size_t receivedFds = 4;

union RightsBuffer {
    cmsghdr aligned;
    std::array<char, CMSG_SPACE(receivedFds * sizeof(int))> bytes;
};

/// Keeps the first descriptor that came along and closes the others.
OwnedFd takeDescriptor(msghdr &header)
{
    OwnedFd kept;
    for (cmsghdr *part = CMSG_FIRSTHDR(&header); part; part = CMSG_NXTHDR(&header, part)) {
        if (part->cmsg_level != SOL_SOCKET || part->cmsg_type != SCM_RIGHTS)
            continue;
        const std::size_t count = (part->cmsg_len - CMSG_LEN(0)) / sizeof(int);
        for (std::size_t i = 0; i < count; ++i) {
            int fd = -1;
            std::memcpy(&fd, CMSG_DATA(part) + i * sizeof(int), sizeof fd);
            OwnedFd other(fd);
            if (!kept)
                kept = std::move(other);
        }
    }
    return kept;
}

} // namespace

Sent sendControl(int socket, const ControlMessage &message, int passedFd)
{
    ControlMessage copy = message;
    iovec data{.iov_base = &copy, .iov_len = sizeof copy};
    msghdr header{};
    header.msg_iov = &data;
    header.msg_iovlen = 1;
    RightsBuffer rights{};
    if (passedFd >= 0) {
        header.msg_control = &rights;
        header.msg_controllen = CMSG_SPACE(sizeof passedFd);
        cmsghdr *const part = CMSG_FIRSTHDR(&header);
        part->cmsg_level = SOL_SOCKET;
        part->cmsg_type = SCM_RIGHTS;
        part->cmsg_len = CMSG_LEN(sizeof passedFd);
        std::memcpy(CMSG_DATA(part), &passedFd, sizeof passedFd);
    }
    ssize_t sent = -1;
    do {
        sent = ::sendmsg(socket, &header, MSG_DONTWAIT | MSG_NOSIGNAL);
    } while (sent < 0 && errno == EINTR);
    if (sent == static_cast<ssize_t>(sizeof copy))
        return Sent::Yes;
    return sent < 0 && (errno == EAGAIN || errno == ENOBUFS) ? Sent::WouldBlock : Sent::Failed;
}

Received receiveControl(int socket)
{
    // One byte more than a message has, so that a longer one is seen as such.
    std::array<std::byte, sizeof(ControlMessage) + 1> bytes;
    iovec data{.iov_base = bytes.data(), .iov_len = bytes.size()};
    RightsBuffer rights{};
    msghdr header{};
    header.msg_iov = &data;
    header.msg_iovlen = 1;
    header.msg_control = &rights;
    header.msg_controllen = sizeof rights;
    ssize_t count = -1;
    do {
        count = ::recvmsg(socket, &header, MSG_DONTWAIT | MSG_CMSG_CLOEXEC);
        // The kernel says once that the other side is gone, before it hands out its last messages.
    } while (count < 0 && (errno == EINTR || errno == ECONNRESET));
    if (count <= 0) {
        const bool isEmpty = count < 0 && errno == EAGAIN;
        return {.what = isEmpty ? Received::What::Nothing : Received::What::Closed,
                .fd = OwnedFd()};
    }
    OwnedFd fd = takeDescriptor(header);
    const auto message = decodeControl(std::span(bytes).first(static_cast<std::size_t>(count)));
    const bool isCut = (header.msg_flags & (MSG_TRUNC | MSG_CTRUNC)) != 0;
    if (!message || isCut || static_cast<bool>(fd) != (message->type == MessageType::Framebuffer))
        return {.what = Received::What::Broken, .fd = OwnedFd()};
    return {.what = Received::What::Message, .message = *message, .fd = std::move(fd)};
}

bool isFramebuffer(int fd, int width, int height)
{
    if (!isAllowedSize(width, height))
        return false;
    const int seals = ::fcntl(fd, F_GET_SEALS);
    constexpr int wanted = F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL;
    return seals >= 0 && (seals & wanted) == wanted &&
           ::lseek(fd, 0, SEEK_END) == static_cast<off_t>(framebufferBytes(width, height));
}

} // namespace Sandglass::Rfb
