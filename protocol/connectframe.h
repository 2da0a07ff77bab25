// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/result.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Envelopes of Connect streams (connectrpc.com, "Streaming RPCs"): one byte of flags, a big-endian
/// 32-bit length, the payload. Envelopes are not aligned with reads.
namespace Sandglass {

struct ConnectFrame {
    bool endOfStream = false;
    std::string payload;
    friend bool operator==(const ConnectFrame &, const ConnectFrame &) = default;
};

[[nodiscard]] std::string encodeConnectFrame(std::string_view payload);

/// The error part of an end frame or of a failed unary call. `code` is a name such as "not_found".
struct ConnectError {
    std::string code;
    std::string message;
    friend bool operator==(const ConnectError &, const ConnectError &) = default;
};

/// The end frame: "{}" or {"error": {...}}.
[[nodiscard]] std::string encodeConnectEnd(const std::optional<ConnectError> &error);
[[nodiscard]] std::string
encodeConnectError(const ConnectError &error);                ///< body of a failed unary call
[[nodiscard]] int httpStatusOf(std::string_view connectCode); ///< not_found → 404; unknown → 500
[[nodiscard]] Error errorFromConnect(const ConnectError &error);
/// Nothing for "{}"; a Protocol error for a payload that is no end frame.
[[nodiscard]] Result<std::optional<ConnectError>> decodeConnectEnd(std::string_view payload);
/// For a unary call or a stream that failed before its first envelope; falls back to
/// errorFromAnswer.
[[nodiscard]] Error errorFromUnaryAnswer(int httpStatus, std::string_view body);

/// Cuts a byte stream into frames. Feed it whatever arrived, then take frames until there are none.
/// A length above `maximumPayload`, compression or unknown flags are a Protocol error, and every
/// later call repeats it. What comes after the end frame is ignored, as E2B's SDKs do.
class ConnectFrameParser final
{
public:
    static constexpr std::size_t maximumPayload = 64UL << 20U;

    void feed(std::string_view bytes);
    [[nodiscard]] Result<std::optional<ConnectFrame>> next();
    /// True when no part of a frame is waiting: where a well-formed stream may end.
    [[nodiscard]] bool isAtBoundary() const;

private:
    [[nodiscard]] Result<std::optional<ConnectFrame>> fail(std::string detail);

    std::string m_buffer;
    std::size_t m_position = 0;
    bool m_ended = false;
    std::optional<Error> m_error;
};

} // namespace Sandglass
