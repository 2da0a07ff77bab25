// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/result.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace Sandglass {

/// Everything but RFC 3986's unreserved characters becomes %XX.
[[nodiscard]] std::string percentEncode(std::string_view text);
/// Undoes it; a "+" becomes a space (as the services decode queries); a broken escape is a Protocol
/// error.
[[nodiscard]] Result<std::string> percentDecode(std::string_view text);
/// "a=1&b" → {a, "1"}, {b, ""}; both decoded once.
[[nodiscard]] Result<std::vector<std::pair<std::string, std::string>>>
parseQuery(std::string_view query);

/// RFC 4648 base64, standard alphabet, padded.
[[nodiscard]] std::string base64Encode(std::string_view bytes);
/// Accepts the standard and the URL-safe alphabet, padded or not.
[[nodiscard]] Result<std::string> base64Decode(std::string_view text);

} // namespace Sandglass
