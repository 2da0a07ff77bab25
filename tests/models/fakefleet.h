// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <client/platformapi.h>
#include <models/clock.h>
#include <models/fleetstore.h>
#include <tests/support/faketransport.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace Sandglass {

/// A clock that stands still until it is told.
struct TestClock {
    Timestamp now{std::chrono::seconds(1'795'150'800)}; // 2026-11-20 05:00:00 UTC
    std::chrono::milliseconds uptime{1'000'000};

    void pass(std::chrono::milliseconds time)
    {
        now += time;
        uptime += time;
    }
    [[nodiscard]] Clock clock()
    {
        return {.now = [this] { return now; }, .uptime = [this] { return uptime; }};
    }
};

/// One connection to a service that a test writes by hand: the real client over the fake transport,
/// each call answered by its path from the members below.
class FakeService final
{
    Q_DISABLE_COPY_MOVE(FakeService)

public:
    explicit FakeService(TestClock &clock, const QString &id = QStringLiteral("prod"));

    std::vector<SandboxInfo> listed;             ///< what the list holds
    std::map<std::string, SandboxInfo> unlisted; ///< what only a get finds
    MetricsById latest;                          ///< of the batch metrics
    std::map<std::string, std::vector<MetricSample>> histories;
    std::size_t pageSize = 100;
    std::optional<FakeReply> listFails;             ///< instead of every page
    std::optional<FakeReply> metricsFail;           ///< instead of the batch
    std::optional<FakeReply> historiesFail;         ///< instead of every history
    std::optional<std::chrono::seconds> clockAhead; ///< a Date header is sent
    bool endless = false;                           ///< every page has the same next token

    TestClock &clock;
    FakeTransport transport;
    PlatformApi api;

    SandboxInfo &add(const std::string &id, std::chrono::seconds left = std::chrono::hours(1));
    void remove(const std::string &id);
    void sample(const std::string &id, double cpu, double memory = 50);
    [[nodiscard]] MetricSample sampleAt(Timestamp time, double cpu, double memory = 50) const;

    /// Answers everything that waits, and what follows from the answers, until nothing waits any
    /// more.
    int serve(); ///< how many that were
    /// How often a call began with this: "GET /v2/sandboxes".
    [[nodiscard]] int calls(std::string_view beginning) const;

private:
    [[nodiscard]] FakeReply replyTo(const std::string &line) const;
    [[nodiscard]] FakeReply page(const std::string &line) const;
    [[nodiscard]] FakeReply one(const std::string &id) const;
};

/// A service and a store that has swept it once.
struct FakeFleet {
    TestClock clock;
    FakeService service{clock};
    FleetStore store{clock.clock()};

    void connect()
    {
        store.addConnection(&service.api);
        turn();
    }
    /// What is due is asked and answered, until nothing more is due.
    void turn();
    void pass(std::chrono::milliseconds time)
    {
        clock.pass(time);
        turn();
    }
    [[nodiscard]] const FleetEntry *entry(const char *id) const
    {
        return store.find(QStringLiteral("prod/") + QLatin1String(id));
    }
    [[nodiscard]] ConnectionStatus status() const
    {
        return *store.connection(QStringLiteral("prod"));
    }
};

} // namespace Sandglass
