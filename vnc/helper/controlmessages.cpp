// SPDX-License-Identifier: GPL-3.0-or-later
#include <vnc/helper/controlmessages.h>

#include <algorithm>
#include <cstring>

namespace Sandglass::Rfb {

namespace {

bool isFlag(std::uint8_t value)
{
    return value <= 1;
}

bool isLevel(std::int8_t value)
{
    return value >= -1 && value <= 9;
}

bool isTerminated(std::span<const char> field)
{
    return std::ranges::find(field, '\0') != field.end();
}

bool isInOrder(const StartMessage &start)
{
    return isTerminated(start.password) && isTerminated(start.encodings) &&
           isFlag(start.hasPassword) && isFlag(start.shared) && isLevel(start.compressLevel) &&
           isLevel(start.qualityLevel);
}

bool isInOrder(const ConnectedMessage &connected)
{
    return isAllowedSize(connected.width, connected.height) && isTerminated(connected.name) &&
           (connected.security == SecurityType::None ||
            connected.security == SecurityType::VncAuth);
}

bool isInOrder(const DamageMessage &damage)
{
    if (damage.count == 0 || damage.count > damage.rects.size())
        return false;
    return std::ranges::all_of(std::span(damage.rects).first(damage.count), [](const auto &rect) {
        return isInside(rect, maximumSide, maximumSide);
    });
}

bool isInOrder(const CursorMessage &cursor)
{
    const bool isHidden = cursor.width == 0 && cursor.height == 0;
    return isHidden || (cursor.width > 0 && cursor.height > 0 &&
                        cursor.width <= maximumCursorSide && cursor.height <= maximumCursorSide &&
                        cursor.hotX < cursor.width && cursor.hotY < cursor.height);
}

bool isInOrder(const EndedMessage &ended)
{
    return ended.reason >= EndReason::Closed && ended.reason <= EndReason::Internal &&
           isTerminated(ended.detail);
}

bool isInOrder(const ControlMessage &message)
{
    switch (message.type) {
    case MessageType::Start:
        return isInOrder(message.start);
    case MessageType::Framebuffer:
    case MessageType::SizeWanted:
        return isAllowedSize(message.size.width, message.size.height);
    case MessageType::Key:
        return isFlag(message.key.down);
    case MessageType::Watch:
        return isFlag(message.watch.watched);
    case MessageType::Connected:
        return isInOrder(message.connected);
    case MessageType::Damage:
        return isInOrder(message.damage);
    case MessageType::CursorShape:
        return isInOrder(message.cursor);
    case MessageType::Stalled:
        return isFlag(message.stalled.stalled);
    case MessageType::Ended:
        return isInOrder(message.ended);
    case MessageType::SizeRefused:
    case MessageType::Pointer:
    case MessageType::PointerMoved:
    case MessageType::Bell:
        return true;
    }
    return false;
}

} // namespace

ControlMessage controlMessage(MessageType type)
{
    // All bytes, also those between the fields: none of the sender's memory travels along.
    ControlMessage message;
    std::memset(static_cast<void *>(&message), 0, sizeof message);
    message.type = type;
    return message;
}

std::optional<ControlMessage> decodeControl(std::span<const std::byte> bytes)
{
    ControlMessage message;
    if (bytes.size() != sizeof message)
        return std::nullopt;
    std::memcpy(static_cast<void *>(&message), bytes.data(), sizeof message);
    return isInOrder(message) ? std::optional(message) : std::nullopt;
}

bool isFromApp(MessageType type)
{
    return type >= MessageType::Start && type <= MessageType::Watch;
}

bool isInside(const DamageRect &rect, int width, int height)
{
    return rect.width > 0 && rect.height > 0 && int{rect.x} + rect.width <= width &&
           int{rect.y} + rect.height <= height;
}

void setText(std::span<char> field, std::string_view text)
{
    std::ranges::fill(field, '\0');
    const std::size_t count = std::min(text.size(), field.size() - 1);
    std::ranges::copy(text.substr(0, count), field.begin());
}

std::string_view textOf(std::span<const char> field)
{
    const auto end = std::ranges::find(field, '\0');
    return {field.data(), static_cast<std::size_t>(end - field.begin())};
}

} // namespace Sandglass::Rfb
