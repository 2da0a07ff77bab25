// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <host/agent/managedprocess.h>

#include <deque>
#include <map>

namespace Sandglass {

/// The processes that clients started, and for half a minute how they ended: a client that lost its
/// stream can still ask for the exit code.
class ProcessTable final
{
public:
    struct Ended {
        ProcessInfo info;
        ProcessEnded end;
        std::chrono::steady_clock::time_point at;
    };

    explicit ProcessTable(boost::asio::io_context &context) : m_context(context) {}

    [[nodiscard]] Result<std::shared_ptr<ManagedProcess>> start(const LaunchOrder &order,
                                                                ProcessInfo info);
    [[nodiscard]] std::shared_ptr<ManagedProcess> find(const ProcessSelector &selector) const;
    [[nodiscard]] const Ended *findEnded(const ProcessSelector &selector);
    [[nodiscard]] std::vector<ProcessInfo> list() const;
    /// From the reaper; children that nobody asked for are none of ours.
    void exited(pid_t pid, int waitStatus);

private:
    void remove(std::uint32_t pid, const ProcessEnded &end);
    void forgetOld();

    boost::asio::io_context &m_context;
    std::map<std::uint32_t, std::shared_ptr<ManagedProcess>> m_processes;
    std::deque<Ended> m_ended; ///< oldest first
};

} // namespace Sandglass
