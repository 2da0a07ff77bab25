// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <host/sandboxfiles.h>

#include <string>
#include <vector>

namespace Sandglass {

/// The descriptors that bubblewrap and the agent find open.
inline constexpr int agentListenFd = 3; ///< the agent's listening Unix socket
inline constexpr int bwrapInfoFd = 4;   ///< bubblewrap writes {"child-pid": …} to it

/// What bubblewrap is told. The paths are those that the process that becomes bubblewrap sees.
struct BwrapPlan {
    std::string bwrap;
    std::string templatePath;
    std::string sandboxDirectory; ///< made by makeSandboxFiles()
    std::string agent;
    std::string interpreter;  ///< empty: the template does not ask for it
    std::string startCommand; ///< of the template; may be empty
    bool hasNoVnc = false;    ///< the template has Debian's noVNC
    RootFiles kind = RootFiles::Overlay;
    std::string sandboxId;
    std::string templateId;
    std::string label; ///< the agent's name in process lists
};

/// The whole command line, from bubblewrap's own path to the agent's options. Everything that the
/// sandbox may see is named here and nothing else: the four trees, /proc, a minimal /dev, private
/// /tmp and /run, the agent, and the interpreter where it is asked for. Every namespace is its own;
/// the network is an own loopback only.
[[nodiscard]] std::vector<std::string> bwrapArguments(const BwrapPlan &plan);

} // namespace Sandglass
