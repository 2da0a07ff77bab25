// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/result.h>
#include <host/uniquefd.h>

#include <sys/types.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace Sandglass {

/// One process for good: its number may be used again, but not with the same start time in the same
/// boot and the same pid namespace.
struct ProcessIdentity {
    pid_t pid = 0; ///< 0: none
    std::uint64_t startTicks = 0;
    std::string world; ///< boot id and pid namespace
    friend bool operator==(const ProcessIdentity &, const ProcessIdentity &) = default;
};

/// The boot id and the pid namespace of this process.
[[nodiscard]] std::string processWorld();
/// An Io error when there is no such process.
[[nodiscard]] Result<ProcessIdentity> identify(pid_t pid);
/// A pidfd of exactly that process; an empty one when it is gone. Readable once the process has
/// ended.
[[nodiscard]] UniqueFd openProcess(const ProcessIdentity &identity);
/// A pidfd of whatever process has the number now; an empty one when none has. Right for own
/// children alone.
[[nodiscard]] UniqueFd openPidfd(pid_t pid);
[[nodiscard]] bool hasExited(int pidfd);
/// SIGKILL; harmless when it is gone.
void killProcess(int pidfd);
/// Takes the exit status of a child that has ended; harmless for processes that are not ours.
void reap(int pidfd);

struct LabelledProcess {
    UniqueFd pidfd;
    pid_t pid = 0;
    std::string sandboxId;
};

/// What a sandbox's first process is called in process lists, so that a host finds what an earlier
/// one left behind.
[[nodiscard]] std::string processLabel(std::string_view hostTag, std::string_view sandboxId);
/// Every process that carries a label of this host, be it the sandbox's first one or bubblewrap on
/// its way there. A sandbox can give its own processes such a name; all that they win is to be
/// killed.
[[nodiscard]] std::vector<LabelledProcess> labelledProcesses(std::string_view hostTag);

} // namespace Sandglass
