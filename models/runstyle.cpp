// SPDX-License-Identifier: GPL-3.0-or-later
#include <models/runstyle.h>

#include <QStringView>

#include <algorithm>

namespace Sandglass {

namespace {

constexpr PackedRunStyle colorBits = 0x1F; // 0: none, else 1 + the colour
constexpr PackedRunStyle boldBit = 0x20;
constexpr PackedRunStyle italicBit = 0x40;
constexpr PackedRunStyle underlineBit = 0x80;

PackedRunStyle withColor(PackedRunStyle style, int color)
{
    return PackedRunStyle((style & ~colorBits) | (color + 1));
}

/// The nearest of the sixteen by hue: exact shades do not go with two themes anyway.
int nearestColor(int red, int green, int blue)
{
    const int high = std::max({red, green, blue});
    const int low = std::min({red, green, blue});
    if (high - low < 48) // a grey: the text's own colour, or the muted one
        return high > 96 && high < 176 ? 8 : -1;
    const int middle = (high + low) / 2;
    const int bits = (red > middle ? 1 : 0) | (green > middle ? 2 : 0) | (blue > middle ? 4 : 0);
    return bits;
}

int colorOfIndex(int index)
{
    if (index < 16)
        return std::max(-1, index);
    if (index >= 232)
        return nearestColor(8 + (index - 232) * 10, 8 + (index - 232) * 10, 8 + (index - 232) * 10);
    const int cube = index - 16;
    const auto level = [](int step) { return step == 0 ? 0 : 55 + step * 40; };
    return nearestColor(level(cube / 36), level(cube / 6 % 6), level(cube % 6));
}

/// 38;5;N or 38;2;R;G;B; returns how many parameters it took behind the 38.
qsizetype takeLongColor(const QList<int> &rest, PackedRunStyle *style)
{
    if (rest.size() >= 2 && rest.at(0) == 5) {
        if (style)
            *style = withColor(*style, colorOfIndex(std::clamp(rest.at(1), 0, 255)));
        return 2;
    }
    if (rest.size() >= 4 && rest.at(0) == 2) {
        if (style)
            *style = withColor(*style, nearestColor(rest.at(1), rest.at(2), rest.at(3)));
        return 4;
    }
    return rest.size();
}

PackedRunStyle afterOne(PackedRunStyle style, int parameter)
{
    if (parameter == 0)
        return 0;
    if (parameter == 1)
        return style | boldBit;
    if (parameter == 3)
        return style | italicBit;
    if (parameter == 4)
        return style | underlineBit;
    if (parameter == 22)
        return PackedRunStyle(style & ~boldBit);
    if (parameter == 23)
        return PackedRunStyle(style & ~italicBit);
    if (parameter == 24)
        return PackedRunStyle(style & ~underlineBit);
    if (parameter == 39)
        return PackedRunStyle(style & ~colorBits);
    if (parameter >= 30 && parameter <= 37)
        return withColor(style, parameter - 30);
    if (parameter >= 90 && parameter <= 97)
        return withColor(style, parameter - 90 + 8);
    return style;
}

} // namespace

RunStyle unpacked(PackedRunStyle style)
{
    return {.color = (style & colorBits) - 1,
            .bold = (style & boldBit) != 0,
            .italic = (style & italicBit) != 0,
            .underline = (style & underlineBit) != 0};
}

PackedRunStyle styleAfter(PackedRunStyle style, QStringView parameters)
{
    QList<int> numbers;
    for (const QStringView one : parameters.tokenize(u';'))
        numbers.append(one.toInt()); // an empty one counts as 0
    for (qsizetype i = 0; i < numbers.size(); ++i) {
        const int number = numbers.at(i);
        if (number == 38 || number == 48 || number == 58)
            i += takeLongColor(numbers.sliced(i + 1), number == 38 ? &style : nullptr);
        else
            style = afterOne(style, number);
    }
    return style;
}

QList<RunSpan> spansOf(const QByteArray &styles)
{
    QList<RunSpan> spans;
    for (qsizetype start = 0; start < styles.size();) {
        const char style = styles.at(start);
        qsizetype end = start + 1;
        while (end < styles.size() && styles.at(end) == style)
            ++end;
        if (style != 0)
            spans.append({start, end - start, unpacked(PackedRunStyle(style))});
        start = end;
    }
    return spans;
}

} // namespace Sandglass
