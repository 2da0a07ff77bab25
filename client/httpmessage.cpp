// SPDX-License-Identifier: GPL-3.0-or-later
#include <client/httpmessage.h>

#include <algorithm>

namespace Sandglass {

namespace {

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool sameName(std::string_view one, std::string_view other)
{
    return std::ranges::equal(one, other, {}, lower, lower);
}

} // namespace

std::optional<std::string> HttpHeaders::find(std::string_view name) const
{
    const auto line = std::ranges::find_if(
        m_lines, [name](const auto &candidate) { return sameName(candidate.first, name); });
    if (line == m_lines.end())
        return std::nullopt;
    return line->second;
}

std::string HttpHeaders::value(std::string_view name) const
{
    return find(name).value_or(std::string());
}

} // namespace Sandglass
