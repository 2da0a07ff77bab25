// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace Sandglass {

/// Compares "0.10.2" and its like number by number; what is no number counts as 0.
[[nodiscard]] bool isOlderVersion(std::string_view version, std::string_view than);

} // namespace Sandglass
