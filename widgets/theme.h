// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/qnamespace.h>
#include <QtGui/QColor>
#include <QtGui/QPalette>

#include <array>

class QWidget;

namespace Sandglass {

/// What a colour is for. Nothing outside themecolors.cpp holds a colour; a painter asks for a role.
enum class ThemeRole {
    Window,            ///< bars, headers, docks, page ground
    Base,              ///< views, editor, terminal, cards
    Alternate,         ///< group rows, gutter, current line
    Raised,            ///< buttons, popovers, tooltips
    Hover,             ///< row or tool button under the pointer
    Selection,         ///< selected row, focused view
    SelectionInactive, ///< selected row while another view has the focus; checked tool button
    Line,              ///< hairlines between areas
    Grid,              ///< hairlines inside charts and tables
    LineStrong,        ///< borders of anything that takes input, axes
    Text,
    TextMuted,    ///< labels, ids, units, stale rows, gauge fill
    TextDisabled, ///< disabled only; the reason belongs in the tooltip
    Accent,       ///< primary button, focus ring, line under the current tab
    OnAccent,
    Link, ///< accent as text; icon of what is changing
    Ok,
    Warn,     ///< words and icons
    WarnFill, ///< bars and frames, never alone
    OnWarnFill,
    Danger,
    OnDanger,
    Paused,
    WarnGround,
    DangerGround,
    PausedGround,
    OkGround,
    AccentGround,
    CodeKeyword,
    CodeString,
    CodeNumber,
    CodeComment,
    Canvas, ///< around a remote desktop: nearly black in both themes
    Shadow, ///< with its alpha; under popovers and toasts only
};
inline constexpr int themeRoleCount = int(ThemeRole::Shadow) + 1;
inline constexpr int chartColorCount = 8;
inline constexpr int connectionColorCount = 4;
inline constexpr int ansiColorCount = 16;

/// Every colour of Sandglass, light or dark. A value that never changes; the two there are live for
/// the whole run, so references to them may be kept. Usable from any thread.
class Theme final
{
public:
    enum class Kind { Light, Dark };

    [[nodiscard]] static const Theme &light();
    [[nodiscard]] static const Theme &dark();
    /// What the desktop asks for; light when it says nothing.
    [[nodiscard]] static const Theme &forScheme(Qt::ColorScheme scheme);
    /// The one that goes with a palette, ours or a foreign style's, judged by its text and base
    /// colours.
    [[nodiscard]] static const Theme &of(const QPalette &palette);

    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] bool isDark() const { return m_kind == Kind::Dark; }

    [[nodiscard]] QColor color(ThemeRole role) const { return m_roles[std::size_t(role)]; }
    /// 1 CPU, 2 disk, 3 memory, 4 to 8 free. 4 to 8 stand on Base only.
    [[nodiscard]] QColor chart(int number) const;
    /// The bar of a connection: its ConnectionProfile::colorRole, wrapped into 0..3.
    [[nodiscard]] QColor connectionBar(int colorRole) const;
    /// 0..15 in the order of SGR 30-37 and 90-97; made for text on Base.
    [[nodiscard]] QColor ansi(int index) const;

    /// With its Disabled and Inactive groups set.
    [[nodiscard]] QPalette palette() const;

private:
    struct Colors;
    explicit Theme(Kind kind, const Colors &colors);

    Kind m_kind;
    std::array<QColor, themeRoleCount> m_roles;
    std::array<QColor, chartColorCount> m_charts;
    std::array<QColor, connectionColorCount> m_connections;
    std::array<QColor, ansiColorCount> m_ansi;
};

[[nodiscard]] const Theme &themeOf(const QWidget *widget);

/// WCAG 2.2 contrast ratio of two opaque colours, 1 to 21.
[[nodiscard]] double contrast(const QColor &first, const QColor &second);

} // namespace Sandglass
