// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/http/bodyframing.h>
#include <host/http/httpclient.h>
#include <host/http/messageparser.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>

#include <utility>

namespace Sandglass {

namespace asio = boost::asio;

struct HttpClientConnection::State : std::enable_shared_from_this<HttpClientConnection::State> {
    explicit State(asio::io_context &io) : context(io), parser(MessageParser::Kind::Response) {}

    void readMore();
    void received(Result<std::string> bytes);
    void process();
    void processHead();
    void processBody();
    void fail(const Error &reason);
    void processSoon();
    void close();

    asio::io_context &context;
    ByteStream stream;
    MessageParser parser;
    BodyFraming framing;
    std::string method;
    std::string input;
    std::string body;
    Handler<ResponseHead> headHandler;
    Handler<std::string> bodyHandler;
    std::optional<Error> error;
    bool isReading = false;
    bool hasEnded = false;
    bool isClosed = false;
};

void HttpClientConnection::State::readMore()
{
    if (isReading || hasEnded)
        return;
    isReading = true;
    stream.read([weak = weak_from_this()](Result<std::string> bytes) {
        if (const auto self = weak.lock()) {
            self->isReading = false;
            self->received(std::move(bytes));
        }
    });
}

void HttpClientConnection::State::received(Result<std::string> bytes)
{
    if (!bytes)
        return fail(bytes.error());
    if (bytes->empty())
        hasEnded = true;
    if (input.empty())
        input = std::move(*bytes); // of a large body every copy counts
    else
        input += *bytes;
    process();
}

void HttpClientConnection::State::process()
{
    const auto self = shared_from_this();
    if (isClosed)
        return;
    if (error)
        return fail(*error);
    if (headHandler)
        processHead();
    else if (bodyHandler)
        processBody();
}

void HttpClientConnection::State::processHead()
{
    if (const auto fed = parser.feed(input, body); !fed)
        return fail(
            {.kind = Error::Kind::Protocol, .detail = fed.error().detail, .operationId = {}});
    if (!parser.isHeadDone()) {
        if (hasEnded)
            return fail({.kind = Error::Kind::Network,
                         .detail = "the connection ended without an answer",
                         .operationId = {}});
        return readMore();
    }
    auto head = parser.takeResponse();
    if (head.status < 200 && head.status != 101) {
        parser = MessageParser(MessageParser::Kind::Response);
        if (method == "HEAD" || method == "CONNECT")
            parser.expectNoBody();
        return processHead();
    }
    std::exchange(headHandler, nullptr)(std::move(head));
}

void HttpClientConnection::State::processBody()
{
    if (body.empty() && !parser.isDone()) {
        auto fed = parser.feed(input, body);
        if (fed && body.empty() && hasEnded)
            fed = parser.feedEnd();
        if (!fed)
            return fail({.kind = hasEnded ? Error::Kind::Network : Error::Kind::Protocol,
                         .detail = fed.error().detail,
                         .operationId = {}});
    }
    if (body.empty() && !parser.isDone())
        return readMore();
    std::exchange(bodyHandler, nullptr)(std::exchange(body, {}));
}

void HttpClientConnection::State::fail(const Error &reason)
{
    error = reason;
    const auto self = shared_from_this();
    if (auto handler = std::exchange(headHandler, nullptr))
        handler(std::unexpected(reason));
    if (auto handler = std::exchange(bodyHandler, nullptr))
        handler(std::unexpected(reason));
}

void HttpClientConnection::State::processSoon()
{
    asio::post(context, [self = shared_from_this()] { self->process(); });
}

void HttpClientConnection::State::close()
{
    isClosed = true;
    const auto self = weak_from_this().lock(); // a handler may hold the last reference
    stream.close();
    const auto head = std::exchange(headHandler, nullptr);
    const auto piece = std::exchange(bodyHandler, nullptr);
}

HttpClientConnection::HttpClientConnection(asio::io_context &context)
    : m_state(std::make_shared<State>(context))
{
}
HttpClientConnection::HttpClientConnection(HttpClientConnection &&) noexcept = default;

HttpClientConnection &HttpClientConnection::operator=(HttpClientConnection &&other) noexcept
{
    const auto previous = std::exchange(m_state, std::move(other.m_state));
    if (previous)
        previous->close();
    return *this;
}

HttpClientConnection::~HttpClientConnection()
{
    if (m_state)
        m_state->close();
}

void HttpClientConnection::connectUnix(const std::string &path, Handler<void> handler)
{
    ByteStream::connectUnix(
        m_state->context, path,
        [weak = std::weak_ptr(m_state), handler = std::move(handler)](auto stream) mutable {
            const auto state = weak.lock();
            if (!state || state->isClosed)
                return;
            if (!stream)
                return handler(std::unexpected(stream.error()));
            state->stream = std::move(*stream);
            handler({});
        });
}

void HttpClientConnection::tunnel(std::uint16_t port, Handler<void> handler)
{
    const auto target = "127.0.0.1:" + std::to_string(port);
    sendHead({.method = "CONNECT", .target = target, .headers = {{"Host", target}}});
    readHead(
        [state = m_state.get(), handler = std::move(handler)](Result<ResponseHead> head) mutable {
            if (!head)
                return handler(std::unexpected(head.error()));
            if (head->status != 200)
                return handler(failure(Error::Kind::Network, "the port is not open", head->status));
            state->parser = MessageParser(MessageParser::Kind::Response);
            handler({});
        });
}

void HttpClientConnection::sendHead(const RequestHead &head, Handler<void> handler)
{
    m_state->parser = MessageParser(MessageParser::Kind::Response);
    m_state->method = head.method;
    if (head.method == "HEAD" || head.method == "CONNECT")
        m_state->parser.expectNoBody();
    m_state->framing = BodyFraming::forRequest(head);
    m_state->stream.write(formatHead(head), std::move(handler));
}

void HttpClientConnection::writeBody(std::string bytes, Handler<void> handler)
{
    m_state->stream.write(m_state->framing.frame(std::move(bytes)), std::move(handler));
}

void HttpClientConnection::finishBody(Handler<void> handler)
{
    m_state->stream.write(m_state->framing.end(), std::move(handler));
}

void HttpClientConnection::readHead(Handler<ResponseHead> handler)
{
    m_state->headHandler = std::move(handler);
    m_state->processSoon();
}

void HttpClientConnection::readSome(Handler<std::string> handler)
{
    m_state->bodyHandler = std::move(handler);
    m_state->processSoon();
}

bool HttpClientConnection::isReusable() const
{
    return !m_state->error && !m_state->hasEnded && m_state->parser.isDone() &&
           m_state->parser.keepsAlive() && m_state->input.empty();
}

ByteStream HttpClientConnection::takeConnection()
{
    m_state->stream.cancelRead();
    m_state->isReading = false;
    m_state->stream.unread(std::exchange(m_state->body, {}) + std::exchange(m_state->input, {}));
    auto stream = std::move(m_state->stream);
    m_state->close();
    return stream;
}

} // namespace Sandglass
