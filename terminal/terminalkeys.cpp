// SPDX-License-Identifier: GPL-3.0-or-later
#include <terminal/terminalkeys.h>
#include <terminal/terminalmachine.h>

#include <QtCore/QHash>

#include <vterm.h>

#include <optional>

namespace Sandglass {

namespace {

TerminalModifier toModifiers(Qt::KeyboardModifiers modifiers)
{
    TerminalModifier result = TerminalModifier::None;
    if (modifiers & Qt::ShiftModifier)
        result = result | TerminalModifier::Shift;
    if (modifiers & Qt::AltModifier)
        result = result | TerminalModifier::Alt;
    if (modifiers & Qt::ControlModifier)
        result = result | TerminalModifier::Control;
    return result;
}

std::optional<int> specialKey(int key)
{
    static const QHash<int, int> keys{
        {Qt::Key_Up, VTERM_KEY_UP},         {Qt::Key_Down, VTERM_KEY_DOWN},
        {Qt::Key_Left, VTERM_KEY_LEFT},     {Qt::Key_Right, VTERM_KEY_RIGHT},
        {Qt::Key_Insert, VTERM_KEY_INS},    {Qt::Key_Delete, VTERM_KEY_DEL},
        {Qt::Key_Home, VTERM_KEY_HOME},     {Qt::Key_End, VTERM_KEY_END},
        {Qt::Key_PageUp, VTERM_KEY_PAGEUP}, {Qt::Key_PageDown, VTERM_KEY_PAGEDOWN},
    };
    if (key >= Qt::Key_F1 && key <= Qt::Key_F12)
        return VTERM_KEY_FUNCTION(1 + key - Qt::Key_F1);
    const auto found = keys.find(key);
    return found == keys.end() ? std::nullopt : std::optional<int>(*found);
}

std::optional<int> keypadKey(int key)
{
    if (key >= Qt::Key_0 && key <= Qt::Key_9)
        return VTERM_KEY_KP_0 + key - Qt::Key_0;
    switch (key) {
    case Qt::Key_Asterisk:
        return VTERM_KEY_KP_MULT;
    case Qt::Key_Plus:
        return VTERM_KEY_KP_PLUS;
    case Qt::Key_Minus:
        return VTERM_KEY_KP_MINUS;
    case Qt::Key_Period:
        return VTERM_KEY_KP_PERIOD;
    case Qt::Key_Comma:
        return VTERM_KEY_KP_COMMA;
    case Qt::Key_Slash:
        return VTERM_KEY_KP_DIVIDE;
    case Qt::Key_Equal:
        return VTERM_KEY_KP_EQUAL;
    default:
        return {};
    }
}

// libvterm would name modifiers of these in sequences that shells do not know.
std::optional<QByteArray> plainKey(int key, Qt::KeyboardModifiers modifiers)
{
    switch (key) {
    case Qt::Key_Escape:
        return "\x1b";
    case Qt::Key_Backspace:
        return modifiers & Qt::ControlModifier ? "\x08" : "\x7f";
    case Qt::Key_Tab:
        return modifiers & Qt::ShiftModifier ? "\x1b[Z" : "\t";
    case Qt::Key_Backtab:
        return "\x1b[Z";
    default:
        return {};
    }
}

// Ctrl with a printable key: the control characters where terminals have always put them.
std::optional<char> controlCharacter(int key)
{
    if (key >= Qt::Key_A && key <= Qt::Key_Z)
        return char(key - Qt::Key_A + 1);
    switch (key) {
    case Qt::Key_At:
    case Qt::Key_Space:
    case Qt::Key_2:
        return '\0';
    case Qt::Key_BracketLeft:
    case Qt::Key_3:
        return '\x1b';
    case Qt::Key_Backslash:
    case Qt::Key_4:
        return '\x1c';
    case Qt::Key_BracketRight:
    case Qt::Key_5:
        return '\x1d';
    case Qt::Key_AsciiCircum:
    case Qt::Key_6:
        return '\x1e';
    case Qt::Key_Underscore:
    case Qt::Key_Minus:
    case Qt::Key_Slash:
    case Qt::Key_7:
        return '\x1f';
    case Qt::Key_Question:
    case Qt::Key_8:
        return '\x7f';
    default:
        return {};
    }
}

bool isPrintable(const QString &text)
{
    return !text.isEmpty() && text.at(0).unicode() >= 0x20 && text.at(0).unicode() != 0x7f;
}

bool sendCharacters(TerminalMachine &machine, int key, Qt::KeyboardModifiers modifiers,
                    const QString &text)
{
    QByteArray bytes;
    if (modifiers & Qt::ControlModifier) {
        if (const auto control = controlCharacter(key))
            bytes = QByteArray(1, *control);
        else if (isPrintable(text)) // AltGr counts as Ctrl+Alt on some systems
            return machine.send(text.toUtf8()), true;
    } else if (isPrintable(text)) {
        bytes = text.toUtf8();
    } else if (key >= Qt::Key_Space && key < Qt::Key_Escape && (modifiers & Qt::AltModifier)) {
        const QChar character{char16_t(key)}; // Alt can keep the text from being made
        bytes = QString(modifiers & Qt::ShiftModifier ? character : character.toLower()).toUtf8();
    }
    if (bytes.isEmpty())
        return false;
    machine.send(modifiers & Qt::AltModifier ? "\x1b" + bytes : bytes);
    return true;
}

} // namespace

bool sendTerminalKey(TerminalMachine &machine, int key, Qt::KeyboardModifiers modifiers,
                     const QString &text)
{
    if (const auto plain = plainKey(key, modifiers)) {
        machine.send(modifiers & Qt::AltModifier ? "\x1b" + *plain : *plain);
        return true;
    }
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        // The keypad's own Enter is the same key unless the program asked for the difference.
        const bool alt = modifiers & Qt::AltModifier;
        machine.pressKey(VTERM_KEY_ENTER, alt ? TerminalModifier::Alt : TerminalModifier::None);
        return true;
    }
    if (const auto special = specialKey(key)) {
        machine.pressKey(*special, toModifiers(modifiers));
        return true;
    }
    const bool bare = !(modifiers & (Qt::ControlModifier | Qt::AltModifier | Qt::ShiftModifier));
    if ((modifiers & Qt::KeypadModifier) && bare) {
        if (const auto keypad = keypadKey(key)) {
            machine.pressKey(*keypad, TerminalModifier::None);
            return true;
        }
    }
    return sendCharacters(machine, key, modifiers, text);
}

} // namespace Sandglass
