// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtCore/qnamespace.h>

namespace Sandglass {

class TerminalMachine;

/// Sends what a key means to a program, as xterm does it: cursor and keypad keys by the mode the
/// program chose, Ctrl with a letter as a control character, Alt as ESC in front, Backspace as DEL.
/// False for a key that means nothing, such as Shift alone.
[[nodiscard]] bool sendTerminalKey(TerminalMachine &machine, int key,
                                   Qt::KeyboardModifiers modifiers, const QString &text);

} // namespace Sandglass
