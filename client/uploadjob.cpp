// SPDX-License-Identifier: GPL-3.0-or-later
#include <client/access/redaction.h>
#include <client/answer.h>
#include <client/sandboxrequest.h>
#include <client/uploadjob.h>
#include <protocol/apierror.h>

#include <QUtf8StringView>

#include <utility>

namespace Sandglass {

namespace {

/// Of a multipart body; what it encloses is never searched for it, for the length is known.
constexpr std::string_view boundary = "sandglass-7c1f0e9a4b2d4f61";

UploadBody::Enclosure multipart()
{
    const std::string line = "--" + std::string(boundary);
    return {.before = line + "\r\nContent-Disposition: form-data; name=\"file\"; "
                             "filename=\"file\"\r\nContent-Type: application/octet-stream\r\n\r\n",
            .after = "\r\n" + line + "--\r\n"};
}

Error conflict(const std::string &path, const char *what)
{
    return {.kind = Error::Kind::Conflict, .detail = "'" + path + "' " + what};
}

/// Why a file cannot stand in this one's place.
std::optional<Error> obstacle(const FileEntry &entry)
{
    if (entry.type == FileType::Directory)
        return conflict(entry.path, "is a folder");
    if (entry.type == FileType::File ||
        (entry.type == FileType::Symlink && entry.symlinkTarget != entry.path))
        return std::nullopt;
    return conflict(entry.path,
                    entry.symlinkTarget ? "is a link that leads nowhere" : "is no ordinary file");
}

/// 502: there is no sandbox to look into.
bool isMissing(const Error &error)
{
    return error.kind == Error::Kind::NotFound && error.httpStatus != 502;
}

} // namespace

UploadJob::UploadJob(SandboxAddress address, UploadContent content, std::string remotePath,
                     Replace replace, RemoveLeftover removeLeftover)
    : m_address(std::move(address)),
      m_content(std::move(content)),
      m_target(std::move(remotePath)),
      m_replace(replace),
      m_removeLeftover(std::move(removeLeftover))
{
}

UploadJob::~UploadJob()
{
    m_request = {}; // the connection first, or the service would go on writing
    // Without a total the content was never opened, and nothing sent.
    if (!m_temporary.empty() && m_count->total >= 0)
        m_removeLeftover(m_address, m_temporary);
}

void UploadJob::start(HttpTransport &transport, Handler<TransferReceipt> done)
{
    m_transport = &transport;
    m_done = std::move(done);
    lookAtTarget();
}

void UploadJob::lookAtTarget()
{
    m_request = FilesystemApi(*m_transport, m_address)
                    .stat(m_target, [this](const Result<FileEntry> &entry) { takeTarget(entry); });
}

void UploadJob::takeTarget(const Result<FileEntry> &entry)
{
    if (!entry) {
        if (isMissing(entry.error()))
            send();
        else
            finish(std::unexpected(entry.error()));
        return;
    }
    if (m_replace == Replace::Never) {
        finish(std::unexpected(conflict(m_target, "is there already")));
        return;
    }
    if (auto error = obstacle(*entry)) {
        finish(std::unexpected(std::move(*error)));
        return;
    }
    if (entry->symlinkTarget)
        m_target = *entry->symlinkTarget;
    m_replaced = *entry;
    send();
}

HttpRequest UploadJob::uploadRequest()
{
    HttpRequest post = fileRequest(m_address, "POST", m_temporary);
    const bool plain = hasEnvd(m_address, 0, 5, 7);
    post.headers.add("Content-Type",
                     plain ? "application/octet-stream"
                           : "multipart/form-data; boundary=" + std::string(boundary));
    post.source = std::make_shared<UploadBody>(
        std::move(m_content), plain ? UploadBody::Enclosure() : multipart(), m_count);
    return post;
}

void UploadJob::send()
{
    if (!QUtf8StringView(m_target.data(), static_cast<qsizetype>(m_target.size())).isValidUtf8()) {
        finish(failure(Error::Kind::Policy,
                       "the name is not valid UTF-8, and the sandbox cannot be told it"));
        return;
    }
    m_temporary = temporaryBeside(m_target);
    m_request = m_transport->send(uploadRequest(),
                                  [this](const Result<HttpResponse> &answer) { takeSent(answer); });
}

void UploadJob::takeSent(const Result<HttpResponse> &answer)
{
    if (!answer) {
        finish(std::unexpected(withCount(answer.error(), "had been sent")));
        return;
    }
    if (!isSuccess(answer->status)) {
        finish(std::unexpected(errorFromAnswer(answer->status, answer->body)));
        return;
    }
    const auto written = decodeWrittenFiles(answer->body);
    if (!written)
        finish(std::unexpected(explainUndecodable(*answer, written.error())));
    else if (written->empty())
        finish(failure(Error::Kind::Protocol, "the sandbox did not take the file"));
    else if (m_replaced)
        lookAtTemporary();
    else if (m_replace == Replace::Never)
        lookAgain();
    else
        move();
}

void UploadJob::lookAtTemporary()
{
    m_request = FilesystemApi(*m_transport, m_address)
                    .stat(m_temporary, [this](const Result<FileEntry> &entry) {
                        if (!entry)
                            finish(std::unexpected(entry.error()));
                        else if (AttributeKeeper::isNeeded(*m_replaced, *entry))
                            keepAttributes(*entry);
                        else
                            move();
                    });
}

void UploadJob::lookAgain()
{
    m_request = FilesystemApi(*m_transport, m_address)
                    .stat(m_target, [this](const Result<FileEntry> &entry) {
                        if (entry)
                            finish(std::unexpected(conflict(m_target, "is there already")));
                        else if (!isMissing(entry.error()))
                            finish(std::unexpected(entry.error()));
                        else
                            move();
                    });
}

void UploadJob::keepAttributes(const FileEntry &temporary)
{
    m_keeper = std::make_unique<AttributeKeeper>(
        *m_transport, m_address, *m_replaced, temporary, [this](const Result<void> &result) {
            if (!result)
                m_receipt.notKept = redacted(result.error(), secretsOf(m_address));
            move();
        });
}

void UploadJob::move()
{
    m_request = FilesystemApi(*m_transport, m_address)
                    .move({.source = m_temporary, .destination = m_target},
                          [this](const Result<FileEntry> &entry) { takeMoved(entry); });
}

void UploadJob::takeMoved(const Result<FileEntry> &entry)
{
    if (!entry) {
        Error error = entry.error();
        if (error.kind == Error::Kind::Network || error.kind == Error::Kind::Timeout)
            error.detail += "; whether the file stands under its final name is not known";
        finish(std::unexpected(std::move(error)));
        return;
    }
    m_temporary.clear();
    m_receipt.bytes = m_count->total;
    m_receipt.path = m_target;
    finish(std::move(m_receipt));
}

void UploadJob::finish(Result<TransferReceipt> result)
{
    if (!result)
        result = std::unexpected(redacted(std::move(result.error()), secretsOf(m_address)));
    const auto done = std::make_shared<Handler<TransferReceipt>>(std::move(m_done));
    (*done)(std::move(result)); // which may destroy this object
}

} // namespace Sandglass
