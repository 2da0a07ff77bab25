// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/agent/inputqueue.h>

#include <boost/asio/post.hpp>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace Sandglass {

namespace asio = boost::asio;

void InputQueue::push(std::string bytes, Handler<void> handler)
{
    if (m_bytes + bytes.size() > maximumBytes) {
        asio::post(m_descriptor.get_executor(), [handler = std::move(handler)]() mutable {
            handler(failure(Error::Kind::Policy, "the process does not read its input"));
        });
        return;
    }
    m_bytes += bytes.size();
    m_pieces.push_back({.bytes = std::move(bytes), .written = 0, .handler = std::move(handler)});
    wait();
}

void InputQueue::fail(const std::string &reason)
{
    m_failure = reason;
    m_bytes = 0;
    for (auto &piece : std::exchange(m_pieces, {}))
        piece.handler(failure(Error::Kind::Io, reason));
}

void InputQueue::wait()
{
    if (m_isWaiting || m_pieces.empty())
        return;
    m_isWaiting = true;
    m_descriptor.async_wait(asio::posix::stream_descriptor::wait_write,
                            [weak = weak_from_this()](const boost::system::error_code &error) {
                                const auto self = weak.lock();
                                if (!self)
                                    return;
                                self->m_isWaiting = false;
                                if (error)
                                    self->fail(error.message());
                                else
                                    self->writeSome();
                            });
}

void InputQueue::writeSome()
{
    const auto self = shared_from_this();
    if (!m_failure.empty())
        return fail(m_failure);
    if (m_pieces.empty())
        return;
    auto &piece = m_pieces.front();
    const auto left = piece.bytes.size() - piece.written;
    const auto count =
        left == 0 ? 0 : ::write(m_descriptor.native_handle(), &piece.bytes[piece.written], left);
    if (count < 0 && errno != EAGAIN && errno != EINTR)
        return fail(std::strerror(errno));
    if (count > 0)
        piece.written += static_cast<std::size_t>(count);
    if (piece.written == piece.bytes.size()) {
        auto done = std::move(piece);
        m_pieces.pop_front();
        m_bytes -= done.bytes.size();
        done.handler({});
    }
    wait();
}

} // namespace Sandglass
