// SPDX-License-Identifier: GPL-3.0-or-later
#include <vnc/helper/jaillimits.h>
#include <vnc/helper/pixelrects.h>

#include <array>
#include <cstring>

namespace Sandglass::Rfb {

namespace {

/// libvncclient unpacks a rect of these encodings whole, with up to six bytes a pixel, before it
/// draws it. A rect for which the jail has no room is refused by name.
bool isUnpackedWhole(Encoding encoding)
{
    return encoding == Encoding::Zrle || encoding == Encoding::Zlib || encoding == Encoding::Trle;
}

constexpr std::size_t unpackedBytesPerPixel = 6;
constexpr std::size_t unpackingRoom = heapBytes - std::size_t{8} * 1024 * 1024;

} // namespace

bool PixelRects::draw(Encoding encoding, const DamageRect &area)
{
    if (encoding == Encoding::Raw)
        return readRaw(area);
    if (encoding == Encoding::CopyRect)
        return copy(area);
    return unpack(encoding, area);
}

bool PixelRects::readRaw(const DamageRect &area)
{
    // Whole rows lie one behind the other, in the stream as in the memory.
    if (area.width == m_framebuffer.width()) {
        const std::size_t count = std::size_t{area.width} * area.height;
        return m_stream.read(m_framebuffer.row(0, area.y, count));
    }
    for (std::size_t y = 0; y < area.height; ++y) {
        if (!m_stream.read(m_framebuffer.row(area.x, area.y + y, area.width)))
            return false;
    }
    return true;
}

bool PixelRects::copy(const DamageRect &area)
{
    std::array<std::byte, 4> bytes;
    if (!m_stream.read(bytes))
        return false;
    const DamageRect source{.x = u16(std::span(bytes).first<2>()),
                            .y = u16(std::span(bytes).last<2>()),
                            .width = area.width,
                            .height = area.height};
    if (!m_framebuffer.contains(source)) {
        m_stream.end(EndReason::Protocol, "The server copied from outside its desktop");
        return false;
    }
    for (std::size_t i = 0; i < area.height; ++i) {
        // Away from where the rows go, so that none is overwritten before it is copied.
        const std::size_t y = source.y >= area.y ? i : area.height - 1 - i;
        const auto from = m_framebuffer.row(source.x, source.y + y, area.width);
        std::memmove(m_framebuffer.row(area.x, area.y + y, area.width).data(), from.data(),
                     from.size());
    }
    return true;
}

bool PixelRects::unpack(Encoding encoding, const DamageRect &area)
{
    const std::size_t pixels = std::size_t{area.width} * area.height;
    if (isUnpackedWhole(encoding) && pixels > unpackingRoom / unpackedBytesPerPixel) {
        m_stream.end(EndReason::Limit, "The server packed too many pixels into one rectangle");
        return false;
    }
    if (m_decoder.decode(encoding, area))
        return !m_stream.ended();
    m_stream.end(EndReason::Protocol,
                 "The server's pixels make no sense: " + m_decoder.lastWords());
    return false;
}

} // namespace Sandglass::Rfb
