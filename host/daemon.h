// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/result.h>
#include <host/hostpaths.h>
#include <host/instancelock.h>

#include <functional>
#include <string>

namespace Sandglass {

struct DaemonOptions {
    HostPaths paths;
    InstanceLock lock; ///< held for as long as the host runs
    enum class Task {
        Serve,          ///< until it is stopped
        ClearSandboxes, ///< end every sandbox that an earlier host left, listen to nobody
    };
    Task task = Task::Serve;
    /// Called once when the host answers, with its URL.
    std::function<void(const std::string &url)> ready;
    /// For people who watch: what was not as expected.
    std::function<void(const std::string &words)> notice;
};

/// Runs the host on this thread until SIGTERM, SIGINT, SIGHUP or `sandglass-host stop`; an error
/// when it cannot begin.
[[nodiscard]] Result<void> runDaemon(DaemonOptions options);

} // namespace Sandglass
