// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <client/filetransfer.h>
#include <client/httptransport.h>
#include <core/request.h>

#include <atomic>
#include <memory>
#include <string>

namespace Sandglass {

/// How far a transfer is: written on the transfer thread, looked at on the caller's.
struct TransferCount {
    std::atomic<qint64> done{0};
    std::atomic<qint64> total{-1};
};

/// The steps of one transfer, on the caller's thread. Destroying it cancels and cleans up.
class TransferJob
{
    Q_DISABLE_COPY_MOVE(TransferJob)

public:
    virtual ~TransferJob() = default;

    /// Once. `done` is called at most once, from the event loop, and may destroy the job.
    virtual void start(HttpTransport &transport, Handler<TransferReceipt> done) = 0;
    [[nodiscard]] const TransferCount &count() const { return *m_count; }

protected:
    TransferJob() = default;

    /// "…; 100 of 300 bytes had arrived", when any had: what a broken transfer has to say.
    [[nodiscard]] Error withCount(Error error, const char *verb) const;

    std::shared_ptr<TransferCount> m_count = std::make_shared<TransferCount>();
};

} // namespace Sandglass
