// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/ids.h>
#include <protocol/paging.h>
#include <protocol/percent.h>

#include <algorithm>

namespace Sandglass {

namespace {

constexpr std::string_view separator = "__";
constexpr std::string_view ascendingMark = "__asc";

} // namespace

std::string encodePageCursor(const PageCursor &cursor)
{
    std::string text = formatTimestamp(cursor.time);
    text += separator;
    text += cursor.id;
    if (cursor.ascending)
        text += ascendingMark;
    std::string token = base64Encode(text);
    std::ranges::replace(token, '+', '-');
    std::ranges::replace(token, '/', '_');
    return token;
}

Result<PageCursor> decodePageCursor(std::string_view token)
{
    const auto invalid = [] { return failure(Error::Kind::Protocol, "Invalid next token"); };
    const auto text = base64Decode(token);
    if (!text)
        return invalid();
    std::string_view rest = *text;
    PageCursor cursor;
    if (rest.ends_with(ascendingMark)) {
        cursor.ascending = true;
        rest.remove_suffix(ascendingMark.size());
    }
    const std::size_t cut = rest.find(separator);
    if (cut == std::string_view::npos)
        return invalid();
    const auto time = parseTimestamp(rest.substr(0, cut));
    cursor.id = rest.substr(cut + separator.size());
    if (!time || !isSandboxId(cursor.id))
        return invalid();
    cursor.time = *time;
    return cursor;
}

} // namespace Sandglass
