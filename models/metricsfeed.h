// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/request.h>
#include <models/clock.h>
#include <protocol/metrics.h>

#include <QObject>

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace Sandglass {

class PlatformApi;

/// Asks one connection for the latest sample of every running sandbox: rounds of calls for at most
/// 100 each, two at a time, a round every 5 s. Says what is due; whoever owns it calls runDue().
class MetricsFeed final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MetricsFeed)

public:
    /// `ids` says, at the start of a round, whom to ask for. The clock is borrowed.
    MetricsFeed(const Clock &clock, std::function<std::vector<std::string>()> ids);

    void setApi(PlatformApi *api); ///< borrowed; null stops
    void setInterval(std::chrono::milliseconds interval) { m_interval = interval; }

    [[nodiscard]] std::optional<std::chrono::milliseconds> dueAt() const; ///< by Clock::uptime
    void runDue();

Q_SIGNALS:
    void metricsCame(const Sandglass::MetricsById &metrics);
    void notOffered(); ///< 404, 405 or 501; nothing more is asked until setApi

private:
    void startNext();
    void take(Result<MetricsById> metrics);

    const Clock &m_clock;
    std::function<std::vector<std::string>()> m_ids;
    PlatformApi *m_api = nullptr;
    std::chrono::milliseconds m_interval{5000};
    std::chrono::milliseconds m_dueAt{};
    std::vector<std::string> m_waiting; ///< of the round under way
    std::array<Request, 2> m_requests;
};

} // namespace Sandglass
