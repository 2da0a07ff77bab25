// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/qtypes.h>

namespace Sandglass {

enum class TerminalCursorShape : quint8 { Block, Underline, Bar };

/// Which movements of the mouse the program wants to hear of.
enum class TerminalMouseMode : quint8 { None, Click, Drag, Move };

/// What the program has switched on, as far as a view has to know.
struct TerminalModes {
    TerminalCursorShape cursorShape = TerminalCursorShape::Block;
    TerminalMouseMode mouse = TerminalMouseMode::None;
    bool cursorVisible = true;
    bool cursorBlinks = true;
    bool reversed = false; ///< the whole screen, DECSCNM
    bool focusReports = false;
    [[nodiscard]] bool operator==(const TerminalModes &) const = default;
};

} // namespace Sandglass
