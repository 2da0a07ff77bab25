// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/sparkline.h>
#include <widgets/theme.h>

#include <QtCore/QSize>
#include <QtGui/QFont>
#include <QtGui/QPen>

namespace Sandglass {

/// Fonts, pens and measures of the fleet table. Its view makes them anew when the theme or the font
/// changes; its delegates only read them, so that painting a row allocates nothing.
struct FleetLook {
    const Theme *theme = &Theme::light();

    QFont body;
    QFont strong; ///< 600: at risk, over a limit
    QFont small;
    QFont mono; ///< ids

    QPen text;
    QPen muted;
    QPen danger;
    QPen warn;
    QPen lineStrong;

    SparklineInk cpu;
    SparklineInk memory;

    qreal scale = 1; ///< of the measures: 1 while the text has its design size, 2 at text of 200 %

    /// Of a table in this font and theme.
    [[nodiscard]] static FleetLook of(const QWidget *widget);

    /// A measure of the design in this table's logical pixels.
    [[nodiscard]] int px(qreal design) const { return qRound(design * scale); }
};

/// How much larger than the design a body text is: 1 while it has about its size, 2 at 200 %.
[[nodiscard]] qreal textScale(const QFont &body);

/// Padding left and right of a cell, in design pixels.
inline constexpr int cellPadding = 8;
/// The bar of the connection at the far left of every row, in logical pixels.
inline constexpr int connectionBarWidth = 3;

} // namespace Sandglass
