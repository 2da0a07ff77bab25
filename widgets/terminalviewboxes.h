// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QRect>
#include <QtGui/QColor>

class QPainter;

namespace Sandglass {

/// Lines, blocks and dots that have to meet from cell to cell: drawn by us, to the pixel, because
/// glyphs of a font leave gaps at most sizes.
[[nodiscard]] constexpr bool isTerminalBox(char32_t code)
{
    return (code >= 0x2500 && code <= 0x259f) || (code >= 0x2800 && code <= 0x28ff);
}

/// `cell` and `stroke`, the width of a light line, in device pixels, the painter's coordinates.
void paintTerminalBox(QPainter &painter, const QRect &cell, char32_t code, QColor color,
                      int stroke);

} // namespace Sandglass
