// SPDX-License-Identifier: GPL-3.0-or-later
#include <protocol/bytetext.h>

#include <algorithm>
#include <optional>

namespace Sandglass {

namespace {

constexpr std::string_view digits = "0123456789ABCDEF";

/// The well-formed sequences of Unicode, table 3-7: by the first byte, how long it is and what the
/// second one may be. No overlong forms, no surrogates, nothing above U+10FFFF.
struct SequenceForm {
    std::size_t length;
    unsigned char low;
    unsigned char high;
};

std::optional<SequenceForm> formOf(unsigned char lead)
{
    if (lead >= 0xC2 && lead <= 0xDF)
        return SequenceForm{.length = 2, .low = 0x80, .high = 0xBF};
    if (lead >= 0xE0 && lead <= 0xEF)
        return SequenceForm{.length = 3,
                            .low = static_cast<unsigned char>(lead == 0xE0 ? 0xA0 : 0x80),
                            .high = static_cast<unsigned char>(lead == 0xED ? 0x9F : 0xBF)};
    if (lead >= 0xF0 && lead <= 0xF4)
        return SequenceForm{.length = 4,
                            .low = static_cast<unsigned char>(lead == 0xF0 ? 0x90 : 0x80),
                            .high = static_cast<unsigned char>(lead == 0xF4 ? 0x8F : 0xBF)};
    return std::nullopt;
}

/// The bytes of the character that `text` begins with; 0 when it begins with none.
std::size_t characterLength(std::string_view text)
{
    const auto at = [text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    if (at(0) < 0x80)
        return 1;
    const auto form = formOf(at(0));
    if (!form || text.size() < form->length || at(1) < form->low || at(1) > form->high)
        return 0;
    const auto rest = text.substr(2, form->length - 2);
    const bool continues = std::ranges::all_of(
        rest, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; });
    return continues ? form->length : 0;
}

/// The byte of an escape that `text` begins with.
std::optional<char> escapedByte(std::string_view text)
{
    if (text.size() < 4 || !text.starts_with("\\x"))
        return std::nullopt;
    const auto high = digits.find(text[2]);
    const auto low = digits.find(text[3]);
    if (high < 8 || high == std::string_view::npos || low == std::string_view::npos)
        return std::nullopt;
    return static_cast<char>((high << 4U) | low);
}

} // namespace

std::string textOfBytes(std::string_view bytes)
{
    std::string text;
    text.reserve(bytes.size());
    while (!bytes.empty()) {
        const auto length = characterLength(bytes);
        if (length == 0) {
            const auto byte = static_cast<unsigned char>(bytes.front());
            text += "\\x";
            text += digits[byte >> 4U];
            text += digits[byte & 0xFU];
        } else {
            text += bytes.substr(0, length);
        }
        bytes.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return text;
}

std::string bytesOfText(std::string_view text)
{
    std::string bytes;
    bytes.reserve(text.size());
    while (!text.empty()) {
        const auto byte = escapedByte(text);
        bytes += byte.value_or(text.front());
        text.remove_prefix(byte ? 4 : 1);
    }
    return bytes;
}

} // namespace Sandglass
