// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// What an RFB server says, as bytes (RFC 6143): for scripted servers.
namespace Sandglass::Rfb::ServerBytes {

[[nodiscard]] std::string u8(int value);
[[nodiscard]] std::string u16(int value);
[[nodiscard]] std::string u32(std::int64_t value);

/// Version 3.8, security None, accepted.
[[nodiscard]] std::string welcome();
[[nodiscard]] std::string serverInit(int width, int height, std::string_view name = "test");
/// Everything up to the first update.
[[nodiscard]] std::string greeting(int width, int height);

[[nodiscard]] std::string update(int rects);
[[nodiscard]] std::string rect(int x, int y, int width, int height, std::int32_t encoding);
/// An update with one Raw rect of one colour.
[[nodiscard]] std::string solid(int x, int y, int width, int height, std::uint32_t colour);

/// What the helper sends for greeting(): 12 of version, 1 of security, 1 of ClientInit.
inline constexpr std::size_t greetingAnswerBytes = 14;
inline constexpr std::size_t pixelFormatBytes = 20;
inline constexpr std::size_t updateRequestBytes = 10;
/// SetEncodings with the usual pixel encodings (5), the pseudo-encodings (6), one compress level.
inline constexpr std::size_t usualEncodingsBytes = 4 + (5 + 6 + 1) * 4;
/// From the greeting's answer to the first request.
inline constexpr std::size_t openingBytes =
    greetingAnswerBytes + pixelFormatBytes + usualEncodingsBytes + updateRequestBytes;

} // namespace Sandglass::Rfb::ServerBytes
