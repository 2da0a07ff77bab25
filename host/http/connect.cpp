// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/http/bytestream.h>

#include <boost/asio/generic/stream_protocol.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstring>

namespace Sandglass {

namespace asio = boost::asio;
using boost::system::error_code;

namespace {

// connect() on a Unix socket whose queue is full fails at once with EAGAIN, and nothing tells when
// there is room.
constexpr std::chrono::milliseconds queueFullPause{10};
constexpr int queueFullTries = 500;

/// One attempt to connect, kept alive by its operation in flight.
class Connector final : public std::enable_shared_from_this<Connector>
{
public:
    Connector(asio::io_context &context, Handler<ByteStream> handler)
        : m_context(context),
          m_socket(context),
          m_timer(context),
          m_handler(std::move(handler))
    {
    }

    void start(const sockaddr *address, socklen_t length)
    {
        std::memcpy(&m_address, address, length);
        m_length = length;
        attempt();
    }

private:
    void attempt()
    {
        const int fd = ::socket(m_address.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
        if (fd < 0)
            return finish(-1, errno);
        if (::connect(fd, reinterpret_cast<const sockaddr *>(&m_address), m_length) == 0)
            return finish(fd, 0);
        const int error = errno;
        if (error == EINPROGRESS)
            return waitForSocket(fd);
        ::close(fd);
        if (error != EAGAIN || --m_triesLeft == 0)
            return finish(-1, error);
        m_timer.expires_after(queueFullPause);
        m_timer.async_wait([self = shared_from_this()](const error_code &) { self->attempt(); });
    }

    void waitForSocket(int fd)
    {
        error_code error;
        m_socket.assign(asio::generic::stream_protocol(m_address.ss_family, 0), fd, error);
        if (error) {
            ::close(fd);
            return finish(-1, error.value());
        }
        m_socket.async_wait(asio::socket_base::wait_write, [self = shared_from_this()](
                                                               const error_code &) {
            int result = 0;
            socklen_t length = sizeof result;
            ::getsockopt(self->m_socket.native_handle(), SOL_SOCKET, SO_ERROR, &result, &length);
            if (result != 0)
                return self->finish(-1, result);
            error_code ignored;
            self->finish(self->m_socket.release(ignored), 0);
        });
    }

    void finish(int fd, int error)
    {
        auto stream = fd >= 0 ? ByteStream(m_context, fd) : ByteStream();
        asio::post(m_context,
                   [handler = std::move(m_handler), stream = std::move(stream), error]() mutable {
                       if (stream.isOpen())
                           handler(std::move(stream));
                       else
                           handler(failure(Error::Kind::Network, std::strerror(error)));
                   });
    }

    asio::io_context &m_context;
    asio::generic::stream_protocol::socket m_socket;
    asio::steady_timer m_timer;
    Handler<ByteStream> m_handler;
    sockaddr_storage m_address{};
    socklen_t m_length = 0;
    int m_triesLeft = queueFullTries;
};

} // namespace

void ByteStream::connectUnix(asio::io_context &context, const std::string &path,
                             Handler<ByteStream> handler)
{
    sockaddr_un address{};
    if (path.size() >= sizeof address.sun_path) {
        return asio::post(context, [handler = std::move(handler)]() mutable {
            handler(failure(Error::Kind::Network, "the path of the socket is too long"));
        });
    }
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, path.data(), path.size());
    std::make_shared<Connector>(context, std::move(handler))
        ->start(reinterpret_cast<const sockaddr *>(&address), sizeof address);
}

void ByteStream::connectLoopback(asio::io_context &context, std::uint16_t port,
                                 Handler<ByteStream> handler)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    // Some servers listen on "localhost" and mean the IPv6 one alone.
    auto tryNext = [&context, port,
                    handler = std::move(handler)](Result<ByteStream> stream) mutable {
        if (stream)
            return handler(std::move(stream));
        sockaddr_in6 next{};
        next.sin6_family = AF_INET6;
        next.sin6_port = htons(port);
        next.sin6_addr = in6addr_loopback;
        std::make_shared<Connector>(context, std::move(handler))
            ->start(reinterpret_cast<const sockaddr *>(&next), sizeof next);
    };
    std::make_shared<Connector>(context, std::move(tryNext))
        ->start(reinterpret_cast<const sockaddr *>(&address), sizeof address);
}

} // namespace Sandglass
