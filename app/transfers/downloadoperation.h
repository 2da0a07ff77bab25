// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/transfers/transferbatch.h>
#include <client/filesystemapi.h>
#include <core/request.h>

#include <QtCore/QObject>

#include <deque>

namespace Sandglass {

class FileTransfers;

/// Gets one file or folder out of a sandbox. A folder is listed level by level, so that one of any
/// size takes little memory; names are cleaned, links to folders are not followed, and nothing that
/// is there is overwritten. Borrows the transfers; destroying it cancels. GUI thread.
class DownloadOperation final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DownloadOperation)

public:
    DownloadOperation(FileTransfers &transfers, FilesystemApi api, QObject *parent = nullptr);
    ~DownloadOperation() override;

    /// Into a folder of this computer, under a name that is free there.
    void startInto(const QString &localFolder, const FileEntry &entry);
    /// A file to the very path that the person chose, with what that means for a file there.
    void startAs(const QString &localPath, const FileEntry &entry, Replace replace);

Q_SIGNALS:
    void progressed(qint64 done, qint64 total);
    void finished(const Sandglass::TransferOutcome &outcome);

private:
    struct Folder {
        std::string remotePath;
        QString localPath;
    };

    void listNext();
    void take(const Folder &folder, const std::vector<FileEntry> &entries);
    void addFile(const FileEntry &entry, const QString &localPath, Replace replace);

    FileTransfers &m_transfers;
    FilesystemApi m_api;
    QString m_root;               ///< what was asked for, on this computer
    std::deque<Folder> m_folders; ///< still to be listed
    TransferBatch m_batch;
    Request m_list; ///< last: its handler looks at what is above
};

} // namespace Sandglass
