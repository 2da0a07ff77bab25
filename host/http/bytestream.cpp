// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/http/bytestream.h>
#include <host/http/filepart.h>

#include <boost/asio/generic/stream_protocol.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <deque>
#include <optional>
#include <utility>
#include <vector>

namespace Sandglass {

namespace asio = boost::asio;
using boost::system::error_code;

struct ByteStream::State : std::enable_shared_from_this<ByteStream::State> {
    struct PendingWrite {
        std::string bytes;
        Handler<void> handler;
        std::optional<FilePart> part; ///< instead of the bytes
    };

    /// Held by each operation in flight. When the io_context is destroyed with it, the handlers go
    /// too: they may own what owns this stream.
    class Hold
    {
    public:
        explicit Hold(std::shared_ptr<State> state) : m_state(std::move(state)) {}
        Hold(Hold &&) noexcept = default;
        ~Hold()
        {
            if (m_state)
                m_state->dropHandlers();
        }
        std::shared_ptr<State> take() { return std::exchange(m_state, nullptr); }

    private:
        std::shared_ptr<State> m_state;
    };

    explicit State(asio::io_context &io) : context(io), socket(io) {}

    void startWait();
    void receive();
    void startWrite();
    void startPart();
    void written(const Result<void> &result);
    void shutdownSending();
    void dropHandlers();
    void close();

    asio::io_context &context;
    asio::generic::stream_protocol::socket socket;
    std::string unread;
    Handler<std::string> readHandler;
    std::deque<PendingWrite> writes;
    bool waiting = false;
    bool writing = false;
    bool shutdownWanted = false;
    bool closed = false;
};

void ByteStream::State::startWait()
{
    if (std::exchange(waiting, true))
        return;
    socket.async_wait(asio::socket_base::wait_read,
                      [hold = Hold(shared_from_this())](const error_code &) mutable {
                          const auto self = hold.take();
                          self->waiting = false;
                          if (!self->closed)
                              self->receive();
                      });
}

// Waits first and receives then, into one buffer for all: hundreds of idle connections cost no
// memory of their own.
void ByteStream::State::receive()
{
    if (!readHandler || !unread.empty()) // what was put back is on its way already, and comes first
        return;
    static thread_local std::array<char, 64UL << 10U> buffer;
    const auto count = ::recv(socket.native_handle(), buffer.data(), buffer.size(), MSG_DONTWAIT);
    if (count < 0 && (errno == EAGAIN || errno == EINTR))
        return startWait();
    auto handler = std::exchange(readHandler, nullptr);
    if (count < 0)
        handler(failure(Error::Kind::Network, std::strerror(errno)));
    else
        handler(std::string(buffer.data(), static_cast<std::size_t>(count)));
}

void ByteStream::State::startWrite()
{
    writing = true;
    if (writes.front().part)
        return startPart();
    asio::async_write(
        socket, asio::buffer(writes.front().bytes),
        [hold = Hold(shared_from_this())](const error_code &error, std::size_t) mutable {
            const auto self = hold.take();
            self->writing = false;
            if (self->closed)
                return;
            if (error)
                self->written(failure(Error::Kind::Network, error.message()));
            else
                self->written({});
        });
}

void ByteStream::State::startPart()
{
    socket.async_wait(asio::socket_base::wait_write,
                      [hold = Hold(shared_from_this())](const error_code &) mutable {
                          const auto self = hold.take();
                          if (self->closed)
                              return;
                          auto &part = *self->writes.front().part;
                          const auto sent = part.sendSome(self->socket.native_handle());
                          if (sent && !part.isDone())
                              return self->startPart();
                          self->writing = false;
                          self->written(sent);
                      });
}

void ByteStream::State::written(const Result<void> &result)
{
    std::vector<PendingWrite> done;
    if (!result) {
        std::ranges::move(writes, std::back_inserter(done));
        writes.clear();
    } else {
        done.push_back(std::move(writes.front()));
        writes.pop_front();
        if (!writes.empty())
            startWrite();
        else if (shutdownWanted)
            shutdownSending();
    }
    for (auto &write : done) {
        if (write.handler && !closed)
            write.handler(result);
    }
}

void ByteStream::State::shutdownSending()
{
    error_code ignored;
    socket.shutdown(asio::socket_base::shutdown_send, ignored);
}

void ByteStream::State::dropHandlers()
{
    // Taken out first: destroying a handler may destroy the stream's owner, which comes back here.
    const auto read = std::exchange(readHandler, nullptr);
    std::vector<Handler<void>> handlers;
    handlers.reserve(writes.size());
    for (auto &write : writes)
        handlers.push_back(std::exchange(write.handler, nullptr));
}

void ByteStream::State::close()
{
    if (std::exchange(closed, true))
        return;
    const auto self = shared_from_this();
    error_code ignored;
    socket.close(ignored);
    dropHandlers();
}

ByteStream::ByteStream(asio::io_context &context, int fd)
    : m_state(std::make_shared<State>(context))
{
    int family = AF_UNIX;
    socklen_t length = sizeof family;
    ::getsockopt(fd, SOL_SOCKET, SO_DOMAIN, &family, &length);
    const int on = 1;
    if (family == AF_INET || family == AF_INET6)
        ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    error_code error;
    m_state->socket.assign(asio::generic::stream_protocol(family, 0), fd, error);
    if (!error)
        m_state->socket.non_blocking(true, error);
    else
        ::close(fd);
    if (error)
        close();
}

ByteStream::ByteStream(ByteStream &&) noexcept = default;

ByteStream &ByteStream::operator=(ByteStream &&other) noexcept
{
    if (this != &other) {
        ByteStream previous(std::move(*this));
        m_state = std::move(other.m_state);
    }
    return *this;
}

// NOLINTNEXTLINE(bugprone-exception-escape): only for want of memory, which ends us anyway
ByteStream::~ByteStream()
{
    close();
}

void ByteStream::read(Handler<std::string> handler)
{
    if (!m_state)
        return;
    m_state->readHandler = std::move(handler);
    if (m_state->unread.empty())
        return m_state->startWait();
    asio::post(m_state->context, [hold = State::Hold(m_state)]() mutable {
        const auto self = hold.take();
        if (self->closed || !self->readHandler)
            return;
        if (self->unread.empty())
            return self->startWait();
        std::exchange(self->readHandler, nullptr)(std::exchange(self->unread, {}));
    });
}

void ByteStream::cancelRead()
{
    if (m_state)
        m_state->readHandler = nullptr;
}

void ByteStream::unread(std::string_view bytes)
{
    if (m_state)
        m_state->unread.insert(0, bytes);
}

void ByteStream::write(std::string bytes, Handler<void> handler)
{
    if (!m_state)
        return;
    m_state->writes.push_back(
        {.bytes = std::move(bytes), .handler = std::move(handler), .part = std::nullopt});
    if (!m_state->writing)
        m_state->startWrite();
}

void ByteStream::writeFile(std::shared_ptr<const UniqueFd> file, std::int64_t offset,
                           std::uint64_t count, Handler<void> handler)
{
    if (!m_state)
        return;
    m_state->writes.push_back({.bytes = {},
                               .handler = std::move(handler),
                               .part = FilePart(std::move(file), offset, count)});
    if (!m_state->writing)
        m_state->startWrite();
}

void ByteStream::shutdownWrite()
{
    if (!m_state)
        return;
    if (m_state->writes.empty())
        m_state->shutdownSending();
    else
        m_state->shutdownWanted = true;
}

void ByteStream::close()
{
    if (const auto state = std::exchange(m_state, nullptr))
        state->close();
}

} // namespace Sandglass
