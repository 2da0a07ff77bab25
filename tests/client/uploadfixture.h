// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <client/access/mutationcounter.h>
#include <client/filetransfers.h>
#include <tests/client/fileservice.h>
#include <tests/client/transferwatch.h>
#include <tests/support/result.h>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace Sandglass {

/// A sandbox's file service, a folder of this computer, and transfers between the two.
class UploadFixture final
{
public:
    static constexpr auto target = "/home/user/x.sh";

    /// The path of a new file with this content.
    [[nodiscard]] QString local(const QByteArray &content) const
    {
        const QString path = folder.filePath(QStringLiteral("local"));
        QFile file(path);
        const bool isWritten =
            file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
        return isWritten ? path : QString();
    }

    [[nodiscard]] static Result<TransferReceipt> ended(std::unique_ptr<FileTransfer> transfer)
    {
        TransferWatch watch(std::move(transfer));
        if (!QTest::qWaitFor([&watch] { return watch.result.has_value(); }, 10'000))
            return failure(Error::Kind::Timeout, "the test waited in vain");
        return *watch.result;
    }

    [[nodiscard]] Result<TransferReceipt> uploaded(const QString &path,
                                                   Replace replace = Replace::Yes)
    {
        return ended(transfers.upload(address, path, target, replace));
    }

    [[nodiscard]] Result<TransferReceipt> saved(const QByteArray &bytes,
                                                Replace replace = Replace::Yes)
    {
        return ended(transfers.uploadBytes(address, bytes, target, replace));
    }

    /// Another answer than the right one, always, at one step.
    void answerAt(const QByteArray &at, const QByteArray &answer)
    {
        service.intercept = [at, answer](QTcpSocket &socket, const QByteArray &step, const auto &) {
            if (step != at)
                return false;
            socket.write(answer);
            return true;
        };
    }

    QTemporaryDir folder;
    FileService service;
    SandboxAddress address = service.address();
    MutationCounter counter;
    FileTransfers transfers{counter};
};

} // namespace Sandglass
