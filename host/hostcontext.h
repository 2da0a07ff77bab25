// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <host/eventloop.h>
#include <host/hostlog.h>
#include <host/hostpaths.h>
#include <host/sandboxfiles.h>
#include <host/statestore.h>
#include <host/templatecatalog.h>
#include <host/uidrange.h>
#include <host/uniquefd.h>

#include <cstdint>
#include <optional>
#include <string>

namespace Sandglass {

/// What the parts of a running host share. Made once by the daemon, lives longer than all of them.
struct HostContext {
    boost::asio::io_context &io;
    HostPaths paths;
    StateStore store;
    HostLog log;
    TemplateCatalog templates;
    std::string tag;         ///< in the labels of this host's processes
    std::string agent;       ///< path of sandglass-agent; empty when it is missing
    std::string interpreter; ///< path of sandglass-interpreter; empty when it is missing
    std::optional<UidRange> uids;
    UniqueFd socketFolder; ///< an O_PATH descriptor of paths.sockets()
    RootFiles rootFiles = RootFiles::Overlay;
    FileWorker preparing; ///< for sandboxes that are waited for
    FileWorker clearing;  ///< for what may take its time: removing, measuring

    /// The agent's socket, for connecting and listening. By way of the descriptor: the name of a
    /// Unix socket has at most 107 characters, a home folder may have more.
    [[nodiscard]] std::string socketPath(const std::string &id) const
    {
        return "/proc/self/fd/" + std::to_string(socketFolder.get()) + '/' + id + ".sock";
    }
};

/// What there is of the machine: a sandbox has all of it.
struct MachineSize {
    int cpuCount = 1;
    std::int64_t memoryBytes = 0;
    std::int64_t diskBytes = 0;     ///< of the file system of the sandboxes
    std::int64_t diskFreeBytes = 0; ///< for an ordinary user
};
[[nodiscard]] MachineSize machineSize(const HostPaths &paths);

} // namespace Sandglass
