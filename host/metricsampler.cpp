// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/directorytree.h>
#include <host/hostcontext.h>
#include <host/http/httpclient.h>
#include <host/metricsampler.h>
#include <protocol/routing.h>

#include <algorithm>

namespace Sandglass {

using namespace std::chrono_literals;

namespace {

constexpr auto firstSampleAfter = 500ms;
constexpr auto sampleEvery = 5000ms;
constexpr auto answerWithin = 4000ms;
constexpr auto measureEvery = 15000ms;
/// Measuring takes at most this share of the time: 1 of 20.
constexpr int measuringShare = 20;

} // namespace

MetricSampler::MetricSampler(HostContext &context, std::string sandboxId,
                             std::optional<std::string> accessToken)
    : m_context(context),
      m_sandboxId(std::move(sandboxId)),
      m_accessToken(std::move(accessToken)),
      m_sampleTimer(context.io),
      m_diskTimer(context.io)
{
}

void MetricSampler::begin()
{
    m_sampleTimer.start(firstSampleAfter, [this] { ask(); });
    measureDisk();
}

void MetricSampler::ask()
{
    m_sampleTimer.start(sampleEvery, [this] { ask(); });
    RequestHead head{.method = "GET", .target = "/metrics", .headers = {{"Host", "localhost"}}};
    if (m_accessToken)
        head.headers.add(std::string(accessTokenHeader), *m_accessToken);
    m_asking = sendOnce(m_context.io, m_context.socketPath(m_sandboxId), std::move(head), {},
                        answerWithin, [this](const Result<Response> &answer) { take(answer); });
}

void MetricSampler::take(const Result<Response> &answer)
{
    // A sample that is missing is a gap in the chart, which is the truth.
    if (!answer || answer->status != 200)
        return;
    auto sample = decodeEnvdMetrics(answer->body);
    if (!sample)
        return;
    const MachineSize machine = machineSize(m_context.paths);
    sample->time = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    sample->cpuUsedPct = std::clamp(sample->cpuUsedPct, 0.0, 100.0);
    // How far its files could grow: what they take and what is free.
    sample->diskUsed = *m_diskUsed;
    sample->diskTotal = *m_diskUsed + machine.diskFreeBytes;
    m_ring.add(*sample);
}

void MetricSampler::measureDisk()
{
    const auto began = std::chrono::steady_clock::now();
    auto measured = std::make_shared<std::int64_t>(0);
    m_context.clearing.run(
        [measured, path = m_context.paths.sandbox(m_sandboxId)] { *measured = diskUsage(path); },
        [this, began, measured, weak = std::weak_ptr(m_diskUsed)] {
            const auto target = weak.lock();
            if (!target)
                return; // and with it this object is gone
            *target = *measured;
            const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(
                std::chrono::steady_clock::now() - began);
            m_diskTimer.start(std::max(measureEvery, took * measuringShare),
                              [this] { measureDisk(); });
        });
}

} // namespace Sandglass
