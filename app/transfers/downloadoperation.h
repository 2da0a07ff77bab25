// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/transfers/transferbatch.h>
#include <client/filesystemapi.h>
#include <core/request.h>

#include <QtCore/QObject>

#include <vector>

namespace Sandglass {

class FileTransfers;

/// What a folder is downloaded up to: a hostile sandbox can show one that never ends.
struct DownloadLimits {
    qint64 entries = 1'000'000;       ///< of all kinds; one with a very long path counts for more
    int levels = 200;                 ///< of folders in folders
    std::size_t waitingFiles = 2'000; ///< with more than these no further folder is listed
};

/// Gets one file or folder out of a sandbox. A folder is listed piece by piece as its files arrive,
/// so that a large one takes little memory, and one without end is cut off and said to be; names
/// are cleaned, links to folders are not followed, and nothing that is there is overwritten.
/// Borrows the transfers; destroying it cancels. GUI thread.
class DownloadOperation final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DownloadOperation)

public:
    DownloadOperation(FileTransfers &transfers, FilesystemApi api,
                      const DownloadLimits &limits = {}, QObject *parent = nullptr);
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
        int level = 0;
    };

    void listNext();
    void list(Folder folder);
    [[nodiscard]] bool makeFolder(const Folder &folder);
    void take(const Folder &folder, const std::vector<FileEntry> &entries);
    void takeOne(const Folder &folder, const FileEntry &entry, const QString &localPath);
    /// False once there are more than the limit: nothing further is listed then.
    [[nodiscard]] bool countIn(const FileEntry &entry, const QString &localPath);
    void addFile(const FileEntry &entry, const QString &localPath, Replace replace);

    FileTransfers &m_transfers;
    FilesystemApi m_api;
    DownloadLimits m_limits;
    QString m_root;                ///< what was asked for, on this computer
    std::vector<Folder> m_folders; ///< still to be listed, the next one last
    qint64 m_entries = 0;          ///< counted so far
    bool m_isCutOff = false;
    bool m_isHeld = false; ///< until fewer files wait
    TransferBatch m_batch;
    Request m_list; ///< last: its handler looks at what is above
};

} // namespace Sandglass
