// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <tests/meta/sourcefile.h>

namespace Sandglass {

/// Calls and types that the architecture rules out, each where it is ruled out.
[[nodiscard]] Findings forbiddenCalls(const SourceFile &file);
/// Colours written down anywhere but in the theme.
[[nodiscard]] Findings strayColours(const SourceFile &file);

} // namespace Sandglass
