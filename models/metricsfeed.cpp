// SPDX-License-Identifier: GPL-3.0-or-later
#include <client/platformapi.h>
#include <models/metricsfeed.h>

#include <algorithm>
#include <utility>

namespace Sandglass {

namespace {
constexpr std::size_t idsPerCall = 100; // the service's limit (platform API, 2.7)

bool meansNotOffered(const Error &error)
{
    return error.httpStatus == 404 || error.httpStatus == 405 || error.httpStatus == 501;
}
} // namespace

MetricsFeed::MetricsFeed(const Clock &clock, std::function<std::vector<std::string>()> ids)
    : m_clock(clock),
      m_ids(std::move(ids))
{
}

void MetricsFeed::setApi(PlatformApi *api)
{
    m_requests = {};
    m_waiting.clear();
    m_api = api;
    m_dueAt = m_clock.uptime();
}

std::optional<std::chrono::milliseconds> MetricsFeed::dueAt() const
{
    const bool busy = std::ranges::any_of(m_requests, &Request::isActive);
    return !m_api || busy ? std::nullopt : std::optional(m_dueAt);
}

void MetricsFeed::runDue()
{
    const auto due = dueAt();
    const auto now = m_clock.uptime();
    if (!due || *due > now)
        return;
    m_dueAt = now + m_interval;
    m_waiting = m_ids();
    startNext();
}

void MetricsFeed::startNext()
{
    for (Request &request : m_requests) {
        if (request.isActive() || m_waiting.empty())
            continue;
        const std::size_t kept = m_waiting.size() - std::min(m_waiting.size(), idsPerCall);
        const std::vector<std::string> ids(m_waiting.begin() + std::ptrdiff_t(kept),
                                           m_waiting.end());
        m_waiting.resize(kept);
        request = m_api->latestMetrics(
            ids, [this](Result<MetricsById> metrics) { take(std::move(metrics)); });
    }
}

void MetricsFeed::take(Result<MetricsById> metrics)
{
    if (!metrics && meansNotOffered(metrics.error())) {
        setApi(nullptr);
        Q_EMIT notOffered();
        return;
    }
    if (!metrics) {
        m_waiting.clear(); // the next round tries again; the list says what is wrong
        return;
    }
    startNext();
    Q_EMIT metricsCame(*metrics);
}

} // namespace Sandglass
