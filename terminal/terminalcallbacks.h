// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <terminal/terminalmachine.h>

#include <vterm.h>

namespace Sandglass {

/// What libvterm calls. Included by the machine's own sources only.
struct TerminalMachine::Callbacks {
    [[nodiscard]] static const VTermStateCallbacks &state();
    [[nodiscard]] static const VTermStateFallbacks &fallbacks();
    static void output(const char *bytes, std::size_t size, void *machine);

private:
    static int put(VTermGlyphInfo *glyph, VTermPos place, void *machine);
    static int moveCursor(VTermPos place, VTermPos old, int visible, void *machine);
    static int scroll(VTermRect area, int up, int left, void *machine);
    static int erase(VTermRect area, int selective, void *machine);
    static int reset(void *machine);
    static int setPen(VTermAttr attribute, VTermValue *value, void *machine);
    static int setProperty(VTermProp property, VTermValue *value, void *machine);
    static int bell(void *machine);
    static int resize(int rows, int columns, VTermStateFields *fields, void *machine);
    static int clearHistory(void *machine);
    static int osc(int command, VTermStringFragment part, void *machine);

    static void setTitle(TerminalMachine &self, VTermStringFragment part);
    static void setAlternate(TerminalMachine &self, bool alternate);
    static void fillLineInfo(TerminalMachine &self, VTermLineInfo *lines);
};

} // namespace Sandglass
