// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <host/http/bytestream.h>
#include <host/http/message.h>

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>

namespace Sandglass {

class ServerConnection;

/// One request and its answer. Handed to the server's handler as shared_ptr: keep it for as long as
/// the answer takes. Letting go of it unanswered sends a 500; letting go of a begun answer breaks
/// the connection, so that the client sees that it is incomplete. All handlers run on the
/// io_context's thread, never inside the call that took them, and not at all once the connection is
/// lost or taken, except that read and write handlers get Kind::Network when it is lost. After that
/// every call is harmless.
class Exchange final
{
public:
    Exchange(std::shared_ptr<ServerConnection> connection, RequestHead head);
    ~Exchange();
    Exchange(const Exchange &) = delete;
    Exchange &operator=(const Exchange &) = delete;

    [[nodiscard]] const RequestHead &head() const { return m_head; }

    /// The whole request body; Kind::Policy with status 413 when it is larger than `limit` bytes.
    void readBody(std::size_t limit, Handler<std::string> handler);
    /// The next piece of the body, an empty one at its end. One at a time; not reading holds the
    /// client back.
    void readSome(Handler<std::string> handler);

    /// Sends a whole answer. 204, 304 and answers to HEAD go without body.
    void respond(Response response);
    /// Begins a streamed answer: with the Content-Length that the headers give, else chunked
    /// (HTTP/1.0: until close).
    void startResponse(int status, Headers headers);
    /// A piece of the body. The handler runs when the kernel has taken it: waiting for it is the
    /// back-pressure.
    void write(std::string bytes, Handler<void> handler = nullptr);
    /// A part of a file as a piece of the body, in an answer that was begun with a Content-Length.
    /// Of the file's fault the handler gets Kind::Io.
    void writeFile(std::shared_ptr<const UniqueFd> file, std::int64_t offset, std::uint64_t count,
                   Handler<void> handler);
    void finish();
    /// Gives up a begun answer: the connection breaks.
    void abort();
    [[nodiscard]] bool isResponseStarted() const { return m_isResponseStarted; }

    /// Runs once if the client goes away (or closes its sending side) before the answer is
    /// complete. Noticed at once as long as no more than 128 KiB of what the client sent is unread.
    void onDisconnected(std::move_only_function<void()> handler);

    /// Leaves HTTP (CONNECT, Upgrade): the connection with everything that followed the head,
    /// unread. Nothing was answered yet. An unopened stream when the client is gone.
    [[nodiscard]] ByteStream takeConnection();
    /// The same after sending an answer head (200 to CONNECT, 101), as it is.
    [[nodiscard]] ByteStream takeConnection(const ResponseHead &answer);

private:
    struct BodyCollector;
    std::shared_ptr<ServerConnection> m_connection;
    RequestHead m_head;
    bool m_isResponseStarted = false;
};

struct HttpServerOptions {
    std::size_t maximumHeadBytes = 64UL << 10U;
    std::size_t maximumHeaders = 256;
    std::chrono::milliseconds headTimeout{30'000};  ///< from a head's first byte to its last
    std::chrono::milliseconds idleTimeout{640'000}; ///< between two requests of a connection
    std::chrono::milliseconds bodyTimeout{120'000}; ///< without a byte of a body that is being read
    std::size_t maximumConnections = 4096;          ///< further clients wait in the kernel's queue
};

/// An HTTP/1.1 and 1.0 server: keep-alive, pipelined requests one after the other, chunked bodies,
/// "Expect: 100-continue". Malformed requests get a JSON error and the connection is closed. All on
/// the io_context's one thread; the io_context must outlive the server and all exchanges.
class HttpServer final
{
public:
    using RequestHandler = std::function<void(std::shared_ptr<Exchange>)>;

    HttpServer(boost::asio::io_context &context, RequestHandler handler,
               HttpServerOptions options = {});
    ~HttpServer(); ///< stops listening and breaks every connection
    HttpServer(const HttpServer &) = delete;
    HttpServer &operator=(const HttpServer &) = delete;

    /// Listens on 127.0.0.1. Port 0 takes a free one; port() tells it. A taken port is Kind::Io.
    [[nodiscard]] Result<void> listenTcp(std::uint16_t port);
    /// Takes over a listening socket of any family.
    [[nodiscard]] Result<void> listenOn(int fd);
    [[nodiscard]] std::uint16_t port() const;
    /// No new connections; idle ones are closed, the others after their current answer.
    void stopGracefully();
    [[nodiscard]] std::size_t connectionCount() const;

private:
    struct State;
    std::shared_ptr<State> m_state;
};

} // namespace Sandglass
