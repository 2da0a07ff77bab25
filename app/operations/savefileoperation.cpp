// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/operations/savefileoperation.h>
#include <client/filetransfers.h>

namespace Sandglass {

SaveFileOperation::SaveFileOperation(FileTransfers &transfers, FilesystemApi api, QObject *parent)
    : QObject(parent),
      m_transfers(transfers),
      m_api(std::move(api))
{
}

SaveFileOperation::~SaveFileOperation() = default;

void SaveFileOperation::start(std::string path, QByteArray content, std::optional<FileStamp> known)
{
    m_path = std::move(path);
    m_content = std::move(content);
    m_look = m_api.stat(m_path, [this, known](const Result<FileEntry> &entry) {
        if (entry && (!known || stampOf(*entry) != *known))
            Q_EMIT changedMeanwhile();
        else if (entry)
            write(Replace::Yes);
        else if (entry.error().kind == Error::Kind::NotFound)
            write(Replace::Never);
        else
            Q_EMIT failed(entry.error());
    });
}

void SaveFileOperation::overwrite(std::string path, QByteArray content)
{
    m_path = std::move(path);
    m_content = std::move(content);
    write(Replace::Yes);
}

void SaveFileOperation::write(Replace replace)
{
    m_transfer = m_transfers.uploadBytes(m_api.address(), m_content, m_path, replace);
    connect(m_transfer.get(), &FileTransfer::finished, this,
            [this](const Result<TransferReceipt> &receipt) {
                if (receipt)
                    stampAnew(receipt->notKept.has_value());
                else if (receipt.error().kind == Error::Kind::Conflict)
                    Q_EMIT changedMeanwhile(); // somebody was faster
                else
                    Q_EMIT failed(receipt.error());
            });
}

void SaveFileOperation::stampAnew(bool notKept)
{
    m_look = m_api.stat(m_path, [this, notKept](const Result<FileEntry> &entry) {
        // It is saved; without a stamp the next save asks, which does no harm.
        Q_EMIT saved(entry ? stampOf(*entry) : FileStamp{}, notKept);
    });
}

} // namespace Sandglass
