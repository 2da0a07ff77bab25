// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/terminalviewboxes.h>

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

#include <algorithm>
#include <array>
#include <string_view>

namespace Sandglass {

namespace {

enum Side { Up, Right, Down, Left };
enum Weight { None, Light, Heavy, Double };

// U+2500 to U+257F: the weights of the lines from the middle up, right, down and left.
constexpr std::string_view boxLines =
    "0101020210102020000000000000000000000000000000000110021001200220"
    "0011001200210022110012002100220010011002200120021110121021101120"
    "2120221012202220101110122011102120212012102220220111011202110212"
    "0121012202210222110111021201120221012102220122021111111212111212"
    "2111112121212112221111221221221212222122222122220000000000000000"
    "0303303003100130033000130031003313003100330010033001300313103130"
    "3330101330313033031301310333130331013303131331313333000000000000"
    "0000000000000000000110000100001000022000020000200201102001022010";
static_assert(boxLines.size() == 128 * 4);

int weightOf(char32_t code, Side side)
{
    return boxLines[std::size_t((code - 0x2500) * 4) + std::size_t(side)] - '0';
}

class BoxPainter final
{
public:
    BoxPainter(QPainter &painter, const QRect &cell, QColor color, int stroke)
        : m_painter(painter),
          m_cell(cell),
          m_color(color),
          m_stroke(stroke),
          m_middle(cell.left() + (cell.width() - stroke) / 2,
                   cell.top() + (cell.height() - stroke) / 2)
    {
    }

    void lines(char32_t code);
    void dashes(char32_t code);
    void arc(char32_t code);
    void diagonals(char32_t code);
    void block(char32_t code);
    void dots(char32_t code);

private:
    void fill(const QRect &rect) { m_painter.fillRect(rect, m_color); }
    [[nodiscard]] int reach(Side side, int stroke) const;
    void bar(Side side, int offset, int thickness, int from);
    [[nodiscard]] int thickness(int weight) const
    {
        return weight == Heavy ? 3 * m_stroke : m_stroke;
    }
    /// Between the two strokes of a double line.
    [[nodiscard]] int doubleGap() const { return 2 * m_stroke; }
    [[nodiscard]] QRect part(int left, int top, int right, int bottom) const;

