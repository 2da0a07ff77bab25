// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/result.h>

#include <cerrno>
#include <cstring>
#include <string>

namespace Sandglass {

/// An Io error that reads "<what>: <the system's words for errno>". Call it before anything else
/// can change errno.
[[nodiscard]] inline std::unexpected<Error> ioFailure(std::string what)
{
    const int code = errno;
    return failure(Error::Kind::Io, std::move(what) + ": " + std::strerror(code));
}

} // namespace Sandglass
