// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/http/serverconnection.h>

#include <boost/asio/post.hpp>

#include <algorithm>
#include <utility>

namespace Sandglass {

namespace asio = boost::asio;

namespace {

// Read ahead of the handler: enough to notice that a client has left behind a few pipelined
// requests.
constexpr std::size_t readAhead = 128UL << 10U;
// What is left of a request's body once it was answered is read away up to here, else the
// connection is closed.
constexpr std::size_t maximumDrain = 256UL << 10U;
constexpr std::size_t maximumLinger = 4UL << 20U;
constexpr std::chrono::milliseconds lingerTimeout{2'000};

MessageLimits limitsOf(const HttpServerOptions &options)
{
    return {.headBytes = options.maximumHeadBytes, .headers = options.maximumHeaders};
}

} // namespace

ServerConnection::ServerConnection(asio::io_context &context, ByteStream stream,
                                   std::shared_ptr<ServerShared> shared)
    : m_context(context),
      m_stream(std::move(stream)),
      m_shared(std::move(shared)),
      m_timer(context),
      m_parser(MessageParser::Kind::Request, limitsOf(m_shared->options))
{
}

void ServerConnection::start()
{
    nextRequest();
}

void ServerConnection::close()
{
    if (std::exchange(m_phase, Phase::Closed) == Phase::Closed)
        return;
    const auto self = shared_from_this();
    m_stream.close();
    disarmTimer();
    // Taken out first: destroying a handler may destroy its exchange, which comes back here.
    const auto body = std::exchange(m_bodyHandler, nullptr);
    const auto disconnected = std::exchange(m_disconnected, nullptr);
    m_shared->connections.erase(self);
    if (m_shared->connectionClosed)
        m_shared->connectionClosed();
}

void ServerConnection::nextRequest()
{
    if (m_shared->isStopping)
        return close();
    m_parser = MessageParser(MessageParser::Kind::Request, limitsOf(m_shared->options));
    m_phase = Phase::Idle;
    m_isHeadTimerArmed = false;
    m_awaitsContinue = false;
    m_discarded = 0;
    m_body.clear();
    armTimer(m_shared->options.idleTimeout, &ServerConnection::close);
    process();
}

void ServerConnection::fillInput()
{
    if (m_isReading || m_hasEnded || m_phase == Phase::Closed ||
        m_input.size() + m_body.size() >= readAhead)
        return;
    m_isReading = true;
    m_stream.read([self = shared_from_this()](Result<std::string> bytes) {
        self->m_isReading = false;
        self->received(std::move(bytes));
    });
}

void ServerConnection::received(Result<std::string> bytes)
{
    // A broken connection is treated as an ended one: what is still being written fails by itself.
    if (!bytes || bytes->empty())
        m_hasEnded = true;
    else if (m_phase == Phase::Lingering)
        m_discarded += bytes->size();
    else if (m_input.empty())
        m_input = std::move(*bytes); // of a large body every copy counts
    else
        m_input += *bytes;
    process();
}

void ServerConnection::process()
{
    const auto self = shared_from_this();
    switch (m_phase) {
    case Phase::Idle:
        parseHead();
        break;
    case Phase::Handling:
        continueBody();
        if (m_hasEnded)
            clientLeft();
        break;
    case Phase::Draining:
        drain();
        break;
    case Phase::Lingering:
        if (m_hasEnded || m_discarded > maximumLinger)
            close();
        break;
    case Phase::Closed:
        return;
    }
    fillInput();
}

void ServerConnection::parseHead()
{
    if (const auto fed = m_parser.feed(m_input, m_body); !fed)
        return fail(fed.error());
    if (m_parser.isHeadDone())
        return handle();
    if (m_hasEnded)
        return close();
    if (!m_input.empty() && !std::exchange(m_isHeadTimerArmed, true))
        armTimer(m_shared->options.headTimeout, &ServerConnection::headTimedOut);
}

void ServerConnection::handle()
{
    disarmTimer();
    m_phase = Phase::Handling;
    auto head = m_parser.takeRequest();
    m_requestSummary = {
        .method = head.method, .target = {}, .minorVersion = head.minorVersion, .headers = {}};
    m_awaitsContinue = head.minorVersion >= 1 && head.headers.hasToken("Expect", "100-continue") &&
                       !m_parser.isDone();
    m_shared->handler(std::make_shared<Exchange>(shared_from_this(), std::move(head)));
}

void ServerConnection::readSome(Handler<std::string> handler)
{
    m_bodyHandler = std::move(handler);
    asio::post(m_context, [self = shared_from_this()] {
        if (self->m_phase == Phase::Handling)
            self->process();
    });
}

void ServerConnection::continueBody()
{
    if (!m_bodyHandler)
        return;
    if (m_body.empty() && !m_parser.isDone()) {
        if (const auto fed = m_parser.feed(m_input, m_body); !fed) {
            m_isBroken = true;
            return deliverBody(std::unexpected(fed.error()));
        }
    }
    if (!m_body.empty() || m_parser.isDone())
        return deliverBody(std::exchange(m_body, {}));
    if (m_hasEnded)
        return deliverBody(
            failure(Error::Kind::Network, "the client went away before the end of its request"));
    sendContinue();
    armTimer(m_shared->options.bodyTimeout, &ServerConnection::bodyTimedOut);
}

void ServerConnection::deliverBody(Result<std::string> bytes)
{
    disarmTimer();
    std::exchange(m_bodyHandler, nullptr)(std::move(bytes));
}

void ServerConnection::sendContinue()
{
    if (std::exchange(m_awaitsContinue, false) && m_input.empty())
        m_stream.write("HTTP/1.1 100 Continue\r\n\r\n");
}

void ServerConnection::clientLeft()
{
    if (auto handler = std::exchange(m_disconnected, nullptr))
        handler();
}

void ServerConnection::onDisconnected(std::move_only_function<void()> handler)
{
    m_disconnected = std::move(handler);
    if (!m_hasEnded)
        return;
    asio::post(m_context, [self = shared_from_this()] {
        if (self->m_phase == Phase::Handling)
            self->clientLeft();
    });
}

void ServerConnection::startResponse(int status, Headers headers)
{
    // A client that waits for "100 Continue" may send its body now or not: only closing is
    // unambiguous.
    const bool mayKeepAlive =
        !m_isBroken && !m_awaitsContinue && !m_shared->isStopping && m_parser.keepsAlive();
    ResponseHead head{.status = status, .headers = std::move(headers)};
    m_framing = BodyFraming::forResponse(m_requestSummary, mayKeepAlive, head);
    m_stream.write(formatHead(head));
}

void ServerConnection::respond(Response response)
{
    if (m_phase != Phase::Handling)
        return;
    if (m_requestSummary.method != "HEAD" || !response.headers.contains("Content-Length"))
        response.headers.set("Content-Length", std::to_string(response.body.size()));
    startResponse(response.status, std::move(response.headers));
    if (!response.body.empty())
        m_stream.write(m_framing.frame(std::move(response.body)));
    finish();
}

void ServerConnection::write(std::string bytes, Handler<void> handler)
{
    m_stream.write(m_framing.frame(std::move(bytes)), std::move(handler));
}

void ServerConnection::writeFile(std::shared_ptr<const UniqueFd> file, std::int64_t offset,
                                 std::uint64_t count, Handler<void> handler)
{
    m_stream.writeFile(std::move(file), offset, m_framing.takeRaw(count), std::move(handler));
}

void ServerConnection::finish()
{
    if (!m_framing.isComplete())
        return close();
    m_stream.write(m_framing.end(), [self = shared_from_this()](Result<void> written) {
        if (written)
            self->answered();
        else
            self->close();
    });
}

void ServerConnection::answered()
{
    // The request is over: its handlers must not see what belongs to the next one.
    const auto body = std::exchange(m_bodyHandler, nullptr);
    const auto disconnected = std::exchange(m_disconnected, nullptr);
    disarmTimer();
    if (!m_framing.keepsAlive() || m_isBroken)
        return linger();
    if (m_parser.isDone())
        return nextRequest();
    m_phase = Phase::Draining;
    armTimer(m_shared->options.headTimeout, &ServerConnection::linger);
    process();
}

void ServerConnection::drain()
{
    const auto before = m_input.size() + m_body.size();
    if (!m_parser.feed(m_input, m_body))
        return linger();
    m_discarded += before - m_input.size();
    m_body.clear();
    if (m_parser.isDone())
        nextRequest();
    else if (m_hasEnded || m_discarded > maximumDrain)
        linger();
}

// Closing while bytes of the client are unread would reset the connection, and it might never see
// the answer.
void ServerConnection::linger()
{
    if (m_phase == Phase::Closed)
        return;
    m_phase = Phase::Lingering;
    m_input.clear();
    m_body.clear();
    m_discarded = 0;
    m_stream.shutdownWrite();
    armTimer(lingerTimeout, &ServerConnection::close);
    process();
}

void ServerConnection::fail(const Error &error)
{
    m_phase = Phase::Handling;
    m_isBroken = true;
    m_requestSummary = {};
    respond(jsonError(error.httpStatus == 0 ? 400 : error.httpStatus, error.detail));
}

ByteStream ServerConnection::take(const ResponseHead *answer)
{
    if (m_phase != Phase::Handling)
        return {};
    m_stream.cancelRead();
    m_stream.unread(std::exchange(m_body, {}) + std::exchange(m_input, {}));
    if (answer)
        m_stream.write(formatHead(*answer));
    auto stream = std::move(m_stream);
    close();
    return stream;
}

void ServerConnection::armTimer(std::chrono::milliseconds duration,
                                void (ServerConnection::*expired)())
{
    m_timer.expires_after(duration);
    m_timer.async_wait([weak = weak_from_this(), expired, serial = ++m_timerSerial](const auto &) {
        const auto self = weak.lock();
        if (self && serial == self->m_timerSerial && self->m_phase != Phase::Closed)
            (self.get()->*expired)();
    });
}

void ServerConnection::disarmTimer()
{
    ++m_timerSerial;
    m_timer.cancel();
}

void ServerConnection::headTimedOut()
{
    if (m_phase == Phase::Idle)
        fail({.kind = Error::Kind::Timeout,
              .detail = "the request did not arrive in time",
              .httpStatus = 408,
              .operationId = {}});
}

void ServerConnection::bodyTimedOut()
{
    m_isBroken = true;
    if (m_bodyHandler)
        deliverBody(
            failure(Error::Kind::Timeout, "the request's body did not arrive in time", 408));
}

} // namespace Sandglass
