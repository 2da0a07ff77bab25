// SPDX-License-Identifier: GPL-3.0-or-later
#include <client/platformapi.h>
#include <models/displaytext.h>
#include <models/fleetconnection.h>

#include <algorithm>
#include <cstdlib>
#include <utility>

using namespace std::chrono_literals;

namespace Sandglass {

namespace {

using std::chrono::milliseconds;

/// From how many sandboxes on an empty list is not taken at its word.
constexpr int suspiciousFrom = 5;
/// Up to how many rows the details of new ones are asked for unasked: what happens at the end of
/// their time. In larger fleets that would be thousands of calls; recheck() asks for the one that
/// is opened.
constexpr std::size_t detailsUpTo = 500;
/// After this long without answers the missing minutes are asked for.
constexpr auto historyGap = 30s;

ConnectionHealth healthOf(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Unauthorized:
    case Error::Kind::Forbidden:
        return ConnectionHealth::Unauthorized;
    case Error::Kind::Network:
    case Error::Kind::Tls:
    case Error::Kind::Timeout:
    case Error::Kind::Io:
        return ConnectionHealth::Unreachable;
    case Error::Kind::RateLimited:
        return ConnectionHealth::RateLimited;
    case Error::Kind::Server:
        return ConnectionHealth::Failing;
    case Error::Kind::NotFound:
    case Error::Kind::Conflict:
    case Error::Kind::Protocol:
    case Error::Kind::Policy:
        break;
    }
    return ConnectionHealth::BadAnswer;
}

/// Small changes of the latency are not worth a repaint.
bool isWorthTelling(std::optional<milliseconds> before, std::optional<milliseconds> after)
{
    if (!before || !after)
        return before.has_value() != after.has_value();
    const auto change = std::abs((*after - *before).count());
    return change >= 5 && change * 4 >= before->count();
}

} // namespace

FleetConnection::FleetConnection(const Clock &clock, ConnectionKind kind,
                                 std::function<void(FleetChanges)> publish)
    : m_clock(clock),
      m_rows(m_status, clock),
      m_publish(std::move(publish)),
      m_list(clock, [this] { return m_rows.nextQuestion(); }),
      m_metrics(clock, [this] { return idsForMetrics(); }),
      m_sandboxes(clock, [this] { return m_rows.nextQuestion(); })
{
    m_status.kind = kind;
    connect(&m_list, &ListFeed::pageCame, this, &FleetConnection::takePage);
    connect(&m_list, &ListFeed::sweepEnded, this, &FleetConnection::takeSweep);
    connect(&m_list, &ListFeed::sweepFailed, this, &FleetConnection::takeFailure);
    connect(&m_metrics, &MetricsFeed::metricsCame, this, &FleetConnection::takeMetrics);
    connect(&m_metrics, &MetricsFeed::notOffered, this, &FleetConnection::takeNotOffered);
    connect(&m_sandboxes, &SandboxFeed::got, this, &FleetConnection::takeSandbox);
    connect(&m_sandboxes, &SandboxFeed::historyCame, this, &FleetConnection::takeHistory);
}

void FleetConnection::setApi(PlatformApi *api)
{
    if (api) {
        const ConnectionProfile &profile = api->profile();
        m_status.id = profile.id;
        m_status.name = displayText(profile.name);
        m_status.colorRole = profile.colorRole;
        m_status.readOnly = profile.readOnly;
        m_status.metricsOffered = true;
        m_status.latency.reset();
        setHealth(ConnectionHealth::Connecting);
    }
    m_list.setApi(api);
    m_metrics.setApi(api);
    m_sandboxes.setApi(api);
    FleetChanges changes{.changed = m_rows.keys()}; // name, colour and metrics stand in every row
    m_publish(std::move(changes));
    Q_EMIT statusChanged();
}

void FleetConnection::setInterval(milliseconds interval)
{
    m_list.setInterval(interval);
    m_metrics.setInterval(std::max<milliseconds>(interval, MetricHistory::sampling));
    m_status.freshFor = std::max(m_status.freshFor, 3 * interval);
}

void FleetConnection::refresh()
{
    m_list.askNow();
}

void FleetConnection::acceptEmpty()
{
    if (m_status.health != ConnectionHealth::EmptiedSuddenly)
        return;
    FleetChanges changes;
    m_rows.acceptAllGone(changes);
    const ConnectionStatus before = m_status;
    setHealth(ConnectionHealth::Ok);
    m_publish(std::move(changes));
    announce(before);
}

void FleetConnection::recheck(const FleetEntry &entry)
{
    m_sandboxes.get(entry.info.id, SandboxFeed::Urgency::Now);
}

std::optional<milliseconds> FleetConnection::dueAt() const
{
    auto due = m_list.dueAt();
    const auto take = [&due](std::optional<milliseconds> other) {
        if (other && (!due || *other < *due))
            due = other;
    };
    if (m_status.health != ConnectionHealth::Unauthorized)
        take(m_sandboxes.dueAt());
    if (m_status.health == ConnectionHealth::Ok)
        take(m_metrics.dueAt());
    return due;
}

void FleetConnection::runDue()
{
    m_list.runDue();
    if (m_status.health != ConnectionHealth::Unauthorized)
        m_sandboxes.runDue();
    if (m_status.health == ConnectionHealth::Ok)
        m_metrics.runDue();
}

