// SPDX-License-Identifier: GPL-3.0-or-later
#include <client/access/redaction.h>
#include <client/downloadfile.h>
#include <client/fetchjob.h>
#include <client/sandboxrequest.h>
#include <protocol/apierror.h>

#include <QFile>

#include <utility>

namespace Sandglass {

FetchJob::FetchJob(const SandboxAddress &address, const std::string &remotePath,
                   const QString &localPath, Replace replace)
    : m_secrets(secretsOf(address)),
      m_get(fileRequest(address, "GET", remotePath))
{
    m_receipt->path = QFile::encodeName(localPath).toStdString();
    m_get.sink = std::make_shared<DownloadFile>(m_receipt->path, replace, m_count);
}

FetchJob::FetchJob(const SandboxAddress &address, const std::string &remotePath, qint64 limit)
    : m_secrets(secretsOf(address)),
      m_get(fileRequest(address, "GET", remotePath))
{
    m_receipt->path = remotePath;
    m_get.sink = std::make_shared<DownloadBytes>(limit, m_receipt, m_count);
}

void FetchJob::start(HttpTransport &transport, Handler<TransferReceipt> done)
{
    m_done = std::move(done);
    m_request = transport.send(std::move(m_get), [this](const Result<HttpResponse> &answer) {
        const auto handler = std::make_shared<Handler<TransferReceipt>>(std::move(m_done));
        (*handler)(receiptOf(answer)); // which may destroy this object
    });
}

Result<TransferReceipt> FetchJob::receiptOf(const Result<HttpResponse> &answer)
{
    if (!answer)
        return std::unexpected(redacted(withCount(answer.error(), "had arrived"), m_secrets));
    if (answer->status != 200)
        return std::unexpected(redacted(errorFromAnswer(answer->status, answer->body), m_secrets));
    m_receipt->bytes = m_count->done;
    return std::move(*m_receipt);
}

} // namespace Sandglass
