// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <client/httpmessage.h>
#include <core/request.h>
#include <core/result.h>

#include <QByteArray>
#include <QObject>

#include <memory>

namespace Sandglass {

class MutationCounter;

/// One answer that arrives in pieces. Owned by whoever opened it; destroying it closes it. Signals
/// come from the event loop of the thread that opened it, never inside open(); a slot may destroy
/// the stream. After finished() or close() there are none.
class HttpStream : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HttpStream)

public:
    /// Stops delivering, and reading once a buffer of 1 MiB is full. Only for SlowConsumer::Pause;
    /// others must drain.
    virtual void pause() = 0;
    virtual void resume() = 0;
    /// Ends the transfer without finished().
    virtual void close() = 0;

Q_SIGNALS:
    /// Once, before any bytes. Statuses of failure come here too, with the error body as bytes.
    void headReceived(int status, const Sandglass::HttpHeaders &headers);
    void received(const QByteArray &bytes);
    /// Whole envelopes of so many bytes were dropped just here, because the consumer was slow.
    void skipped(qint64 bytes);
    /// The end: a complete answer, or why it ended early.
    void finished(const Sandglass::Result<void> &result);

protected:
    HttpStream() = default;
};

/// The byte seam: everything that the client sends goes through one of these. Used on one thread,
/// that of its creation. Request::isActive(), handlers and signals follow core/request.h; when the
/// transport goes first, handlers never run and streams fall silent. Redirects are never followed,
/// so that keys stay with the host they belong to.
///
/// Every request passes the guard: Access::Act on a connection that permits only Access::Observe
/// fails with Error::Kind::Policy before anything is sent; other acts are counted.
class HttpTransport
{
    Q_DISABLE_COPY_MOVE(HttpTransport)

public:
    virtual ~HttpTransport() = default;

    /// One exchange. Any HTTP status is a success here; the errors are those of the transport.
    [[nodiscard]] Request send(HttpRequest request, Handler<HttpResponse> handler);
    [[nodiscard]] std::unique_ptr<HttpStream> open(HttpRequest request);

    /// Expires with the transport: for calls that are between two exchanges when it goes.
    [[nodiscard]] std::weak_ptr<const void> life() const { return m_life; }

protected:
    /// The counter is borrowed and must outlive the transport.
    explicit HttpTransport(MutationCounter &mutations) : m_mutations(mutations) {}

    virtual Request startCall(HttpRequest request, Handler<HttpResponse> handler) = 0;
    virtual std::unique_ptr<HttpStream> startStream(HttpRequest request) = 0;

private:
    [[nodiscard]] Result<void> admit(const HttpRequest &request);

    MutationCounter &m_mutations;
    std::shared_ptr<const void> m_life = std::make_shared<int>(0);
};

} // namespace Sandglass
