// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/result.h>
#include <core/time.h>

#include <string>
#include <string_view>

namespace Sandglass {

/// Where the next page of a list begins: after this (time, id). Written as URL-safe base64 of
/// "<time>__<id>", with
/// "__asc" appended for ascending order; opaque to clients.
struct PageCursor {
    Timestamp time{};
    std::string id;
    bool ascending = false;
    friend bool operator==(const PageCursor &, const PageCursor &) = default;
};

[[nodiscard]] std::string encodePageCursor(const PageCursor &cursor);
/// "Invalid next token" for anything else.
[[nodiscard]] Result<PageCursor> decodePageCursor(std::string_view token);

} // namespace Sandglass
