// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <tests/meta/sourcefile.h>

namespace Sandglass {

/// The licence's identifier is the first line of every file.
[[nodiscard]] Findings missingLicence(const SourceFile &file);
/// `#pragma once` is the first thing in a header, and there is no guard of names.
[[nodiscard]] Findings missingPragmaOnce(const SourceFile &file);
/// Includes are written from the repository's root in angle brackets; only what moc makes is
/// quoted.
[[nodiscard]] Findings quotedIncludes(const SourceFile &file);
/// File names are lower case.
[[nodiscard]] Findings upperCaseName(const SourceFile &file);

} // namespace Sandglass
