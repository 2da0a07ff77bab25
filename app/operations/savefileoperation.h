// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/operations/openfileoperation.h>

#include <QtCore/QByteArray>
#include <QtCore/QObject>

namespace Sandglass {

/// Writes what the editor holds back into the sandbox: whole or not at all, and never over
/// something that was not seen. Borrows the transfers; destroying it cancels. GUI thread.
class SaveFileOperation final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SaveFileOperation)

public:
    SaveFileOperation(FileTransfers &transfers, FilesystemApi api, QObject *parent = nullptr);
    ~SaveFileOperation() override;

    /// `known`: what the file was when it was read or written last; nothing for a new file.
    void start(std::string path, QByteArray content, std::optional<FileStamp> known);
    /// Replaces what stands there now, as the person wished after changedMeanwhile().
    void overwrite(std::string path, QByteArray content);

Q_SIGNALS:
    /// `notKept`: its permissions or owner could not be given to the new file.
    void saved(const Sandglass::FileStamp &stamp, bool notKept);
    /// Nothing was written: the file is another one than the known, or a new one would replace one.
    void changedMeanwhile();
    void failed(const Sandglass::Error &error);

private:
    void write(Replace replace);
    void stampAnew(bool notKept);

    FileTransfers &m_transfers;
    FilesystemApi m_api;
    std::string m_path;
    QByteArray m_content;
    // Last: their handlers look at what is above.
    std::unique_ptr<FileTransfer> m_transfer;
    Request m_look;
};

} // namespace Sandglass
