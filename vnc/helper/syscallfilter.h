// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Sandglass::Rfb {

/// From now on only the system calls that decoding needs exist: memory that is not executable, the
/// two sockets, time, waiting, leaving. Any other ends the process with SIGSYS. False (errno) when
/// the kernel does not take the filter.
[[nodiscard]] bool filterSystemCalls(int server, int app);

} // namespace Sandglass::Rfb
