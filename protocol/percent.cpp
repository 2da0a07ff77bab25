// SPDX-License-Identifier: GPL-3.0-or-later
#include <protocol/percent.h>

#include <algorithm>
#include <cstdint>

namespace Sandglass {

namespace {

constexpr std::string_view upperHex = "0123456789ABCDEF";
constexpr std::string_view base64Alphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

bool isUnreserved(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.' || c == '_' || c == '~';
}

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

/// -1 for a character of neither alphabet.
int base64Value(char c)
{
    if (c >= 'A' && c <= 'Z')
        return c - 'A';
    if (c >= 'a' && c <= 'z')
        return c - 'a' + 26;
    if (c >= '0' && c <= '9')
        return c - '0' + 52;
    if (c == '+' || c == '-')
        return 62;
    if (c == '/' || c == '_')
        return 63;
    return -1;
}

} // namespace

std::string percentEncode(std::string_view text)
{
    std::string encoded;
    encoded.reserve(text.size());
    for (const char c : text) {
        if (isUnreserved(c)) {
            encoded += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        encoded += '%';
        encoded += upperHex[byte >> 4U];
        encoded += upperHex[byte & 15U];
    }
    return encoded;
}

Result<std::string> percentDecode(std::string_view text)
{
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            decoded += text[i] == '+' ? ' ' : text[i];
            continue;
        }
        const int high = i + 2 < text.size() ? hexValue(text[i + 1]) : -1;
        const int low = i + 2 < text.size() ? hexValue(text[i + 2]) : -1;
        if (high < 0 || low < 0)
            return failure(Error::Kind::Protocol, "broken percent-encoding");
        decoded += static_cast<char>(high * 16 + low);
        i += 2;
    }
    return decoded;
}

Result<std::vector<std::pair<std::string, std::string>>> parseQuery(std::string_view query)
{
    std::vector<std::pair<std::string, std::string>> parameters;
    while (!query.empty()) {
        const std::string_view part = query.substr(0, query.find('&'));
        query.remove_prefix(std::min(part.size() + 1, query.size()));
        if (part.empty())
            continue;
        const std::size_t equals = part.find('=');
        auto name = percentDecode(part.substr(0, equals));
        auto value = percentDecode(equals == std::string_view::npos ? std::string_view()
                                                                    : part.substr(equals + 1));
        if (!name)
            return std::unexpected(name.error());
        if (!value)
            return std::unexpected(value.error());
        parameters.emplace_back(std::move(*name), std::move(*value));
    }
    return parameters;
}

std::string base64Encode(std::string_view bytes)
{
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::size_t count = std::min<std::size_t>(3, bytes.size() - i);
        std::uint32_t group = 0;
        for (std::size_t j = 0; j < 3; ++j)
            group = (group << 8U) | (j < count ? static_cast<unsigned char>(bytes[i + j]) : 0U);
        for (std::size_t j = 0; j < 4; ++j)
            text += j <= count ? base64Alphabet[(group >> (18 - 6 * j)) & 63U] : '=';
    }
    return text;
}

Result<std::string> base64Decode(std::string_view text)
{
    const auto invalid = [] { return failure(Error::Kind::Protocol, "not base64"); };
    if (text.ends_with('=')) {
        if (text.size() % 4 != 0)
            return invalid();
        text.remove_suffix(text.ends_with("==") ? 2 : 1);
    }
    if (text.size() % 4 == 1)
        return invalid();
    std::string bytes;
    bytes.reserve(text.size() / 4 * 3 + 2);
    std::uint32_t bits = 0;
    unsigned count = 0;
    for (const char c : text) {
        const int value = base64Value(c);
        if (value < 0)
            return invalid();
        bits = (bits << 6U) | static_cast<std::uint32_t>(value);
        count += 6;
        if (count >= 8) {
            count -= 8;
            bytes += static_cast<char>((bits >> count) & 255U);
        }
    }
    return bytes;
}

} // namespace Sandglass
