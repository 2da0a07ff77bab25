// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/agent/eventstream.h>

#include <boost/asio/io_context.hpp>

#include <utility>

namespace Sandglass {

using boost::system::error_code;

EventStream::EventStream(boost::asio::io_context &context, std::shared_ptr<Exchange> exchange,
                         std::string keepalive)
    : m_exchange(std::move(exchange)),
      m_keepaliveTimer(context),
      m_deadlineTimer(context),
      m_keepaliveMessage(std::move(keepalive))
{
}

void EventStream::begin(std::chrono::seconds keepalive, std::move_only_function<void()> closed)
{
    m_keepalive = keepalive;
    m_closed = std::move(closed);
    m_exchange->startResponse(200, {{"Content-Type", std::string(streamContentType)}});
    m_exchange->onDisconnected([weak = weak_from_this()] {
        if (const auto self = weak.lock())
            self->close();
    });
    armKeepalive();
}

void EventStream::send(const ProcessEvent &event, std::shared_ptr<void> held)
{
    if (m_exchange)
        sendMessage(encodeProcessEvent(event), std::move(held));
}

void EventStream::sendMessage(std::string_view json, std::shared_ptr<void> held)
{
    if (!m_exchange)
        return;
    write(encodeConnectFrame(json), std::move(held));
    armKeepalive();
}

void EventStream::write(std::string frame, std::shared_ptr<void> held)
{
    ++m_writesInFlight;
    m_exchange->write(std::move(frame),
                      [self = shared_from_this(), held = std::move(held)](Result<void> written) {
                          --self->m_writesInFlight;
                          if (!written)
                              self->close();
                      });
}

void EventStream::end(const std::optional<ConnectError> &error)
{
    const auto exchange = std::exchange(m_exchange, nullptr);
    if (!exchange)
        return;
    m_keepaliveTimer.cancel();
    m_deadlineTimer.cancel();
    exchange->write(encodeConnectEnd(error));
    exchange->finish();
}

void EventStream::setDeadline(std::chrono::milliseconds timeout)
{
    m_deadlineTimer.expires_after(timeout);
    m_deadlineTimer.async_wait([weak = weak_from_this()](const error_code &error) {
        const auto self = weak.lock();
        if (error || !self)
            return;
        self->end(deadlineExceeded());
        self->close();
    });
}

void EventStream::refuse(const std::shared_ptr<Exchange> &exchange, const ConnectError &error)
{
    exchange->respond({.status = 200,
                       .headers = {{"Content-Type", std::string(streamContentType)}},
                       .body = encodeConnectEnd(error)});
}

// A client that does not even take what it has got needs no sign of life, and must not pile them
// up.
void EventStream::armKeepalive()
{
    m_keepaliveTimer.expires_after(m_keepalive);
    m_keepaliveTimer.async_wait([weak = weak_from_this()](const error_code &error) {
        const auto self = weak.lock();
        if (error || !self || !self->m_exchange)
            return;
        if (self->m_writesInFlight == 0)
            self->sendMessage(self->m_keepaliveMessage);
        else
            self->armKeepalive();
    });
}

void EventStream::close()
{
    m_keepaliveTimer.cancel();
    m_deadlineTimer.cancel();
    if (const auto exchange = std::exchange(m_exchange, nullptr))
        exchange->abort();
    if (auto closed = std::exchange(m_closed, nullptr))
        closed();
}

ConnectError deadlineExceeded()
{
    return {.code = "deadline_exceeded", .message = "the stream's time is over"};
}

} // namespace Sandglass
