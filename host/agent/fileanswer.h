// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <host/http/message.h>

namespace Sandglass {

/// An error of /files (protocol page envd, 5): {"code": status, "message": …}.
[[nodiscard]] inline Response fileError(int status, std::string_view message, Headers headers = {})
{
    auto response = jsonError(status, message);
    for (const auto &field : headers)
        response.headers.add(field.name, field.value);
    response.headers.set("Content-Type", "application/json; charset=utf-8");
    response.headers.add("X-Content-Type-Options", "nosniff");
    return response;
}

} // namespace Sandglass
