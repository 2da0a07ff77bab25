// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <client/attributekeeper.h>
#include <client/filesystemapi.h>
#include <client/transferjob.h>
#include <client/uploadbody.h>

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace Sandglass {

/// One upload: look at the target, write a temporary file beside it, give that the mode and owner
/// of what it replaces, move it onto the target.
class UploadJob final : public TransferJob
{
    Q_DISABLE_COPY_MOVE(UploadJob)

public:
    /// Takes away a temporary file in the sandbox, long after the job is gone.
    using RemoveLeftover =
        std::move_only_function<void(const SandboxAddress &, const std::string &path)>;

    UploadJob(SandboxAddress address, UploadContent content, std::string remotePath,
              Replace replace, RemoveLeftover removeLeftover);
    ~UploadJob() override;

    void start(HttpTransport &transport, Handler<TransferReceipt> done) override;

private:
    void lookAtTarget();
    void takeTarget(const Result<FileEntry> &entry);
    void send();
    [[nodiscard]] HttpRequest uploadRequest();
    void takeSent(const Result<HttpResponse> &answer);
    void lookAtTemporary();
    void lookAgain();
    void keepAttributes(const FileEntry &temporary);
    void move();
    void takeMoved(const Result<FileEntry> &entry);
    void finish(Result<TransferReceipt> result);

    SandboxAddress m_address;
    UploadContent m_content;
    std::string m_target;
    const Replace m_replace;
    RemoveLeftover m_removeLeftover;
    std::string m_temporary; ///< in the sandbox; empty while there is none
    std::optional<FileEntry> m_replaced;
    TransferReceipt m_receipt;
    HttpTransport *m_transport = nullptr;
    Handler<TransferReceipt> m_done;
    // Last: their handlers look at what is above.
    std::unique_ptr<AttributeKeeper> m_keeper;
    Request m_request;
};

} // namespace Sandglass