    QPainter &m_painter;
    QRect m_cell;
    QColor m_color;
    int m_stroke;
    std::array<int, 4> m_weights{}; ///< by Side
    QPoint m_middle;                ///< top left corner of where two light lines cross
};

// A line of `thickness`, moved sideways by `offset` from the middle, from the edge of the cell to
// `from` beyond (positive) or before the far side of the crossing.
void BoxPainter::bar(Side side, int offset, int thickness, int from)
{
    const int inset = (thickness - m_stroke) / 2;
    const QRect crossing(m_middle, QSize(m_stroke, m_stroke));
    switch (side) {
    case Up:
        fill(QRect(
            QPoint(crossing.left() + offset - inset, m_cell.top()),
            QPoint(crossing.left() + offset - inset + thickness - 1, crossing.bottom() + from)));
        break;
    case Down:
        fill(QRect(QPoint(crossing.left() + offset - inset, crossing.top() - from),
                   QPoint(crossing.left() + offset - inset + thickness - 1, m_cell.bottom())));
        break;
    case Left:
        fill(QRect(
            QPoint(m_cell.left(), crossing.top() + offset - inset),
            QPoint(crossing.right() + from, crossing.top() + offset - inset + thickness - 1)));
        break;
    case Right:
        fill(QRect(QPoint(crossing.left() - from, crossing.top() + offset - inset),
                   QPoint(m_cell.right(), crossing.top() + offset - inset + thickness - 1)));
        break;
    }
}

// How far an arm runs beyond the middle. A stroke of a double line (`stroke` -1 or 1, by its side;
// 0 for a single line) ends at what leaves on its own side, and else closes the corner around what
// leaves on the other.
int BoxPainter::reach(Side side, int stroke) const
{
    const bool vertical = side == Up || side == Down;
    const int before = m_weights[vertical ? Left : Up];
    const int after = m_weights[vertical ? Right : Down];
    const int opposite = m_weights[std::size_t((side + 2) % 4)];
    const int half = doubleGap() / 2;
    if (stroke == 0) {
        if (before == Double && after == Double)
            return opposite == None ? -half : 0;
        if (before == Double || after == Double)
            return half;
        return (thickness(std::max(before, after)) - m_stroke) / 2;
    }
    const int near = stroke < 0 ? before : after;
    const int far = stroke < 0 ? after : before;
    if (near == Double)
        return -half;
    if (near == None && far == Double)
        return half;
    return (thickness(std::max(near, far)) - m_stroke) / 2;
}

void BoxPainter::lines(char32_t code)
{
    for (const Side side : {Up, Right, Down, Left})
        m_weights[side] = weightOf(code, side);
    for (const Side side : {Up, Right, Down, Left}) {
        const int weight = m_weights[side];
        if (weight == Double) {
            for (const int stroke : {-1, 1})
                bar(side, stroke * doubleGap() / 2, m_stroke, reach(side, stroke));
        } else if (weight != None) {
            bar(side, 0, thickness(weight), reach(side, 0));
        }
    }
}

void BoxPainter::dashes(char32_t code)
{
    // Pairs of light and heavy, horizontal before vertical: 3, 4 and (from U+254C) 2 dashes.
    const bool two = code >= 0x254c;
    const int index = int(two ? code - 0x254c : code - 0x2504);
    const int count = two ? 2 : (index < 4 ? 3 : 4);
    const int width = thickness(index % 2 == 0 ? Light : Heavy);
    const int inset = (width - m_stroke) / 2;
    const bool vertical = index % 4 >= 2;
    const int length = vertical ? m_cell.height() : m_cell.width();
    for (int dash = 0; dash < count; ++dash) {
        const int from = length * dash / count;
        const int size = std::max(1, length * (dash + 1) / count - from - std::max(1, m_stroke));
        if (vertical)
            fill(QRect(m_middle.x() - inset, m_cell.top() + from, width, size));
        else
            fill(QRect(m_cell.left() + from, m_middle.y() - inset, size, width));
    }
}

void BoxPainter::arc(char32_t code)
{
    const QPointF centre(m_middle.x() + m_stroke / 2.0, m_middle.y() + m_stroke / 2.0);
    const bool right = code == 0x256d || code == 0x2570;
    const bool down = code == 0x256d || code == 0x256e;
    const QPointF side(right ? m_cell.right() + 1.0 : m_cell.left(), centre.y());
    const QPointF end(centre.x(), down ? m_cell.bottom() + 1.0 : m_cell.top());
    const qreal radius = std::min(std::abs(side.x() - centre.x()), std::abs(end.y() - centre.y()));
    const QPointF bend(centre.x(), centre.y() + (down ? radius : -radius));
    QPainterPath path(end);
    path.lineTo(bend);
    path.quadTo(centre, QPointF(centre.x() + (right ? radius : -radius), centre.y()));
    path.lineTo(side);
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.strokePath(path, QPen(m_color, m_stroke, Qt::SolidLine, Qt::FlatCap));
    m_painter.restore();
}

void BoxPainter::diagonals(char32_t code)
{
    const QRectF cell(m_cell);
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setClipRect(m_cell);
    m_painter.setPen(QPen(m_color, m_stroke));
    if (code != 0x2572)
        m_painter.drawLine(cell.bottomLeft(), cell.topRight());
    if (code != 0x2571)
        m_painter.drawLine(cell.topLeft(), cell.bottomRight());
    m_painter.restore();
}

// A part of the cell in eighths.
QRect BoxPainter::part(int left, int top, int right, int bottom) const
{
    const auto x = [this](int eighths) {
        return m_cell.left() + qRound(m_cell.width() * eighths / 8.0);
    };
    const auto y = [this](int eighths) {
        return m_cell.top() + qRound(m_cell.height() * eighths / 8.0);
    };
    return {QPoint(x(left), y(top)), QPoint(x(right) - 1, y(bottom) - 1)};
}

void BoxPainter::block(char32_t code)
{
    if (code == 0x2580) {
        fill(part(0, 0, 8, 4));
    } else if (code <= 0x2588) {
        fill(part(0, 8 - int(code - 0x2580), 8, 8));
    } else if (code <= 0x258f) {
        fill(part(0, 0, 8 - int(code - 0x2588), 8));
    } else if (code == 0x2590) {
        fill(part(4, 0, 8, 8));
    } else if (code <= 0x2593) {
        QColor shade = m_color;
        shade.setAlphaF(float(code - 0x2590) / 4);
        m_painter.fillRect(m_cell, shade);
    } else if (code == 0x2594) {
        fill(part(0, 0, 8, 1));
    } else if (code == 0x2595) {
        fill(part(7, 0, 8, 8));
    } else {
        // Quadrants: upper left 1, upper right 2, lower left 4, lower right 8.
        constexpr std::string_view quadrants = "\x04\x08\x01\x0d\x09\x07\x0b\x02\x06\x0e";
        const int bits = uchar(quadrants[code - 0x2596]);
        for (int quarter = 0; quarter < 4; ++quarter) {
            const int left = quarter % 2 * 4;
            const int top = quarter / 2 * 4;
            if (bits & 1 << quarter)
                fill(part(left, top, left + 4, top + 4));
        }
    }
}

void BoxPainter::dots(char32_t code)
{
    // Dots 1 to 8 of a Braille cell, column then row.
    constexpr std::string_view places = "\x00\x01\x02\x10\x11\x12\x03\x13";
    const int size = std::max(1, std::min(m_cell.width() / 4, m_cell.height() / 8));
    for (int dot = 0; dot < 8; ++dot) {
        if (!(code & (1u << dot)))
            continue;
        const int column = places[std::size_t(dot)] >> 4;
        const int row = places[std::size_t(dot)] & 15;
        fill(QRect(m_cell.left() + m_cell.width() * (1 + 2 * column) / 4 - size / 2,
                   m_cell.top() + m_cell.height() * (1 + 2 * row) / 8 - size / 2, size, size));
    }
}

bool isDash(char32_t code)
{
    return (code >= 0x2504 && code <= 0x250b) || (code >= 0x254c && code <= 0x254f);
}

} // namespace

void paintTerminalBox(QPainter &painter, const QRect &cell, char32_t code, QColor color, int stroke)
{
    BoxPainter box(painter, cell, color, stroke);
    if (code >= 0x2800)
        box.dots(code - 0x2800);
    else if (code >= 0x2580)
        box.block(code);
    else if (isDash(code))
        box.dashes(code);
    else if (code >= 0x256d && code <= 0x2570)
        box.arc(code);
    else if (code >= 0x2571 && code <= 0x2573)
        box.diagonals(code);
    else
        box.lines(code);
}

} // namespace Sandglass
