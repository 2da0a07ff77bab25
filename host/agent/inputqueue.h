// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/request.h>

#include <boost/asio/posix/stream_descriptor.hpp>

#include <deque>
#include <string>

namespace Sandglass {

/// What clients send to a process, written in order as fast as the process reads. Borrows the
/// descriptor, which must outlive it. Handlers run from the event loop, or never once the queue is
/// gone.
class InputQueue final : public std::enable_shared_from_this<InputQueue>
{
public:
    static constexpr std::size_t maximumBytes = 64UL << 20U;

    explicit InputQueue(boost::asio::posix::stream_descriptor &descriptor)
        : m_descriptor(descriptor)
    {
    }

    /// The handler gets Kind::Io when the process no longer reads, Kind::Policy when too much waits
    /// already.
    void push(std::string bytes, Handler<void> handler);
    /// Everything that waits fails, and everything pushed later.
    void fail(const std::string &reason);

private:
    struct Piece {
        std::string bytes;
        std::size_t written = 0;
        Handler<void> handler;
    };

    void wait();
    void writeSome();

    boost::asio::posix::stream_descriptor &m_descriptor;
    std::deque<Piece> m_pieces;
    std::size_t m_bytes = 0;
    std::string m_failure;
    bool m_isWaiting = false;
};

} // namespace Sandglass
