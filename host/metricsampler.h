// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/request.h>
#include <host/eventloop.h>
#include <host/http/message.h>
#include <host/metricring.h>

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace Sandglass {

struct HostContext;

/// Asks one sandbox's agent for CPU and memory every 5 s (first after half a second) and measures
/// what its files take on the disk, every 15 s or slower when that takes long. Destroying it ends
/// both.
class MetricSampler final
{
public:
    MetricSampler(HostContext &context, std::string sandboxId,
                  std::optional<std::string> accessToken);

    void begin();
    [[nodiscard]] const MetricRing &ring() const { return m_ring; }

private:
    void ask();
    void take(const Result<Response> &answer);
    void measureDisk();

    HostContext &m_context;
    std::string m_sandboxId;
    std::optional<std::string> m_accessToken;
    MetricRing m_ring;
    /// Shared so that the end of a measurement can tell whether this object is still there.
    std::shared_ptr<std::int64_t> m_diskUsed = std::make_shared<std::int64_t>(0);
    Timer m_sampleTimer;
    Timer m_diskTimer;
    Request m_asking;
};

} // namespace Sandglass
