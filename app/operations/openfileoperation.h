// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <client/filesystemapi.h>
#include <client/filetransfer.h>
#include <core/request.h>

#include <QtCore/QByteArray>
#include <QtCore/QObject>

#include <memory>
#include <optional>
#include <string>

namespace Sandglass {

class FileTransfers;

/// By what it is told that a file of a sandbox is still the one that we read or wrote.
struct FileStamp {
    std::int64_t size = 0;
    std::optional<Timestamp> modified;
    friend bool operator==(const FileStamp &, const FileStamp &) = default;
};

[[nodiscard]] FileStamp stampOf(const FileEntry &entry);

/// Reads a file for the editor, and what it was at that moment. Only observes. Borrows the
/// transfers; destroying it cancels. GUI thread.
class OpenFileOperation final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OpenFileOperation)

public:
    static constexpr qint64 mostBytes = 8LL * 1024 * 1024;

    OpenFileOperation(FileTransfers &transfers, FilesystemApi api, QObject *parent = nullptr);
    ~OpenFileOperation() override;

    void start(std::string path);

Q_SIGNALS:
    void opened(const QByteArray &content, const Sandglass::FileStamp &stamp);
    /// Policy: larger than `mostBytes`.
    void failed(const Sandglass::Error &error);

private:
    void read();

    FileTransfers &m_transfers;
    FilesystemApi m_api;
    std::string m_path;
    FileStamp m_stamp;
    // Last: their handlers look at what is above.
    std::unique_ptr<FileTransfer> m_transfer;
    Request m_look;
};

} // namespace Sandglass
