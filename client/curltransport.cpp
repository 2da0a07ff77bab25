// SPDX-License-Identifier: GPL-3.0-or-later
#include <client/curlnetwork.h>
#include <client/curlstream.h>
#include <client/curltransport.h>

#include <QThread>

#include <map>
#include <utility>

namespace Sandglass {

/// The caller's side: operations in flight by id. Everything but `m_network` is touched on the
/// caller's thread only.
class CurlTransport::Link final : public QObject, public std::enable_shared_from_this<Link>
{
    Q_DISABLE_COPY_MOVE(Link)

public:
    using Id = CurlTransfer::Id;

    explicit Link(const QString &threadName) { m_thread.setObjectName(threadName); }
    ~Link() override;

    [[nodiscard]] Request startCall(HttpRequest request, Handler<HttpResponse> handler);
    [[nodiscard]] std::unique_ptr<HttpStream> startStream(HttpRequest request);
    /// Ends the thread; nothing is delivered afterwards.
    void shutDown();

private:
    struct Call {
        std::shared_ptr<RequestControl> control;
        Completion<HttpResponse> completion;
    };

    /// With the first request, not before: libcurl and its TLS library take 3 MB.
    void startThread();
    void completeCall(Id id, Result<HttpResponse> result);
    void deliverStream(Id id);
    template<typename Work>
    void post(Work work)
    {
        if (m_network)
            QMetaObject::invokeMethod(m_network, std::move(work), Qt::QueuedConnection);
    }

    QThread m_thread;
    /// Lives on m_thread, which deletes it; null before the first request and after shutDown().
    CurlNetwork *m_network = nullptr;
    Id m_latestId = 0;
    std::map<Id, Call> m_calls;
    std::map<Id, CurlStream *> m_streams; ///< taken out by themselves
};

void CurlTransport::Link::startThread()
{
    if (m_network)
        return;
    curl_global_init(CURL_GLOBAL_DEFAULT); // counted, and safe to call from any thread
    const auto toCaller = [this](auto work) {
        QMetaObject::invokeMethod(this, std::move(work), Qt::QueuedConnection);
    };
    m_network = new CurlNetwork({
        .callEnded =
            [this, toCaller](Id id, Result<HttpResponse> result) {
                toCaller([this, id, result = std::move(result)]() mutable {
                    completeCall(id, std::move(result));
                });
            },
        .streamHasNews = [this, toCaller](Id id) { toCaller([this, id] { deliverStream(id); }); },
    });
    m_network->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_network, &QObject::deleteLater);
    m_thread.start();
}

CurlTransport::Link::~Link()
{
    shutDown();
}

void CurlTransport::Link::shutDown()
{
    if (std::exchange(m_network, nullptr)) {
        m_thread.quit();
        m_thread.wait();
        curl_global_cleanup();
    }
    for (const auto &[id, stream] : std::exchange(m_streams, {}))
        stream->close();
    // Handlers may own requests of this very transport: let them find it empty.
    auto calls = std::exchange(m_calls, {});
    for (auto &[id, call] : calls) {
        call.control->active = false;
        call.control->cancel = nullptr;
    }
}

Request CurlTransport::Link::startCall(HttpRequest request, Handler<HttpResponse> handler)
{
    startThread();
    const Id id = ++m_latestId;
    auto control = std::make_shared<RequestControl>();
    control->cancel = [weak = weak_from_this(), id] {
        if (const auto link = weak.lock()) {
            const auto dropped = link->m_calls.extract(id);
            link->post([network = link->m_network, id] { network->cancel(id); });
        }
    };
    m_calls.emplace(id, Call{control, Completion<HttpResponse>(control, std::move(handler))});
    post([network = m_network, id, request = std::move(request)]() mutable {
        network->startCall(id, std::move(request));
    });
    return Request(std::move(control));
}

void CurlTransport::Link::completeCall(Id id, Result<HttpResponse> result)
{
    auto call = m_calls.extract(id);
    if (!call.empty()) // else it was cancelled
        call.mapped().completion.complete(std::move(result));
}

std::unique_ptr<HttpStream> CurlTransport::Link::startStream(HttpRequest request)
{
    startThread();
    const Id id = ++m_latestId;
    auto inbox = std::make_shared<StreamInbox>(request.slowConsumer);
    const auto tell = [weak = weak_from_this()](auto work) {
        if (const auto link = weak.lock())
            work(*link);
    };
    CurlStream::Controls controls{
        .resume =
            [tell, id] {
                tell([id](Link &link) {
                    link.post([network = link.m_network, id] { network->resume(id); });
                });
            },
        .close =
            [tell, id] {
                tell([id](Link &link) {
                    link.m_streams.erase(id);
                    link.post([network = link.m_network, id] { network->cancel(id); });
                });
            },
    };
    auto stream = std::make_unique<CurlStream>(inbox, std::move(controls));
    m_streams.emplace(id, stream.get());
    post([network = m_network, id, inbox = std::move(inbox),
          request = std::move(request)]() mutable {
        network->startStream(id, std::move(request), std::move(inbox));
    });
    return stream;
}

void CurlTransport::Link::deliverStream(Id id)
{
    const auto stream = m_streams.find(id);
    if (stream != m_streams.end())
        stream->second->deliver();
}

CurlTransport::CurlTransport(MutationCounter &mutations, const QString &threadName)
    : HttpTransport(mutations),
      m_link(std::make_shared<Link>(threadName))
{
}

CurlTransport::~CurlTransport()
{
    m_link->shutDown();
}

Request CurlTransport::startCall(HttpRequest request, Handler<HttpResponse> handler)
{
    return m_link->startCall(std::move(request), std::move(handler));
}

std::unique_ptr<HttpStream> CurlTransport::startStream(HttpRequest request)
{
    return m_link->startStream(std::move(request));
}

} // namespace Sandglass
