// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vnc/helper/controlmessages.h>

namespace Sandglass::Rfb {

/// The changed parts of a desktop in at most maximumDamageRects rects, which together cover at
/// least what was added; neighbours become one.
class DamageList final
{
public:
    /// Empty rects are passed over.
    void add(DamageRect rect);
    void clear() { m_count = 0; }
    [[nodiscard]] bool isEmpty() const { return m_count == 0; }
    [[nodiscard]] std::span<const DamageRect> rects() const
    {
        return std::span(m_rects).first(m_count);
    }

private:
    void mergeIntoNearest(const DamageRect &rect);

    std::array<DamageRect, maximumDamageRects> m_rects{};
    std::size_t m_count = 0;
};

} // namespace Sandglass::Rfb
