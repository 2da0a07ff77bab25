// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QtTypes>

class QKeyEvent;

namespace Sandglass {

/// What QKeyEvent::nativeVirtualKey() holds here: with X11 and Wayland a keysym, as the layout in
/// use makes it; elsewhere something of the system's own.
enum class NativeKeys { Keysyms, Foreign };

[[nodiscard]] NativeKeys nativeKeys();

/// The keysym (X11/keysymdef.h, as RFC 6143, 7.5.4 sends them) that a key means in the layout that
/// is in use; 0 for a key that means none.
[[nodiscard]] quint32 keysymOf(const QKeyEvent &event, NativeKeys native);
/// Latin-1 by its own keysyms, everything else by those of Unicode.
[[nodiscard]] quint32 keysymOf(char32_t character);

/// A number for the physical key, the same at press and release whatever the layout says in
/// between. Never 0.
[[nodiscard]] quint32 physicalKeyOf(const QKeyEvent &event);

/// Watches for Ctrl and Alt, pressed together and let go of with nothing else held before or
/// pressed in between. To be told of every key.
class DesktopChord final
{
public:
    void press(const QKeyEvent &event);
    /// True when this release completes the chord.
    [[nodiscard]] bool release(const QKeyEvent &event);
    /// A click, a drag, the wheel: no chord until all of its keys are up.
    void spoil() { m_isClean = false; }
    /// The focus went away: what is down then is seen no more.
    void reset();

private:
    void begin(const QKeyEvent &event);

    QList<quint32> m_down;   ///< physical keys, Ctrl and Alt only
    QList<quint32> m_others; ///< and those that are no part of a chord
    bool m_hadControl = false;
    bool m_hadAlt = false;
    bool m_isClean = false;
};

} // namespace Sandglass
