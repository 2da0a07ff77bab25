// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace Sandglass {

/// The built agent as pid 1 in a real sandbox of bubblewrap, as user 1000.
class AgentJail final
{
public:
    /// `mounts` are arguments of bwrap.
    AgentJail(const std::string &path, const std::vector<std::string> &mounts);
    AgentJail(const AgentJail &) = delete;
    AgentJail &operator=(const AgentJail &) = delete;
    ~AgentJail();

    /// The mounts of the base template; none when it is not there.
    [[nodiscard]] static std::vector<std::string> baseTemplate();

    /// From the outside.
    [[nodiscard]] pid_t agent() const { return m_agent; }
    /// Sends SIGTERM and waits for bubblewrap to pass on the exit code.
    int terminate();

private:
    pid_t m_bwrap = -1;
    pid_t m_agent = -1;
};

} // namespace Sandglass
