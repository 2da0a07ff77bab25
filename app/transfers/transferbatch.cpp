// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/transfers/transferbatch.h>
#include <client/filetransfers.h>

#include <QtCore/QTimer>

namespace Sandglass {

TransferBatch::TransferBatch(QObject *parent) : QObject(parent) {}

TransferBatch::~TransferBatch() = default;

void TransferBatch::add(QString name, qint64 size, Begin begin)
{
    m_total += size;
    m_waiting.push_back({std::move(name), size, std::move(begin)});
    goOn();
}

void TransferBatch::addFailure(QString name, Error error)
{
    m_outcome.failures.append({std::move(name), std::move(error)});
}

void TransferBatch::close()
{
    m_isClosed = true;
    goOn();
}

void TransferBatch::goOn()
{
    if (std::exchange(m_isGoingOn, true))
        return;
    // Later: whoever adds is not called back while it does.
    QTimer::singleShot(0, this, [this] {
        m_isGoingOn = false;
        const std::size_t waited = m_waiting.size();
        while (!m_waiting.empty() && int(m_running.size()) < FileTransfers::mostAtOnce) {
            Waiting next = std::move(m_waiting.front());
            m_waiting.pop_front();
            start(std::move(next));
        }
        if (m_isClosed && m_waiting.empty() && m_running.empty())
            Q_EMIT finished(m_outcome);
        else if (m_waiting.size() < waited)
            Q_EMIT waitingFell();
    });
}

void TransferBatch::start(Waiting next)
{
    const int id = ++m_latestId;
    std::unique_ptr<FileTransfer> transfer = next.begin();
    connect(transfer.get(), &FileTransfer::progressed, this, [this, id](qint64 done) {
        m_running.at(id).done = done;
        tell();
    });
    connect(transfer.get(), &FileTransfer::finished, this,
            [this, id](const Result<TransferReceipt> &result) { end(id, result); });
    m_running.emplace(id, Running{std::move(next.name), next.size, 0, std::move(transfer)});
}

void TransferBatch::end(int id, const Result<TransferReceipt> &result)
{
    // Kept until this returns: it is the sender of the signal.
    const auto ended = m_running.extract(id);
    const Running &file = ended.mapped();
    if (result) {
        ++m_outcome.files;
        m_outcome.bytes += result->bytes;
        m_done += result->bytes;
        m_total += result->bytes - file.size; // it may have grown since it was listed
        if (result->notKept)
            m_outcome.notKept = file.name;
    } else {
        m_done += file.size; // so that the bar reaches its end
        m_outcome.failures.append({file.name, result.error()});
    }
    tell();
    goOn();
}

void TransferBatch::tell()
{
    qint64 done = m_done;
    for (const auto &[id, file] : m_running)
        done += file.done;
    Q_EMIT progressed(done, std::max(done, m_total));
}

} // namespace Sandglass
