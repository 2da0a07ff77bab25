// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <terminal/terminaltext.h>

#include <optional>

namespace Sandglass {

enum class SearchDirection { Up, Down };

/// Finds text in everything the grid holds, without regard to case, across the ends of wrapped
/// rows, and on from the other end when one is reached. `from` is where the last find was (or where
/// to begin); it is not found again unless there is no other.
[[nodiscard]] std::optional<TerminalSpan> findTerminalText(const TerminalGrid &grid,
                                                           const QString &text, TerminalSpan from,
                                                           SearchDirection direction);

} // namespace Sandglass
