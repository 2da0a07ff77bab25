// SPDX-License-Identifier: GPL-3.0-or-later
#include <vnc/helper/cursorshape.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace Sandglass::Rfb {

namespace {

constexpr std::size_t maximumReadSide = 1024;
constexpr std::uint32_t opaque = 0xff000000;

/// The part of a shape that is kept.
struct Kept {
    std::size_t width;
    std::size_t height;
};

Kept keptOf(const CursorHeader &header)
{
    return {.width = std::min<std::size_t>(header.width, maximumCursorSide),
            .height = std::min<std::size_t>(header.height, maximumCursorSide)};
}

CursorMessage messageOf(const CursorHeader &header)
{
    if (header.width == 0 || header.height == 0)
        return {};
    const auto [width, height] = keptOf(header);
    return {.hotX = static_cast<std::uint16_t>(std::min<std::size_t>(header.hotX, width - 1)),
            .hotY = static_cast<std::uint16_t>(std::min<std::size_t>(header.hotY, height - 1)),
            .width = static_cast<std::uint16_t>(width),
            .height = static_cast<std::uint16_t>(height)};
}

bool isSmallEnough(RfbStream &stream, const CursorHeader &header)
{
    if (header.width <= maximumReadSide && header.height <= maximumReadSide)
        return true;
    stream.end(EndReason::Limit, "The server's pointer is " + std::to_string(header.width) + "×" +
                                     std::to_string(header.height) + ", which is not shown");
    return false;
}

bool bitAt(std::span<const std::byte> row, std::size_t x)
{
    return std::to_integer<unsigned>(row[x / 8] >> (7 - x % 8) & std::byte{1}) != 0;
}

/// Calls for each kept pixel of a bitmap that the stream brings, row by row.
template<typename Function>
bool forEachBit(RfbStream &stream, const CursorHeader &header, const Function &function)
{
    const auto [width, height] = keptOf(header);
    std::array<std::byte, maximumReadSide / 8> bytes;
    const auto row = std::span(bytes).first((std::size_t{header.width} + 7) / 8);
    for (std::size_t y = 0; y < header.height; ++y) {
        if (!stream.read(row))
            return false;
        for (std::size_t x = 0; y < height && x < width; ++x)
            function(y * width + x, bitAt(row, x));
    }
    return true;
}

void setPixel(std::span<std::byte> tail, std::size_t index, std::uint32_t pixel)
{
    std::memcpy(tail.data() + index * bytesPerPixel, &pixel, bytesPerPixel);
}

std::uint32_t pixelAt(std::span<const std::byte> tail, std::size_t index)
{
    std::uint32_t pixel = 0;
    std::memcpy(&pixel, tail.data() + index * bytesPerPixel, bytesPerPixel);
    return pixel;
}

/// The mask that ends either kind: what it does not show becomes transparent black.
bool applyMask(RfbStream &stream, const CursorHeader &header, std::span<std::byte> tail)
{
    return forEachBit(stream, header, [&tail](std::size_t index, bool isShown) {
        setPixel(tail, index, isShown ? pixelAt(tail, index) | opaque : 0);
    });
}

} // namespace

std::optional<CursorMessage> readCursor(RfbStream &stream, const CursorHeader &header,
                                        std::span<std::byte> tail)
{
    const CursorMessage message = messageOf(header);
    if (message.width == 0)
        return message;
    if (!isSmallEnough(stream, header))
        return std::nullopt;
    const auto [width, height] = keptOf(header);
    std::array<std::byte, maximumReadSide * bytesPerPixel> bytes;
    const auto row = std::span(bytes).first(header.width * bytesPerPixel);
    for (std::size_t y = 0; y < header.height; ++y) {
        if (!stream.read(row))
            return std::nullopt;
        if (y < height)
            std::memcpy(tail.data() + y * width * bytesPerPixel, row.data(), width * bytesPerPixel);
    }
    if (!applyMask(stream, header, tail))
        return std::nullopt;
    return message;
}

std::optional<CursorMessage> readXCursor(RfbStream &stream, const CursorHeader &header,
                                         std::span<std::byte> tail)
{
    const CursorMessage message = messageOf(header);
    if (message.width == 0) // and then the colours are missing as well
        return message;
    if (!isSmallEnough(stream, header))
        return std::nullopt;
    std::array<std::byte, 6> colours; // red, green, blue: of set bits, then of the others
    if (!stream.read(colours))
        return std::nullopt;
    const auto colour = [&colours](std::size_t first) {
        return std::to_integer<std::uint32_t>(colours[first]) << 16 |
               std::to_integer<std::uint32_t>(colours[first + 1]) << 8 |
               std::to_integer<std::uint32_t>(colours[first + 2]);
    };
    const bool isRead = forEachBit(stream, header, [&](std::size_t index, bool isSet) {
        setPixel(tail, index, colour(isSet ? 0 : 3));
    });
    if (!isRead || !applyMask(stream, header, tail))
        return std::nullopt;
    return message;
}

} // namespace Sandglass::Rfb
