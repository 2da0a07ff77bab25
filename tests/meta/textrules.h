// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <tests/meta/sourcefile.h>

namespace Sandglass {

/// Words given to something that shows them, without tr() or translate(). Only looks at literals
/// that are the argument itself, joined to it or chosen by "?:": what another call makes of a
/// literal is that call's business.
[[nodiscard]] Findings untranslatedTexts(const SourceFile &file);

} // namespace Sandglass
