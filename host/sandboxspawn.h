// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/result.h>
#include <host/processidentity.h>
#include <host/stagedmounts.h>
#include <host/uniquefd.h>

#include <optional>
#include <string>
#include <vector>

namespace Sandglass {

struct SpawnPlan {
    std::vector<std::string> command; ///< bubblewrap's whole command line
    int listenFd = -1;                ///< becomes agentListenFd; borrowed
    /// Set by a host that runs as root: the mounts are made and the unprivileged user is taken on
    /// first.
    std::optional<StagedMounts> staged;
};

/// A child process that waits to become bubblewrap: its number can be written down before anything
/// happens. When the object is destroyed without release() the child ends by itself, and so it does
/// when this process is killed.
class SpawnedSandbox final
{
public:
    [[nodiscard]] static Result<SpawnedSandbox> spawn(const SpawnPlan &plan);

    [[nodiscard]] const ProcessIdentity &monitor() const { return m_monitor; }
    [[nodiscard]] int pidfd() const { return m_pidfd.get(); }
    [[nodiscard]] UniqueFd takePidfd() { return std::move(m_pidfd); }
    void release(); ///< go

    /// The sandbox's first process; an error until bubblewrap has written it down.
    [[nodiscard]] Result<ProcessIdentity> init() const;
    /// The last line that bubblewrap or the agent has written to stderr.
    [[nodiscard]] std::string lastWords() const;

private:
    SpawnedSandbox() = default;
    ProcessIdentity m_monitor;
    UniqueFd m_pidfd;
    UniqueFd m_go;
    UniqueFd m_errors; ///< memory: it needs no reader, is bounded, and outlives nobody
    UniqueFd m_info;
};

} // namespace Sandglass
