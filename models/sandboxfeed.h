// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/request.h>
#include <models/clock.h>
#include <protocol/metrics.h>
#include <protocol/sandbox.h>

#include <QObject>

#include <deque>
#include <functional>
#include <list>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace Sandglass {

class PlatformApi;

/// Asks one connection about single sandboxes: whether they still exist, their details, their last
/// hour. At most four questions at a time, urgent ones first, none twice. After a failure that
/// others would share, the ones that are not urgent wait 10 s. Says what is due; whoever owns it
/// calls runDue().
class SandboxFeed final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SandboxFeed)

public:
    enum class Urgency { Now, WhenIdle };

    SandboxFeed(const Clock &clock, std::function<int()> nextQuestion);

    void setApi(PlatformApi *api); ///< borrowed; null stops; forgets what was to be asked
    void get(const std::string &id, Urgency urgency);
    void history(const std::string &id, Timestamp start); ///< when idle

    [[nodiscard]] std::optional<std::chrono::milliseconds> dueAt() const; ///< by Clock::uptime
    void runDue();

Q_SIGNALS:
    void got(const std::string &id, int asked,
             const Sandglass::Result<Sandglass::SandboxInfo> &said);
    void historyCame(const std::string &id, const std::vector<Sandglass::MetricSample> &samples);

private:
    struct Question {
        std::string id;
        std::optional<Timestamp> historyFrom; ///< set: its metrics; else the sandbox itself
    };
    using Name = std::pair<std::string, bool>; ///< id, is history

    [[nodiscard]] static Name nameOf(const Question &q)
    {
        return {q.id, q.historyFrom.has_value()};
    }
    void ask(const Question &question);
    void askGet(const Question &question, Request &request);
    void askHistory(const Question &question, Request &request);
    void settle(const Question &question);
    void putOff(const Question &question, const Error &error);

    const Clock &m_clock;
    std::function<int()> m_nextQuestion;
    PlatformApi *m_api = nullptr;
    std::deque<Question> m_urgent;
    std::deque<Question> m_idle;
    std::set<Name> m_known; ///< queued or asked
    std::list<std::pair<Name, Request>> m_inFlight;
    std::chrono::milliseconds m_idleFrom{};
};

} // namespace Sandglass
