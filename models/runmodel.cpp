// SPDX-License-Identifier: GPL-3.0-or-later
#include <models/displaytext.h>
#include <models/runmodel.h>
#include <models/runresult.h>

#include <algorithm>
#include <utility>

namespace Sandglass {

namespace {

constexpr qsizetype maximumPlaces = 256;

void remember(QMap<int, CodePlace> &places, int key, const CodePlace &place)
{
    places.insert(key, place);
    while (places.size() > maximumPlaces)
        places.erase(places.begin());
}

RunPhase phaseOf(RunOutcome outcome, const RunFacts &facts)
{
    switch (outcome) {
    case RunOutcome::Finished:
        return facts.error.isEmpty() ? RunPhase::Finished : RunPhase::Failed;
    case RunOutcome::Stopped:
        return RunPhase::Stopped;
    case RunOutcome::Lost:
        return RunPhase::Lost;
    case RunOutcome::NotStarted:
        break;
    }
    return RunPhase::NotStarted;
}

} // namespace

RunModel::RunModel(QObject *parent, Clock clock)
    : QAbstractListModel(parent),
      m_clock(std::move(clock))
{
}

RunModel::~RunModel() = default;

int RunModel::beginRun(const RunStart &start)
{
    Run run{.facts = {.run = ++m_lastRun, .phase = RunPhase::Waiting}, .start = start};
    run.facts.ahead = int(m_open.size());
    RunEntry notice;
    notice.run = run.facts.run;
    notice.phase = RunPhase::Waiting;
    notice.source = displayText(start.title);
    m_open.push_back(run);
    insert(int(m_rows.size()), std::move(notice));
    updateNotice(run.facts);
    remember(m_placesOfRuns, run.facts.run, {start.buffer, start.firstLine});
    keepLimits();
    Q_EMIT runChanged();
    return run.facts.run;
}

void RunModel::take(const ExecutionEvent &event)
{
    if (m_open.empty())
        return;
    Run &run = m_open.front();
    if (std::holds_alternative<std::monostate>(event) ||
        std::holds_alternative<ExecutionKeepalive>(event) ||
        std::holds_alternative<ExecutionEnded>(event))
        return;
    const auto *counted = std::get_if<ExecutionCounted>(&event);
    start(run, counted ? counted->count : 0);
    if (const auto *output = std::get_if<ExecutionOutput>(&event))
        takeOutput(run, *output);
    else if (const auto *result = std::get_if<ExecutionResult>(&event))
        takeResult(run, RunResult::entryOf(*result));
    else if (const auto *error = std::get_if<ExecutionError>(&event))
        takeError(run, *error);
    keepLimits();
}

void RunModel::endRun(RunOutcome outcome, const QString &words)
{
    if (m_open.empty())
        return;
    Run run = std::move(m_open.front());
    m_open.pop_front();
    m_last = finish(std::move(run), outcome, words);
    updateQueue();
    Q_EMIT runChanged();
}

void RunModel::endWaiting(const QString &words)
{
    const std::size_t kept =
        !m_open.empty() && m_open.front().facts.phase == RunPhase::Running ? 1 : 0;
    while (m_open.size() > kept) {
        Run run = std::move(m_open.back());
        m_open.pop_back();
        const RunFacts facts = finish(std::move(run), RunOutcome::NotStarted, words);
        if (m_open.empty() && m_last.run == 0)
            m_last = facts;
    }
    Q_EMIT runChanged();
}

void RunModel::addNotice(const QString &title, const QString &detail)
{
    RunEntry notice;
    notice.title = title;
    notice.detail = detail;
    // Before the runs that wait: it is about what was.
    insert(m_open.empty() ? int(m_rows.size()) : noticeRow(m_open.front().facts.run),
           std::move(notice));
    keepLimits();
}

void RunModel::clear()
{
    const auto isOpen = [this](const RunEntry &entry) {
        return std::ranges::any_of(
            m_open, [&](const Run &run) { return entry.run != 0 && run.facts.run == entry.run; });
    };
    m_droppedText = 0;
    m_droppedPictures = 0;
    m_droppedId = 0;
    for (int row = int(m_rows.size()) - 1; row >= 0; --row) {
        if (!isOpen(entry(row)))
            remove(row);
    }
}

RunFacts RunModel::currentRun() const
{
    return m_open.empty() ? m_last : m_open.front().facts;
}

std::optional<CodePlace> RunModel::placeOf(const RunEntry &error, const TracebackFrame &frame) const
{
    if (!frame.isCell)
        return {};
    const bool isOwn = frame.cell == 0 || frame.cell == error.number;
    const QMap<int, CodePlace> &places = isOwn ? m_placesOfRuns : m_places;
    const auto found = places.constFind(isOwn ? error.run : frame.cell);
    if (found == places.constEnd())
        return {};
    return CodePlace{found->buffer, found->line + std::max(0, frame.line - 1)};
}

void RunModel::start(Run &run, int number)
{
    const bool isNew = run.facts.phase == RunPhase::Waiting;
    if (!isNew && number == 0)
        return;
    if (isNew)
        run.facts.started = m_clock.uptime();
    run.facts.phase = RunPhase::Running;
    if (number > 0) {
        run.facts.number = number;
        remember(m_places, number, {run.start.buffer, run.start.firstLine});
    }
    updateNotice(run.facts);
    Q_EMIT runChanged();
}

void RunModel::takeOutput(Run &run, const ExecutionOutput &output)
{
    const RunEntryKind kind = output.channel == ExecutionOutput::Channel::Stdout
                                  ? RunEntryKind::Stdout
                                  : RunEntryKind::Stderr;
    std::string_view text = output.text;
    run.facts.lines += std::ranges::count(text, '\n');
    run.isLineOpen = text.empty() ? run.isLineOpen : text.back() != '\n';
    if (text.size() > std::size_t(maximumText)) { // no more would be kept
        m_droppedText += qint64(text.size()) - maximumText;
        text.remove_prefix(text.size() - std::size_t(maximumText));
    }
    const int end = noticeRow(run.facts.run);
    if (end > 0 && entry(end - 1).run == run.facts.run && entry(end - 1).kind == kind) {
        RunEntry &last = *m_rows[std::size_t(end - 1)];
        const qint64 before = last.textCost();
        last.lines.append(text);
        m_text += last.textCost() - before;
        changed(end - 1);
        return;
    }
    RunEntry entry;
    entry.kind = kind;
    entry.run = run.facts.run;
    entry.number = run.facts.number;
    entry.lines.append(text);
    insert(end, std::move(entry));
}

void RunModel::takeResult(Run &run, RunEntry entry)
{
    ++run.facts.results;
    entry.run = run.facts.run;
    entry.number = run.facts.number;
    insert(noticeRow(run.facts.run), std::move(entry));
}

void RunModel::takeError(Run &run, const ExecutionError &error)
{
    RunEntry entry = RunResult::entryOf(error);
    if (run.facts.error.isEmpty())
        run.facts.error = entry.errorName.isEmpty() ? RunWords::tr("an error") : entry.errorName;
    takeResult(run, std::move(entry));
}

RunFacts RunModel::finish(Run run, RunOutcome outcome, const QString &words)
{
    const bool hasRun = run.facts.phase == RunPhase::Running;
    run.facts.phase = phaseOf(outcome, run.facts);
    run.facts.ended = m_clock.uptime();
    if (hasRun)
        run.facts.duration = run.facts.ended - run.facts.started;
    run.facts.words = words;
    run.facts.lines += run.isLineOpen ? 1 : 0;
    updateNotice(run.facts);
    return run.facts;
}

} // namespace Sandglass