void FleetConnection::takePage(const SandboxPage &page, int sweep, milliseconds latency)
{
    const ConnectionStatus before = m_status;
    if (page.serverTime)
        takeServerTime(*page.serverTime);
    m_status.latency = std::max(latency, 0ms);
    FleetChanges changes;
    m_rows.mergePage(page.sandboxes, sweep, changes);
    askAboutNew(changes.added);
    if (!isWorthTelling(before.latency, m_status.latency))
        m_status.latency = before.latency;
    m_publish(std::move(changes));
    announce(before);
}

void FleetConnection::takeServerTime(Timestamp serverTime)
{
    // The header knows whole seconds only: half of one is added, and what is within a second is no
    // news, so that the remaining times do not tremble.
    const auto offset =
        std::chrono::duration_cast<milliseconds>(serverTime + 500ms - m_clock.now());
    const auto news = offset - m_status.clockOffset;
    if (news > 1s || news < -1s)
        m_status.clockOffset = offset > 1s || offset < -1s ? offset : 0ms;
}

void FleetConnection::takeSweep(int rows, int sweep, milliseconds duration)
{
    const ConnectionStatus before = m_status;
    if (rows == 0 && m_rows.expectedCount() >= suspiciousFrom) {
        setHealth(ConnectionHealth::EmptiedSuddenly);
    } else {
        setHealth(ConnectionHealth::Ok);
        const Timestamp now = m_clock.now();
        const bool hadGap = m_status.lastAnswer && now - *m_status.lastAnswer > historyGap;
        m_status.lastAnswer = now;
        m_status.freshFor = 3 * m_list.interval() + duration;
        for (const std::string &id : m_rows.missingFrom(sweep))
            m_sandboxes.get(id, SandboxFeed::Urgency::Now);
        for (const auto &entry : m_rows.entries()) {
            if (hadGap)
                askHistory(*entry);
        }
    }
    announce(before);
    Q_EMIT asked();
}

void FleetConnection::takeFailure(const Error &error, milliseconds wait)
{
    const ConnectionStatus before = m_status;
    setHealth(healthOf(error), displayText(error.detail), error.httpStatus);
    m_status.latency.reset();
    m_status.nextTry = m_clock.now() + wait;
    if (m_status.health == ConnectionHealth::Unauthorized) {
        m_list.stop();
        m_status.nextTry.reset();
    }
    announce(before);
    Q_EMIT asked();
}

void FleetConnection::setHealth(ConnectionHealth health, const QString &detail, int httpStatus)
{
    m_status.health = health;
    m_status.detail = detail;
    m_status.httpStatus = httpStatus;
    m_status.nextTry.reset();
    if (health == ConnectionHealth::Ok)
        m_status.failingSince.reset();
    else if (health != ConnectionHealth::Connecting && !m_status.failingSince)
        m_status.failingSince = m_clock.now();
}

void FleetConnection::takeSandbox(const std::string &id, int asked, const Result<SandboxInfo> &said)
{
    const ConnectionStatus before = m_status;
    FleetChanges changes;
    if (said)
        m_rows.mergeDetails(*said, asked, changes);
    else if (said.error().kind == Error::Kind::NotFound)
        m_rows.mergeNotFound(id, asked, changes);
    m_publish(std::move(changes));
    announce(before);
    Q_EMIT this->asked();
}

void FleetConnection::takeMetrics(const MetricsById &metrics)
{
    FleetChanges changes;
    for (const auto &[id, sample] : metrics)
        m_rows.mergeMetrics(id, {sample}, changes);
    m_publish(std::move(changes));
    Q_EMIT asked();
}

void FleetConnection::takeHistory(const std::string &id, const std::vector<MetricSample> &samples)
{
    FleetChanges changes;
    m_rows.mergeMetrics(id, samples, changes);
    m_publish(std::move(changes));
    Q_EMIT asked();
}

void FleetConnection::takeNotOffered()
{
    m_status.metricsOffered = false;
    m_publish({.changed = m_rows.keys()});
    Q_EMIT statusChanged();
    Q_EMIT asked();
}

void FleetConnection::askAboutNew(const QStringList &keys)
{
    for (const QString &key : keys) {
        const FleetEntry *entry = m_rows.find(key);
        if (!entry)
            continue;
        askHistory(*entry);
        if (m_rows.entries().size() <= detailsUpTo)
            m_sandboxes.get(entry->info.id, SandboxFeed::Urgency::WhenIdle);
    }
}

void FleetConnection::askHistory(const FleetEntry &entry)
{
    const Timestamp start = m_rows.serviceNow() - MetricHistory::window;
    const bool slept = entry.info.state == SandboxState::Paused && entry.info.endAt < start;
    if (m_status.metricsOffered && !entry.isGone() && !entry.isPending() && !slept)
        m_sandboxes.history(entry.info.id, start);
}

std::vector<std::string> FleetConnection::idsForMetrics() const
{
    std::vector<std::string> ids;
    for (const auto &entry : m_rows.entries()) {
        if (entry->state == FleetState::Running)
            ids.push_back(entry->info.id);
    }
    return ids;
}

void FleetConnection::recount()
{
    announce(m_status);
}

void FleetConnection::announce(const ConnectionStatus &before)
{
    const int count = m_rows.liveCount();
    const bool countDiffers = count != before.sandboxes;
    m_status.sandboxes = count;
    const ConnectionStatus &now = m_status;
    if (countDiffers || now.health != before.health || now.detail != before.detail ||
        now.nextTry != before.nextTry || now.clockOffset != before.clockOffset ||
        isWorthTelling(before.latency, now.latency))
        Q_EMIT statusChanged();
}

} // namespace Sandglass
