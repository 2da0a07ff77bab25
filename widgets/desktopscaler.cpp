// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/desktopscaler.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <vector>

/// In units of 1/100 of a target pixel, source pixel i covers [i * percent, (i + 1) * percent) and
/// target pixel x covers [x * 100, (x + 1) * 100): all weights are whole numbers.
namespace Sandglass {

namespace {

constexpr int whole = 100;
constexpr std::size_t channels = 4;
constexpr std::size_t blockSize = 64; ///< bytes that one step of the inner loop takes

struct Span {
    int first = 0; ///< source pixel
    int count = 0;
    int firstWeight = 0; ///< those between the first and the last have the percentage
    int lastWeight = 0;  ///< of the last one, when there are two or more
    int total = 0;
};

Span spanOf(int target, int sourceLength, int percent)
{
    const int begin = target * whole;
    const int end = std::min(begin + whole, sourceLength * percent);
    const int first = begin / percent;
    const int last = (end - 1) / percent;
    Span span{.first = first, .count = last - first + 1, .total = end - begin};
    span.firstWeight = std::min(end, (first + 1) * percent) - begin;
    span.lastWeight = end - last * percent;
    return span;
}

using Sums = std::vector<std::uint16_t>;

// Of a size that is known, so that every compiler takes many at a time.
void addBlock(std::uint16_t *__restrict sums, const uchar *__restrict bytes, std::uint16_t weight)
{
    for (std::size_t i = 0; i < blockSize; ++i)
        sums[i] = std::uint16_t(sums[i] + std::uint16_t(bytes[i] * weight));
}

/// One row's share of the sums: at most 255 * 100, which 16 bits hold.
void addRow(Sums &sums, const uchar *bytes, std::size_t size, int weight)
{
    std::size_t at = 0;
    for (; at + blockSize <= size; at += blockSize)
        addBlock(sums.data() + at, bytes + at, std::uint16_t(weight));
    for (; at < size; ++at)
        sums[at] = std::uint16_t(sums[at] + bytes[at] * weight);
}

/// Divides by a number that stays the same for many pixels.
class Divider final
{
public:
    explicit Divider(std::uint32_t divisor)
        : m_half(divisor / 2),
          m_factor(((std::uint64_t{1} << 32) + divisor - 1) / divisor)
    {
    }
    [[nodiscard]] std::uint32_t operator()(std::uint32_t sum) const
    {
        return std::uint32_t(((sum + m_half) * m_factor) >> 32);
    }

private:
    std::uint32_t m_half;
    std::uint64_t m_factor;
};

/// The sums of one pixel times a weight, two in each number: blue and red, green and nothing.
struct Weighted {
    std::uint64_t blueRed = 0;
    std::uint64_t green = 0;

    void add(const std::uint16_t *pixel, int weight)
    {
        constexpr std::uint64_t everySecond = 0x0000ffff0000ffff;
        std::uint64_t lanes;
        std::memcpy(&lanes, pixel, sizeof lanes);
        blueRed += (lanes & everySecond) * std::uint64_t(weight);
        green += (lanes >> 16 & everySecond) * std::uint64_t(weight);
    }
};

/// The mean of what a span covers in a row of sums that begins at source pixel `from`.
QRgb meanOf(const Sums &sums, const Span &span, int from, int percent, const Divider &divider)
{
    const std::uint16_t *at = sums.data() + std::size_t(span.first - from) * channels;
    const std::uint16_t *last = at + std::size_t(span.count - 1) * channels;
    Weighted sum;
    sum.add(at, span.firstWeight);
    for (at += channels; at < last; at += channels)
        sum.add(at, percent);
    if (span.count > 1)
        sum.add(last, span.lastWeight);
    return 0xff000000U | divider(std::uint32_t(sum.blueRed >> 32)) << 16 |
           divider(std::uint32_t(sum.green)) << 8 | divider(std::uint32_t(sum.blueRed));
}

/// What the row of a span weighs in it.
int weightOf(const Span &span, int index, int percent)
{
    if (index == 0)
        return span.firstWeight;
    return index == span.count - 1 ? span.lastWeight : percent;
}

void shrinkInto(QImage &target, const QImage &source, const QRect &area, int percent)
{
    std::vector<Span> columns;
    columns.reserve(std::size_t(area.width()));
    for (int x = area.left(); x <= area.right(); ++x)
        columns.push_back(spanOf(x, source.width(), percent));
    const int from = columns.front().first;
    const int count = columns.back().first + columns.back().count - from;
    const std::size_t size = std::size_t(count) * channels;
    Sums sums(size);
    for (int y = area.top(); y <= area.bottom(); ++y) {
        const Span rows = spanOf(y, source.height(), percent);
        std::ranges::fill(sums, std::uint16_t{0});
        for (int i = 0; i < rows.count; ++i)
            addRow(sums, source.constScanLine(rows.first + i) + std::size_t(from) * channels, size,
                   weightOf(rows, i, percent));
        auto *out = reinterpret_cast<QRgb *>(target.scanLine(y)) + area.left();
        const Divider inside{std::uint32_t(whole * rows.total)};
        for (const Span &span : columns)
            *out++ = meanOf(sums, span, from, percent,
                            span.total == whole ? inside
                                                : Divider{std::uint32_t(span.total * rows.total)});
    }
}

void repeatInto(QImage &target, const QImage &source, const QRect &area, int times)
{
    for (int y = area.top(); y <= area.bottom(); ++y) {
        const auto *in = reinterpret_cast<const QRgb *>(source.constScanLine(y / times));
        auto *out = reinterpret_cast<QRgb *>(target.scanLine(y)) + area.left();
        for (int x = area.left(); x <= area.right(); ++x)
            *out++ = in[x / times] | 0xff000000U;
    }
}

} // namespace

void scaleInto(QImage &target, const QImage &source, const QRect &area, int percent)
{
    if (area.isEmpty() || source.isNull())
        return;
    if (percent < whole)
        shrinkInto(target, source, area, percent);
    else
        repeatInto(target, source, area, percent / whole);
}

void dim(QImage &image, const QRect &area)
{
    for (int y = area.top(); y <= area.bottom(); ++y) {
        auto *pixels = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = area.left(); x <= area.right(); ++x) {
            const int gray = qGray(pixels[x]);
            const auto part = [gray](int value) { return (gray * 3 + value) / 4 * 60 / whole; };
            pixels[x] =
                qRgb(part(qRed(pixels[x])), part(qGreen(pixels[x])), part(qBlue(pixels[x])));
        }
    }
}

} // namespace Sandglass
