// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <host/http/httpserver.h>
#include <protocol/connectframe.h>
#include <protocol/process.h>

#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <memory>

namespace Sandglass {

/// The answer of one streaming call: messages out, keepalives in silence, one end. Kept by what
/// feeds it (a process, a watch) and by the operations in flight; calls after the end or after the
/// client left do nothing.
class EventStream final : public std::enable_shared_from_this<EventStream>
{
public:
    /// `keepalive` is the JSON of the message that fills silence.
    EventStream(boost::asio::io_context &context, std::shared_ptr<Exchange> exchange,
                std::string keepalive = encodeProcessEvent(ProcessKeepalive{}));

    /// Begins the answer. `closed` runs once when the client goes away or the deadline has passed,
    /// not at end().
    void begin(std::chrono::seconds keepalive, std::move_only_function<void()> closed);
    /// `held` is let go of when the client has taken the event (or is gone): the back-pressure.
    void send(const ProcessEvent &event, std::shared_ptr<void> held = nullptr);
    /// A message that is JSON already.
    void sendMessage(std::string_view json, std::shared_ptr<void> held = nullptr);
    void end(const std::optional<ConnectError> &error = std::nullopt);
    /// Ends with deadline_exceeded after the time.
    void setDeadline(std::chrono::milliseconds timeout);

    /// Answers a stream call that failed before its first event: 200 and an end frame.
    static void refuse(const std::shared_ptr<Exchange> &exchange, const ConnectError &error);

private:
    void write(std::string frame, std::shared_ptr<void> held);
    void armKeepalive();
    void close();

    std::shared_ptr<Exchange> m_exchange; ///< null once the stream is over
    boost::asio::steady_timer m_keepaliveTimer;
    boost::asio::steady_timer m_deadlineTimer;
    std::chrono::seconds m_keepalive{90};
    std::string m_keepaliveMessage;
    std::move_only_function<void()> m_closed;
    int m_writesInFlight = 0;
};

inline constexpr std::string_view streamContentType = "application/connect+json";

[[nodiscard]] ConnectError deadlineExceeded();

} // namespace Sandglass
