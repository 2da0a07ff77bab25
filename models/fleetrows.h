// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <models/clock.h>
#include <models/fleetentry.h>

#include <QStringList>

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace Sandglass {

/// What one answer or one act did to the rows.
struct FleetChanges {
    QStringList added;
    QStringList changed;
    std::vector<std::unique_ptr<FleetEntry>> removed; ///< alive until everybody was told
    QString keyBefore, keyAfter;                      ///< a started sandbox got its id

    [[nodiscard]] bool isEmpty() const
    {
        return added.isEmpty() && changed.isEmpty() && removed.empty() && keyBefore.isEmpty();
    }
};

/// The rows of one connection: what answers mean for them. Knows no network. Questions are
/// numbered, so that an answer to a question from before an act never undoes the act.
class FleetRows final
{
    Q_DISABLE_COPY_MOVE(FleetRows)

public:
    /// Both are borrowed; entries point to the status.
    FleetRows(const ConnectionStatus &status, const Clock &clock);
    ~FleetRows();

    [[nodiscard]] FleetEntry *find(const QString &key) const;
    [[nodiscard]] FleetEntry *findId(const std::string &sandboxId) const;
    [[nodiscard]] const std::vector<std::unique_ptr<FleetEntry>> &entries() const
    {
        return m_entries;
    }
    [[nodiscard]] Timestamp serviceNow() const;
    [[nodiscard]] int liveCount() const; ///< not gone
    /// How many the next sweep should find: alive, not being killed, their end not reached.
    [[nodiscard]] int expectedCount() const;
    [[nodiscard]] QStringList keys() const;

    [[nodiscard]] int nextQuestion() { return ++m_question; }

    // Answers; `asked` is the question's number.
    void mergePage(const std::vector<SandboxInfo> &page, int asked, FleetChanges &changes);
    void mergeDetails(const SandboxInfo &said, int asked, FleetChanges &changes);
    void mergeNotFound(const std::string &sandboxId, int asked, FleetChanges &changes);
    void mergeMetrics(const std::string &sandboxId, const std::vector<MetricSample> &samples,
                      FleetChanges &changes);
    /// Ids that a complete sweep should have seen, and did not.
    [[nodiscard]] std::vector<std::string> missingFrom(int sweep) const;
    void acceptAllGone(FleetChanges &changes);

    // Our own acts.
    [[nodiscard]] QString markStarting(const NewSandbox &wish, FleetChanges &changes);
    [[nodiscard]] QString confirmStarting(const QString &pendingKey, const CreatedSandbox &created,
                                          FleetChanges &changes);
    void markKilling(FleetEntry &entry, FleetChanges &changes);
    void markExtending(FleetEntry &entry, std::chrono::seconds timeout, FleetChanges &changes);
    void markResuming(FleetEntry &entry, FleetChanges &changes);
    void confirm(FleetEntry &entry, FleetChanges &changes);
    void revert(FleetEntry &entry, FleetChanges &changes);

    void dismiss(const QStringList &keys, FleetChanges &changes);
    /// Gone rows that were noticed before `noticed` leave.
    void dropGone(Timestamp noticed, FleetChanges &changes);
    void dropAll(FleetChanges &changes);

private:
    [[nodiscard]] bool update(FleetEntry &entry, SandboxInfo said, int asked);
    void add(const SandboxInfo &said, int asked, FleetChanges &changes);
    void settleGone(FleetEntry &entry, GoneReason reason, FleetChanges &changes);
    [[nodiscard]] bool hasRunOut(const FleetEntry &entry) const;
    [[nodiscard]] QString keyOf(std::string_view id) const;
    template<typename Condition>
    void removeIf(Condition condition, FleetChanges &changes);

    const ConnectionStatus &m_status;
    const Clock &m_clock;
    std::vector<std::unique_ptr<FleetEntry>> m_entries;   ///< in the order in which they came
    std::unordered_map<std::string, FleetEntry *> m_byId; ///< by what follows "/" in the key
    int m_question = 0;
    int m_pending = 0;
};

} // namespace Sandglass
