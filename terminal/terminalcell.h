// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/qtypes.h>

#include <span>

namespace Sandglass {

/// A colour as a program asked for it; what it looks like is the view's decision.
class TerminalColor final
{
public:
    enum class Kind : quint8 { Default, Indexed, Rgb };

    constexpr TerminalColor() = default;
    [[nodiscard]] static constexpr TerminalColor indexed(quint8 index)
    {
        return TerminalColor(0x01000000u | index);
    }
    [[nodiscard]] static constexpr TerminalColor rgb(quint8 red, quint8 green, quint8 blue)
    {
        return TerminalColor(0x02000000u | quint32(red) << 16 | quint32(green) << 8 | blue);
    }

    [[nodiscard]] constexpr Kind kind() const { return Kind(m_bits >> 24); }
    [[nodiscard]] constexpr quint8 index() const { return quint8(m_bits); }
    /// 0xRRGGBB
    [[nodiscard]] constexpr quint32 rgb() const { return m_bits & 0xffffffu; }
    [[nodiscard]] constexpr bool operator==(const TerminalColor &) const = default;

private:
    constexpr explicit TerminalColor(quint32 bits) : m_bits(bits) {}

    quint32 m_bits = 0;
};

/// Bits of TerminalCell::attributes. Underline is a number of two bits: none, single, double,
/// curly.
namespace TerminalAttribute {
inline constexpr quint16 Bold = 0x01;
inline constexpr quint16 Italic = 0x02;
inline constexpr quint16 UnderlineMask = 0x0c;
inline constexpr int UnderlineShift = 2;
inline constexpr quint16 Strike = 0x10;
inline constexpr quint16 Reverse = 0x20;
inline constexpr quint16 Conceal = 0x40;
inline constexpr quint16 Blink = 0x80;
inline constexpr quint16 Protected = 0x100; ///< spared by a selective erase
} // namespace TerminalAttribute

/// One place of the grid; 16 bytes, copied freely in one move.
struct alignas(16) TerminalCell {
    /// 0 = nothing written here; at or above clusterFlag = a sequence kept in TerminalClusters
    char32_t code = 0;
    TerminalColor foreground;
    TerminalColor background;
    quint16 attributes = 0;
    quint8 width = 1;  ///< 2 = wide, with its right half (width 0) in the next cell
    quint8 unused = 0; ///< no padding, so that a copy is one move

    static constexpr char32_t clusterFlag = 0x80000000u;
    [[nodiscard]] constexpr bool isCluster() const { return code >= clusterFlag; }
    [[nodiscard]] constexpr bool operator==(const TerminalCell &) const = default;
};
static_assert(sizeof(TerminalCell) == 16);

/// A row as it is seen. The cells may be fewer than the columns: what is missing at the end is
/// blank. Borrowed from the grid, valid until the next change of it.
struct TerminalRow {
    std::span<const TerminalCell> cells;
    bool continued = false; ///< wrapped: belongs to the same line as the row above
};

/// Where the row that begins at `start` ends when a line is laid out `columns` wide: a wide
/// character that would be cut in two moves to the next row.
[[nodiscard]] constexpr qsizetype wrapEnd(std::span<const TerminalCell> line, qsizetype start,
                                          qsizetype columns)
{
    const qsizetype end = start + columns;
    if (end >= qsizetype(line.size()))
        return qsizetype(line.size());
    return line[end].width == 0 && end - 1 > start ? end - 1 : end;
}

} // namespace Sandglass
