// SPDX-License-Identifier: GPL-3.0-or-later
#include <client/platformapi.h>
#include <models/listfeed.h>

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;

namespace Sandglass {

namespace {
constexpr auto firstWait = 2000ms;
constexpr auto longestWait = 30'000ms;
constexpr int maxBarrenPages = 5;
} // namespace

ListFeed::ListFeed(const Clock &clock, std::function<int()> nextQuestion)
    : m_clock(clock),
      m_nextQuestion(std::move(nextQuestion))
{
}

void ListFeed::setApi(PlatformApi *api)
{
    stop();
    m_api = api;
    m_failures = 0;
    m_dueAt = api ? std::optional(m_clock.uptime()) : std::nullopt;
}

void ListFeed::setInterval(std::chrono::milliseconds interval)
{
    // A shorter interval takes effect at once, unless what is due is the end of a back-off.
    if (m_dueAt && m_failures == 0)
        m_dueAt = std::min(*m_dueAt, m_clock.uptime() + interval);
    m_interval = interval;
}

void ListFeed::askNow()
{
    if (m_api && !m_request.isActive())
        m_dueAt = m_clock.uptime();
}

void ListFeed::stop()
{
    m_request = {};
    m_dueAt.reset();
    m_sweep = 0;
}

std::optional<std::chrono::milliseconds> ListFeed::dueAt() const
{
    return m_dueAt;
}

void ListFeed::runDue()
{
    if (!m_api || !m_dueAt || *m_dueAt > m_clock.uptime())
        return;
    m_dueAt.reset();
    m_sweep = m_nextQuestion();
    m_query = SandboxQuery{.states = {SandboxState::Running, SandboxState::Paused}, .limit = 100};
    m_seenTokens.clear();
    m_seenIds.clear();
    m_barrenPages = 0;
    m_sweepStarted = m_clock.uptime();
    askPage();
}

void ListFeed::askPage()
{
    m_pageAsked = m_clock.uptime();
    m_request =
        m_api->list(m_query, [this](Result<SandboxPage> page) { takePage(std::move(page)); });
}

void ListFeed::takePage(Result<SandboxPage> page)
{
    if (!page)
        return fail(page.error());
    if (repeatsItself(*page))
        return fail({.kind = Error::Kind::Protocol,
                     .detail = "the list of sandboxes never ends: its pages repeat",
                     .operationId = {}});
    const auto now = m_clock.uptime();
    const int sweep = m_sweep;
    Q_EMIT pageCame(*page, sweep, now - m_pageAsked);
    if (m_sweep != sweep) // a slot stopped it, or gave it another api
        return;
    if (!page->nextToken.empty()) {
        m_query.nextToken = page->nextToken;
        return askPage();
    }
    m_failures = 0;
    m_dueAt = now + m_interval;
    Q_EMIT sweepEnded(int(m_seenIds.size()), sweep, now - m_sweepStarted);
}

bool ListFeed::repeatsItself(const SandboxPage &page)
{
    const std::size_t before = m_seenIds.size();
    for (const SandboxInfo &sandbox : page.sandboxes)
        m_seenIds.insert(sandbox.id);
    if (page.nextToken.empty())
        return false;
    m_barrenPages = m_seenIds.size() == before ? m_barrenPages + 1 : 0;
    return !m_seenTokens.insert(page.nextToken).second || m_barrenPages >= maxBarrenPages;
}

void ListFeed::fail(const Error &error)
{
    const auto wait = std::min(longestWait, firstWait * (1 << std::min(m_failures, 4)));
    ++m_failures;
    m_dueAt = m_clock.uptime() + wait;
    Q_EMIT sweepFailed(error, wait);
}

} // namespace Sandglass
