// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace Sandglass {

/// FIPS 180-4; 32 bytes. Of our own because a static agent should not carry a whole library for one
/// signature.
[[nodiscard]] std::string sha256(std::string_view bytes);

} // namespace Sandglass
