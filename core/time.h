// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/result.h>

#include <chrono>
#include <string>
#include <string_view>

namespace Sandglass {

/// UTC, nanoseconds: the services print up to nine fractional digits (platform API, "numbers and
/// time").
using Timestamp = std::chrono::sys_time<std::chrono::nanoseconds>;

/// RFC 3339 with 0 to 9 fractional digits and any offset. Anything else is a Protocol error. Times
/// before 1678 and after 2261 (year 1 for "none", 9999 for "never") become Timestamp::min() and
/// Timestamp::max().
[[nodiscard]] Result<Timestamp> parseTimestamp(std::string_view text);

/// "2026-11-20T05:00:05.123456Z"; trailing zeros of the fraction are left out, and the fraction
/// with them.
[[nodiscard]] std::string formatTimestamp(Timestamp time);

/// The Date header of HTTP ("Fri, 20 Nov 2026 05:00:05 GMT"); a Protocol error for anything else.
[[nodiscard]] Result<Timestamp> parseHttpDate(std::string_view text);

} // namespace Sandglass
