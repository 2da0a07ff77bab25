// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/theme.h>

#include <QtWidgets/QWidget>

#include <algorithm>
#include <cmath>

namespace Sandglass {

const Theme &Theme::forScheme(Qt::ColorScheme scheme)
{
    return scheme == Qt::ColorScheme::Dark ? dark() : light();
}

const Theme &Theme::of(const QPalette &palette)
{
    // Text and its ground: a label may have a colour of its own for WindowText.
    const int ground = qGray(palette.color(QPalette::Active, QPalette::Base).rgb());
    const int text = qGray(palette.color(QPalette::Active, QPalette::Text).rgb());
    return text > ground ? dark() : light();
}

QColor Theme::chart(int number) const
{
    return m_charts[std::size_t(std::clamp(number, 1, chartColorCount) - 1)];
}

QColor Theme::connectionBar(int colorRole) const
{
    return m_connections[std::size_t(((colorRole % connectionColorCount) + connectionColorCount) %
                                     connectionColorCount)];
}

QColor Theme::ansi(int index) const
{
    return m_ansi[std::size_t(std::clamp(index, 0, ansiColorCount - 1))];
}

QPalette Theme::palette() const
{
    using Role = ThemeRole;
    QPalette palette;
    const auto set = [&](QPalette::ColorRole target, Role source) {
        palette.setColor(QPalette::All, target, color(source));
    };
    set(QPalette::Window, Role::Window);
    set(QPalette::WindowText, Role::Text);
    set(QPalette::Base, Role::Base);
    set(QPalette::AlternateBase, Role::Alternate);
    set(QPalette::Text, Role::Text);
    set(QPalette::PlaceholderText, Role::TextMuted);
    set(QPalette::Button, Role::Raised);
    set(QPalette::ButtonText, Role::Text);
    set(QPalette::BrightText, Role::OnAccent);
    set(QPalette::ToolTipBase, Role::Raised);
    set(QPalette::ToolTipText, Role::Text);
    set(QPalette::Highlight, Role::Selection);
    set(QPalette::HighlightedText, Role::Text);
    set(QPalette::Accent, Role::Accent);
    set(QPalette::Link, Role::Link);
    set(QPalette::LinkVisited, Role::Link);
    set(QPalette::Light, Role::Raised);
    set(QPalette::Midlight, Role::Grid);
    set(QPalette::Mid, Role::Line);
    set(QPalette::Dark, Role::LineStrong);
    set(QPalette::Shadow, Role::LineStrong);

    palette.setColor(QPalette::Inactive, QPalette::Highlight, color(Role::SelectionInactive));

    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText,
          QPalette::PlaceholderText, QPalette::Link, QPalette::LinkVisited})
        palette.setColor(QPalette::Disabled, role, color(Role::TextDisabled));
    palette.setColor(QPalette::Disabled, QPalette::Base, color(Role::Window));
    palette.setColor(QPalette::Disabled, QPalette::Button, color(Role::Window));
    palette.setColor(QPalette::Disabled, QPalette::Dark, color(Role::Line));
    palette.setColor(QPalette::Disabled, QPalette::Accent, color(Role::Line));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, color(Role::SelectionInactive));
    return palette;
}

const Theme &themeOf(const QWidget *widget)
{
    return Theme::of(widget->palette());
}

double contrast(const QColor &first, const QColor &second)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    const auto luminance = [&](const QColor &color) {
        return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
               0.0722 * linear(color.blueF());
    };
    const double one = luminance(first);
    const double two = luminance(second);
    return (std::max(one, two) + 0.05) / (std::min(one, two) + 0.05);
}

} // namespace Sandglass
