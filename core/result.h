// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/error.h>

#include <expected>
#include <utility>

namespace Sandglass {

template<typename T>
using Result = std::expected<T, Error>;

/// `return failure(Error::Kind::Protocol, "…");` from any function that returns a Result.
[[nodiscard]] inline std::unexpected<Error> failure(Error::Kind kind, std::string detail,
                                                    int httpStatus = 0)
{
    return std::unexpected(Error{
        .kind = kind, .detail = std::move(detail), .httpStatus = httpStatus, .operationId = {}});
}

} // namespace Sandglass
