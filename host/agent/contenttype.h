// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace Sandglass {

/// The media type of a file by its extension; empty when that says nothing.
[[nodiscard]] std::string typeByName(std::string_view name);
/// By its first bytes (512 are enough).
[[nodiscard]] std::string typeByContent(std::string_view beginning);
/// The Content-Disposition that names a file: whatever its bytes are, they end nothing.
[[nodiscard]] std::string inlineDisposition(std::string_view name);

} // namespace Sandglass
