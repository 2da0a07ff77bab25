// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <tests/meta/sourcefile.h>

namespace Sandglass {

/// Includes of folders that this folder may not use (docs/architecture.md, the table of folders).
[[nodiscard]] Findings forbiddenArrows(const SourceFile &file);
/// Includes of Qt modules that this folder may not use.
[[nodiscard]] Findings forbiddenQtModules(const SourceFile &file);
/// Linking what the folder may not use, or a private part of Qt.
[[nodiscard]] Findings forbiddenLinks(const SourceFile &file);
/// JSON outside protocol/, or in its public headers.
[[nodiscard]] Findings strayJson(const SourceFile &file);

} // namespace Sandglass
