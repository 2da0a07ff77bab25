// SPDX-License-Identifier: GPL-3.0-or-later
#include <client/access/redaction.h>

#include <cstddef>
#include <string_view>
#include <utility>

namespace Sandglass {

namespace {

constexpr std::string_view mark = "(secret removed)";
constexpr std::size_t longestHarmlessHex = 31;
/// Shorter ones would tear holes into ordinary words, and no service issues them.
constexpr std::size_t shortestSecret = 6;

bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

void replaceAll(std::string &text, const std::string &secret)
{
    for (auto at = text.find(secret); at != std::string::npos;
         at = text.find(secret, at + mark.size()))
        text.replace(at, secret.size(), mark);
}

std::string withoutLongHex(const std::string &text)
{
    std::string result;
    std::size_t position = 0;
    while (position < text.size()) {
        std::size_t end = position;
        while (end < text.size() && isHexDigit(text[end]))
            ++end;
        if (end - position > longestHarmlessHex)
            result += mark;
        else
            result.append(text, position, end - position);
        if (end < text.size())
            result += text[end++];
        position = end;
    }
    return result;
}

} // namespace

std::string redacted(std::string text, const std::vector<std::string> &secrets)
{
    for (const auto &secret : secrets) {
        if (secret.size() >= shortestSecret)
            replaceAll(text, secret);
    }
    return withoutLongHex(text);
}

Error redacted(Error error, const std::vector<std::string> &secrets)
{
    error.detail = redacted(std::move(error.detail), secrets);
    return error;
}

} // namespace Sandglass
