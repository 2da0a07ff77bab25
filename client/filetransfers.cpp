// SPDX-License-Identifier: GPL-3.0-or-later
#include <client/fetchjob.h>
#include <client/filetransfers.h>
#include <client/transferdesk.h>
#include <client/uploadjob.h>

#include <QFile>

#include <utility>

namespace Sandglass {

namespace {

std::unique_ptr<FileTransfer> uploadOf(const std::shared_ptr<TransferDesk> &desk,
                                       const SandboxAddress &address, UploadContent content,
                                       std::string remotePath, Replace replace)
{
    auto removeLeftover = [weak = std::weak_ptr(desk)](const SandboxAddress &of,
                                                       const std::string &path) {
        if (const auto alive = weak.lock())
            alive->removeLeftover(of, path);
    };
    return std::make_unique<FileTransfer>(
        desk, std::make_unique<UploadJob>(address, std::move(content), std::move(remotePath),
                                          replace, std::move(removeLeftover)));
}

} // namespace

FileTransfers::FileTransfers(MutationCounter &mutations)
    : m_desk(std::make_shared<TransferDesk>(mutations))
{
}

FileTransfers::~FileTransfers() = default;

std::unique_ptr<FileTransfer> FileTransfers::download(const SandboxAddress &address,
                                                      std::string remotePath,
                                                      const QString &localPath, Replace replace)
{
    return std::make_unique<FileTransfer>(
        m_desk, std::make_unique<FetchJob>(address, remotePath, localPath, replace));
}

std::unique_ptr<FileTransfer> FileTransfers::upload(const SandboxAddress &address,
                                                    const QString &localPath,
                                                    std::string remotePath, Replace replace)
{
    return uploadOf(m_desk, address, QFile::encodeName(localPath).toStdString(),
                    std::move(remotePath), replace);
}

std::unique_ptr<FileTransfer> FileTransfers::uploadBytes(const SandboxAddress &address,
                                                         QByteArray bytes, std::string remotePath,
                                                         Replace replace)
{
    return uploadOf(m_desk, address, std::move(bytes), std::move(remotePath), replace);
}

std::unique_ptr<FileTransfer> FileTransfers::read(const SandboxAddress &address,
                                                  std::string remotePath, qint64 limit)
{
    return std::make_unique<FileTransfer>(m_desk,
                                          std::make_unique<FetchJob>(address, remotePath, limit));
}

void FileTransfers::hold(const std::string &sandboxId)
{
    m_desk->hold(sandboxId);
}

void FileTransfers::release(const SandboxAddress &address)
{
    m_desk->release(address);
}

} // namespace Sandglass
