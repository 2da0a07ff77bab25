// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <client/access/mutationcounter.h>
#include <client/filetransfer.h>
#include <client/sandboxaddress.h>

#include <QByteArray>
#include <QString>

#include <memory>
#include <string>

namespace Sandglass {

class TransferDesk;

/// Moves files between this computer and sandboxes (protocol page "envd", section 5), straight
/// between disk and socket on one thread of its own that the first transfer starts. Four run at
/// once, the rest wait. Remote paths are bytes as the sandbox has them. Addresses are those of
/// envd.
class FileTransfers final
{
    Q_DISABLE_COPY_MOVE(FileTransfers)

public:
    static constexpr int mostAtOnce = 4;

    /// The counter is borrowed and outlives this object.
    explicit FileTransfers(MutationCounter &mutations);
    ~FileTransfers();

    /// Into a temporary file beside `localPath`, which takes its name once everything is on disk.
    /// Only observes. With Replace::Yes a file at `localPath` gives its permissions to the new one;
    /// a link there is replaced, not followed.
    [[nodiscard]] std::unique_ptr<FileTransfer> download(const SandboxAddress &address,
                                                         std::string remotePath,
                                                         const QString &localPath, Replace replace);
    /// Into a temporary file beside `remotePath`, which is then moved onto it. What stood there
    /// gives its permissions and owner to the new one; a link leads to its target. Replace::Never
    /// looks before sending and again before moving: the protocol has nothing better.
    [[nodiscard]] std::unique_ptr<FileTransfer> upload(const SandboxAddress &address,
                                                       const QString &localPath,
                                                       std::string remotePath,
                                                       Replace replace = Replace::Yes);
    /// The same from memory: for saving what an editor holds.
    [[nodiscard]] std::unique_ptr<FileTransfer> uploadBytes(const SandboxAddress &address,
                                                            QByteArray bytes,
                                                            std::string remotePath,
                                                            Replace replace = Replace::Yes);
    /// A small file into memory: the receipt carries it. Policy when it is larger than `limit`
    /// bytes. Only observes.
    [[nodiscard]] std::unique_ptr<FileTransfer> read(const SandboxAddress &address,
                                                     std::string remotePath, qint64 limit);

    /// The sandbox is paused: what cancelled uploads leave in it stays there, for removing it could
    /// wake the sandbox. Transfers are ended by those who own them.
    void hold(const std::string &sandboxId);
    /// It runs again: that is made up for.
    void release(const SandboxAddress &address);

private:
    std::shared_ptr<TransferDesk> m_desk;
};

} // namespace Sandglass
