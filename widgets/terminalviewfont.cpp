// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/terminalviewfont.h>

#include <QtGui/QFontInfo>
#include <QtGui/QTextLayout>

#include <algorithm>
#include <cmath>

namespace Sandglass {

namespace {

// Lines of 18 px at a size of 13 px.
constexpr double lineHeight = 18.0 / 13.0;

// Different characters kept ready for each style; a program that shows more starts over.
constexpr qsizetype maximumKept = 4096;

} // namespace

TerminalViewFont::TerminalViewFont(const QFont &font, qreal devicePixelRatio)
{
    const int pixels = std::max(4, qRound(QFontInfo(font).pixelSize() * devicePixelRatio));
    for (int style = 0; style < styleCount; ++style) {
        Face &face = m_faces[std::size_t(style)];
        face.font = font;
        face.font.setPixelSize(pixels);
        face.font.setBold(style & Bold);
        face.font.setItalic(style & Italic);
        face.font.setKerning(false);
        face.raw = QRawFont::fromFont(face.font);
        for (char32_t code = 0x20; code < 0x7f; ++code)
            face.ascii[code] = lookUp(face.raw, code);
    }
    const QRawFont &raw = m_faces[Regular].raw;
    const QList<QPointF> advances = raw.advancesForGlyphIndexes({lookUp(raw, U'0')});
    const qreal advance = advances.isEmpty() ? pixels * 0.6 : advances.first().x();
    const qreal height = raw.ascent() + raw.descent();
    m_cell = {std::max(2, qRound(advance)),
              std::max({4, int(std::ceil(height)), qRound(pixels * lineHeight)})};
    m_baseline = qRound((m_cell.height() - height) / 2 + raw.ascent());
    m_stroke = std::max(1, qRound(pixels / 13.0));
}

quint32 TerminalViewFont::lookUp(const QRawFont &raw, char32_t code)
{
    const QList<quint32> indexes = raw.glyphIndexesForString(QString::fromUcs4(&code, 1));
    return indexes.isEmpty() ? 0 : indexes.first();
}

quint32 TerminalViewFont::glyph(int style, char32_t code)
{
    Face &face = m_faces[std::size_t(style)];
    if (code < face.ascii.size())
        return face.ascii[code];
    if (const auto found = face.others.constFind(code); found != face.others.constEnd())
        return *found;
    if (face.others.size() >= maximumKept)
        face.others.clear();
    return *face.others.insert(code, lookUp(face.raw, code));
}

const QList<QGlyphRun> &TerminalViewFont::shaped(int style, const QString &text)
{
    Face &face = m_faces[std::size_t(style)];
    if (const auto found = face.shaped.constFind(text); found != face.shaped.constEnd())
        return *found;
    if (face.shaped.size() >= maximumKept)
        face.shaped.clear();
    QTextLayout layout(text, face.font);
    layout.setCacheEnabled(true);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(m_cell.width() * 8);
    layout.endLayout();
    line.setPosition({0, -line.ascent()});
    return *face.shaped.insert(text, layout.glyphRuns());
}

} // namespace Sandglass
