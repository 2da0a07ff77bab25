// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <models/clock.h>
#include <models/runentry.h>
#include <models/runwords.h>
#include <protocol/codeinterpreter.h>

#include <QAbstractListModel>
#include <QMap>

#include <deque>
#include <memory>
#include <optional>
#include <vector>

namespace Sandglass {

enum RunEntryRole {
    RunKindRole = Qt::UserRole, ///< int(RunEntryKind)
    RunNumberRole,
    RunTitleRole,
    RunTextRole, ///< plain text of the row, as it would be copied
    RunPhaseRole ///< int(RunPhase)
};

/// What is about to be run.
struct RunStart {
    quint64 buffer = 0;
    QString title;     ///< "main.py", "main.py, lines 9 to 17"
    int firstLine = 0; ///< of the buffer, from 0: where the first line of the code stands
};

/// Where a frame of run code leads.
struct CodePlace {
    quint64 buffer = 0;
    int line = 0; ///< of the buffer, from 0
    friend bool operator==(const CodePlace &, const CodePlace &) = default;
};

/// What runs printed, gave and failed with: one row for each stretch of output and each result, and
/// a notice for each run that says how it stands. Runs of one model go one after the other, as
/// those of one context do; those that were begun and not ended wait. Bounded: what is oldest is
/// dropped, and the first row says how much.
class RunModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunModel)

public:
    static constexpr qint64 maximumText = 8LL * 1024 * 1024; ///< bytes of memory, about
    static constexpr qint64 maximumPictures = 64LL * 1024 * 1024;
    static constexpr int maximumRows = 500;

    explicit RunModel(QObject *parent = nullptr, Clock clock = Clock::system());
    ~RunModel() override;

    /// Appends a run that waits. It runs with its first event.
    int beginRun(const RunStart &start);
    /// Of the oldest run that has not ended; without one it is left out.
    void take(const ExecutionEvent &event);
    /// Ends that run. `words` of the application, for Lost and NotStarted.
    void endRun(RunOutcome outcome, const QString &words = {});
    /// Ends those that wait behind it, or all when none runs: after Stop, and after an error.
    void endWaiting(const QString &words);
    /// A row of the application's own: "The context was restarted".
    void addNotice(const QString &title, const QString &detail = {});
    /// All rows but those of runs that have not ended.
    void clear();

    [[nodiscard]] bool isRunning() const { return !m_open.empty(); }
    /// The oldest one that has not ended, else the one that ended last.
    [[nodiscard]] RunFacts currentRun() const;
    [[nodiscard]] std::chrono::milliseconds uptime() const { return m_clock.uptime(); }
    /// Nothing for a frame of a file, or of code that is no longer known.
    [[nodiscard]] std::optional<CodePlace> placeOf(const RunEntry &error,
                                                   const TracebackFrame &frame) const;

    /// Borrowed until the next change of the model.
    [[nodiscard]] const RunEntry &entry(int row) const { return *m_rows[std::size_t(row)]; }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    /// currentRun() says something else now.
    void runChanged();

private:
    struct Run {
        RunFacts facts;
        RunStart start;
        bool isLineOpen = false; ///< the output does not end with "\n"
    };

    void takeOutput(Run &run, const ExecutionOutput &output);
    void takeResult(Run &run, RunEntry entry);
    void takeError(Run &run, const ExecutionError &error);
    void start(Run &run, int number);
    RunFacts finish(Run run, RunOutcome outcome, const QString &words);
    void updateNotice(const RunFacts &facts);
    void updateQueue();
    [[nodiscard]] int noticeRow(int run) const;
    void insert(int row, RunEntry entry);
    void remove(int row);
    void changed(int row);
    void keepLimits();
    [[nodiscard]] bool shorten(int row);
    void tellDropped();

    Clock m_clock;
    std::vector<std::unique_ptr<RunEntry>> m_rows;
    std::deque<Run> m_open;
    RunFacts m_last;
    QMap<int, CodePlace> m_places; ///< by the number of the execution
    QMap<int, CodePlace> m_placesOfRuns;
    quint64 m_lastId = 0;
    int m_lastRun = 0;
    qint64 m_text = 0;
    qint64 m_pictures = 0;
    qint64 m_droppedText = 0; ///< bytes, about
    int m_droppedPictures = 0;
    quint64 m_droppedId = 0; ///< of the row that tells it; 0 without one
};

} // namespace Sandglass
