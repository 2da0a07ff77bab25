// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <client/filetransfer.h>

#include <QtCore/QList>
#include <QtCore/QObject>
#include <QtCore/QString>

#include <deque>
#include <functional>
#include <map>
#include <memory>

namespace Sandglass {

/// What became of several files that belong together.
struct TransferOutcome {
    struct Failure {
        QString name;
        Error error;
    };
    int files = 0; ///< that arrived
    qint64 bytes = 0;
    QList<Failure> failures;
    QStringList skipped; ///< what is no file and no folder
    QString notKept;     ///< a file whose permissions or owner could not be kept
    QString place;       ///< where it stands, fit to be shown
    QString localPath;   ///< of a download
    [[nodiscard]] bool isComplete() const { return failures.isEmpty(); }
};

/// Moves files one after the other, a few at a time, and adds up how far they are. Files may be
/// added while it runs. One that fails does not stop the others. Destroying it cancels what is on
/// its way; nothing half-written stays. GUI thread.
class TransferBatch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TransferBatch)

public:
    using Begin = std::function<std::unique_ptr<FileTransfer>()>;

    explicit TransferBatch(QObject *parent = nullptr);
    ~TransferBatch() override;

    /// `size` is what is expected; `begin` is called when its turn comes, by the event loop.
    void add(QString name, qint64 size, Begin begin);
    /// Something that could not even begin.
    void addFailure(QString name, Error error);
    void addSkipped(QString name) { m_outcome.skipped.append(std::move(name)); }
    /// finished() comes once everything that was added is through.
    void close();
    /// Added, and not begun yet.
    [[nodiscard]] std::size_t waiting() const { return m_waiting.size(); }

Q_SIGNALS:
    void progressed(qint64 done, qint64 total);
    /// Some of those that waited have begun: who adds many can add more.
    void waitingFell();
    void finished(const Sandglass::TransferOutcome &outcome);

private:
    struct Waiting {
        QString name;
        qint64 size;
        Begin begin;
    };
    struct Running {
        QString name;
        qint64 size;
        qint64 done;
        std::unique_ptr<FileTransfer> transfer;
    };

    void goOn();
    void start(Waiting next);
    void end(int id, const Result<TransferReceipt> &result);
    void tell();

    std::deque<Waiting> m_waiting;
    TransferOutcome m_outcome;
    qint64 m_total = 0;
    qint64 m_done = 0; ///< of those that have ended
    int m_latestId = 0;
    bool m_isClosed = false;
    bool m_isGoingOn = false;
    std::map<int, Running> m_running; ///< last: goes first
};

} // namespace Sandglass
