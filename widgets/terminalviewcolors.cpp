// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/terminalviewcolors.h>
#include <widgets/theme.h>

#include <utility>

namespace Sandglass {

namespace {

constexpr double leastContrast = 4.5;

// Named by the program, not given in numbers: ours to adapt.
bool isNamed(TerminalColor color)
{
    return color.kind() == TerminalColor::Kind::Default ||
           (color.kind() == TerminalColor::Kind::Indexed && color.index() < ansiColorCount);
}

// Entries 16 to 255 of the palette that xterm made the standard: a cube of six levels, then greys.
QRgb fixedColor(int index)
{
    if (index >= 232) {
        const int level = 8 + 10 * (index - 232);
        return qRgb(level, level, level);
    }
    const auto level = [](int step) { return step == 0 ? 0 : 55 + 40 * step; };
    const int cube = index - 16;
    return qRgb(level(cube / 36), level(cube / 6 % 6), level(cube % 6));
}

} // namespace

TerminalViewColors::TerminalViewColors(const Theme &theme)
    : m_text(theme.color(ThemeRole::Text).rgb()),
      m_base(theme.color(ThemeRole::Base).rgb()),
      m_accent(theme.color(ThemeRole::Accent).rgb()),
      m_selection(theme.color(ThemeRole::Selection).rgb()),
      m_selectionInactive(theme.color(ThemeRole::SelectionInactive).rgb())
{
    for (int index = 0; index < int(m_indexed.size()); ++index) {
        m_indexed[std::size_t(index)] =
            index < ansiColorCount ? theme.ansi(index).rgb() : fixedColor(index);
    }
}

QRgb TerminalViewColors::color(TerminalColor color, QRgb standard) const
{
    switch (color.kind()) {
    case TerminalColor::Kind::Indexed:
        return m_indexed[color.index()];
    case TerminalColor::Kind::Rgb:
        return color.rgb() | 0xff000000u;
    case TerminalColor::Kind::Default:
        break;
    }
    return standard;
}

TerminalViewColors::Pair TerminalViewColors::resolve(const TerminalCell &cell, bool reversed) const
{
    Pair pair{color(cell.foreground, m_text), color(cell.background, m_base)};
    const bool swapped = bool(cell.attributes & TerminalAttribute::Reverse) != reversed;
    if (swapped)
        std::swap(pair.text, pair.ground);
    if (cell.attributes & TerminalAttribute::Conceal)
        pair.text = pair.ground;
    else if (isNamed(cell.foreground) && isNamed(cell.background) && pair.ground != m_base)
        pair.text = readable(pair.text, pair.ground);
    return pair;
}

QRgb TerminalViewColors::readable(QRgb text, QRgb ground) const
{
    if (text == ground || contrast(QColor(text), QColor(ground)) >= leastContrast)
        return text;
    const double dark = contrast(QColor(m_text), QColor(ground));
    const double light = contrast(QColor(m_base), QColor(ground));
    return dark > light ? m_text : m_base;
}

} // namespace Sandglass
