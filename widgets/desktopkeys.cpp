// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/desktopkeys.h>

#include <QtGui/QGuiApplication>
#include <QtGui/QKeyEvent>

#include <algorithm>
#include <utility>

namespace Sandglass {

using namespace Qt::StringLiterals;

namespace {

constexpr quint32 unicodeKeysyms = 0x01000000;
constexpr quint32 keysymTab = 0xff09;
constexpr quint32 keysymLeftTab = 0xfe20; // what Shift makes of Tab
constexpr quint32 keysymF1 = 0xffbe;
constexpr quint32 keysymDead = 0xfe50;
constexpr quint32 keysymPad0 = 0xffb0;
constexpr quint32 madeUpKey = 0x80000000;

struct Meaning {
    int key;
    quint32 keysym;
};

/// Keys that write nothing, and those whose text is a control character.
constexpr Meaning named[] = {
    {Qt::Key_Escape, 0xff1b},
    {Qt::Key_Tab, keysymTab},
    {Qt::Key_Backtab, keysymTab},
    {Qt::Key_Backspace, 0xff08},
    {Qt::Key_Return, 0xff0d},
    {Qt::Key_Enter, 0xff8d},
    {Qt::Key_Insert, 0xff63},
    {Qt::Key_Delete, 0xffff},
    {Qt::Key_Pause, 0xff13},
    {Qt::Key_Print, 0xff61},
    {Qt::Key_SysReq, 0xff15},
    {Qt::Key_Clear, 0xff0b},
    {Qt::Key_Home, 0xff50},
    {Qt::Key_End, 0xff57},
    {Qt::Key_Left, 0xff51},
    {Qt::Key_Up, 0xff52},
    {Qt::Key_Right, 0xff53},
    {Qt::Key_Down, 0xff54},
    {Qt::Key_PageUp, 0xff55},
    {Qt::Key_PageDown, 0xff56},
    {Qt::Key_Shift, 0xffe1},
    {Qt::Key_Control, 0xffe3},
    {Qt::Key_Meta, 0xffeb},
    {Qt::Key_Alt, 0xffe9},
    {Qt::Key_AltGr, 0xfe03},
    {Qt::Key_CapsLock, 0xffe5},
    {Qt::Key_NumLock, 0xff7f},
    {Qt::Key_ScrollLock, 0xff14},
    {Qt::Key_Super_L, 0xffeb},
    {Qt::Key_Super_R, 0xffec},
    {Qt::Key_Hyper_L, 0xffed},
    {Qt::Key_Hyper_R, 0xffee},
    {Qt::Key_Menu, 0xff67},
    {Qt::Key_Help, 0xff6a},
    {Qt::Key_Multi_key, 0xff20},
    {Qt::Key_Mode_switch, 0xff7e},
    {Qt::Key_Kanji, 0xff21},
    {Qt::Key_Muhenkan, 0xff22},
    {Qt::Key_Henkan, 0xff23},
    {Qt::Key_Hiragana, 0xff25},
    {Qt::Key_Katakana, 0xff26},
    {Qt::Key_Hiragana_Katakana, 0xff27},
    {Qt::Key_Zenkaku_Hankaku, 0xff2a},
    {Qt::Key_Hangul, 0xff31},
    {Qt::Key_Hangul_Hanja, 0xff34},
    {Qt::Key_VolumeDown, 0x1008ff11},
    {Qt::Key_VolumeMute, 0x1008ff12},
    {Qt::Key_VolumeUp, 0x1008ff13},
};

/// The same on the keypad.
constexpr Meaning onKeypad[] = {
    {Qt::Key_Enter, 0xff8d},  {Qt::Key_Return, 0xff8d}, {Qt::Key_Home, 0xff95},
    {Qt::Key_Left, 0xff96},   {Qt::Key_Up, 0xff97},     {Qt::Key_Right, 0xff98},
    {Qt::Key_Down, 0xff99},   {Qt::Key_PageUp, 0xff9a}, {Qt::Key_PageDown, 0xff9b},
    {Qt::Key_End, 0xff9c},    {Qt::Key_Clear, 0xff9d},  {Qt::Key_Insert, 0xff9e},
    {Qt::Key_Delete, 0xff9f}, {Qt::Key_Equal, 0xffbd},  {Qt::Key_Asterisk, 0xffaa},
    {Qt::Key_Plus, 0xffab},   {Qt::Key_Comma, 0xffac},  {Qt::Key_Minus, 0xffad},
    {Qt::Key_Period, 0xffae}, {Qt::Key_Slash, 0xffaf},
};

template<typename Table>
quint32 find(const Table &table, int key)
{
    const auto *found = std::ranges::find(table, key, &Meaning::key);
    return found != std::end(table) ? found->keysym : 0;
}

quint32 keypadKeysym(int key)
{
    if (key >= Qt::Key_0 && key <= Qt::Key_9)
        return keysymPad0 + quint32(key - Qt::Key_0);
    return find(onKeypad, key);
}

quint32 namedKeysym(int key)
{
    if (key >= Qt::Key_F1 && key <= Qt::Key_F35)
        return keysymF1 + quint32(key - Qt::Key_F1);
    // Qt numbers the dead keys as X11 does.
    if (key >= Qt::Key_Dead_Grave && key <= Qt::Key_Dead_Longsolidusoverlay)
        return keysymDead + quint32(key - Qt::Key_Dead_Grave);
    return find(named, key);
}

char32_t firstCharacter(const QString &text)
{
    const QList<uint> characters = text.toUcs4();
    if (characters.isEmpty() || characters.first() < 0x20 || characters.first() == 0x7f)
        return 0;
    return char32_t(characters.first());
}

/// With Ctrl a letter writes a control character or nothing, so the key has to say which one.
quint32 letterKeysym(const QKeyEvent &event)
{
    const int key = event.key();
    if (key < Qt::Key_Space || quint32(key) >= unicodeKeysyms)
        return 0;
    const bool isShifted = event.modifiers().testFlag(Qt::ShiftModifier);
    return keysymOf(isShifted ? char32_t(key) : QChar::toLower(char32_t(key)));
}

} // namespace

NativeKeys nativeKeys()
{
    const QString platform = QGuiApplication::platformName();
    const bool isX = platform == "xcb"_L1 || platform.startsWith("wayland"_L1);
    return isX ? NativeKeys::Keysyms : NativeKeys::Foreign;
}

quint32 keysymOf(char32_t character)
{
    const bool isLatin1 =
        (character >= 0x20 && character <= 0x7e) || (character >= 0xa0 && character <= 0xff);
    return isLatin1 ? quint32(character) : unicodeKeysyms + quint32(character);
}

quint32 keysymOf(const QKeyEvent &event, NativeKeys native)
{
    if (native == NativeKeys::Keysyms && event.nativeVirtualKey() != 0) {
        const quint32 keysym = event.nativeVirtualKey();
        return keysym == keysymLeftTab ? keysymTab : keysym;
    }
    if (event.modifiers().testFlag(Qt::KeypadModifier)) {
        if (const quint32 keysym = keypadKeysym(event.key()))
            return keysym;
    }
    if (const quint32 keysym = namedKeysym(event.key()))
        return keysym;
    if (const char32_t character = firstCharacter(event.text()))
        return keysymOf(character);
    return letterKeysym(event);
}

quint32 physicalKeyOf(const QKeyEvent &event)
{
    if (event.nativeScanCode() != 0)
        return event.nativeScanCode();
    // An event that no keyboard made: its key stands for it.
    const int key = event.key() == Qt::Key_Backtab ? int(Qt::Key_Tab) : event.key();
    return madeUpKey | quint32(key);
}

void DesktopChord::press(const QKeyEvent &event)
{
    const bool isControl = event.key() == Qt::Key_Control;
    const bool isAlt = event.key() == Qt::Key_Alt;
    const quint32 physical = physicalKeyOf(event);
    if (!isControl && !isAlt) {
        spoil();
        if (!m_others.contains(physical)) // it repeats, perhaps since before it was seen here
            m_others.append(physical);
        return;
    }
    if (event.isAutoRepeat())
        return;
    if (m_down.contains(physical))
        reset(); // its release was lost: this is a new beginning
    if (m_down.isEmpty())
        begin(event);
    m_down.append(physical);
    m_hadControl |= isControl;
    m_hadAlt |= isAlt;
}

void DesktopChord::begin(const QKeyEvent &event)
{
    // Modifiers may be held since before the keyboard came here.
    constexpr auto others = Qt::ShiftModifier | Qt::MetaModifier | Qt::GroupSwitchModifier;
    m_hadControl = false;
    m_hadAlt = false;
    m_isClean = m_others.isEmpty() && !(event.modifiers() & others);
}

bool DesktopChord::release(const QKeyEvent &event)
{
    if (event.isAutoRepeat())
        return false;
    const quint32 physical = physicalKeyOf(event);
    m_others.removeOne(physical);
    if (!m_down.removeOne(physical) || !m_down.isEmpty())
        return false;
    return m_isClean && m_hadControl && m_hadAlt;
}

void DesktopChord::reset()
{
    m_down.clear();
    m_others.clear();
    m_hadControl = false;
    m_hadAlt = false;
    m_isClean = false;
}

} // namespace Sandglass
