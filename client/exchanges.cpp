// SPDX-License-Identifier: GPL-3.0-or-later
#include <client/exchanges.h>

#include <QRandomGenerator>
#include <QTimer>

#include <memory>
#include <utility>

namespace Sandglass {

namespace {

class Exchanges final : public std::enable_shared_from_this<Exchanges>
{
public:
    Exchanges(HttpTransport &transport, DecideNext decide, std::shared_ptr<RequestControl> control,
              Handler<HttpResponse> handler)
        : m_transport(transport),
          m_decide(std::move(decide)),
          m_transportLives(transport.life()),
          m_completion(std::move(control), std::move(handler))
    {
        m_pause.setSingleShot(true);
        m_pause.callOnTimeout([this] {
            const auto keep = shared_from_this();
            if (!m_transportLives.expired())
                send(std::move(m_next));
        });
    }

    void send(HttpRequest request)
    {
        // Whoever holds the call holds this object, so the plain pointer lives as long as m_request
        // does.
        m_request = m_transport.send(std::move(request), [this](Result<HttpResponse> result) {
            const auto keep = shared_from_this();
            take(std::move(result));
        });
    }

private:
    void take(Result<HttpResponse> result)
    {
        auto next = m_decide(result);
        if (!next) {
            m_completion.complete(std::move(result));
            return;
        }
        m_next = std::move(next->request);
        m_pause.start(next->delay);
    }

    HttpTransport &m_transport;
    DecideNext m_decide;
    std::weak_ptr<const void> m_transportLives;
    Completion<HttpResponse> m_completion;
    HttpRequest m_next;
    QTimer m_pause;
    Request m_request;
};

} // namespace

Request sendExchanges(HttpTransport &transport, HttpRequest first, DecideNext decide,
                      Handler<HttpResponse> handler)
{
    auto control = std::make_shared<RequestControl>();
    auto exchanges =
        std::make_shared<Exchanges>(transport, std::move(decide), control, std::move(handler));
    exchanges->send(std::move(first));
    // The control block keeps the exchanges alive, and lets go of them when it completes or is
    // cancelled.
    control->cancel = [exchanges = std::move(exchanges)] {};
    return Request(std::move(control));
}

Request sendLook(HttpTransport &transport, HttpRequest request, Handler<HttpResponse> handler)
{
    request.repeatable = true;
    HttpRequest again = request;
    again.repeatable = false;
    bool retried = false;
    auto decide = [again = std::move(again), retried](
                      const Result<HttpResponse> &result) mutable -> std::optional<NextExchange> {
        if (!result || result->status != 503 || std::exchange(retried, true))
            return std::nullopt;
        return NextExchange{std::move(again), std::chrono::milliseconds(
                                                  QRandomGenerator::global()->bounded(200, 600))};
    };
    return sendExchanges(transport, std::move(request), std::move(decide), std::move(handler));
}

} // namespace Sandglass
