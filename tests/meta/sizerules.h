// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <tests/meta/sourcefile.h>

namespace Sandglass {

inline constexpr int maximumHeaderLines = 150;
inline constexpr int maximumSourceLines = 400;
inline constexpr int maximumMainWindowHeaderLines = 110;
inline constexpr int maximumMainLines = 59;
inline constexpr int maximumFunctionLines = 40;
inline constexpr int maximumPercentileLines = 300;

/// A file that is longer than one of its kind may be.
[[nodiscard]] Findings tooLongFile(const SourceFile &file);
/// Functions whose body, from brace to brace, has too many lines. Counts braces, so it takes
/// whatever follows a parameter list outside of other functions for a body: a lambda belongs to the
/// function around it.
[[nodiscard]] Findings tooLongFunctions(const SourceFile &file);
/// The length that 95 of 100 files do not exceed.
[[nodiscard]] int percentile95(const SourceFiles &files);

} // namespace Sandglass
