// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/hostcontext.h>
#include <host/proxiedrequest.h>
#include <host/proxyerrors.h>

#include <utility>

namespace Sandglass {

namespace {

bool hasBody(const RequestHead &head)
{
    return head.headers.contains("Transfer-Encoding") ||
           head.headers.contentLength().value_or(0) > 0;
}

RequestHead upstreamHead(const RequestHead &given)
{
    RequestHead head = given;
    const std::string upgrade(given.isUpgrade() ? given.headers.value("Upgrade") : "");
    removeHopByHop(head.headers);
    // The host's own key is nothing for a sandbox.
    head.headers.remove(apiKeyHeader);
    if (!upgrade.empty()) {
        head.headers.add("Connection", "Upgrade");
        head.headers.add("Upgrade", upgrade);
    }
    return head;
}

} // namespace

ProxiedRequest::ProxiedRequest(HostContext &context, std::shared_ptr<Exchange> exchange,
                               SandboxRoute route)
    : m_context(context),
      m_exchange(std::move(exchange)),
      m_route(std::move(route))
{
}

void ProxiedRequest::begin(std::function<bool()> isRunning,
                           std::move_only_function<void()> finished)
{
    m_isRunning = std::move(isRunning);
    m_finished = std::move(finished);
    m_exchange->onDisconnected([weak = weak_from_this()] {
        if (const auto self = weak.lock())
            self->finish();
    });
    connect();
}

void ProxiedRequest::connect()
{
    m_client.emplace(m_context.io);
    m_client->connectUnix(m_context.socketPath(m_route.sandboxId),
                          [this](const Result<void> &result) { connected(result); });
}

void ProxiedRequest::connected(const Result<void> &result)
{
    if (!result)
        failBeforeAnswer();
    else if (m_route.port == envdPort)
        forward();
    else
        m_client->tunnel(static_cast<std::uint16_t>(m_route.port),
                         [this](const Result<void> &tunnel) { tunnelled(tunnel); });
}

void ProxiedRequest::tunnelled(const Result<void> &result)
{
    // The agent has tried for a second, as E2B's edge does: a port that was bound a moment ago
    // works.
    if (result)
        forward();
    else
        failBeforeAnswer();
}

void ProxiedRequest::forward()
{
    const RequestHead head = upstreamHead(m_exchange->head());
    m_client->sendHead(head);
    m_client->readHead([this](Result<ResponseHead> answer) { answered(std::move(answer)); });
    if (hasBody(head))
        pumpRequest();
}

void ProxiedRequest::pumpRequest()
{
    m_exchange->readSome(guarded(&ProxiedRequest::passRequestPiece));
}

void ProxiedRequest::passRequestPiece(Result<std::string> piece)
{
    if (!piece) {
        finish(); // the client is gone, or what it sends is no body
        return;
    }
    if (piece->empty()) {
        m_client->finishBody();
        return;
    }
    m_client->writeBody(std::move(*piece), [this](const Result<void> &written) {
        // A server may answer and close before it has read everything: the answer still counts.
        if (written)
            pumpRequest();
    });
}

void ProxiedRequest::answered(Result<ResponseHead> head)
{
    if (!head)
        failBeforeAnswer();
    else if (head->status == 101)
        switchProtocols(*head);
    else
        startAnswer(std::move(*head));
}

void ProxiedRequest::switchProtocols(const ResponseHead &head)
{
    relay(m_exchange->takeConnection(head), m_client->takeConnection());
    finish();
}

void ProxiedRequest::startAnswer(ResponseHead head)
{
    removeHopByHop(head.headers);
    m_exchange->startResponse(head.status, std::move(head.headers));
    pumpResponse();
}

void ProxiedRequest::pumpResponse()
{
    m_client->readSome([this](Result<std::string> piece) { passResponsePiece(std::move(piece)); });
}

void ProxiedRequest::passResponsePiece(Result<std::string> piece)
{
    if (!piece) {
        m_exchange->abort();
        finish();
        return;
    }
    if (piece->empty()) {
        m_exchange->finish();
        finish();
        return;
    }
    m_exchange->write(std::move(*piece), [weak = weak_from_this()](const Result<void> &written) {
        const auto self = weak.lock();
        if (self && written)
            self->pumpResponse();
        else if (self)
            self->finish();
    });
}

void ProxiedRequest::failBeforeAnswer()
{
    const RequestHead &head = m_exchange->head();
    const bool isAboutPort = m_route.port != envdPort && m_isRunning();
    m_exchange->respond(isAboutPort ? portNotOpen(head, m_route.sandboxId, m_route.port)
                                    : sandboxNotFound(head, m_route.sandboxId));
    finish();
}

void ProxiedRequest::finish()
{
    if (auto finished = std::exchange(m_finished, nullptr))
        finished();
}

} // namespace Sandglass
