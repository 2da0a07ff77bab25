// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <host/http/bodyframing.h>
#include <host/http/httpserver.h>
#include <host/http/messageparser.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <memory>
#include <set>

namespace Sandglass {

/// What the connections of a server share.
struct ServerShared {
    HttpServer::RequestHandler handler;
    HttpServerOptions options;
    std::set<std::shared_ptr<ServerConnection>> connections;
    std::move_only_function<void()> connectionClosed; ///< there is room for another one
    bool isStopping = false;
};

/// One client: reads requests one after the other, lends itself to an Exchange for each. Owned by
/// the server's set until it is closed or taken.
class ServerConnection final : public std::enable_shared_from_this<ServerConnection>
{
public:
    ServerConnection(boost::asio::io_context &context, ByteStream stream,
                     std::shared_ptr<ServerShared> shared);

    void start();
    void close();
    [[nodiscard]] bool isIdle() const { return m_phase == Phase::Idle; }

    // For the current Exchange, which lets go of the connection after respond(), finish(), abort()
    // and take().
    void readSome(Handler<std::string> handler);
    void respond(Response response);
    void startResponse(int status, Headers headers);
    void write(std::string bytes, Handler<void> handler);
    void writeFile(std::shared_ptr<const UniqueFd> file, std::int64_t offset, std::uint64_t count,
                   Handler<void> handler);
    void finish();
    void onDisconnected(std::move_only_function<void()> handler);
    [[nodiscard]] ByteStream take(const ResponseHead *answer);

private:
    enum class Phase { Idle, Handling, Draining, Lingering, Closed };

    void nextRequest();
    void fillInput();
    void received(Result<std::string> bytes);
    void process();
    void parseHead();
    void handle();
    void continueBody();
    void deliverBody(Result<std::string> bytes);
    void sendContinue();
    void clientLeft();
    void drain();
    void fail(const Error &error);
    void answered();
    void linger();
    void armTimer(std::chrono::milliseconds duration, void (ServerConnection::*expired)());
    void disarmTimer();
    void headTimedOut();
    void bodyTimedOut();

    boost::asio::io_context &m_context;
    ByteStream m_stream;
    std::shared_ptr<ServerShared> m_shared;
    boost::asio::steady_timer m_timer;
    MessageParser m_parser;
    BodyFraming m_framing;
    RequestHead
        m_requestSummary; ///< method, version and Expect only: what the answer's form depends on
    std::string m_input;  ///< received, not yet parsed
    std::string m_body;   ///< parsed, not yet read by the exchange
    Handler<std::string> m_bodyHandler;
    std::move_only_function<void()> m_disconnected;
    std::size_t m_discarded = 0;
    unsigned m_timerSerial =
        0; ///< an expiry that is under way already cannot be cancelled, only recognised
    Phase m_phase = Phase::Idle;
    bool m_isReading = false;
    bool m_hasEnded = false; ///< the client has closed its side, or the connection broke
    bool m_awaitsContinue = false;
    bool m_isHeadTimerArmed = false;
    bool m_isBroken = false; ///< what follows on the wire cannot be understood
};

} // namespace Sandglass
