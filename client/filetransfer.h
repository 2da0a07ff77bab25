// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/result.h>

#include <QByteArray>
#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>
#include <string>

namespace Sandglass {

class TransferDesk;
class TransferJob;

/// What to do when the target's name is taken.
enum class Replace {
    Never, ///< fail with Conflict
    Yes,
};

/// What stands where.
struct TransferReceipt {
    qint64 bytes = 0;
    std::string path;   ///< of the target; a link in the sandbox is resolved
    QByteArray content; ///< of FileTransfers::read() alone
    /// The target replaced a file of the sandbox whose permissions or owner could not be given to
    /// it: why, and what they were.
    std::optional<Error> notKept;
    friend bool operator==(const TransferReceipt &, const TransferReceipt &) = default;
};

/// One file on its way; made by FileTransfers. Destroying it cancels: nothing stands under the
/// final name then, and temporary files are removed (in the sandbox as far as it can be reached).
/// Signals come from the event loop of the thread that made it, never inside the call; a slot may
/// destroy the transfer. When the FileTransfers go first it falls silent.
class FileTransfer final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FileTransfer)

public:
    FileTransfer(const std::shared_ptr<TransferDesk> &desk, std::unique_ptr<TransferJob> job);
    ~FileTransfer() override;

    /// The same as destroying it. No signal follows.
    void cancel();
    /// Other transfers come first.
    [[nodiscard]] bool isWaiting() const { return m_state == State::Waiting; }
    [[nodiscard]] bool isActive() const { return m_state != State::Ended; }

Q_SIGNALS:
    /// It waits no longer.
    void started();
    /// At most 20 times a second. `total` is -1 while it is unknown.
    void progressed(qint64 done, qint64 total);
    /// Io: this computer (disk full, permission, reading), Conflict: the name is taken or cannot be
    /// a file, Policy: larger than the limit of read(), or read-only connection. Details say how
    /// much arrived.
    void finished(const Sandglass::Result<Sandglass::TransferReceipt> &result);

private:
    friend class TransferDesk;
    enum class State { Waiting, Running, Ended };

    void start(TransferDesk &desk);
    void tellProgress();
    void finish(const Result<TransferReceipt> &result);
    void leave();

    std::weak_ptr<TransferDesk> m_desk;
    State m_state = State::Waiting;
    QTimer m_progress;
    qint64 m_toldDone = -1;
    qint64 m_toldTotal = -1;
    std::unique_ptr<TransferJob> m_job;
};

} // namespace Sandglass
