// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <terminal/terminalcell.h>

#include <QtCore/QHash>
#include <QtCore/QSize>
#include <QtGui/QFont>
#include <QtGui/QGlyphRun>
#include <QtGui/QRawFont>

#include <array>

namespace Sandglass {

/// A monospace font at the pixels of one display, measured as a grid. All sizes are device pixels,
/// so that cells and lines end on them at any scale.
class TerminalViewFont final
{
public:
    enum Style { Regular = 0, Bold = 1, Italic = 2, styleCount = 4 };

    TerminalViewFont(const QFont &font, qreal devicePixelRatio);

    [[nodiscard]] QSize cell() const { return m_cell; }
    /// From the top of a cell.
    [[nodiscard]] int baseline() const { return m_baseline; }
    /// Width of a light line and of an underline.
    [[nodiscard]] int stroke() const { return m_stroke; }
    [[nodiscard]] const QRawFont &raw(int style) const { return m_faces[std::size_t(style)].raw; }
    /// The glyph of a character, 0 when this font does not have it.
    [[nodiscard]] quint32 glyph(int style, char32_t code);
    /// Runs for characters that need another font or more than one code point, on a baseline at 0.
    [[nodiscard]] const QList<QGlyphRun> &shaped(int style, const QString &text);

    [[nodiscard]] static int styleOf(quint16 attributes)
    {
        return (attributes & TerminalAttribute::Bold ? Bold : 0) |
               (attributes & TerminalAttribute::Italic ? Italic : 0);
    }

private:
    struct Face {
        QFont font;
        QRawFont raw;
        std::array<quint32, 128> ascii{};
        QHash<char32_t, quint32> others;
        QHash<QString, QList<QGlyphRun>> shaped;
    };

    [[nodiscard]] static quint32 lookUp(const QRawFont &raw, char32_t code);

    std::array<Face, styleCount> m_faces;
    QSize m_cell;
    int m_baseline = 0;
    int m_stroke = 1;
};

} // namespace Sandglass
