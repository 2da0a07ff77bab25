// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/operations/savefileoperation.h>

#include <QtCore/QByteArray>
#include <QtCore/QObject>
#include <QtCore/QString>

#include <memory>
#include <optional>

namespace Sandglass {

class FileTransfers;
class FilesSession;

/// The file behind a buffer: what it was when it was read or written last, and the one save or read
/// that is on its way. Borrows the session and the transfers; GUI thread.
class EditorFile final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EditorFile)

public:
    /// `stamp`: nothing for a file that does not exist yet.
    EditorFile(QByteArray path, std::optional<FileStamp> stamp, FilesSession &files,
               FileTransfers &transfers, QObject *parent = nullptr);
    ~EditorFile() override;

    [[nodiscard]] const QByteArray &path() const { return m_path; }
    /// `revision` comes back with saved(). Supersedes a save that is on its way.
    void save(const QByteArray &content, int revision);
    /// After conflicted(): what stands there now is replaced.
    void overwrite(const QByteArray &content, int revision);
    void reload();

Q_SIGNALS:
    void saved(int revision, bool notKept);
    void saveFailed(const QString &words);
    void conflicted();
    void reloaded(const QByteArray &content);
    void reloadFailed(const QString &words);

private:
    void write(const QByteArray &content, int revision, bool overwrites);

    QByteArray m_path;
    std::optional<FileStamp> m_stamp;
    FilesSession &m_files;
    FileTransfers &m_transfers;
    std::unique_ptr<SaveFileOperation> m_saving;
    std::unique_ptr<OpenFileOperation> m_reading;
};

} // namespace Sandglass
