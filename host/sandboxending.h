// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/result.h>
#include <host/eventloop.h>
#include <host/sandboxrow.h>
#include <host/uniquefd.h>

#include <functional>
#include <memory>
#include <vector>

namespace Sandglass {

struct HostContext;

/// Ends one sandbox for good: kills its first process (with it every other one of its pid namespace
/// goes) and bubblewrap, waits for both, removes its files and its row. Also for sandboxes that
/// never came up or of which an earlier host left something; then processes are found by their
/// label. Interrupted by a kill of the host, the next one does it again.
class SandboxEnding final : public std::enable_shared_from_this<SandboxEnding>
{
public:
    /// The pidfds may be empty: the processes are gone, or not known.
    SandboxEnding(HostContext &context, SandboxRow row, UniqueFd init, UniqueFd monitor);

    /// `stopped` runs when no process is left, `removed` when nothing is. Each at most once, from
    /// the event loop.
    void begin(std::move_only_function<void()> stopped, std::move_only_function<void()> removed);
    [[nodiscard]] const SandboxRow &row() const { return m_row; }

private:
    void killAll();
    void waitForProcesses();
    void processesGone();
    void filesGone(const Result<void> &result);

    HostContext &m_context;
    SandboxRow m_row;
    std::vector<UniqueFd> m_processes;
    std::vector<ReadableWatch> m_watches;
    Timer m_patience;
    Timer m_next;
    int m_rounds = 0;
    std::move_only_function<void()> m_stopped;
    std::move_only_function<void()> m_removed;
};

} // namespace Sandglass
