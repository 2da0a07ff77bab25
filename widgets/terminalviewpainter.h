// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <terminal/terminalmodes.h>
#include <terminal/terminalsurface.h>
#include <widgets/terminalviewcolors.h>
#include <widgets/terminalviewfont.h>

#include <QtCore/QList>
#include <QtCore/QPointF>

class QPainter;

namespace Sandglass {

/// Paints rows of cells. The painter that is passed in works in device pixels.
class TerminalViewPainter final
{
public:
    /// How a row is shown, beside what it holds.
    struct RowLook {
        int columns = 0;
        std::pair<int, int> selected; ///< columns [first, second)
        bool active = false;          ///< the view has the focus
        bool reversed = false;
    };

    TerminalViewPainter(const TerminalClusters &clusters, TerminalViewFont &font,
                        const TerminalViewColors &colors)
        : m_clusters(clusters),
          m_font(font),
          m_colors(colors)
    {
    }

    void paintRow(QPainter &painter, QPoint origin, const TerminalRow &row, const RowLook &look);
    /// `hollow`: without the focus a block is an outline.
    void paintCursor(QPainter &painter, QPoint origin, const TerminalCell &cell,
                     TerminalCursorShape shape, bool hollow, bool reversed);
    /// What an input method is composing.
    void paintPreedit(QPainter &painter, QPoint origin, const QString &text);

private:
    struct Ink {
        TerminalViewColors::Pair pair;
        quint16 attributes;
    };

    [[nodiscard]] TerminalViewColors::Pair colorsOf(const TerminalCell &cell, int column,
                                                    const RowLook &look);
    void paintGrounds(QPainter &painter, QPoint origin, const TerminalRow &row,
                      const RowLook &look);
    void addGlyph(QPainter &painter, QPoint place, const TerminalCell &cell, const Ink &ink);
    void paintShaped(QPainter &painter, QPoint place, const TerminalCell &cell, QRgb color);
    void flush(QPainter &painter);
    void paintLines(QPainter &painter, QPoint from, int right, const Ink &ink);
    void paintCurl(QPainter &painter, QPoint from, int right);

    const TerminalClusters &m_clusters;
    TerminalViewFont &m_font;
    const TerminalViewColors &m_colors;
    TerminalCell m_known; ///< the cell whose colours are in m_knownPair
    TerminalViewColors::Pair m_knownPair{};
    bool m_isKnown = false;
    bool m_knownReversed = false;
    QList<quint32> m_glyphs; ///< of one font and colour, waiting to be painted together
    QList<QPointF> m_places;
    int m_style = 0;
    QRgb m_color = 0;
};

} // namespace Sandglass
