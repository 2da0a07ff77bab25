// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <host/eventloop.h>
#include <host/http/httpserver.h>
#include <protocol/codeinterpreter.h>

#include <functional>
#include <memory>

namespace Sandglass {

/// The answer of one /execute (protocol page code-interpreter, 3): a line for each event, a sign of
/// life every 5 s of silence, an end. Kept by its run; calls after the end or after the client has
/// left do nothing.
class ResultStream final : public std::enable_shared_from_this<ResultStream>
{
public:
    ResultStream(boost::asio::io_context &io, std::shared_ptr<Exchange> exchange);

    /// Begins the answer. `left` runs once, from the event loop, when the client goes away before
    /// end(). `relieved` runs whenever a congested stream can take more.
    void begin(std::move_only_function<void()> left, std::move_only_function<void()> relieved);
    /// Outputs without a timestamp get the present one.
    void send(ExecutionEvent event);
    void end();
    [[nodiscard]] bool isOpen() const { return m_exchange != nullptr; }
    /// The client does not take what it gets: hold the kernel.
    [[nodiscard]] bool isCongested() const { return m_isCongested; }

private:
    void write(std::string line);
    void written(std::size_t bytes, const Result<void> &result);
    void armKeepalive();
    void close();

    std::shared_ptr<Exchange> m_exchange; ///< null once the stream is over
    Timer m_keepalive;
    std::move_only_function<void()> m_left;
    std::move_only_function<void()> m_relieved;
    std::size_t m_bytesInFlight = 0;
    bool m_isCongested = false;
};

} // namespace Sandglass
