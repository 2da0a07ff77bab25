// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/result.h>
#include <host/agent/users.h>
#include <host/uniquefd.h>
#include <protocol/process.h>

#include <optional>
#include <string>
#include <vector>

namespace Sandglass {

struct LaunchOrder {
    std::vector<std::string>
        arguments;         ///< the program first; looked up in the PATH of `environment`
    StringMap environment; ///< all of it
    std::string directory; ///< absolute
    User user;
    std::optional<PtySize> pty;
    bool hasStdin = true; ///< false: /dev/null. Meaningless with a PTY
};

/// The process and our ends of its pipes, non-blocking. With a PTY only `output` is there, for both
/// directions.
struct LaunchedProcess {
    pid_t pid = -1;
    UniqueFd input;
    UniqueFd output;
    UniqueFd errors;
};

/// Starts a program as envd does: no session of its own unless it has a PTY, standard streams and
/// no other descriptor, default signal handling. Returns once the program runs. A missing program
/// is not an error but an exit with 127 and a line on stderr, because envd starts everything
/// through a shell. Errors: Kind::Conflict when the directory cannot be entered, Kind::Server when
/// the system has no more processes, descriptors or memory.
[[nodiscard]] Result<LaunchedProcess> launch(const LaunchOrder &order);

/// To be called once, before anything is launched and while /proc/self can still be written: keeps
/// descriptors 0 to 2 from being used for anything else, and allows as many descriptors as the
/// system does; launched programs get the former limit.
void prepareDescriptors();

} // namespace Sandglass
