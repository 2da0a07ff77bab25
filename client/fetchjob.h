// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <client/sandboxaddress.h>
#include <client/transferjob.h>

#include <QString>

#include <memory>
#include <string>
#include <vector>

namespace Sandglass {

/// One `GET /files` into a file or into memory.
class FetchJob final : public TransferJob
{
    Q_DISABLE_COPY_MOVE(FetchJob)

public:
    /// Into a file of this computer.
    FetchJob(const SandboxAddress &address, const std::string &remotePath, const QString &localPath,
             Replace replace);
    /// Into the receipt.
    FetchJob(const SandboxAddress &address, const std::string &remotePath, qint64 limit);

    void start(HttpTransport &transport, Handler<TransferReceipt> done) override;

private:
    [[nodiscard]] Result<TransferReceipt> receiptOf(const Result<HttpResponse> &answer);

    std::vector<std::string> m_secrets;
    std::shared_ptr<TransferReceipt> m_receipt = std::make_shared<TransferReceipt>();
    HttpRequest m_get;
    Handler<TransferReceipt> m_done;
    Request m_request; // last: its handler looks at what is above
};

} // namespace Sandglass
