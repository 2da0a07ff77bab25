// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vnc/helper/clientmessages.h>
#include <vnc/helper/rfbstream.h>
#include <vnc/helper/sharedframebuffer.h>

#include <memory>

namespace Sandglass::Rfb {

/// libvncclient, for what it is good at: the pixels of one rect, from the stream into the
/// framebuffer. The session speaks the rest of the protocol itself. The library is driven in its
/// playback mode, in which it reads through a FILE (ours) and sends nothing, so that it never
/// blocks in a read of its own, and each message it is shown is an update with exactly one rect,
/// whose header the session has checked. At most one of these at a time: the library's log is
/// global.
class RectDecoder final
{
public:
    explicit RectDecoder(RfbStream &stream);
    ~RectDecoder();
    RectDecoder(const RectDecoder &) = delete;
    RectDecoder &operator=(const RectDecoder &) = delete;

    /// False when there is no memory for it.
    [[nodiscard]] bool isReady() const;
    /// Where the pixels go from now on; borrowed.
    void setFramebuffer(SharedFramebuffer &framebuffer);
    /// The rect lies inside the framebuffer. False when the stream ended or its bytes are wrong;
    /// lastWords() may tell more then.
    [[nodiscard]] bool decode(Encoding encoding, const DamageRect &rect);
    /// The library's latest complaint: one line, may quote the server.
    [[nodiscard]] static std::string lastWords();

private:
    class Engine;
    std::unique_ptr<Engine> m_engine;
};

} // namespace Sandglass::Rfb
