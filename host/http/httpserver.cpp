// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/http/serverconnection.h>

#include <boost/asio/posix/stream_descriptor.hpp>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <vector>

namespace Sandglass {

namespace asio = boost::asio;

namespace {

constexpr int acceptsPerTurn = 32;
constexpr std::chrono::milliseconds noResourcesPause{100};

} // namespace

struct HttpServer::State : std::enable_shared_from_this<HttpServer::State> {
    State(asio::io_context &io, RequestHandler handler, HttpServerOptions options)
        : context(io),
          listener(io),
          pause(io),
          shared(std::make_shared<ServerShared>())
    {
        shared->handler = std::move(handler);
        shared->options = options;
    }

    Result<void> listen(int fd)
    {
        boost::system::error_code error;
        listener.assign(fd, error);
        if (!error)
            listener.native_non_blocking(true, error);
        if (error)
            return failure(Error::Kind::Io, "cannot listen: " + error.message());
        waitForClient();
        return {};
    }

    bool isFull() const { return shared->connections.size() >= shared->options.maximumConnections; }

    void waitForClient()
    {
        if (isWaiting || isPaused || !listener.is_open() || isFull())
            return;
        isWaiting = true;
        listener.async_wait(asio::posix::stream_descriptor::wait_read,
                            [self = shared_from_this()](const boost::system::error_code &error) {
                                self->isWaiting = false;
                                if (!error)
                                    self->accept();
                            });
    }

    // By hand, because Asio's accept leaves the descriptor open for child processes.
    void accept()
    {
        for (int turn = 0; turn < acceptsPerTurn && listener.is_open() && !isFull(); ++turn) {
            const int fd =
                ::accept4(listener.native_handle(), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
            if (fd < 0 &&
                (errno == EMFILE || errno == ENFILE || errno == ENOMEM || errno == ENOBUFS))
                return waitForResources();
            if (fd < 0)
                break;
            const auto connection =
                std::make_shared<ServerConnection>(context, ByteStream(context, fd), shared);
            shared->connections.insert(connection);
            connection->start();
        }
        waitForClient();
    }

    void waitForResources()
    {
        isPaused = true;
        pause.expires_after(noResourcesPause);
        pause.async_wait([weak = weak_from_this()](const boost::system::error_code &error) {
            const auto self = weak.lock();
            if (error || !self)
                return;
            self->isPaused = false;
            self->waitForClient();
        });
    }

    void stopListening()
    {
        boost::system::error_code ignored;
        shared->isStopping = true;
        shared->connectionClosed = nullptr;
        listener.close(ignored);
        pause.cancel();
    }

    asio::io_context &context;
    asio::posix::stream_descriptor listener;
    asio::steady_timer pause;
    std::shared_ptr<ServerShared> shared;
    bool isWaiting = false;
    bool isPaused = false;
};

HttpServer::HttpServer(asio::io_context &context, RequestHandler handler, HttpServerOptions options)
    : m_state(std::make_shared<State>(context, std::move(handler), options))
{
    m_state->shared->connectionClosed = [weak = std::weak_ptr(m_state)] {
        if (const auto state = weak.lock())
            state->waitForClient();
    };
}

// NOLINTNEXTLINE(bugprone-exception-escape): only for want of memory, which ends us anyway
HttpServer::~HttpServer()
{
    m_state->stopListening();
    const std::vector connections(m_state->shared->connections.begin(),
                                  m_state->shared->connections.end());
    for (const auto &connection : connections)
        connection->close();
}

Result<void> HttpServer::listenTcp(std::uint16_t port)
{
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (fd < 0)
        return failure(Error::Kind::Io,
                       std::string("cannot make a socket: ") + std::strerror(errno));
    const int on = 1;
    // So that the port kept over a restart is free again at once.
    ::setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::bind(fd, reinterpret_cast<const sockaddr *>(&address), sizeof address) < 0 ||
        ::listen(fd, SOMAXCONN) < 0) {
        const std::string reason = std::strerror(errno);
        ::close(fd);
        return failure(Error::Kind::Io,
                       "cannot listen on 127.0.0.1:" + std::to_string(port) + ": " + reason);
    }
    return m_state->listen(fd);
}

Result<void> HttpServer::listenOn(int fd)
{
    return m_state->listen(fd);
}

std::uint16_t HttpServer::port() const
{
    sockaddr_in address{};
    socklen_t length = sizeof address;
    if (!m_state->listener.is_open() ||
        ::getsockname(m_state->listener.native_handle(), reinterpret_cast<sockaddr *>(&address),
                      &length) < 0 ||
        address.sin_family != AF_INET)
        return 0;
    return ntohs(address.sin_port);
}

void HttpServer::stopGracefully()
{
    m_state->stopListening();
    const std::vector connections(m_state->shared->connections.begin(),
                                  m_state->shared->connections.end());
    for (const auto &connection : connections) {
        if (connection->isIdle())
            connection->close();
    }
}

std::size_t HttpServer::connectionCount() const
{
    return m_state->shared->connections.size();
}

} // namespace Sandglass
