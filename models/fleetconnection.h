// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <models/fleetrows.h>
#include <models/listfeed.h>
#include <models/metricsfeed.h>
#include <models/sandboxfeed.h>

#include <QObject>

#include <functional>
#include <optional>

namespace Sandglass {

class PlatformApi;

/// One connection of the store: what to ask when, what its answers mean for its rows and its
/// health.
class FleetConnection final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FleetConnection)

public:
    /// The clock is borrowed. `publish` is told all changes of rows and has to hand them on at
    /// once.
    FleetConnection(const Clock &clock, ConnectionKind kind,
                    std::function<void(FleetChanges)> publish);

    void setApi(PlatformApi *api); ///< borrowed; null: asks nothing
    void setInterval(std::chrono::milliseconds interval);
    void refresh();
    void acceptEmpty();
    void recheck(const FleetEntry &entry);

    [[nodiscard]] const ConnectionStatus &status() const { return m_status; }
    [[nodiscard]] FleetRows &rows() { return m_rows; }
    [[nodiscard]] std::optional<std::chrono::milliseconds> dueAt() const; ///< by Clock::uptime
    void runDue();
    /// After rows changed by an act of ours.
    void recount();

Q_SIGNALS:
    void statusChanged();
    void asked(); ///< an answer came: other things may be due

private:
    void takePage(const SandboxPage &page, int sweep, std::chrono::milliseconds latency);
    void takeSweep(int rows, int sweep, std::chrono::milliseconds duration);
    void takeFailure(const Error &error, std::chrono::milliseconds wait);
    void takeSandbox(const std::string &id, int asked, const Result<SandboxInfo> &said);
    void takeMetrics(const MetricsById &metrics);
    void takeHistory(const std::string &id, const std::vector<MetricSample> &samples);
    void takeNotOffered();
    void takeServerTime(Timestamp serverTime);
    void askAboutNew(const QStringList &keys);
    void askHistory(const FleetEntry &entry);
    [[nodiscard]] std::vector<std::string> idsForMetrics() const;
    void setHealth(ConnectionHealth health, const QString &detail = {}, int httpStatus = 0);
    void announce(const ConnectionStatus &before);

    const Clock &m_clock;
    ConnectionStatus m_status;
    FleetRows m_rows; ///< after the status in life: entries point to it
    std::function<void(FleetChanges)> m_publish;
    ListFeed m_list;
    MetricsFeed m_metrics;
    SandboxFeed m_sandboxes;
};

} // namespace Sandglass
