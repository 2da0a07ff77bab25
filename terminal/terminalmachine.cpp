// SPDX-License-Identifier: GPL-3.0-or-later
#include <terminal/terminalcallbacks.h>
#include <terminal/terminalmachine.h>

#include <algorithm>

namespace Sandglass {

namespace {

// Work, in cells, after which feed() lets its caller look at the clock: some sequences of a few
// bytes touch the whole screen.
constexpr int workLimit = 200'000;

// Replies that a single feed() may cause; a flood of questions must not become a flood of answers.
constexpr int replyLimit = 4096;

// libvterm restores a saved cursor without a look at the present size and then uses it as an index,
// to flip a tab stop for example. Every block it gets is that much longer than it asked for: enough
// for the largest screen that TerminalSurface allows.
constexpr std::size_t allocationSlack = 8192;

void *allocate(std::size_t size, void *)
{
    return std::calloc(1, size + allocationSlack);
}

void release(void *block, void *)
{
    std::free(block);
}

const VTermAllocatorFunctions allocator{.malloc = allocate, .free = release};

VTermModifier toVTerm(TerminalModifier modifiers)
{
    return VTermModifier(quint8(modifiers));
}

} // namespace

void VTermDeleter::operator()(VTerm *machine) const
{
    vterm_free(machine);
}

TerminalMachine::TerminalMachine(int rows, int columns, TerminalLimits limits)
    : m_grid(rows, columns, limits)
{
    VTermBuilder builder{};
    builder.rows = rows;
    builder.cols = columns;
    builder.allocator = &allocator;
    m_vterm.reset(vterm_build(&builder));
    vterm_set_utf8(m_vterm.get(), true);
    vterm_output_set_callback(m_vterm.get(), Callbacks::output, this);
    VTermState *state = vterm_obtain_state(m_vterm.get());
    vterm_state_set_callbacks(state, &Callbacks::state(), this);
    vterm_state_set_unrecognised_fallbacks(state, &Callbacks::fallbacks(), this);
    vterm_state_reset(state, true);
}

TerminalMachine::~TerminalMachine() = default;

qsizetype TerminalMachine::feed(QByteArrayView bytes)
{
    m_work = 0;
    m_replyBudget = replyLimit;
    m_feeding = true;
    const qsizetype taken = m_guard.feed(bytes, *this);
    m_feeding = false;
    return taken;
}

void TerminalMachine::write(const char *bytes, std::size_t size)
{
    vterm_input_write(m_vterm.get(), bytes, size);
}

void TerminalMachine::repeatLast(int count)
{
    QString text;
    m_grid.clusters().appendTo(text, {.code = m_lastCode});
    const QByteArray repeated = text.toUtf8().repeated(std::min(count, m_grid.columns()));
    if (!repeated.isEmpty())
        write(repeated.constData(), std::size_t(repeated.size()));
}

bool TerminalMachine::settle()
{
    const TerminalPosition inside = cursor();
    if (m_returned)
        m_wantedCursor = m_mainCursor;
    else if (inside != m_cursor)
        m_wantedCursor = inside;
    m_returned = false;
    // A resize to the same size is the one way to move the cursor of the state from outside.
    if (m_wantedCursor)
        setSize(m_grid.rows(), m_grid.columns());
    return m_work < workLimit;
}

TerminalPosition TerminalMachine::cursor() const
{
    return {std::clamp(m_cursor.row, 0, m_grid.rows() - 1),
            std::clamp(m_cursor.column, 0, m_grid.columns() - 1)};
}

void TerminalMachine::resize(int rows, int columns)
{
    // A scrolling region that reaches below the new last row makes libvterm move memory it does not
    // own.
    if (m_guard.mayHaveRegion()) {
        const TerminalPosition place = cursor();
        m_guard.abort(*this);
        write("\x1b[r", 3);
        m_guard.regionIsReset();
        m_wantedCursor = place;
    }
    setSize(rows, columns);
}

void TerminalMachine::setSize(int rows, int columns)
{
    vterm_set_size(m_vterm.get(), rows, columns);
    VTermPos place;
    vterm_state_get_cursorpos(vterm_obtain_state(m_vterm.get()), &place);
    m_cursor = {place.row, place.col};
}

// An accent that libvterm could not tell what it belongs to goes to the last character.
void TerminalMachine::addAccent(const quint32 *codePoints)
{
    const TerminalCell last{.code = m_lastCode};
    std::u32string joined(m_grid.clusters().codePoints(last));
    if (joined.empty())
        return;
    for (; *codePoints != 0 && joined.size() < TerminalClusters::maximumLength; ++codePoints)
        joined.push_back(char32_t(*codePoints));
    put(m_grid.clusters().intern(joined), m_lastWidth, m_lastPlace);
}

void TerminalMachine::resetModes()
{
    m_modes = {};
    m_grid.setAlternate(false);
}

void TerminalMachine::pressKey(int key, TerminalModifier modifiers)
{
    vterm_keyboard_key(m_vterm.get(), VTermKey(key), toVTerm(modifiers));
}

void TerminalMachine::moveMouse(TerminalPosition cell, TerminalModifier modifiers)
{
    vterm_mouse_move(m_vterm.get(), cell.row, cell.column, toVTerm(modifiers));
}

void TerminalMachine::pressMouse(int button, bool pressed, TerminalModifier modifiers)
{
    vterm_mouse_button(m_vterm.get(), button, pressed, toVTerm(modifiers));
}

void TerminalMachine::reportFocus(bool focused)
{
    VTermState *state = vterm_obtain_state(m_vterm.get());
    if (focused)
        vterm_state_focus_in(state);
    else
        vterm_state_focus_out(state);
}

bool TerminalMachine::hasBracketedPaste()
{
    // The mode itself cannot be asked for; what a paste would begin with tells.
    const QByteArray waiting = std::exchange(m_output, {});
    vterm_keyboard_start_paste(m_vterm.get());
    return !std::exchange(m_output, waiting).isEmpty();
}

void TerminalMachine::setDefaultColors(quint32 foreground, quint32 background)
{
    m_defaultColors = {foreground, background};
}

void TerminalMachine::answerColor(int command, QByteArrayView question)
{
    if (question != "?")
        return;
    const quint32 color = m_defaultColors[command == 11 ? 1 : 0];
    QByteArray answer = "\x1b]" + QByteArray::number(command) + ";rgb:";
    for (const int shift : {16, 8, 0}) {
        const QByteArray part =
            QByteArray::number((color >> shift) & 0xff, 16).rightJustified(2, '0');
        answer += part + part + (shift > 0 ? "/" : "\x1b\\");
    }
    reply(answer);
}

// Keys always get through; only what the program's own bytes cause is counted.
void TerminalMachine::reply(QByteArrayView bytes)
{
    if (m_feeding) {
        if (bytes.size() > m_replyBudget)
            return;
        m_replyBudget -= int(bytes.size());
    }
    m_output.append(bytes);
}

} // namespace Sandglass
