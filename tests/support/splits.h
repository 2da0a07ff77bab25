// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace Sandglass {

/// Calls `feed(first, second)` with the bytes cut in two at every offset, both ends included: what
/// a stream parser has to survive.
template<typename Feed>
void forEachSplit(std::string_view bytes, Feed feed)
{
    for (std::size_t cut = 0; cut <= bytes.size(); ++cut)
        feed(bytes.substr(0, cut), bytes.substr(cut));
}

} // namespace Sandglass
