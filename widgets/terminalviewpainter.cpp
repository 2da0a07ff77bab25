// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/terminalviewboxes.h>
#include <widgets/terminalviewpainter.h>

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

#include <algorithm>

namespace Sandglass {

namespace {

const TerminalCell blankCell;

const TerminalCell &cellAt(const TerminalRow &row, int column)
{
    return column < int(row.cells.size()) ? row.cells[std::size_t(column)] : blankCell;
}

bool isSelected(const TerminalViewPainter::RowLook &look, int column)
{
    return column >= look.selected.first && column < look.selected.second;
}

} // namespace

TerminalViewColors::Pair TerminalViewPainter::colorsOf(const TerminalCell &cell, int column,
                                                       const RowLook &look)
{
    const bool known = m_isKnown && m_known.foreground == cell.foreground &&
                       m_known.background == cell.background &&
                       m_known.attributes == cell.attributes && m_knownReversed == look.reversed;
    if (!known) {
        m_known = cell;
        m_knownReversed = look.reversed;
        m_knownPair = m_colors.resolve(cell, look.reversed);
        m_isKnown = true;
    }
    if (!isSelected(look, column))
        return m_knownPair;
    const QRgb ground = m_colors.selection(look.active);
    const QRgb text = cell.attributes & TerminalAttribute::Conceal
                          ? ground
                          : m_colors.readable(m_knownPair.text, ground);
    return {text, ground};
}

void TerminalViewPainter::paintRow(QPainter &painter, QPoint origin, const TerminalRow &row,
                                   const RowLook &look)
{
    paintGrounds(painter, origin, row, look);
    const int count = std::min(int(row.cells.size()), look.columns);
    const int width = m_font.cell().width();
    constexpr quint16 lined = TerminalAttribute::UnderlineMask | TerminalAttribute::Strike;
    for (int column = 0; column < count; ++column) {
        const TerminalCell &cell = row.cells[std::size_t(column)];
        if (cell.code == 0 && !(cell.attributes & lined))
            continue;
        const Ink ink{colorsOf(cell, column, look), cell.attributes};
        const QPoint place = origin + QPoint(column * width, 0);
        if (cell.code != 0 && cell.code != U' ' && ink.pair.text != ink.pair.ground)
            addGlyph(painter, place, cell, ink);
        if (cell.attributes & lined)
            paintLines(painter, place, place.x() + width, ink);
    }
    flush(painter);
}

void TerminalViewPainter::paintGrounds(QPainter &painter, QPoint origin, const TerminalRow &row,
                                       const RowLook &look)
{
    const QSize cell = m_font.cell();
    int start = 0;
    QRgb ground = colorsOf(cellAt(row, 0), 0, look).ground;
    for (int column = 1; column <= look.columns; ++column) {
        QRgb next = ground;
        if (column < look.columns)
            next = colorsOf(cellAt(row, column), column, look).ground;
        if (column < look.columns && next == ground)
            continue;
        painter.fillRect(QRect(origin.x() + start * cell.width(), origin.y(),
                               (column - start) * cell.width(), cell.height()),
                         QColor(ground));
        start = column;
        ground = next;
    }
}

void TerminalViewPainter::addGlyph(QPainter &painter, QPoint place, const TerminalCell &cell,
                                   const Ink &ink)
{
    if (isTerminalBox(cell.code)) {
        paintTerminalBox(painter, QRect(place, m_font.cell()), cell.code, QColor(ink.pair.text),
                         m_font.stroke());
        return;
    }
    const int style = TerminalViewFont::styleOf(cell.attributes);
    const quint32 glyph = cell.isCluster() ? 0 : m_font.glyph(style, cell.code);
    if (glyph == 0) {
        paintShaped(painter, place, cell, ink.pair.text);
        return;
    }
    if (style != m_style || ink.pair.text != m_color)
        flush(painter);
    m_style = style;
    m_color = ink.pair.text;
    m_glyphs.append(glyph);
    m_places.append(QPointF(place.x(), place.y() + m_font.baseline()));
}

void TerminalViewPainter::flush(QPainter &painter)
{
    if (m_glyphs.isEmpty())
        return;
    QGlyphRun run;
    run.setRawFont(m_font.raw(m_style));
    run.setRawData(m_glyphs.constData(), m_places.constData(), int(m_glyphs.size()));
    painter.setPen(QColor(m_color));
    painter.drawGlyphRun({}, run);
    m_glyphs.clear();
    m_places.clear();
}

void TerminalViewPainter::paintShaped(QPainter &painter, QPoint place, const TerminalCell &cell,
                                      QRgb color)
{
    QString text;
    m_clusters.appendTo(text, cell);
    const int style = TerminalViewFont::styleOf(cell.attributes);
    const QSize size(m_font.cell().width() * std::max<int>(1, cell.width), m_font.cell().height());
    painter.save();
    painter.setClipRect(QRect(place, size), Qt::IntersectClip);
    painter.setPen(QColor(color));
    for (const QGlyphRun &run : m_font.shaped(style, text))
        painter.drawGlyphRun(place + QPoint(0, m_font.baseline()), run);
    painter.restore();
}

void TerminalViewPainter::paintLines(QPainter &painter, QPoint from, int right, const Ink &ink)
{
    const int stroke = m_font.stroke();
    const QColor color(ink.pair.text);
    const int bottom = from.y() + m_font.cell().height();
    const int under = std::min(from.y() + m_font.baseline() + 2 * stroke, bottom - stroke);
    const auto line = [&](int y) {
        painter.fillRect(QRect(from.x(), y, right - from.x(), stroke), color);
    };
    const int kind =
        (ink.attributes & TerminalAttribute::UnderlineMask) >> TerminalAttribute::UnderlineShift;
    painter.setPen(color);
    if (kind == 3) {
        paintCurl(painter, {from.x(), std::min(under, bottom - 3 * stroke)}, right);
    } else if (kind != 0) {
        const int lower = std::min(under + stroke, bottom - stroke);
        line(kind == 2 ? lower - 2 * stroke : under);
        if (kind == 2)
            line(lower);
    }
    if (ink.attributes & TerminalAttribute::Strike)
        line(from.y() + m_font.baseline() - qRound(m_font.raw(0).xHeight() / 2));
}

// One wave in each cell, so that waves meet.
void TerminalViewPainter::paintCurl(QPainter &painter, QPoint from, int right)
{
    const qreal stroke = m_font.stroke();
    const qreal middle = from.y() + 1.5 * stroke;
    const qreal half = (right - from.x()) / 2.0;
    QPainterPath path({qreal(from.x()), middle});
    path.quadTo(from.x() + half / 2, middle - 3 * stroke, from.x() + half, middle);
    path.quadTo(from.x() + half * 1.5, middle + 3 * stroke, right, middle);
    const QPen pen(painter.pen().color(), stroke);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.strokePath(path, pen);
    painter.restore();
}

void TerminalViewPainter::paintCursor(QPainter &painter, QPoint origin, const TerminalCell &cell,
                                      TerminalCursorShape shape, bool hollow, bool reversed)
{
    const int stroke = m_font.stroke();
    const QSize size(m_font.cell().width() * std::max<int>(1, cell.width), m_font.cell().height());
    const QRect rect(origin, size);
    const TerminalViewColors::Pair pair = m_colors.resolve(cell, reversed);
    const QColor color(pair.ground == m_colors.emptyGround(!reversed)
                           ? pair.text
                           : m_colors.emptyGround(!reversed));
    if (shape == TerminalCursorShape::Bar) {
        painter.fillRect(QRect(rect.topLeft(), QSize(2 * stroke, size.height())), color);
    } else if (shape == TerminalCursorShape::Underline) {
        painter.fillRect(
            QRect(rect.left(), rect.bottom() + 1 - 2 * stroke, size.width(), 2 * stroke), color);
    } else if (hollow) {
        painter.setPen(QPen(color, stroke, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        const qreal half = stroke / 2.0;
        painter.drawRect(QRectF(rect).adjusted(half, half, -half, -half));
    } else {
        painter.fillRect(rect, color);
        const QRgb text = m_colors.emptyGround(reversed);
        if (cell.code != 0 && cell.code != U' ' && !(cell.attributes & TerminalAttribute::Conceal))
            addGlyph(painter, origin, cell, {{text, color.rgb()}, cell.attributes});
        flush(painter);
    }
}

void TerminalViewPainter::paintPreedit(QPainter &painter, QPoint origin, const QString &text)
{
    const QList<QGlyphRun> &runs = m_font.shaped(TerminalViewFont::Regular, text);
    qreal width = 0;
    for (const QGlyphRun &run : runs)
        width = std::max(width, run.boundingRect().right());
    const QRect rect(
        origin, QSize(std::max(m_font.cell().width(), qRound(width) + 1), m_font.cell().height()));
    painter.fillRect(rect, QColor(m_colors.base()));
    painter.setPen(QColor(m_colors.text()));
    for (const QGlyphRun &run : runs)
        painter.drawGlyphRun(origin + QPoint(0, m_font.baseline()), run);
    painter.fillRect(
        QRect(rect.left(), rect.bottom() + 1 - m_font.stroke(), rect.width(), m_font.stroke()),
        QColor(m_colors.accent()));
}

} // namespace Sandglass
