// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <host/eventloop.h>
#include <host/metricsampler.h>
#include <host/sandboxending.h>
#include <host/sandboxrow.h>
#include <host/sandboxstart.h>
#include <protocol/sandbox.h>

#include <functional>
#include <memory>

namespace Sandglass {

struct HostContext;

/// The version of envd whose behaviour the agent has.
inline constexpr const char *envdVersionOfAgent = "0.6.13";

/// A running sandbox: watches its first process and its time, and measures it.
class LiveSandbox final
{
public:
    LiveSandbox(HostContext &context, StartedSandbox started);

    /// Each runs at most once, from the event loop; the object may be destroyed in it.
    void begin(std::move_only_function<void()> died, std::move_only_function<void()> expired);
    void setEndAt(Timestamp endAt);
    [[nodiscard]] const SandboxRow &row() const { return m_started.row; }
    [[nodiscard]] const MetricRing &metrics() const { return m_sampler.ring(); }
    /// A row of the list.
    [[nodiscard]] SandboxInfo info() const;
    /// With the fields that only GET /sandboxes/{id} has.
    [[nodiscard]] SandboxInfo detail() const;
    /// The same sandbox on its way out; this object is of no use afterwards.
    [[nodiscard]] std::shared_ptr<SandboxEnding> ending();

private:
    void watchTime();

    HostContext &m_context;
    StartedSandbox m_started;
    MetricSampler m_sampler;
    std::unique_ptr<ReadableWatch> m_deathWatch;
    Timer m_timer;
    std::move_only_function<void()> m_expired;
};

} // namespace Sandglass
