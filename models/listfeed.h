// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/request.h>
#include <models/clock.h>
#include <protocol/sandbox.h>

#include <QObject>

#include <functional>
#include <optional>
#include <set>
#include <string>

namespace Sandglass {

class PlatformApi;

/// Sweeps one connection's list, page by page, again and again. After a failure it waits 2 s, then
/// twice as long each time up to 30 s. Says what is due; whoever owns it calls runDue().
class ListFeed final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ListFeed)

public:
    /// `nextQuestion` numbers each sweep. The clock is borrowed.
    ListFeed(const Clock &clock, std::function<int()> nextQuestion);

    /// Borrowed; null stops. What was asked of the former one is cancelled.
    void setApi(PlatformApi *api);
    void setInterval(std::chrono::milliseconds interval);
    [[nodiscard]] std::chrono::milliseconds interval() const { return m_interval; }
    void askNow(); ///< ends a back-off or a stop; a sweep under way goes on
    void stop();   ///< until askNow or setApi

    [[nodiscard]] std::optional<std::chrono::milliseconds> dueAt() const; ///< by Clock::uptime
    void runDue();

Q_SIGNALS:
    void pageCame(const Sandglass::SandboxPage &page, int sweep, std::chrono::milliseconds latency);
    void sweepEnded(int rows, int sweep, std::chrono::milliseconds duration);
    /// `wait` until the next try.
    void sweepFailed(const Sandglass::Error &error, std::chrono::milliseconds wait);

private:
    void askPage();
    void takePage(Result<SandboxPage> page);
    void fail(const Error &error);
    [[nodiscard]] bool repeatsItself(const SandboxPage &page);

    const Clock &m_clock;
    std::function<int()> m_nextQuestion;
    PlatformApi *m_api = nullptr;
    Request m_request;
    std::chrono::milliseconds m_interval{2000};
    std::optional<std::chrono::milliseconds> m_dueAt;
    int m_failures = 0;

    // The sweep under way.
    int m_sweep = 0;
    SandboxQuery m_query;
    std::set<std::string> m_seenTokens;
    std::set<std::string, std::less<>> m_seenIds;
    int m_barrenPages = 0; ///< in a row, without a sandbox that is new to the sweep
    std::chrono::milliseconds m_sweepStarted{};
    std::chrono::milliseconds m_pageAsked{};
};

} // namespace Sandglass
