// SPDX-License-Identifier: GPL-3.0-or-later
#include <vnc/helper/clientmessages.h>

#include <algorithm>
#include <array>
#include <utility>

namespace Sandglass::Rfb {

namespace {

constexpr std::int32_t compressLevelZero = -256;
constexpr std::int32_t qualityLevelZero = -32;

constexpr std::array<std::pair<std::string_view, Encoding>, 9> namedEncodings{{
    {"raw", Encoding::Raw},
    {"copyrect", Encoding::CopyRect},
    {"rre", Encoding::Rre},
    {"corre", Encoding::CoRre},
    {"hextile", Encoding::Hextile},
    {"zlib", Encoding::Zlib},
    {"tight", Encoding::Tight},
    {"trle", Encoding::Trle},
    {"zrle", Encoding::Zrle},
}};

void appendEncoding(Bytes &bytes, std::int32_t encoding)
{
    appendU32(bytes, static_cast<std::uint32_t>(encoding));
}

} // namespace

std::vector<Encoding> pixelEncodings(std::string_view names)
{
    std::vector<Encoding> found;
    while (!names.empty()) {
        const std::size_t end = std::min(names.find(' '), names.size());
        const std::string_view name = names.substr(0, end);
        names.remove_prefix(std::min(end + 1, names.size()));
        const auto *const known =
            std::ranges::find(namedEncodings, name, &std::pair<std::string_view, Encoding>::first);
        if (known != namedEncodings.end() && !std::ranges::contains(found, known->second))
            found.push_back(known->second);
    }
    if (found.empty())
        return {Encoding::Tight, Encoding::CopyRect, Encoding::Zrle, Encoding::Hextile,
                Encoding::Raw};
    if (!std::ranges::contains(found, Encoding::Raw))
        found.push_back(Encoding::Raw);
    return found;
}

Bytes setPixelFormat()
{
    Bytes bytes;
    appendU32(bytes, 0);                            // type 0, then padding
    for (const std::uint8_t value : {32, 24, 0, 1}) // bits, depth, big-endian, true colour
        appendU8(bytes, value);
    for (int colour = 0; colour < 3; ++colour)
        appendU16(bytes, 255);
    for (const std::uint8_t shift : {16, 8, 0})
        appendU8(bytes, shift);
    for (int padding = 0; padding < 3; ++padding)
        appendU8(bytes, 0);
    return bytes;
}

Bytes setEncodings(const std::vector<Encoding> &pixels, int compressLevel, int qualityLevel)
{
    std::vector<std::int32_t> all;
    for (const Encoding encoding : pixels)
        all.push_back(std::to_underlying(encoding));
    for (const Encoding encoding :
         {Encoding::Cursor, Encoding::XCursor, Encoding::PointerPos, Encoding::DesktopSize,
          Encoding::ExtendedDesktopSize, Encoding::LastRect})
        all.push_back(std::to_underlying(encoding));
    if (compressLevel >= 0)
        all.push_back(compressLevelZero + compressLevel);
    if (qualityLevel >= 0)
        all.push_back(qualityLevelZero + qualityLevel);
    Bytes bytes;
    appendU16(bytes, 2 << 8); // type 2, then padding
    appendU16(bytes, static_cast<std::uint16_t>(all.size()));
    for (const std::int32_t encoding : all)
        appendEncoding(bytes, encoding);
    return bytes;
}

Bytes updateRequest(Ask ask, std::uint16_t width, std::uint16_t height)
{
    Bytes bytes;
    appendU8(bytes, 3);
    appendU8(bytes, ask == Ask::Changes ? 1 : 0);
    appendU32(bytes, 0);
    appendU16(bytes, width);
    appendU16(bytes, height);
    return bytes;
}

Bytes keyEvent(std::uint32_t keysym, bool isDown)
{
    Bytes bytes;
    appendU8(bytes, 4);
    appendU8(bytes, isDown ? 1 : 0);
    appendU16(bytes, 0);
    appendU32(bytes, keysym);
    return bytes;
}

Bytes pointerEvent(std::uint16_t x, std::uint16_t y, std::uint8_t mask)
{
    Bytes bytes;
    appendU8(bytes, 5);
    appendU8(bytes, mask);
    appendU16(bytes, x);
    appendU16(bytes, y);
    return bytes;
}

} // namespace Sandglass::Rfb
