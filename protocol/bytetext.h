// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

/// Names of files are bytes, JSON is UTF-8. What is no UTF-8 in a name is written as "\xE9", one
/// such escape for each byte; everything else stays as it is, backslashes included. So the text is
/// readable, always valid and, but for the rare name that holds such an escape in so many letters,
/// without loss: the sandbox's agent looks a path up as it stands, and if there is nothing, with
/// its escapes undone. E2B's own service answers a listing with such a name in it with an error.
namespace Sandglass {

[[nodiscard]] std::string textOfBytes(std::string_view bytes);
/// Undoes it: "\x80" to "\xFF", with capital digits, become that byte.
[[nodiscard]] std::string bytesOfText(std::string_view text);

} // namespace Sandglass
