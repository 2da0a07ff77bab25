// SPDX-License-Identifier: GPL-3.0-or-later
#include <vnc/rfbinput.h>

#include <algorithm>

namespace Sandglass {

namespace {

constexpr quint32 keysymReturn = 0xff0d;
constexpr quint32 keysymTab = 0xff09;
constexpr quint32 unicodeKeysyms = 0x01000000;
constexpr int anglePerClick = 120;
/// A wheel event of more is a broken device.
constexpr int mostClicks = 50;

quint8 maskOf(Qt::MouseButton button)
{
    switch (button) {
    case Qt::LeftButton:
        return 0x01;
    case Qt::MiddleButton:
        return 0x02;
    case Qt::RightButton:
        return 0x04;
    case Qt::BackButton:
        return 0x80;
    default:
        return 0;
    }
}

/// Zero for what no key types.
quint32 keysymOf(char32_t character)
{
    if (character == U'\n')
        return keysymReturn;
    if (character == U'\t')
        return keysymTab;
    if (character < 0x20 || (character >= 0x7f && character < 0xa0) ||
        QChar::isSurrogate(character))
        return 0;
    return character <= 0xff ? quint32{character} : unicodeKeysyms + quint32{character};
}

/// Whole clicks, whose angle is taken off the rest; turning round drops the rest.
int takeClicks(int &rest, int delta)
{
    if ((rest > 0 && delta < 0) || (rest < 0 && delta > 0))
        rest = 0;
    rest = std::clamp(rest + delta, -mostClicks * anglePerClick, mostClicks * anglePerClick);
    const int clicks = rest / anglePerClick;
    rest -= clicks * anglePerClick;
    return clicks;
}

} // namespace

RfbInput::RfbInput(RfbInputSink sink, QObject *parent) : QObject(parent), m_sink(std::move(sink)) {}

void RfbInput::setMode(Mode mode)
{
    if (mode == m_mode)
        return;
    if (mode == Mode::ViewOnly) {
        releaseAll();
        m_sink.recall();
    }
    m_scrolled = {};
    m_mode = mode;
    Q_EMIT modeChanged();
}

void RfbInput::pressKey(quint32 scanCode, quint32 keysym)
{
    if (!isOpen() || keysym == 0)
        return;
    const auto down = std::ranges::find(m_downKeys, scanCode, &std::pair<quint32, quint32>::first);
    if (down == m_downKeys.end())
        m_downKeys.emplace_back(scanCode, keysym);
    else
        keysym = down->second;
    sendKey(keysym, true);
}

void RfbInput::releaseKey(quint32 scanCode)
{
    const auto down = std::ranges::find(m_downKeys, scanCode, &std::pair<quint32, quint32>::first);
    if (down == m_downKeys.end())
        return;
    const quint32 keysym = down->second;
    m_downKeys.erase(down);
    sendKey(keysym, false);
}

bool RfbInput::isDown(quint32 scanCode) const
{
    return std::ranges::contains(m_downKeys, scanCode, &std::pair<quint32, quint32>::first);
}

void RfbInput::tapKeys(const QList<quint32> &keysyms)
{
    if (!isOpen())
        return;
    for (const quint32 keysym : keysyms)
        sendKey(keysym, true);
    for (auto keysym = keysyms.crbegin(); keysym != keysyms.crend(); ++keysym)
        sendKey(*keysym, false);
}

void RfbInput::typeText(const QString &text)
{
    if (!isOpen())
        return;
    const QList<uint> characters = text.left(longestText * 2).toUcs4();
    // Two messages each, and half of the room stays free: text alone never fills it.
    const qsizetype count = std::min({characters.size(), longestText, m_sink.room() / 4});
    for (qsizetype i = 0; i < count; ++i) {
        // A line end of two characters is one key.
        const bool endsLine =
            characters[i] == '\r' && !(i + 1 < count && characters[i + 1] == '\n');
        const quint32 keysym = endsLine ? keysymReturn : keysymOf(characters[i]);
        if (keysym == 0)
            continue;
        sendKey(keysym, true);
        sendKey(keysym, false);
    }
}

void RfbInput::movePointer(QPoint position)
{
    if (!isOpen())
        return;
    m_position = position;
    sendPointer(m_buttons);
}

void RfbInput::pressButton(Qt::MouseButton button)
{
    const quint8 mask = maskOf(button);
    if (!isOpen() || mask == 0)
        return;
    m_buttons |= mask;
    sendPointer(m_buttons);
}

void RfbInput::releaseButton(Qt::MouseButton button)
{
    const quint8 mask = maskOf(button);
    if (!isOpen() || (m_buttons & mask) == 0)
        return;
    m_buttons &= static_cast<quint8>(~mask);
    sendPointer(m_buttons);
}

void RfbInput::scroll(QPoint angleDelta)
{
    if (!isOpen())
        return;
    const int up = takeClicks(m_scrolled.ry(), angleDelta.y());
    const int left = takeClicks(m_scrolled.rx(), angleDelta.x());
    click(up > 0 ? 0x08 : 0x10, std::abs(up));
    click(left > 0 ? 0x20 : 0x40, std::abs(left));
}

void RfbInput::click(quint8 button, int times)
{
    for (int i = 0; i < times; ++i) {
        sendPointer(m_buttons | button);
        sendPointer(m_buttons);
    }
}

RfbPressed RfbInput::pressed() const
{
    RfbPressed pressed{.keysyms = {}, .buttons = m_buttons, .position = m_position};
    for (const auto &[scanCode, keysym] : m_downKeys)
        pressed.keysyms.append(keysym);
    return pressed;
}

void RfbInput::releaseAll()
{
    while (!m_downKeys.isEmpty())
        sendKey(m_downKeys.takeLast().second, false);
    if (m_buttons != 0)
        sendPointer(m_buttons = 0);
}

void RfbInput::setConnected(bool connected)
{
    if (m_connected == connected)
        return;
    m_connected = connected;
    if (!connected) {
        m_owedKeys += pressed().keysyms;
        m_downKeys.clear();
        m_owesButtons |= std::exchange(m_buttons, 0) != 0;
        return;
    }
    while (!m_owedKeys.isEmpty())
        sendKey(m_owedKeys.takeLast(), false);
    if (std::exchange(m_owesButtons, false))
        sendPointer(0);
}

void RfbInput::forget()
{
    m_downKeys.clear();
    m_owedKeys.clear();
    m_owesButtons = false;
    m_buttons = 0;
    m_position = {};
    m_scrolled = {};
}

void RfbInput::sendKey(quint32 keysym, bool down)
{
    m_sink.key(keysym, down);
    Q_EMIT sent();
}

void RfbInput::sendPointer(quint8 buttons)
{
    m_sink.pointer(m_position, buttons);
    Q_EMIT sent();
}

} // namespace Sandglass
