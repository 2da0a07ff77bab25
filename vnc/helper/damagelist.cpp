// SPDX-License-Identifier: GPL-3.0-or-later
#include <vnc/helper/damagelist.h>

#include <algorithm>
#include <limits>

namespace Sandglass::Rfb {

namespace {

std::int64_t areaOf(const DamageRect &rect)
{
    return std::int64_t{rect.width} * rect.height;
}

DamageRect united(const DamageRect &a, const DamageRect &b)
{
    const int left = std::min(a.x, b.x);
    const int top = std::min(a.y, b.y);
    const int right = std::max(a.x + a.width, b.x + b.width);
    const int bottom = std::max(a.y + a.height, b.y + b.height);
    return {.x = static_cast<std::uint16_t>(left),
            .y = static_cast<std::uint16_t>(top),
            .width = static_cast<std::uint16_t>(right - left),
            .height = static_cast<std::uint16_t>(bottom - top)};
}

/// Pixels that belong to neither but would be painted if the two became one.
std::int64_t wasteOf(const DamageRect &a, const DamageRect &b)
{
    return areaOf(united(a, b)) - areaOf(a) - areaOf(b);
}

} // namespace

void DamageList::add(DamageRect rect)
{
    if (rect.width == 0 || rect.height == 0)
        return;
    // A merged rect may touch the next one in turn: tiles become rows, rows the whole.
    for (std::size_t i = 0; i < m_count;) {
        if (wasteOf(m_rects[i], rect) > 0) {
            ++i;
            continue;
        }
        rect = united(m_rects[i], rect);
        m_rects[i] = m_rects[--m_count];
        i = 0;
    }
    if (m_count < m_rects.size())
        m_rects[m_count++] = rect;
    else
        mergeIntoNearest(rect);
}

void DamageList::mergeIntoNearest(const DamageRect &rect)
{
    const auto nearest = std::ranges::min_element(
        m_rects, {}, [&rect](const DamageRect &other) { return wasteOf(other, rect); });
    *nearest = united(*nearest, rect);
}

} // namespace Sandglass::Rfb
