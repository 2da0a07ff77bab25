// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/error.h>

#include <optional>
#include <string>
#include <string_view>

namespace Sandglass {

/// {"code": <status>, "message": "…"}: the error body of the platform API, envd's HTTP part and the sandbox proxy.
/// The official SDKs decide by the integer code in the body, so it is always the status.
struct ApiErrorBody {
    int code = 0;
    std::string message;
    std::string sandboxId;   ///< proxy answers only
    std::optional<int> port; ///< proxy answers about a closed port only
    friend bool operator==(const ApiErrorBody &, const ApiErrorBody &) = default;
};

[[nodiscard]] std::string encodeApiError(const ApiErrorBody &error);

/// The error for a failed HTTP answer of any shape: JSON with a numeric or string code, plain text, HTML, nothing.
/// Never fails; takes at most 500 characters of the text. A proxy 502 without a port is NotFound (the sandbox is
/// gone), with one it is Network.
[[nodiscard]] Error errorFromAnswer(int httpStatus, std::string_view body);

/// The kind that goes with a bare HTTP status.
[[nodiscard]] Error::Kind kindOfStatus(int httpStatus);

} // namespace Sandglass
