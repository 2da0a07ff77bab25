// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vnc/helper/controlmessages.h>
#include <vnc/helper/ownedfd.h>

#include <optional>

namespace Sandglass::Rfb {

enum class Sent {
    Yes,
    WouldBlock, ///< the other side does not read: try again when poll() says so
    Failed,     ///< the other side is gone
};

struct Received {
    enum class What { Message, Nothing, Closed, Broken /**< not one of our messages */ };
    What what = What::Nothing;
    ControlMessage message = {}; ///< as decodeControl() checks it; only of What::Message
    OwnedFd fd;                  ///< the one that came with Framebuffer
};

/// One datagram; never blocks, never raises SIGPIPE. `passedFd` travels along and stays the
/// caller's.
[[nodiscard]] Sent sendControl(int socket, const ControlMessage &message, int passedFd = -1);
/// One datagram, if there is one; never blocks. File descriptors that nobody asked for are closed.
[[nodiscard]] Received receiveControl(int socket);

/// The checks before a received memfd is mapped: exactly framebufferBytes(width, height), and
/// sealed so that it can never again be shorter or longer (a shorter one would be a SIGBUS).
[[nodiscard]] bool isFramebuffer(int fd, int width, int height);

} // namespace Sandglass::Rfb
