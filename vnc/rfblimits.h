// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QtTypes>

#include <chrono>

namespace Sandglass {

/// What a session puts up with. Sizes and rates of the desktop itself stand in
/// vnc/helper/rfblimits.h. Others than these are for tests.
struct RfbLimits {
    /// Bytes of the server that the decoder has not taken yet: nobody honest sends unasked.
    qsizetype unreadBytes = qsizetype{64} * 1024 * 1024;
    /// Name look-up, TCP, TLS and the WebSocket upgrade together.
    std::chrono::milliseconds connecting{10'000};
    /// RFB's own handshake.
    std::chrono::milliseconds handshake{10'000};
    /// Silence before the first picture or in a message, and a decoder that takes no input.
    std::chrono::milliseconds stall{10'000};
    /// Of any such silence before the session is told to be silent.
    std::chrono::milliseconds quiet{1'000};
    /// What an ending session has to tell the server that no key is pressed any more.
    std::chrono::milliseconds closing{500};
    /// Before the first restart of a decoder that crashed; each further one waits twice as long.
    std::chrono::milliseconds firstRestart{250};
    /// In a row, none of them forgiven.
    int restarts = 5;
    /// A picture that lived this long makes up for the crashes before it: longer than all pauses
    /// together, or a server that knows how to crash a decoder could do it for ever.
    std::chrono::milliseconds forgiving{10'000};
};

} // namespace Sandglass
