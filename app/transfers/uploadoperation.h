// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/transfers/localscan.h>
#include <app/transfers/transferbatch.h>
#include <client/filesystemapi.h>
#include <core/request.h>

#include <QtCore/QFutureWatcher>
#include <QtCore/QObject>

namespace Sandglass {

class FileTransfers;

/// Sends one file or folder into a sandbox: looks what there is to send, makes the folders, then
/// sends the files. Each file stands under its name only when it is whole. Borrows the transfers;
/// destroying it cancels. GUI thread.
class UploadOperation final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UploadOperation)

public:
    UploadOperation(FileTransfers &transfers, FilesystemApi api, QObject *parent = nullptr);
    ~UploadOperation() override;

    /// `remotePath`: what it will be called there. Replace concerns files; folders are added to.
    void start(const QString &localPath, std::string remotePath, Replace replace);

Q_SIGNALS:
    void progressed(qint64 done, qint64 total);
    void finished(const Sandglass::TransferOutcome &outcome);

private:
    void makeNextFolder();
    void sendFiles();
    [[nodiscard]] std::string remotePathOf(const QString &relative) const;

    FileTransfers &m_transfers;
    FilesystemApi m_api;
    std::string m_remotePath;
    Replace m_replace = Replace::Never;
    LocalScan m_scan;
    qsizetype m_foldersMade = 0;
    TransferBatch m_batch;
    // Last: their handlers look at what is above.
    QFutureWatcher<LocalScan> m_scanning;
    Request m_makeFolder;
};

} // namespace Sandglass
