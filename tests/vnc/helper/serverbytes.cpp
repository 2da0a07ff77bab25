// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/vnc/helper/serverbytes.h>

namespace Sandglass::Rfb::ServerBytes {

std::string u8(int value)
{
    return std::string(1, static_cast<char>(value));
}

std::string u16(int value)
{
    return u8(value >> 8) + u8(value & 0xff);
}

std::string u32(std::int64_t value)
{
    return u16(static_cast<int>(value >> 16 & 0xffff)) + u16(static_cast<int>(value & 0xffff));
}

std::string welcome()
{
    return "RFB 003.008\n" + u8(1) + u8(1) + u32(0);
}

std::string serverInit(int width, int height, std::string_view name)
{
    const std::string format = u8(32) + u8(24) + u8(0) + u8(1) + u16(255) + u16(255) + u16(255) +
                               u8(16) + u8(8) + u8(0) + std::string(3, '\0');
    return u16(width) + u16(height) + format + u32(static_cast<std::int64_t>(name.size())) +
           std::string(name);
}

std::string greeting(int width, int height)
{
    return welcome() + serverInit(width, height);
}

std::string update(int rects)
{
    return u8(0) + u8(0) + u16(rects);
}

std::string rect(int x, int y, int width, int height, std::int32_t encoding)
{
    return u16(x) + u16(y) + u16(width) + u16(height) + u32(encoding);
}

std::string solid(int x, int y, int width, int height, std::uint32_t colour)
{
    std::string bytes = update(1) + rect(x, y, width, height, 0);
    const std::string pixel{static_cast<char>(colour & 0xff), static_cast<char>(colour >> 8 & 0xff),
                            static_cast<char>(colour >> 16 & 0xff), '\0'};
    for (int i = 0; i < width * height; ++i)
        bytes += pixel;
    return bytes;
}

} // namespace Sandglass::Rfb::ServerBytes
