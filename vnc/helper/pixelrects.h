// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vnc/helper/rectdecoder.h>

namespace Sandglass::Rfb {

/// Draws the rects of updates: Raw and CopyRect here, straight into the shared memory, what is
/// compressed by libvncclient. All are borrowed.
class PixelRects final
{
public:
    PixelRects(RfbStream &stream, SharedFramebuffer &framebuffer)
        : m_stream(stream),
          m_framebuffer(framebuffer),
          m_decoder(stream)
    {
    }

    [[nodiscard]] bool isReady() const { return m_decoder.isReady(); }
    /// The framebuffer is another one now.
    void reset() { m_decoder.setFramebuffer(m_framebuffer); }
    /// The rect is not empty and lies inside; the encoding is one that we allow. False when the
    /// stream has ended, which it also does for bytes that are wrong.
    [[nodiscard]] bool draw(Encoding encoding, const DamageRect &area);

private:
    [[nodiscard]] bool readRaw(const DamageRect &area);
    [[nodiscard]] bool copy(const DamageRect &area);
    [[nodiscard]] bool unpack(Encoding encoding, const DamageRect &area);

    RfbStream &m_stream;
    SharedFramebuffer &m_framebuffer;
    RectDecoder m_decoder;
};

} // namespace Sandglass::Rfb
