// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vnc/helper/rfblimits.h>

namespace Sandglass::Rfb {

/// What the decoder may use besides the pixels and what its libraries take before the jail closes.
inline constexpr std::size_t heapBytes = std::size_t{64} * 1024 * 1024;
/// /dev/null three times, the server, the app, and those that may come along with one message.
inline constexpr int openFiles = 16;

inline constexpr int niceness = 10; ///< added to the app's own

} // namespace Sandglass::Rfb
