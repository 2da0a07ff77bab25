// SPDX-License-Identifier: GPL-3.0-or-later
#include <vnc/helpermessages.h>

#include <algorithm>

namespace Sandglass {

namespace {

std::uint32_t milliseconds(std::chrono::milliseconds time)
{
    return static_cast<std::uint32_t>(std::max<qint64>(time.count(), 1));
}

} // namespace

Rfb::ControlMessage startMessage(const RfbEndpoint &endpoint, const RfbLimits &limits)
{
    Rfb::ControlMessage message = Rfb::controlMessage(Rfb::MessageType::Start);
    Rfb::StartMessage &start = message.start;
    Rfb::setText(start.password, endpoint.password.toStdString());
    start.hasPassword = endpoint.password.isEmpty() ? 0 : 1;
    Rfb::setText(start.encodings, endpoint.encoding.names.toStdString());
    start.compressLevel =
        static_cast<std::int8_t>(std::clamp(endpoint.encoding.compressLevel, -1, 9));
    start.qualityLevel =
        static_cast<std::int8_t>(std::clamp(endpoint.encoding.qualityLevel, -1, 9));
    start.shared = 1;
    start.handshakeMs = milliseconds(limits.handshake);
    start.stallMs = milliseconds(limits.stall);
    start.quietMs = milliseconds(limits.quiet);
    return message;
}

Rfb::ControlMessage framebufferMessage(QSize size)
{
    Rfb::ControlMessage message = Rfb::controlMessage(Rfb::MessageType::Framebuffer);
    message.size = {.width = static_cast<std::uint16_t>(size.width()),
                    .height = static_cast<std::uint16_t>(size.height())};
    return message;
}

Rfb::ControlMessage watchMessage(bool watched)
{
    Rfb::ControlMessage message = Rfb::controlMessage(Rfb::MessageType::Watch);
    message.watch.watched = watched ? 1 : 0;
    return message;
}

Rfb::ControlMessage keyMessage(quint32 keysym, bool down)
{
    Rfb::ControlMessage message = Rfb::controlMessage(Rfb::MessageType::Key);
    message.key = {.keysym = keysym, .down = static_cast<std::uint8_t>(down ? 1 : 0)};
    return message;
}

Rfb::ControlMessage pointerMessage(QPoint position, quint8 buttons, QSize size)
{
    Rfb::ControlMessage message = Rfb::controlMessage(Rfb::MessageType::Pointer);
    message.pointer = {
        .x = static_cast<std::uint16_t>(std::clamp(position.x(), 0, size.width() - 1)),
        .y = static_cast<std::uint16_t>(std::clamp(position.y(), 0, size.height() - 1)),
        .mask = buttons};
    return message;
}

RfbEnd::Why whyOf(Rfb::EndReason reason)
{
    switch (reason) {
    case Rfb::EndReason::Closed:
        return RfbEnd::Why::Closed;
    case Rfb::EndReason::PasswordNeeded:
        return RfbEnd::Why::PasswordNeeded;
    case Rfb::EndReason::PasswordWrong:
        return RfbEnd::Why::PasswordWrong;
    case Rfb::EndReason::Refused:
        return RfbEnd::Why::Refused;
    case Rfb::EndReason::Protocol:
        return RfbEnd::Why::Protocol;
    case Rfb::EndReason::Limit:
        return RfbEnd::Why::Limit;
    case Rfb::EndReason::Timeout:
        return RfbEnd::Why::Timeout;
    case Rfb::EndReason::Internal:
        return RfbEnd::Why::Crashed;
    }
    return RfbEnd::Why::Protocol;
}

} // namespace Sandglass
