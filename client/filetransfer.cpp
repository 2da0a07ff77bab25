// SPDX-License-Identifier: GPL-3.0-or-later
#include <client/filetransfer.h>
#include <client/transferdesk.h>
#include <client/transferjob.h>

#include <QPointer>

#include <chrono>
#include <utility>

namespace Sandglass {

namespace {

constexpr std::chrono::milliseconds progressInterval{50};

} // namespace

FileTransfer::FileTransfer(const std::shared_ptr<TransferDesk> &desk,
                           std::unique_ptr<TransferJob> job)
    : m_desk(desk),
      m_job(std::move(job))
{
    m_progress.setInterval(progressInterval);
    m_progress.callOnTimeout(this, [this] { tellProgress(); });
    desk->enter(*this);
}

FileTransfer::~FileTransfer()
{
    leave();
}

void FileTransfer::cancel()
{
    leave();
}

void FileTransfer::leave()
{
    m_progress.stop();
    m_job.reset();
    if (std::exchange(m_state, State::Ended) == State::Ended)
        return;
    if (const auto desk = m_desk.lock())
        desk->leave(*this);
}

void FileTransfer::start(TransferDesk &desk)
{
    m_state = State::Running;
    m_job->start(desk.transport(),
                 [this](const Result<TransferReceipt> &result) { finish(result); });
    m_progress.start();
    Q_EMIT started();
}

void FileTransfer::tellProgress()
{
    const qint64 done = m_job->count().done;
    const qint64 total = m_job->count().total;
    if (done == m_toldDone && total == m_toldTotal)
        return;
    m_toldDone = done;
    m_toldTotal = total;
    Q_EMIT progressed(done, total);
}

void FileTransfer::finish(const Result<TransferReceipt> &result)
{
    const QPointer<FileTransfer> alive(this);
    tellProgress();
    if (!alive || m_state == State::Ended)
        return;
    leave();
    Q_EMIT finished(result);
}

} // namespace Sandglass
