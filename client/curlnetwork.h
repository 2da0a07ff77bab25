// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <client/curlloop.h>
#include <client/curltransfer.h>

#include <QObject>

#include <functional>
#include <memory>
#include <unordered_map>

namespace Sandglass {

/// Everything that happens on the network thread. Calls and streams have a multi handle each: calls
/// share HTTP/2 connections and are limited per host; streams are long and would starve them, since
/// on the local host everything is one host.
class CurlNetwork final : public QObject
{
    Q_DISABLE_COPY_MOVE(CurlNetwork)

public:
    using Id = CurlTransfer::Id;
    /// Called on the network thread, perhaps inside one of the functions below.
    struct Outlets {
        std::function<void(Id, Result<HttpResponse>)> callEnded;
        std::function<void(Id)> streamHasNews;
    };

    explicit CurlNetwork(Outlets outlets);
    ~CurlNetwork() override;

    void startCall(Id id, HttpRequest request);
    void startStream(Id id, HttpRequest request, std::shared_ptr<StreamInbox> inbox);
    void cancel(Id id);
    /// A paused stream's inbox has room again.
    void resume(Id id);

private:
    void start(std::unique_ptr<CurlTransfer> transfer);
    void finish(const std::vector<CurlLoop::Done> &done);
    void end(Id id, CURLcode code);
    void tellEnd(std::unique_ptr<CurlTransfer> transfer, CURLcode code);
    void repeatLater(Id id);
    [[nodiscard]] CurlLoop &loopOf(const CurlTransfer &transfer);

    Outlets m_outlets;
    CurlLoop m_calls;
    CurlLoop m_streams;
    std::unordered_map<Id, std::unique_ptr<CurlTransfer>> m_transfers;
};

} // namespace Sandglass
