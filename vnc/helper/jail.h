// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vnc/helper/jaillimits.h>

#include <optional>
#include <string>

namespace Sandglass::Rfb {

/// Gives up everything but what decoding needs, for good and before the server's first byte is
/// read: no new files, sockets, processes or executable memory, bounded memory, no core dump,
/// nobody's ptrace. Of the two descriptors the server's can be received from and sent to, the app's
/// as well and with descriptors coming along; any other system call ends the process (SIGSYS).
/// Everything that needs files must have been done. What could not be given up, in words, if so;
/// the caller must not go on then.
[[nodiscard]] std::optional<std::string> enterJail(int server, int app);

/// What enterJail() leaves of the address space, in bytes: what is mapped now, the largest desktop
/// and heapBytes.
[[nodiscard]] std::size_t addressSpaceLimit();

} // namespace Sandglass::Rfb
