// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <host/agent/users.h>
#include <protocol/process.h>

#include <unistd.h>

#include <optional>
#include <string>

namespace Sandglass {

/// What the host has told about this sandbox: by options, and by POST /init.
struct AgentSettings {
    std::optional<std::string> accessToken; ///< none: everything is open
    StringMap ownVariables;                 ///< E2B_SANDBOX and its like
    StringMap userVariables;                ///< of /init; replaced as a whole
    std::optional<std::string> defaultUser;
    std::optional<std::string> defaultDirectory;
    std::string startCommand; ///< of the template: run once, after the first /init
    int memoryMiB = 0;        ///< 0: that of the machine
    int cpuCount = 0;         ///< 0: that of the machine

    [[nodiscard]] StringMap globalVariables() const
    {
        auto all = userVariables;
        all.insert(ownVariables.begin(), ownVariables.end());
        return all;
    }
};

/// The user of a call that names none: the one of /init, else whose uid we have, else root.
[[nodiscard]] inline std::optional<User> defaultUser(const AgentSettings &settings,
                                                     const UserDatabase &users)
{
    if (settings.defaultUser)
        return users.find(*settings.defaultUser);
    const auto own = users.find(::geteuid());
    return own ? own : users.find("root");
}

} // namespace Sandglass
