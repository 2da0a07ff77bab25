// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/transfers/transferbatch.h>
#include <core/request.h>
#include <models/transfersmodel.h>
#include <protocol/filesystem.h>

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QObject>
#include <QtCore/QStringList>

#include <functional>
#include <map>
#include <memory>

namespace Sandglass {

class FilesSession;
class FileTransfers;

/// The files and folders on their way between this computer and one sandbox. Nothing is overwritten
/// unasked: names that are taken are told first. Feeds the model of transfers. Borrows the session
/// and the transfers; destroying it cancels what is on its way. GUI thread.
class FileDesk final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FileDesk)

public:
    /// What becomes of files whose names are taken.
    enum class Taken { Replace, KeepBoth, Skip };

    FileDesk(FilesSession &session, FileTransfers &transfers, QObject *parent = nullptr);
    ~FileDesk() override;

    [[nodiscard]] TransfersModel &transfers() { return m_rows; }
    [[nodiscard]] const TransfersModel &transfers() const { return m_rows; }

    /// Tells which names are taken in which directory; answerTaken() goes on.
    using AskTaken = std::function<void(const QString &directory, const QStringList &names)>;
    /// Files and folders of this computer into a directory of the sandbox. Asks if need be; a later
    /// call takes the place of one that has not been answered.
    void upload(const QStringList &localPaths, const QByteArray &directory, AskTaken ask);
    void answerTaken(Taken what);
    /// Into a folder of this computer, under names that are free there.
    void download(const QList<FileEntry> &entries, const QString &localFolder);
    /// A file under the very name that the person chose.
    void downloadAs(const FileEntry &entry, const QString &localPath, Replace replace);
    void cancel(quint64 transfer);
    void retry(quint64 transfer);
    /// Where a download stands on this computer; empty before it does.
    [[nodiscard]] QString localPathOf(quint64 transfer) const;
    /// Where an upload stands in the sandbox; empty for a download.
    [[nodiscard]] QByteArray remotePathOf(quint64 transfer) const;

Q_SIGNALS:
    /// Something came into a directory of the sandbox, or may have.
    void uploaded(const QByteArray &directory);

private:
    /// Begins, or begins again, and returns what has to be kept for as long as it runs.
    using Begin = std::function<std::unique_ptr<QObject>(quint64 id)>;
    struct Work {
        TransferItem item;
        Begin begin;
        QString localPath;
        QByteArray remotePath;
        std::unique_ptr<QObject> operation; ///< null once it has ended
    };
    struct Upload {
        QStringList localPaths;
        QByteArray directory;
        QStringList taken; ///< names in the directory
    };

    void beginUploads(const Upload &upload, Taken what);
    void uploadOne(const QString &localPath, const QByteArray &directory, const QString &name,
                   Replace replace);
    void add(TransferItem item, Begin begin, QByteArray remotePath = {});
    void start(quint64 id);
    void end(quint64 id, const TransferOutcome &outcome);
    void stopAll(); ///< nothing is sent to a sandbox that is paused or gone
    template<typename Operation>
    void follow(Operation *operation, quint64 id);

    FilesSession &m_session;
    FileTransfers &m_transfers;
    TransfersModel m_rows;
    Upload m_asked;
    quint64 m_latestId = 0;
    // Last: their handlers look at what is above.
    Request m_listing;
    std::map<quint64, Work> m_works;
};

} // namespace Sandglass
