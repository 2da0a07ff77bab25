// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vnc/helper/rfbstream.h>

namespace Sandglass::Rfb {

/// The header of a cursor's rect: x and y are the hot spot.
struct CursorHeader {
    std::uint16_t hotX = 0;
    std::uint16_t hotY = 0;
    std::uint16_t width = 0;
    std::uint16_t height = 0;
};

/// Reads what follows the header of a Cursor rect (RFC 6143, section 7.8.1) or of an XCursor rect
/// (the same with two colours) and writes it to `tail`, cursorBytes of ARGB32, premultiplied, rows
/// without padding. What lies beyond maximumCursorSide is cut off. Empty when the stream has ended,
/// which it does for a shape of more than 1024 pixels a side.
[[nodiscard]] std::optional<CursorMessage> readCursor(RfbStream &stream, const CursorHeader &header,
                                                      std::span<std::byte> tail);
[[nodiscard]] std::optional<CursorMessage>
readXCursor(RfbStream &stream, const CursorHeader &header, std::span<std::byte> tail);

} // namespace Sandglass::Rfb
