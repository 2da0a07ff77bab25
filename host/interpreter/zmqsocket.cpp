// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/interpreter/zmqsocket.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/post.hpp>
#include <zmq.hpp>

#include <utility>

namespace Sandglass {

namespace asio = boost::asio;

namespace {

/// Then others get their turn: a kernel that prints without end must not keep us from hearing its
/// client.
constexpr int messagesPerTurn = 32;
constexpr int reconnectMilliseconds = 10;

} // namespace

struct ZmqContext::State {
    zmq::context_t context{1};
};

ZmqContext::ZmqContext(std::shared_ptr<State> state) : m_state(std::move(state)) {}
ZmqContext::~ZmqContext() = default;

Result<ZmqContext> ZmqContext::make()
{
    try { // cppzmq's constructors have no other way to fail
        return ZmqContext(std::make_shared<State>());
    } catch (const zmq::error_t &error) {
        return failure(Error::Kind::Io, std::string("cannot begin with ZeroMQ: ") + error.what());
    }
}

struct ZmqSocket::State : std::enable_shared_from_this<ZmqSocket::State> {
    State(asio::io_context &io, std::shared_ptr<ZmqContext::State> shared, zmq::socket_type type)
        : loop(io),
          context(std::move(shared)),
          socket(context->context, type),
          descriptor(io)
    {
    }
    State(const State &) = delete;
    State &operator=(const State &) = delete;
    ~State()
    {
        if (descriptor.is_open())
            (void)descriptor.release(); // it belongs to ZeroMQ
    }

    void wait();
    void process();
    void processSoon();
    bool receive(std::vector<zmq::message_t> &frames);
    bool isReadable();

    asio::io_context &loop;
    std::shared_ptr<ZmqContext::State> context;
    zmq::socket_t socket; ///< after the context, which waits for it
    asio::posix::stream_descriptor descriptor;
    MessageHandler handler;
    bool isWaiting = false;
    bool isPosted = false;
    bool isHeld = false;
    bool isClosed = false;
};

// The descriptor only says that something has changed; what it was is in ZMQ_EVENTS, and nothing
// more comes until that was read.
bool ZmqSocket::State::isReadable()
{
    int events = 0;
    std::size_t size = sizeof events;
    return ::zmq_getsockopt(socket.handle(), ZMQ_EVENTS, &events, &size) == 0 &&
           (events & ZMQ_POLLIN) != 0;
}

void ZmqSocket::State::wait()
{
    if (std::exchange(isWaiting, true))
        return;
    descriptor.async_wait(asio::posix::stream_descriptor::wait_read,
                          [weak = weak_from_this()](const boost::system::error_code &error) {
                              const auto self = weak.lock();
                              if (error || !self || self->isClosed)
                                  return;
                              self->isWaiting = false;
                              self->process();
                          });
}

void ZmqSocket::State::processSoon()
{
    if (std::exchange(isPosted, true))
        return;
    asio::post(loop, [weak = weak_from_this()] {
        const auto self = weak.lock();
        if (!self || self->isClosed)
            return;
        self->isPosted = false;
        self->process();
    });
}

bool ZmqSocket::State::receive(std::vector<zmq::message_t> &frames)
{
    do {
        zmq::message_t &frame = frames.emplace_back();
        if (::zmq_msg_recv(frame.handle(), socket.handle(), ZMQ_DONTWAIT) < 0)
            return false;
    } while (frames.back().more());
    return true;
}

void ZmqSocket::State::process()
{
    const auto self = shared_from_this();
    for (int count = 0; !isHeld && !isClosed && isReadable(); ++count) {
        if (count == messagesPerTurn)
            return processSoon();
        std::vector<zmq::message_t> frames;
        if (!receive(frames))
            break;
        std::vector<std::string_view> views;
        views.reserve(frames.size());
        for (const zmq::message_t &frame : frames)
            views.push_back(frame.to_string_view());
        handler(views);
    }
    if (!isHeld && !isClosed)
        wait();
}

ZmqSocket::ZmqSocket(std::shared_ptr<State> state) : m_state(std::move(state)) {}

Result<ZmqSocket> ZmqSocket::connect(asio::io_context &io, const ZmqContext &context, Kind kind,
                                     const std::string &endpoint, int waitingMessages,
                                     MessageHandler handler)
{
    try { // as above
        const auto state = std::make_shared<State>(io, context.m_state,
                                                   kind == Kind::Dealer ? zmq::socket_type::dealer
                                                                        : zmq::socket_type::sub);
        auto &socket = state->socket;
        socket.set(zmq::sockopt::linger, 0);
        socket.set(zmq::sockopt::rcvhwm, waitingMessages);
        socket.set(zmq::sockopt::reconnect_ivl, reconnectMilliseconds);
        if (kind == Kind::Subscriber)
            socket.set(zmq::sockopt::subscribe, "");
        socket.connect(endpoint);
        state->descriptor.assign(socket.get(zmq::sockopt::fd));
        state->handler = std::move(handler);
        state->processSoon();
        return ZmqSocket(state);
    } catch (const std::exception &error) {
        return failure(Error::Kind::Io,
                       "cannot connect to the kernel: " + std::string(error.what()));
    }
}

ZmqSocket &ZmqSocket::operator=(ZmqSocket &&other) noexcept
{
    if (this != &other) {
        const ZmqSocket previous(std::move(*this));
        m_state = std::move(other.m_state);
    }
    return *this;
}

ZmqSocket::~ZmqSocket()
{
    if (!m_state)
        return;
    m_state->isClosed = true;
    // A wait in flight would be told of whatever gets the number next.
    if (m_state->descriptor.is_open())
        (void)m_state->descriptor.release();
}

bool ZmqSocket::send(const std::vector<std::string> &frames)
{
    for (std::size_t i = 0; i < frames.size(); ++i) {
        const int more = i + 1 < frames.size() ? ZMQ_SNDMORE : 0;
        if (::zmq_send(m_state->socket.handle(), frames[i].data(), frames[i].size(),
                       ZMQ_DONTWAIT | more) < 0)
            return false;
    }
    m_state->processSoon(); // sending may have taken the news of an answer
    return true;
}

void ZmqSocket::hold()
{
    m_state->isHeld = true;
}

void ZmqSocket::resume()
{
    if (std::exchange(m_state->isHeld, false))
        m_state->processSoon();
}

} // namespace Sandglass
