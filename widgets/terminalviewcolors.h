// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <terminal/terminalcell.h>

#include <QtGui/QColor>
#include <QtGui/QRgb>

#include <array>

namespace Sandglass {

class Theme;

/// What colours of a program look like in a theme. Colours that it names (the sixteen and the
/// default) are the theme's and kept apart far enough to be read; those that it gives exactly stay
/// as they are.
class TerminalViewColors final
{
public:
    struct Pair {
        QRgb text;
        QRgb ground;
    };

    explicit TerminalViewColors(const Theme &theme);

    [[nodiscard]] QRgb text() const { return m_text; }
    [[nodiscard]] QRgb base() const { return m_base; }
    [[nodiscard]] QRgb accent() const { return m_accent; }
    /// The ground of what is not written on.
    [[nodiscard]] QRgb emptyGround(bool reversed) const { return reversed ? m_text : m_base; }
    [[nodiscard]] QRgb selection(bool active) const
    {
        return active ? m_selection : m_selectionInactive;
    }
    /// `reversed`: the whole screen is.
    [[nodiscard]] Pair resolve(const TerminalCell &cell, bool reversed) const;
    /// A text colour that can be read on the ground: the given one where it can.
    [[nodiscard]] QRgb readable(QRgb text, QRgb ground) const;

private:
    [[nodiscard]] QRgb color(TerminalColor color, QRgb standard) const;

    QRgb m_text;
    QRgb m_base;
    QRgb m_accent;
    QRgb m_selection;
    QRgb m_selectionInactive;
    std::array<QRgb, 256> m_indexed{};
};

} // namespace Sandglass
