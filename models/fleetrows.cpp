// SPDX-License-Identifier: GPL-3.0-or-later
#include <models/fleetrows.h>

#include <QSet>

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;

namespace Sandglass {

namespace {

/// Clocks are read in whole seconds, and the list is asked now and then: this much before its end a
/// sandbox that vanished is still taken for one whose time ran out.
constexpr auto endTolerance = 2s;
/// A sample from further in the future than this would hide all that follow.
constexpr auto futureTolerance = 5min;

FleetState stateOf(SandboxState state)
{
    switch (state) {
    case SandboxState::Running:
        return FleetState::Running;
    case SandboxState::Paused:
        return FleetState::Paused;
    case SandboxState::Unknown:
        break;
    }
    return FleetState::Unknown;
}

/// What is shown while an act of ours is under way is the act, until the service shows its effect.
FleetState stateOf(SandboxState said, FleetMark mark)
{
    if (mark == FleetMark::Killing)
        return FleetState::Killing;
    if (mark == FleetMark::Resuming && said == SandboxState::Paused)
        return FleetState::Resuming;
    return stateOf(said);
}

/// Lists carry less than the sandbox itself: what was known stays known.
void keepDetails(SandboxInfo &said, const SandboxInfo &known)
{
    if (!said.envdAccessToken)
        said.envdAccessToken = known.envdAccessToken;
    said.trafficAccessToken = known.trafficAccessToken;
    if (!said.allowInternetAccess)
        said.allowInternetAccess = known.allowInternetAccess;
    if (!said.domain)
        said.domain = known.domain;
    if (!said.lifecycle)
        said.lifecycle = known.lifecycle;
}

/// What create's answer tells; it knows no times.
void takeCreated(SandboxInfo &info, const CreatedSandbox &created)
{
    info.id = created.id;
    info.templateId = created.templateId.empty() ? info.templateId : created.templateId;
    info.alias = created.alias;
    info.envdVersion = created.envdVersion;
    info.envdAccessToken = created.envdAccessToken;
    info.trafficAccessToken = created.trafficAccessToken;
    info.domain = created.domain;
}

} // namespace

FleetRows::FleetRows(const ConnectionStatus &status, const Clock &clock)
    : m_status(status),
      m_clock(clock)
{
}

FleetRows::~FleetRows() = default;

FleetEntry *FleetRows::find(const QString &key) const
{
    if (!key.startsWith(m_status.id) || key.size() <= m_status.id.size() ||
        key.at(m_status.id.size()) != u'/')
        return nullptr;
    return findId(key.sliced(m_status.id.size() + 1).toStdString());
}

FleetEntry *FleetRows::findId(const std::string &sandboxId) const
{
    const auto found = m_byId.find(sandboxId);
    return found == m_byId.end() ? nullptr : found->second;
}

Timestamp FleetRows::serviceNow() const
{
    return m_clock.now() + m_status.clockOffset;
}

int FleetRows::liveCount() const
{
    return int(
        std::ranges::count_if(m_entries, [](const auto &entry) { return !entry->isGone(); }));
}

int FleetRows::expectedCount() const
{
    return int(std::ranges::count_if(m_entries, [this](const auto &entry) {
        return !entry->isGone() && !entry->isPending() && entry->mark != FleetMark::Killing &&
               !hasRunOut(*entry);
    }));
}

QStringList FleetRows::keys() const
{
    QStringList keys;
    keys.reserve(qsizetype(m_entries.size()));
    for (const auto &entry : m_entries)
        keys.append(entry->key);
    return keys;
}

QString FleetRows::keyOf(std::string_view id) const
{
    return m_status.id + u'/' + QString::fromUtf8(id.data(), qsizetype(id.size()));
}

void FleetRows::mergePage(const std::vector<SandboxInfo> &page, int asked, FleetChanges &changes)
{
    for (const SandboxInfo &said : page) {
        FleetEntry *entry = findId(said.id);
        if (!entry)
            add(said, asked, changes);
        else if (std::exchange(entry->seen, asked) == asked)
            continue; // rows move between pages while these are read
        else if (update(*entry, said, asked))
            changes.changed.append(entry->key);
    }
}

void FleetRows::mergeDetails(const SandboxInfo &said, int asked, FleetChanges &changes)
{
    FleetEntry *entry = findId(said.id);
    if (!entry)
        add(said, asked, changes);
    else if (update(*entry, said, asked))
        changes.changed.append(entry->key);
}

void FleetRows::add(const SandboxInfo &said, int asked, FleetChanges &changes)
{
    if (said.id.empty())
        return;
    auto entry = std::make_unique<FleetEntry>();
    entry->key = keyOf(said.id);
    entry->connection = &m_status;
    entry->info = said;
    entry->state = stateOf(said.state);
    entry->lastSeen = m_clock.now();
    entry->seen = asked;
    changes.added.append(entry->key);
    m_byId.emplace(said.id, entry.get());
    m_entries.push_back(std::move(entry));
}

bool FleetRows::update(FleetEntry &entry, SandboxInfo said, int asked)
{
    if (asked < entry.settled)
        return false;
    entry.lastSeen = m_clock.now();
    keepDetails(said, entry.info);
    if (entry.mark == FleetMark::Extending)
        entry.endAtBefore = std::exchange(said.endAt, entry.info.endAt);
    else if (entry.mark == FleetMark::Starting)
        entry.mark = FleetMark::None;
    const FleetState state = stateOf(said.state, entry.mark);
    if (state == entry.state && said == entry.info)
        return false;
    entry.info = std::move(said);
    entry.state = state;
    entry.goneReason = GoneReason::None;
    entry.goneAt = entry.goneNoticedAt = std::nullopt;
    return true;
}

bool FleetRows::hasRunOut(const FleetEntry &entry) const
{
    // The end of a paused sandbox is when it was paused (platform API, 8.2).
    if (entry.info.state == SandboxState::Paused || entry.info.endAt == Timestamp{})
        return false;
    if (entry.info.lifecycle && entry.info.lifecycle->pauseOnTimeout)
        return false;
    return serviceNow() >= entry.info.endAt - endTolerance;
}

void FleetRows::mergeNotFound(const std::string &sandboxId, int asked, FleetChanges &changes)
{
    FleetEntry *entry = findId(sandboxId);
    if (!entry || entry->isGone() || asked < entry->settled)
        return;
    GoneReason reason = hasRunOut(*entry) ? GoneReason::TimeRanOut : GoneReason::EndedElsewhere;
    if (entry->mark == FleetMark::Killing)
        reason = GoneReason::KilledHere;
    settleGone(*entry, reason, changes);
}

void FleetRows::settleGone(FleetEntry &entry, GoneReason reason, FleetChanges &changes)
{
    const Timestamp now = m_clock.now();
    entry.state = FleetState::Gone;
    entry.mark = FleetMark::None;
    entry.goneReason = reason;
    entry.goneNoticedAt = now;
    entry.goneAt = reason == GoneReason::TimeRanOut
                       ? std::min(now, Timestamp(entry.info.endAt - m_status.clockOffset))
                       : now;
    entry.lastSeen = now;
    entry.settled = nextQuestion();
    changes.changed.append(entry.key);
}

void FleetRows::mergeMetrics(const std::string &sandboxId, const std::vector<MetricSample> &samples,
                             FleetChanges &changes)
{
    FleetEntry *entry = findId(sandboxId);
    if (!entry)
        return;
    const Timestamp latestPossible = serviceNow() + futureTolerance;
    bool anyNew = false;
    for (const MetricSample &sample : samples)
        anyNew = (sample.time <= latestPossible && entry->history.append(sample)) || anyNew;
    if (anyNew)
        changes.changed.append(entry->key);
}

std::vector<std::string> FleetRows::missingFrom(int sweep) const
{
    std::vector<std::string> ids;
    for (const auto &entry : m_entries) {
        if (!entry->isGone() && !entry->isPending() && entry->seen < sweep &&
            entry->settled < sweep)
            ids.push_back(entry->info.id);
    }
    return ids;
}

void FleetRows::acceptAllGone(FleetChanges &changes)
{
    for (const auto &entry : m_entries) {
        if (!entry->isPending())
            mergeNotFound(entry->info.id, nextQuestion(), changes);
    }
}

QString FleetRows::markStarting(const NewSandbox &wish, FleetChanges &changes)
{
    const std::string id = '+' + std::to_string(++m_pending);
    auto entry = std::make_unique<FleetEntry>();
    entry->key = keyOf(id);
    entry->connection = &m_status;
    entry->info.templateId = wish.templateId;
    entry->info.metadata = wish.metadata;
    entry->info.startedAt = serviceNow();
    entry->info.endAt = entry->info.startedAt + wish.timeout.value_or(300s);
    entry->info.lifecycle =
        SandboxLifecycle{.autoResume = false, .pauseOnTimeout = wish.autoPause.value_or(false)};
    entry->state = FleetState::Starting;
    entry->mark = FleetMark::Starting;
    entry->lastSeen = m_clock.now();
    const QString key = entry->key;
    changes.added.append(key);
    m_byId.emplace(id, entry.get());
    m_entries.push_back(std::move(entry));
    return key;
}

QString FleetRows::confirmStarting(const QString &pendingKey, const CreatedSandbox &created,
                                   FleetChanges &changes)
{
    FleetEntry *pending = find(pendingKey);
    if (!pending || !pending->isPending() || created.id.empty())
        return {};
    if (FleetEntry *listed = findId(created.id)) { // the list was faster than the answer
        SandboxInfo details = listed->info;
        takeCreated(details, created);
        if (details != listed->info)
            changes.changed.append(listed->key);
        listed->info = std::move(details);
        removeIf([pending](const FleetEntry &entry) { return &entry == pending; }, changes);
        return listed->key;
    }
    m_byId.erase(pendingKey.sliced(m_status.id.size() + 1).toStdString());
    takeCreated(pending->info, created);
    pending->key = keyOf(created.id);
    pending->settled = nextQuestion();
    pending->lastSeen = m_clock.now();
    m_byId.emplace(created.id, pending);
    changes.keyBefore = pendingKey;
    changes.keyAfter = pending->key;
    return pending->key;
}

void FleetRows::markKilling(FleetEntry &entry, FleetChanges &changes)
{
    if (entry.isGone() || entry.isPending())
        return;
    if (const auto before = std::exchange(entry.endAtBefore, std::nullopt))
        entry.info.endAt = *before;
    entry.mark = FleetMark::Killing;
    entry.state = FleetState::Killing;
    changes.changed.append(entry.key);
}

void FleetRows::markExtending(FleetEntry &entry, std::chrono::seconds timeout,
                              FleetChanges &changes)
{
    if (entry.isGone() || entry.isPending() || entry.mark == FleetMark::Killing)
        return;
    if (!entry.endAtBefore)
        entry.endAtBefore = entry.info.endAt;
    entry.info.endAt = serviceNow() + timeout;
    entry.mark = FleetMark::Extending;
    changes.changed.append(entry.key);
}

void FleetRows::markResuming(FleetEntry &entry, FleetChanges &changes)
{
    if (entry.state != FleetState::Paused || entry.mark != FleetMark::None)
        return;
    entry.mark = FleetMark::Resuming;
    entry.state = FleetState::Resuming;
    changes.changed.append(entry.key);
}

void FleetRows::confirm(FleetEntry &entry, FleetChanges &changes)
{
    const FleetMark mark = std::exchange(entry.mark, FleetMark::None);
    entry.endAtBefore.reset();
    if (mark == FleetMark::Killing)
        settleGone(entry, GoneReason::KilledHere, changes);
    else if (mark == FleetMark::Extending || mark == FleetMark::Resuming)
        entry.settled = nextQuestion();
    else
        entry.mark = mark;
}

void FleetRows::revert(FleetEntry &entry, FleetChanges &changes)
{
    if (entry.mark == FleetMark::Starting && entry.isPending()) {
        removeIf([&entry](const FleetEntry &other) { return &other == &entry; }, changes);
        return;
    }
    if (entry.mark == FleetMark::None || entry.mark == FleetMark::Starting)
        return;
    entry.mark = FleetMark::None;
    entry.state = stateOf(entry.info.state);
    if (const auto before = std::exchange(entry.endAtBefore, std::nullopt))
        entry.info.endAt = *before;
    changes.changed.append(entry.key);
}

template<typename Condition>
void FleetRows::removeIf(Condition condition, FleetChanges &changes)
{
    const auto kept = std::stable_partition(m_entries.begin(), m_entries.end(),
                                            [&](const auto &entry) { return !condition(*entry); });
    for (auto dropped = kept; dropped != m_entries.end(); ++dropped) {
        m_byId.erase((*dropped)->key.sliced(m_status.id.size() + 1).toStdString());
        changes.removed.push_back(std::move(*dropped));
    }
    m_entries.erase(kept, m_entries.end());
}

void FleetRows::dismiss(const QStringList &keys, FleetChanges &changes)
{
    const QSet<QString> wanted(keys.begin(), keys.end());
    removeIf([&](const FleetEntry &entry) { return entry.isGone() && wanted.contains(entry.key); },
             changes);
}

void FleetRows::dropGone(Timestamp noticed, FleetChanges &changes)
{
    removeIf(
        [&](const FleetEntry &entry) { return entry.isGone() && entry.goneNoticedAt < noticed; },
        changes);
}

void FleetRows::dropAll(FleetChanges &changes)
{
    removeIf([](const FleetEntry &) { return true; }, changes);
}

} // namespace Sandglass
