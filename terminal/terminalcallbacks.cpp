// SPDX-License-Identifier: GPL-3.0-or-later
#include <terminal/terminalcallbacks.h>

#include <algorithm>
#include <cstdlib>

namespace Sandglass {

namespace {

constexpr qsizetype maximumTitleBytes = 1024;
constexpr qsizetype maximumQuestionBytes = 64;

TerminalMachine &machineOf(void *user)
{
    return *static_cast<TerminalMachine *>(user);
}

TerminalArea toArea(VTermRect rect)
{
    return {rect.start_row, rect.end_row, rect.start_col, rect.end_col};
}

int cellCount(VTermRect rect)
{
    return std::max(0, rect.end_row - rect.start_row) * std::max(0, rect.end_col - rect.start_col);
}

TerminalColor toColor(const VTermColor &color)
{
    if (VTERM_COLOR_IS_DEFAULT_FG(&color) || VTERM_COLOR_IS_DEFAULT_BG(&color))
        return {};
    if (VTERM_COLOR_IS_INDEXED(&color))
        return TerminalColor::indexed(color.indexed.idx);
    return TerminalColor::rgb(color.rgb.red, color.rgb.green, color.rgb.blue);
}

TerminalCursorShape toShape(int number)
{
    if (number == VTERM_PROP_CURSORSHAPE_UNDERLINE)
        return TerminalCursorShape::Underline;
    return number == VTERM_PROP_CURSORSHAPE_BAR_LEFT ? TerminalCursorShape::Bar
                                                     : TerminalCursorShape::Block;
}

TerminalMouseMode toMouseMode(int number)
{
    switch (number) {
    case VTERM_PROP_MOUSE_CLICK:
        return TerminalMouseMode::Click;
    case VTERM_PROP_MOUSE_DRAG:
        return TerminalMouseMode::Drag;
    case VTERM_PROP_MOUSE_MOVE:
        return TerminalMouseMode::Move;
    default:
        return TerminalMouseMode::None;
    }
}

char32_t internCluster(TerminalGrid &grid, const std::uint32_t *codePoints)
{
    std::size_t length = 1;
    while (length < TerminalClusters::maximumLength && codePoints[length] != 0)
        ++length;
    return grid.clusters().intern({reinterpret_cast<const char32_t *>(codePoints), length});
}

void setBit(quint16 &attributes, quint16 bit, bool on)
{
    attributes = quint16(on ? attributes | bit : attributes & ~bit);
}

} // namespace

const VTermStateCallbacks &TerminalMachine::Callbacks::state()
{
    static const VTermStateCallbacks callbacks{
        .putglyph = put,
        .movecursor = moveCursor,
        .scrollrect = scroll,
        .moverect = nullptr,
        .erase = erase,
        .initpen = reset,
        .setpenattr = setPen,
        .settermprop = setProperty,
        .bell = bell,
        .resize = resize,
        .setlineinfo = nullptr, // lines of double width or height are not offered
        .sb_clear = clearHistory,
    };
    return callbacks;
}

const VTermStateFallbacks &TerminalMachine::Callbacks::fallbacks()
{
    static const VTermStateFallbacks callbacks{.osc = osc};
    return callbacks;
}

void TerminalMachine::Callbacks::output(const char *bytes, std::size_t size, void *machine)
{
    machineOf(machine).reply({bytes, qsizetype(size)});
}

// Hot: once for each character.
int TerminalMachine::Callbacks::put(VTermGlyphInfo *glyph, VTermPos place, void *machine)
{
    TerminalMachine &self = machineOf(machine);
    if (place.col == 0 && unsigned(place.row) < unsigned(self.m_grid.rows())) [[unlikely]] {
        const VTermState *state = vterm_obtain_state(self.m_vterm.get());
        self.m_grid.setContinued(place.row,
                                 vterm_state_get_lineinfo(state, place.row)->continuation);
    }
    if (self.m_guard.mayProtect()) [[unlikely]] // looked at first: the field itself is slow to read
        setBit(self.m_pen.attributes, TerminalAttribute::Protected, glyph->protected_cell);
    const TerminalPosition position{place.row, place.col};
    if (glyph->width < 1) [[unlikely]] {
        self.addAccent(glyph->chars);
        return 1;
    }
    char32_t code = glyph->chars[0];
    if (glyph->chars[1] != 0) [[unlikely]]
        code = internCluster(self.m_grid, glyph->chars);
    self.put(code, glyph->width, position);
    return 1;
}

int TerminalMachine::Callbacks::moveCursor(VTermPos place, VTermPos, int, void *machine)
{
    machineOf(machine).m_cursor = {place.row, place.col};
    return 1;
}

int TerminalMachine::Callbacks::scroll(VTermRect area, int up, int left, void *machine)
{
    TerminalMachine &self = machineOf(machine);
    const bool wholeRows =
        left == 0 && area.start_col == 0 && area.end_col == self.m_grid.columns();
    self.m_work += wholeRows ? std::abs(up) * self.m_grid.columns() / 8 : cellCount(area);
    self.m_grid.scroll(toArea(area), up, left, self.m_pen.background);
    return 1;
}

int TerminalMachine::Callbacks::erase(VTermRect area, int selective, void *machine)
{
    TerminalMachine &self = machineOf(machine);
    self.m_work += cellCount(area) / 4;
    self.m_grid.erase(toArea(area), self.m_pen.background, selective);
    return 1;
}

// Called by a reset of either kind, before it sets pen and properties.
int TerminalMachine::Callbacks::reset(void *machine)
{
    TerminalMachine &self = machineOf(machine);
    self.m_pen = {};
    self.m_guard.regionIsReset();
    self.resetModes();
    return 1;
}

int TerminalMachine::Callbacks::setPen(VTermAttr attribute, VTermValue *value, void *machine)
{
    TerminalCell &pen = machineOf(machine).m_pen;
    switch (attribute) {
    case VTERM_ATTR_BOLD:
        setBit(pen.attributes, TerminalAttribute::Bold, value->boolean);
        break;
    case VTERM_ATTR_ITALIC:
        setBit(pen.attributes, TerminalAttribute::Italic, value->boolean);
        break;
    case VTERM_ATTR_UNDERLINE:
        pen.attributes = quint16((pen.attributes & ~TerminalAttribute::UnderlineMask) |
                                 (value->number & 3) << TerminalAttribute::UnderlineShift);
        break;
    case VTERM_ATTR_STRIKE:
        setBit(pen.attributes, TerminalAttribute::Strike, value->boolean);
        break;
    case VTERM_ATTR_REVERSE:
        setBit(pen.attributes, TerminalAttribute::Reverse, value->boolean);
        break;
    case VTERM_ATTR_CONCEAL:
        setBit(pen.attributes, TerminalAttribute::Conceal, value->boolean);
        break;
    case VTERM_ATTR_BLINK:
        setBit(pen.attributes, TerminalAttribute::Blink, value->boolean);
        break;
    case VTERM_ATTR_FOREGROUND:
        pen.foreground = toColor(value->color);
        break;
    case VTERM_ATTR_BACKGROUND:
        pen.background = toColor(value->color);
        break;
    default:
        break;
    }
    return 1;
}

int TerminalMachine::Callbacks::setProperty(VTermProp property, VTermValue *value, void *machine)
{
    TerminalMachine &self = machineOf(machine);
    switch (property) {
    case VTERM_PROP_CURSORVISIBLE:
        self.m_modes.cursorVisible = value->boolean;
        break;
    case VTERM_PROP_CURSORBLINK:
        self.m_modes.cursorBlinks = value->boolean;
        break;
    case VTERM_PROP_CURSORSHAPE:
        self.m_modes.cursorShape = toShape(value->number);
        break;
    case VTERM_PROP_ALTSCREEN:
        setAlternate(self, value->boolean);
        break;
    case VTERM_PROP_TITLE:
        setTitle(self, value->string);
        break;
    case VTERM_PROP_REVERSE:
        self.m_modes.reversed = value->boolean;
        self.m_grid.markAllDamaged();
        break;
    case VTERM_PROP_MOUSE:
        self.m_modes.mouse = toMouseMode(value->number);
        break;
    case VTERM_PROP_FOCUSREPORT:
        self.m_modes.focusReports = value->boolean;
        break;
    default:
        break;
    }
    return 1;
}

void TerminalMachine::Callbacks::setAlternate(TerminalMachine &self, bool alternate)
{
    if (alternate && !self.m_grid.isAlternate())
        self.m_mainCursor = self.m_cursor;
    self.m_returned = !alternate && self.m_grid.isAlternate();
    self.m_grid.setAlternate(alternate);
}

void TerminalMachine::Callbacks::setTitle(TerminalMachine &self, VTermStringFragment part)
{
    if (part.initial)
        self.m_titlePart.clear();
    const qsizetype room = maximumTitleBytes - self.m_titlePart.size();
    self.m_titlePart.append(part.str, std::min<qsizetype>(room, qsizetype(part.len)));
    if (part.final)
        self.m_title = std::exchange(self.m_titlePart, {});
}

int TerminalMachine::Callbacks::bell(void *machine)
{
    machineOf(machine).m_bell = true;
    return 1;
}

void TerminalMachine::Callbacks::fillLineInfo(TerminalMachine &self, VTermLineInfo *lines)
{
    for (int row = 0; row < self.m_grid.rows(); ++row)
        lines[row].continuation = self.m_grid.isContinued(row);
}

int TerminalMachine::Callbacks::resize(int rows, int columns, VTermStateFields *fields,
                                       void *machine)
{
    TerminalMachine &self = machineOf(machine);
    const bool alternate = self.m_grid.isAlternate();
    if (const auto wanted = std::exchange(self.m_wantedCursor, {}))
        fields->pos = {wanted->row, wanted->column};
    if (rows == self.m_grid.rows() && columns == self.m_grid.columns())
        return 1;
    const TerminalPosition here{fields->pos.row, fields->pos.col};
    const TerminalPosition place =
        self.m_grid.resize(rows, columns, alternate ? self.m_mainCursor : here);
    if (alternate)
        self.m_mainCursor = place;
    else
        fields->pos = {place.row, place.column};
    for (VTermLineInfo *&lines : fields->lineinfos) {
        std::free(lines);
        // With room for any row that a saved cursor may name (see allocationSlack).
        lines = static_cast<VTermLineInfo *>(
            std::calloc(std::size_t(rows) + 4096, sizeof(VTermLineInfo)));
    }
    fillLineInfo(self, fields->lineinfos[alternate ? 1 : 0]);
    return 1;
}

int TerminalMachine::Callbacks::clearHistory(void *machine)
{
    machineOf(machine).m_grid.clearHistory();
    return 1;
}

int TerminalMachine::Callbacks::osc(int command, VTermStringFragment part, void *machine)
{
    TerminalMachine &self = machineOf(machine);
    if (part.initial)
        self.m_osc.clear();
    const qsizetype room = maximumQuestionBytes - self.m_osc.size();
    self.m_osc.append(part.str, std::min<qsizetype>(room, qsizetype(part.len)));
    if (part.final && (command == 10 || command == 11))
        self.answerColor(command, self.m_osc);
    return 1;
}

} // namespace Sandglass
