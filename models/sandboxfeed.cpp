// SPDX-License-Identifier: GPL-3.0-or-later
#include <client/platformapi.h>
#include <models/sandboxfeed.h>

#include <algorithm>

using namespace std::chrono_literals;

namespace Sandglass {

namespace {
constexpr std::size_t maxInFlight = 4;
constexpr auto rest = 10'000ms;

/// Failures that say nothing about this one sandbox.
bool isShared(Error::Kind kind)
{
    using enum Error::Kind;
    return kind == Network || kind == Timeout || kind == Tls || kind == RateLimited ||
           kind == Server;
}
} // namespace

SandboxFeed::SandboxFeed(const Clock &clock, std::function<int()> nextQuestion)
    : m_clock(clock),
      m_nextQuestion(std::move(nextQuestion))
{
}

void SandboxFeed::setApi(PlatformApi *api)
{
    m_inFlight.clear();
    m_urgent.clear();
    m_idle.clear();
    m_known.clear();
    m_idleFrom = {};
    m_api = api;
}

void SandboxFeed::get(const std::string &id, Urgency urgency)
{
    if (!m_api || id.empty())
        return;
    const Question question{.id = id, .historyFrom = {}};
    const bool isNew = m_known.insert(nameOf(question)).second;
    if (urgency == Urgency::WhenIdle) {
        if (isNew)
            m_idle.push_back(question);
        return;
    }
    const auto isSame = [&](const Question &other) { return nameOf(other) == nameOf(question); };
    if (isNew || std::erase_if(m_idle, isSame) > 0)
        m_urgent.push_back(question);
}

void SandboxFeed::history(const std::string &id, Timestamp start)
{
    const Question question{.id = id, .historyFrom = start};
    if (m_api && m_known.insert(nameOf(question)).second)
        m_idle.push_back(question);
}

std::optional<std::chrono::milliseconds> SandboxFeed::dueAt() const
{
    if (!m_api || m_inFlight.size() >= maxInFlight)
        return std::nullopt;
    if (!m_urgent.empty())
        return m_clock.uptime();
    return m_idle.empty() ? std::nullopt : std::optional(m_idleFrom);
}

void SandboxFeed::runDue()
{
    while (m_api && m_inFlight.size() < maxInFlight) {
        auto &queue = m_urgent.empty() ? m_idle : m_urgent;
        if (queue.empty() || (&queue == &m_idle && m_idleFrom > m_clock.uptime()))
            return;
        const Question question = std::move(queue.front());
        queue.pop_front();
        ask(question);
    }
}

void SandboxFeed::ask(const Question &question)
{
    Request &request = m_inFlight.emplace_back(nameOf(question), Request()).second;
    if (question.historyFrom)
        askHistory(question, request);
    else
        askGet(question, request);
}

void SandboxFeed::askGet(const Question &question, Request &request)
{
    const int asked = m_nextQuestion();
    request = m_api->get(question.id, [this, question, asked](Result<SandboxInfo> said) {
        settle(question);
        Q_EMIT got(question.id, asked, said);
    });
}

void SandboxFeed::askHistory(const Question &question, Request &request)
{
    const auto take = [this, question](Result<std::vector<MetricSample>> samples) {
        settle(question);
        if (samples)
            Q_EMIT historyCame(question.id, *samples);
        else
            putOff(question, samples.error());
    };
    request = m_api->metrics(question.id, question.historyFrom, take);
}

void SandboxFeed::settle(const Question &question)
{
    m_known.erase(nameOf(question));
    m_inFlight.remove_if([&](const auto &flight) { return flight.first == nameOf(question); });
}

void SandboxFeed::putOff(const Question &question, const Error &error)
{
    if (!question.historyFrom || !isShared(error.kind) || error.httpStatus == 501)
        return;
    m_idleFrom = m_clock.uptime() + rest;
    history(question.id, *question.historyFrom);
}

} // namespace Sandglass
