// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/request.h>

#include <optional>

namespace Sandglass {

/// Where a test keeps what a handler was given.
template<typename T>
using Answered = std::optional<Result<T>>;

template<typename T>
[[nodiscard]] Handler<T> into(Answered<T> &place)
{
    return [&place](Result<T> result) { place = std::move(result); };
}

} // namespace Sandglass
