// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace Sandglass::Rfb {

using Bytes = std::vector<std::byte>;

// RFB's numbers are big-endian. The readers take exactly as many bytes as the number has.

[[nodiscard]] constexpr std::uint16_t u16(std::span<const std::byte, 2> bytes)
{
    return static_cast<std::uint16_t>(std::to_integer<unsigned>(bytes[0]) << 8 |
                                      std::to_integer<unsigned>(bytes[1]));
}

[[nodiscard]] constexpr std::uint32_t u32(std::span<const std::byte, 4> bytes)
{
    return std::uint32_t{u16(bytes.first<2>())} << 16 | u16(bytes.last<2>());
}

inline void appendU8(Bytes &bytes, std::uint8_t value)
{
    bytes.push_back(std::byte{value});
}

inline void appendU16(Bytes &bytes, std::uint16_t value)
{
    appendU8(bytes, static_cast<std::uint8_t>(value >> 8));
    appendU8(bytes, static_cast<std::uint8_t>(value & 0xff));
}

inline void appendU32(Bytes &bytes, std::uint32_t value)
{
    appendU16(bytes, static_cast<std::uint16_t>(value >> 16));
    appendU16(bytes, static_cast<std::uint16_t>(value & 0xffff));
}

} // namespace Sandglass::Rfb
