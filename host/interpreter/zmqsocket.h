// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/result.h>

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace boost::asio {
class io_context;
}

namespace Sandglass {

/// What the sockets of a process share.
class ZmqContext final
{
public:
    [[nodiscard]] static Result<ZmqContext> make();
    ZmqContext(ZmqContext &&) noexcept = default;
    ZmqContext &operator=(ZmqContext &&) noexcept = default;
    ~ZmqContext();

private:
    friend class ZmqSocket;
    struct State;
    explicit ZmqContext(std::shared_ptr<State> state);
    std::shared_ptr<State> m_state;
};

/// A connected ZeroMQ socket on the event loop. It keeps its context alive. Handlers run on the
/// io_context's thread, never inside of a call to the socket, and not after it is gone.
class ZmqSocket final
{
public:
    enum class Kind { Dealer, Subscriber };
    /// Borrows the frames for the time of the call. May destroy the socket.
    using MessageHandler = std::function<void(const std::vector<std::string_view> &frames)>;

    /// Connects to an endpoint that may come up later. At most `waitingMessages` are taken in
    /// before the handler gets them: the peer's are then its own business.
    [[nodiscard]] static Result<ZmqSocket> connect(boost::asio::io_context &io,
                                                   const ZmqContext &context, Kind kind,
                                                   const std::string &endpoint, int waitingMessages,
                                                   MessageHandler handler);
    ZmqSocket(ZmqSocket &&) noexcept = default;
    ZmqSocket &operator=(ZmqSocket &&) noexcept;
    ~ZmqSocket();

    /// False when the peer takes nothing at all any more.
    bool send(const std::vector<std::string> &frames);
    /// Held: messages stay where they are.
    void hold();
    void resume();

private:
    struct State;
    explicit ZmqSocket(std::shared_ptr<State> state);
    std::shared_ptr<State> m_state;
};

} // namespace Sandglass
