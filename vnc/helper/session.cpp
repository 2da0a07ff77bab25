// SPDX-License-Identifier: GPL-3.0-or-later
#include <vnc/helper/controlsocket.h>
#include <vnc/helper/session.h>

#include <poll.h>

namespace Sandglass::Rfb {

namespace {

constexpr int lastWordMs = 1000; ///< for an app that does not read

RfbStream::Milliseconds milliseconds(std::uint32_t wanted, std::uint32_t usual)
{
    return RfbStream::Milliseconds(wanted != 0 ? wanted : usual);
}

} // namespace

Session::Session(int server, int app)
    : m_app(app),
      m_stream(server, app, *this),
      m_reports(app),
      m_pixels(m_stream, m_framebuffer)
{
}

void Session::run()
{
    if (!m_pixels.isReady())
        m_stream.end(EndReason::Internal, "There is no memory for the decoder");
    if (awaitStart() && connect()) {
        using Owed = RfbStream::Owed;
        while (m_stream.awaitMessage(m_hasUpdate ? Owed::No : Owed::Yes) && handleMessage()) {
        }
    }
    // What the app asked for last still goes out: it may release keys.
    m_stream.flush();
    tellEnd();
}

bool Session::awaitStart()
{
    while (!m_start && m_stream.awaitApp()) {
    }
    return !m_stream.ended();
}

bool Session::connect()
{
    m_stream.setLimits({.handshake = milliseconds(m_start->handshakeMs, defaultHandshakeMs),
                        .stall = milliseconds(m_start->stallMs, defaultStallMs),
                        .quiet = milliseconds(m_start->quietMs, defaultQuietMs)});
    const auto server = shakeHands(m_stream, *m_start);
    m_start->password.fill('\0');
    if (!server)
        return false;
    m_stream.endHandshake();
    m_encodings = pixelEncodings(textOf(m_start->encodings));
    m_stream.write(setPixelFormat());
    m_stream.write(setEncodings(m_encodings, m_start->compressLevel, m_start->qualityLevel));
    // Before the wait for the app's memory: the server can work meanwhile.
    m_stream.write(updateRequest(Ask::Everything, server->width, server->height));
    m_isRequested = true;
    if (!obtainFramebuffer(server->width, server->height))
        return false;
    tellConnected(*server);
    return !m_stream.ended();
}

void Session::serveApp()
{
    while (!m_stream.ended() && !m_stream.isClogged()) {
        const Received received = receiveControl(m_app);
        switch (received.what) {
        case Received::What::Message:
            obey(received.message, received.fd);
            break;
        case Received::What::Nothing:
            return;
        case Received::What::Closed:
            return m_stream.end(EndReason::Closed, "The app closed the session");
        case Received::What::Broken:
            return m_stream.end(EndReason::Internal, "The app sent a message that is none");
        }
        // One Start, and then the server comes first: the rest waits for the greeting.
        if (received.message.type == MessageType::Start)
            return;
    }
}

void Session::obey(const ControlMessage &message, const OwnedFd &memory)
{
    if ((message.type == MessageType::Start) == m_start.has_value())
        return m_stream.end(EndReason::Internal, "The app sent its messages out of order");
    switch (message.type) {
    case MessageType::Start:
        m_start = message.start;
        return;
    case MessageType::Framebuffer:
        return takeFramebuffer(message.size, memory);
    case MessageType::SizeRefused:
        return m_stream.end(EndReason::Limit, "The app has no room for a desktop of that size");
    case MessageType::Key:
        return m_stream.write(keyEvent(message.key.keysym, message.key.down != 0));
    case MessageType::Pointer:
        return m_stream.write(
            pointerEvent(message.pointer.x, message.pointer.y, message.pointer.mask));
    case MessageType::Watch:
        return watch(message.watch.watched != 0);
    default:
        return m_stream.end(EndReason::Internal, "The app sent a message that is not its own");
    }
}

void Session::watch(bool isWatched)
{
    m_isWatched = isWatched;
    if (!isWatched || m_sizeWanted)
        return; // a new size is requested whole when its memory is there
    if (m_isBlack)
        request(Ask::Everything);
    else if (!m_isRequested)
        request(Ask::Changes);
}

void Session::takeFramebuffer(const SizeMessage &size, const OwnedFd &memory)
{
    if (!m_sizeWanted || size.width != m_sizeWanted->width || size.height != m_sizeWanted->height)
        return m_stream.end(EndReason::Internal, "The app sent memory that was not asked for");
    if (!m_framebuffer.map(memory, size.width, size.height))
        return m_stream.end(EndReason::Internal, "The app's memory cannot be used");
    m_sizeWanted.reset();
    m_pixels.reset();
}

bool Session::obtainFramebuffer(std::uint16_t width, std::uint16_t height)
{
    ControlMessage wanted = controlMessage(MessageType::SizeWanted);
    wanted.size = {.width = width, .height = height};
    m_sizeWanted = wanted.size;
    tell(wanted);
    m_framebuffer.unmap();
    while (m_sizeWanted && m_stream.awaitApp()) {
    }
    return !m_stream.ended();
}

void Session::tellConnected(const ServerInit &server)
{
    ControlMessage message = controlMessage(MessageType::Connected);
    message.connected.width = server.width;
    message.connected.height = server.height;
    message.connected.security = server.security;
    setText(message.connected.name, server.name);
    tell(message);
}

void Session::serverStalled(bool isStalled)
{
    ControlMessage message = controlMessage(MessageType::Stalled);
    message.stalled.stalled = isStalled ? 1 : 0;
    tell(message);
}

/// What must not get lost: waits until the app takes it, after what it was not told yet, or is
/// gone.
void Session::tell(const ControlMessage &message)
{
    while (m_reports.flush() || sendControl(m_app, message) == Sent::WouldBlock) {
        pollfd polled{.fd = m_app, .events = POLLOUT, .revents = 0};
        ::poll(&polled, 1, -1);
    }
}

void Session::tellEnd()
{
    m_reports.flush();
    ControlMessage message = controlMessage(MessageType::Ended);
    const SessionEnd end = m_stream.ended().value_or(SessionEnd());
    message.ended.reason = end.reason;
    setText(message.ended.detail, end.detail);
    if (sendControl(m_app, message) != Sent::WouldBlock)
        return;
    pollfd polled{.fd = m_app, .events = POLLOUT, .revents = 0};
    ::poll(&polled, 1, lastWordMs);
    static_cast<void>(sendControl(m_app, message));
}

} // namespace Sandglass::Rfb
