// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/operations/openfileoperation.h>
#include <client/filetransfers.h>

namespace Sandglass {

FileStamp stampOf(const FileEntry &entry)
{
    return {.size = entry.size, .modified = entry.modified};
}

OpenFileOperation::OpenFileOperation(FileTransfers &transfers, FilesystemApi api, QObject *parent)
    : QObject(parent),
      m_transfers(transfers),
      m_api(std::move(api))
{
}

OpenFileOperation::~OpenFileOperation() = default;

void OpenFileOperation::start(std::string path)
{
    m_path = std::move(path);
    // Before reading: a change in between makes saving ask, which does no harm.
    m_look = m_api.stat(m_path, [this](const Result<FileEntry> &entry) {
        if (!entry) {
            Q_EMIT failed(entry.error());
        } else if (entry->type != FileType::File) {
            Q_EMIT failed(Error{.kind = Error::Kind::Policy, .detail = "this is no plain file"});
        } else {
            m_stamp = stampOf(*entry);
            read();
        }
    });
}

void OpenFileOperation::read()
{
    m_transfer = m_transfers.read(m_api.address(), m_path, mostBytes);
    connect(m_transfer.get(), &FileTransfer::finished, this,
            [this](const Result<TransferReceipt> &receipt) {
                if (receipt)
                    Q_EMIT opened(receipt->content, m_stamp);
                else
                    Q_EMIT failed(receipt.error());
            });
}

} // namespace Sandglass
