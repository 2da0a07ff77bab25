// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vnc/helper/damagelist.h>

#include <chrono>
#include <optional>

namespace Sandglass::Rfb {

/// What the app hears while the session runs: each update at once, but never more often than it can
/// take, however many a hostile server makes of them. What waits is merged. The socket is borrowed.
class Reports final
{
public:
    using Clock = std::chrono::steady_clock;

    explicit Reports(int app) : m_app(app) {}

    void add(const DamageRect &rect) { m_damage.add(rect); }
    void setCursor(const CursorMessage &cursor) { m_cursor = cursor; }
    void setPointer(std::uint16_t x, std::uint16_t y);
    void ringBell() { m_hasBell = true; }
    /// The server begins an update: what it damages is told as a whole.
    void updateBegan();
    /// The server's update is complete: send, unless something was sent just now.
    void updateFinished();
    /// Sends what there is, whatever the time; true when some of it did not fit.
    bool flush();
    /// While more is waited for: the same, but the damage of an update that is not complete only
    /// when it takes long. Each part of it would be painted by itself.
    bool flushInPause();
    /// When flushInPause() will send what it holds back; nothing when it holds back nothing.
    [[nodiscard]] std::optional<Clock::time_point> heldBackUntil() const;

private:
    [[nodiscard]] bool flushAllButDamage();
    [[nodiscard]] bool send(const ControlMessage &message) const;
    [[nodiscard]] bool sendBell();
    [[nodiscard]] bool sendDamage();

    int m_app;
    DamageList m_damage;
    std::optional<CursorMessage> m_cursor;
    std::optional<PointerMessage> m_pointer;
    bool m_hasBell = false;
    std::optional<Clock::time_point> m_began; ///< the update that is not complete
    Clock::time_point m_sent;
    Clock::time_point m_rang;
};

} // namespace Sandglass::Rfb
