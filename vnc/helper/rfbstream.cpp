// SPDX-License-Identifier: GPL-3.0-or-later
#include <vnc/helper/rfbstream.h>

#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <utility>

namespace Sandglass::Rfb {

namespace {

/// Of ppoll(); null means for ever.
timespec *timeUntil(std::optional<RfbStream::Clock::time_point> deadline, timespec &buffer)
{
    if (!deadline)
        return nullptr;
    using namespace std::chrono;
    const auto left = std::max(*deadline - RfbStream::Clock::now(), RfbStream::Clock::duration{});
    const auto whole = duration_cast<seconds>(left);
    buffer = {.tv_sec = whole.count(), .tv_nsec = duration_cast<nanoseconds>(left - whole).count()};
    return &buffer;
}

} // namespace

RfbStream::RfbStream(int server, int app, StreamClient &client)
    : m_server(server),
      m_app(app),
      m_client(client)
{
}

void RfbStream::setLimits(const Limits &limits)
{
    m_handshakeDeadline = Clock::now() + limits.handshake;
    m_stall = limits.stall;
    m_quiet = limits.quiet;
}

bool RfbStream::read(std::span<std::byte> out)
{
    while (!out.empty()) {
        if (m_end)
            return false;
        if (buffered() == 0 && out.size() >= bufferBytes) // straight to where it belongs
            out = out.subspan(receive(out, messageDeadline()));
        else
            out = out.subspan(readSome(out));
    }
    return !m_end;
}

std::size_t RfbStream::readSome(std::span<std::byte> out)
{
    if (m_end || (buffered() == 0 && !fill(messageDeadline())))
        return 0;
    const std::size_t count = std::min(buffered(), out.size());
    std::memcpy(out.data(), m_buffer.data() + m_bufferStart, count);
    m_bufferStart += count;
    return count;
}

bool RfbStream::skip(std::size_t count)
{
    std::array<std::byte, 4096> dropped;
    while (count > 0) {
        const std::size_t part = std::min(count, dropped.size());
        if (!read(std::span(dropped).first(part)))
            return false;
        count -= part;
    }
    return true;
}

bool RfbStream::awaitMessage(Owed owed)
{
    if (buffered() == 0)
        return fill(owed == Owed::Yes ? messageDeadline() : std::nullopt);
    m_client.serveApp();
    return !m_end;
}

bool RfbStream::awaitApp()
{
    return wait(Events::AppOnly, std::nullopt);
}

void RfbStream::write(const Bytes &bytes)
{
    queue(bytes);
    flush();
}

void RfbStream::queue(const Bytes &bytes)
{
    if (m_output.empty())
        m_outputMoved = Clock::now();
    m_output.insert(m_output.end(), bytes.begin(), bytes.end());
}

void RfbStream::flush()
{
    while (!m_output.empty()) {
        const ssize_t sent =
            ::send(m_server, m_output.data(), m_output.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR)
            continue;
        if (sent < 0 && errno != EAGAIN)
            return end(EndReason::Closed, std::string("The connection broke: ") + strerror(errno));
        if (sent < 0)
            return;
        m_output.erase(m_output.begin(), m_output.begin() + sent);
        m_outputMoved = Clock::now();
    }
}

void RfbStream::end(EndReason reason, std::string detail)
{
    if (!m_end)
        endInstead(reason, std::move(detail));
}

void RfbStream::endInstead(EndReason reason, std::string detail)
{
    m_end = SessionEnd{.reason = reason, .detail = std::move(detail)};
}

RfbStream::Deadline RfbStream::messageDeadline() const
{
    return m_handshakeDeadline ? m_handshakeDeadline : Clock::now() + m_stall;
}

bool RfbStream::fill(Deadline deadline)
{
    m_bufferStart = 0;
    m_bufferEnd = 0;
    m_bufferEnd = receive(m_buffer, deadline);
    return m_bufferEnd > 0;
}

/// At least one byte, or zero when the session has ended.
std::size_t RfbStream::receive(std::span<std::byte> out, Deadline deadline)
{
    // What a person does must not wait behind a long update.
    if (!m_handshakeDeadline)
        m_client.serveApp();
    keepSending();
    if (deadline && !m_handshakeDeadline)
        m_noticeAt = Clock::now() + m_quiet;
    while (!m_end) {
        const ssize_t count = ::recv(m_server, out.data(), out.size(), MSG_DONTWAIT);
        if (count > 0) {
            setStalled(false);
            return static_cast<std::size_t>(count);
        }
        if (count == 0)
            end(EndReason::Closed, "The server closed the connection");
        else if (errno != EAGAIN && errno != EINTR)
            end(EndReason::Closed, std::string("The connection broke: ") + strerror(errno));
        else if (!wait(Events::Server, deadline))
            break;
        else if (m_noticeAt && Clock::now() >= *m_noticeAt)
            setStalled(true);
    }
    return 0;
}

bool RfbStream::wait(Events events, Deadline readDeadline)
{
    keepSending();
    const bool hasReports = !m_handshakeDeadline && m_client.reportToApp();
    const short output = m_output.empty() ? 0 : POLLOUT;
    const bool mindsServer = events == Events::Server || output != 0;
    const bool readsApp = !m_handshakeDeadline && !isClogged();
    std::array<pollfd, 2> polled{{
        {.fd = mindsServer ? m_server : -1,
         .events = static_cast<short>((events == Events::Server ? POLLIN : 0) | output),
         .revents = 0},
        {.fd = m_app,
         .events = static_cast<short>((readsApp ? POLLIN : 0) | (hasReports ? POLLOUT : 0)),
         .revents = 0},
    }};
    timespec time{};
    if (m_end || !isInTime(readDeadline) ||
        (::ppoll(polled.data(), polled.size(), timeUntil(nextWake(readDeadline, hasReports), time),
                 nullptr) < 0 &&
         errno != EINTR))
        return false;
    const bool isAppGone = (polled[1].revents & (POLLHUP | POLLERR)) != 0;
    // Its last messages come first: they may release keys.
    if ((polled[1].revents & POLLIN) != 0 && readsApp)
        m_client.serveApp();
    if (isAppGone)
        end(EndReason::Closed, "The app closed the session");
    return !m_end;
}

/// Reports that did not fit wait for the app, not for a time.
RfbStream::Deadline RfbStream::nextWake(Deadline readDeadline, bool hasReports) const
{
    auto next = readDeadline.value_or(Clock::time_point::max());
    if (m_noticeAt)
        next = std::min(next, *m_noticeAt);
    if (!m_output.empty())
        next = std::min(next, m_outputMoved + m_stall);
    if (!m_handshakeDeadline && !hasReports)
        next = std::min(next, m_client.reportDue().value_or(next));
    return next == Clock::time_point::max() ? Deadline() : next;
}

/// Either way the silence that is waited through has been noticed.
void RfbStream::setStalled(bool isStalled)
{
    m_noticeAt.reset();
    if (std::exchange(m_isStalled, isStalled) != isStalled)
        m_client.serverStalled(isStalled);
}

void RfbStream::keepSending()
{
    flush();
    if (!m_output.empty() && Clock::now() >= m_outputMoved + m_stall)
        end(EndReason::Timeout, "The server stopped reading what it is sent");
}

bool RfbStream::isInTime(Deadline deadline)
{
    if (!deadline || Clock::now() < *deadline)
        return true;
    end(EndReason::Timeout, m_handshakeDeadline ? "The server did not finish its greeting in time"
                                                : "The server stopped in the middle of a message");
    return false;
}

} // namespace Sandglass::Rfb
