// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vnc/helper/bigendian.h>

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

/// What a client says to an RFB server (RFC 6143, section 7.5), as bytes ready to be sent.
namespace Sandglass::Rfb {

/// Encodings and pseudo-encodings (RFC 6143, section 7.7, and the registry of the community's
/// protocol page); the values are signed on the wire.
enum class Encoding : std::int32_t {
    Raw = 0,
    CopyRect = 1,
    Rre = 2,
    CoRre = 4,
    Hextile = 5,
    Zlib = 6,
    Tight = 7,
    Trle = 15,
    Zrle = 16,
    DesktopSize = -223,
    LastRect = -224,
    PointerPos = -232,
    Cursor = -239,
    XCursor = -240,
    ExtendedDesktopSize = -308,
};

/// The names of the Start message to the encodings that we let a server use, most wanted first;
/// unknown names are passed over, Raw is always among them, none at all means the usual ones.
[[nodiscard]] std::vector<Encoding> pixelEncodings(std::string_view names);

/// 32 bits, little-endian, red at 16, green at 8, blue at 0.
[[nodiscard]] Bytes setPixelFormat();
/// The pixel encodings, then the shapes, sizes and positions that we follow, then the levels (-1:
/// none).
[[nodiscard]] Bytes setEncodings(const std::vector<Encoding> &pixels, int compressLevel,
                                 int qualityLevel);
enum class Ask { Changes, Everything };
[[nodiscard]] Bytes updateRequest(Ask ask, std::uint16_t width, std::uint16_t height);
[[nodiscard]] Bytes keyEvent(std::uint32_t keysym, bool isDown);
[[nodiscard]] Bytes pointerEvent(std::uint16_t x, std::uint16_t y, std::uint8_t mask);

} // namespace Sandglass::Rfb
