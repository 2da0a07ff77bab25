// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/agent/tunnel.h>
#include <host/uniquefd.h>
#include <protocol/apierror.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <net/if.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

#include <charconv>
#include <cstring>
#include <optional>

namespace Sandglass {

namespace {

/// The pause before each further attempt, as the public edge of E2B makes them.
constexpr std::array pauses{std::chrono::milliseconds(100), std::chrono::milliseconds(200),
                            std::chrono::milliseconds(300), std::chrono::milliseconds(400)};

std::optional<std::uint16_t> portOf(std::string_view target)
{
    const auto colon = target.rfind(':');
    const auto host = target.substr(0, colon);
    if (colon == std::string_view::npos || (host != "127.0.0.1" && host != "localhost"))
        return std::nullopt;
    const auto text = target.substr(colon + 1);
    std::uint16_t port = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    if (error != std::errc() || end != text.data() + text.size() || port == 0)
        return std::nullopt;
    return port;
}

/// Kept alive by the attempt or the pause in flight.
class Tunnel final : public std::enable_shared_from_this<Tunnel>
{
public:
    Tunnel(boost::asio::io_context &context, std::shared_ptr<Exchange> exchange, std::uint16_t port)
        : m_context(context),
          m_pause(context),
          m_exchange(std::move(exchange)),
          m_port(port)
    {
    }

    void attempt()
    {
        ByteStream::connectLoopback(
            m_context, m_port, [self = shared_from_this()](Result<ByteStream> stream) {
                if (stream)
                    relay(self->m_exchange->takeConnection({.status = 200, .headers = {}}),
                          std::move(*stream));
                else if (self->m_attempts < pauses.size())
                    self->tryAgain();
                else
                    self->refuse();
            });
    }

private:
    void tryAgain()
    {
        m_pause.expires_after(pauses[m_attempts++]);
        m_pause.async_wait([self = shared_from_this()](const boost::system::error_code &error) {
            if (!error)
                self->attempt();
        });
    }

    void refuse()
    {
        m_exchange->respond(
            jsonResponse(502, encodeApiError({.code = 502,
                                              .message = "nothing listens on the port",
                                              .sandboxId = {},
                                              .port = m_port})));
    }

    boost::asio::io_context &m_context;
    boost::asio::steady_timer m_pause;
    std::shared_ptr<Exchange> m_exchange;
    std::size_t m_attempts = 0;
    std::uint16_t m_port;
};

} // namespace

void openTunnel(boost::asio::io_context &context, const std::shared_ptr<Exchange> &exchange)
{
    if (const auto port = portOf(exchange->head().target))
        std::make_shared<Tunnel>(context, exchange, *port)->attempt();
    else
        exchange->respond(jsonError(400, "CONNECT takes 127.0.0.1 and a port"));
}

void bringUpLoopback()
{
    const UniqueFd socket(::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0));
    ifreq request{};
    std::strcpy(request.ifr_name, "lo");
    if (!socket || ::ioctl(socket.get(), SIOCGIFFLAGS, &request) != 0 ||
        (request.ifr_flags & IFF_UP) != 0)
        return;
    request.ifr_flags |= IFF_UP;
    ::ioctl(socket.get(), SIOCSIFFLAGS, &request);
}

} // namespace Sandglass
