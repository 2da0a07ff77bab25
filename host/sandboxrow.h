// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/time.h>
#include <host/processidentity.h>
#include <protocol/sandbox.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace Sandglass {

/// What the host remembers of one sandbox over its own restarts.
struct SandboxRow {
    enum class Phase {
        Starting, ///< a host that finds this at its start clears it away
        Running,
        Ending, ///< being killed and removed
    };

    std::string id;
    Phase phase = Phase::Starting;
    std::string templateId;
    std::string templateName;
    Timestamp startedAt{};
    Timestamp endAt{};
    ProcessIdentity monitor;     ///< bubblewrap outside of the sandbox
    ProcessIdentity init;        ///< the sandbox's process 1: the agent
    std::uint32_t kernelUid = 0; ///< 0: the user who runs the host
    std::optional<std::string> accessToken;
    StringMap metadata;
    std::vector<std::string> environmentNames; ///< names alone: the values may be secrets
};

} // namespace Sandglass
