// SPDX-License-Identifier: GPL-3.0-or-later
#include <vnc/helper/controlsocket.h>
#include <vnc/helper/reports.h>

#include <algorithm>

namespace Sandglass::Rfb {

namespace {

using namespace std::chrono_literals;
constexpr auto closestReports = 2ms;
constexpr auto closestBells = 100ms;
constexpr auto longUpdate = 100ms; ///< of which each such time shows a part

} // namespace

void Reports::setPointer(std::uint16_t x, std::uint16_t y)
{
    m_pointer = PointerMessage{.x = x, .y = y, .mask = 0};
}

void Reports::updateBegan()
{
    m_began = Clock::now();
}

void Reports::updateFinished()
{
    m_began.reset();
    if (Clock::now() - m_sent >= closestReports)
        flush();
}

bool Reports::flush()
{
    return flushAllButDamage() || !sendDamage();
}

bool Reports::flushInPause()
{
    const auto until = heldBackUntil();
    return flushAllButDamage() || ((!until || Clock::now() >= *until) && !sendDamage());
}

std::optional<Reports::Clock::time_point> Reports::heldBackUntil() const
{
    if (!m_began || m_damage.isEmpty())
        return std::nullopt;
    return std::max(*m_began, m_sent) + longUpdate;
}

/// True when some of it did not fit.
bool Reports::flushAllButDamage()
{
    if (m_cursor) {
        ControlMessage message = controlMessage(MessageType::CursorShape);
        message.cursor = *m_cursor;
        if (!send(message))
            return true;
        m_cursor.reset();
    }
    if (m_pointer) {
        ControlMessage message = controlMessage(MessageType::PointerMoved);
        message.pointer = *m_pointer;
        if (!send(message))
            return true;
        m_pointer.reset();
    }
    return m_hasBell && !sendBell();
}

bool Reports::sendBell()
{
    const auto now = Clock::now();
    if (now - m_rang >= closestBells) { // one too soon is not heard
        if (!send(controlMessage(MessageType::Bell)))
            return false;
        m_rang = now;
    }
    m_hasBell = false;
    return true;
}

bool Reports::sendDamage()
{
    if (m_damage.isEmpty())
        return true;
    ControlMessage message = controlMessage(MessageType::Damage);
    message.damage.count = static_cast<std::uint32_t>(m_damage.rects().size());
    std::ranges::copy(m_damage.rects(), message.damage.rects.begin());
    if (!send(message))
        return false;
    m_damage.clear();
    m_sent = Clock::now();
    return true;
}

/// Gone for good counts as sent: the session sees for itself that the app has closed.
bool Reports::send(const ControlMessage &message) const
{
    return sendControl(m_app, message) != Sent::WouldBlock;
}

} // namespace Sandglass::Rfb
