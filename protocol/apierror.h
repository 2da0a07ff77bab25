// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/error.h>

#include <optional>
#include <string>
#include <string_view>

namespace Sandglass {

/// {"code": <status>, "message": "…"}: the error body of the platform API, envd's HTTP part and the
/// sandbox proxy. The official SDKs decide by the integer code in the body, so it is always the
/// status.
struct ApiErrorBody {
    int code = 0;
    std::string message;
    std::string sandboxId;   ///< proxy answers only
    std::optional<int> port; ///< proxy answers about a closed port only
    friend bool operator==(const ApiErrorBody &, const ApiErrorBody &) = default;
};

[[nodiscard]] std::string encodeApiError(const ApiErrorBody &error);

/// The error for a failed HTTP answer of any shape: JSON with a numeric or string code, plain text,
/// HTML, nothing. Never fails; takes at most 500 characters of the text, as one line of valid
/// UTF-8. A 502 of the sandbox proxy (it names the sandbox) is NotFound without a port (the sandbox
/// is gone) and Network with one; any other 502 is Server.
[[nodiscard]] Error errorFromAnswer(int httpStatus, std::string_view body);

/// The kind that goes with a bare HTTP status; Protocol for those that stand for no other kind
/// (400, 410, 302, …).
[[nodiscard]] Error::Kind kindOfStatus(int httpStatus);

} // namespace Sandglass
