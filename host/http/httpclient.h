// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <host/http/bytestream.h>
#include <host/http/message.h>

#include <chrono>
#include <memory>

namespace Sandglass {

/// One HTTP/1.1 exchange at a time over a Unix socket, both bodies in pieces: what the host
/// forwards requests with. Owned by its user; destroying it ends the connection and none of its
/// handlers runs any more. Handlers run on the io_context's thread, never inside of the call that
/// took them. Errors are Kind::Network when the connection breaks and Kind::Protocol when the
/// answer is no HTTP.
class HttpClientConnection final
{
public:
    explicit HttpClientConnection(boost::asio::io_context &context);
    HttpClientConnection(HttpClientConnection &&) noexcept;
    HttpClientConnection &operator=(HttpClientConnection &&) noexcept;
    ~HttpClientConnection();

    void connectUnix(const std::string &path, Handler<void> handler);
    /// CONNECT 127.0.0.1:port; afterwards everything goes to that port. When it is refused the
    /// error carries the answer's httpStatus (502: nothing listens there).
    void tunnel(std::uint16_t port, Handler<void> handler);

    /// Sends the head as it is. Its Content-Length or "Transfer-Encoding: chunked" says how the
    /// body is framed.
    void sendHead(const RequestHead &head, Handler<void> handler = nullptr);
    /// A piece of the body, not yet framed. The handler's run is the back-pressure.
    void writeBody(std::string bytes, Handler<void> handler = nullptr);
    void finishBody(Handler<void> handler = nullptr);

    /// Waits for the answer's head; informational ones but 101 are skipped. May be called before
    /// the body is sent.
    void readHead(Handler<ResponseHead> handler);
    /// The next piece of the answer's body, unframed; an empty one at its end. A cut body is
    /// Kind::Network.
    void readSome(Handler<std::string> handler);
    /// After the answer has ended: whether another request may be sent.
    [[nodiscard]] bool isReusable() const;
    /// The raw connection with what was already read (after 101, or after tunnel()).
    [[nodiscard]] ByteStream takeConnection();

private:
    struct State;
    std::shared_ptr<State> m_state;
};

/// Connects, sends one request with a Content-Length, collects the answer (at most 8 MiB) and
/// closes. The returned Request owns the operation; Kind::Timeout when it takes longer. Answers of
/// any status are results.
[[nodiscard]] Request sendOnce(boost::asio::io_context &context, const std::string &socketPath,
                               RequestHead head, std::string body,
                               std::chrono::milliseconds timeout, Handler<Response> handler);

} // namespace Sandglass
