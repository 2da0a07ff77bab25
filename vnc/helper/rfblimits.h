// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

/// What both sides of the jail hold a desktop to. Qt-free; each side checks for itself and never
/// takes the other's word.
namespace Sandglass::Rfb {

inline constexpr int maximumSide = 8192;                   ///< pixels
inline constexpr std::int64_t maximumPixels = 7680 * 4320; ///< 33 Mpix: one 8K desktop
inline constexpr int maximumCursorSide = 256;              ///< larger shapes are cropped
inline constexpr int maximumDamageRects = 16;              ///< of one update
inline constexpr int maximumResizesPerSecond = 4;
inline constexpr std::size_t maximumCutTextBytes = std::size_t{256} * 1024;
inline constexpr std::uint32_t defaultHandshakeMs = 10'000; ///< until the first pixels are known
inline constexpr std::uint32_t defaultStallMs = 10'000;     ///< of silence while bytes are owed
inline constexpr std::uint32_t defaultQuietMs = 1'000;      ///< of it until the app is told

inline constexpr std::size_t bytesPerPixel = 4;
inline constexpr std::size_t pageBytes = 4096;
/// The tail of the shared memory: the cursor's ARGB32 pixels, premultiplied, rows without padding.
inline constexpr std::size_t cursorBytes =
    std::size_t{maximumCursorSide} * maximumCursorSide * bytesPerPixel;

/// Whether a desktop may have this size, in pixels.
[[nodiscard]] constexpr bool isAllowedSize(std::int64_t width, std::int64_t height)
{
    return width > 0 && height > 0 && width <= maximumSide && height <= maximumSide &&
           width * height <= maximumPixels;
}

/// Bytes of the RGB32 pixels (0x00RRGGBB in a little-endian word, rows without padding), in whole
/// pages; the cursor's pixels begin here. Ask isAllowedSize() first.
[[nodiscard]] constexpr std::size_t pixelBytes(int width, int height)
{
    const std::size_t bytes =
        static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * bytesPerPixel;
    return (bytes + pageBytes - 1) / pageBytes * pageBytes;
}

/// The exact size of the memfd for a desktop of this size.
[[nodiscard]] constexpr std::size_t framebufferBytes(int width, int height)
{
    return pixelBytes(width, height) + cursorBytes;
}

inline constexpr std::size_t maximumFramebufferBytes =
    static_cast<std::size_t>(maximumPixels) * bytesPerPixel + pageBytes + cursorBytes;

static_assert(isAllowedSize(7680, 4320) && isAllowedSize(8192, 4050));
static_assert(!isAllowedSize(8192, 8192) && !isAllowedSize(65535, 65535));
static_assert(!isAllowedSize(0, 768) && !isAllowedSize(1024, -1) && !isAllowedSize(8193, 1));
static_assert(cursorBytes % pageBytes == 0);
static_assert(framebufferBytes(1, 1) == pageBytes + cursorBytes);
static_assert(framebufferBytes(1024, 768) == std::size_t{1024} * 768 * 4 + cursorBytes);

} // namespace Sandglass::Rfb
