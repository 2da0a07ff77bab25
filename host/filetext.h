// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace Sandglass {

/// What a file holds, at most its first 4 MiB; empty when it cannot be read. For files of /proc
/// too, whose process may end meanwhile: the standard streams throw then.
[[nodiscard]] std::string readFileText(const std::string &path);

} // namespace Sandglass
