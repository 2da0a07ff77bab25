// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <client/filetransfer.h>

#include <QObject>

#include <memory>
#include <optional>
#include <utility>

namespace Sandglass {

/// A transfer, and what it said.
class TransferWatch final
{
public:
    explicit TransferWatch(std::unique_ptr<FileTransfer> watched) : transfer(std::move(watched))
    {
        QObject::connect(transfer.get(), &FileTransfer::started, transfer.get(),
                         [this] { hasStarted = true; });
        QObject::connect(transfer.get(), &FileTransfer::progressed, transfer.get(),
                         [this](qint64 newDone, qint64 newTotal) {
                             ++progressCount;
                             isMonotonous = isMonotonous && newDone >= done;
                             done = newDone;
                             total = newTotal;
                         });
        QObject::connect(transfer.get(), &FileTransfer::finished, transfer.get(),
                         [this](const Result<TransferReceipt> &end) { result = end; });
    }

    std::unique_ptr<FileTransfer> transfer;
    bool hasStarted = false;
    int progressCount = 0;
    bool isMonotonous = true;
    qint64 done = -1;
    qint64 total = -1;
    std::optional<Result<TransferReceipt>> result;
};

} // namespace Sandglass
