// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string_view>

namespace Sandglass {

/// A name for a file on this computer made from one that came from outside: never a path, never "."
/// or "..", never empty, at most 255 bytes as UTF-8 (the extension is kept when it is short).
/// Separators become "_"; control and bidirectional characters, and bytes that are no UTF-8, become
/// visible as "%XX"; leading dots, spaces and dashes become "_".
[[nodiscard]] QString safeLocalName(std::string_view remoteName);

} // namespace Sandglass
