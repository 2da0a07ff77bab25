// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vnc/helper/controlmessages.h>
#include <vnc/helper/ownedfd.h>

namespace Sandglass::Rfb {

/// The pixels that the app made room for, mapped for writing. Neither side can change the size of
/// the memory behind it.
class SharedFramebuffer final
{
public:
    SharedFramebuffer() = default;
    ~SharedFramebuffer() { unmap(); }
    SharedFramebuffer(const SharedFramebuffer &) = delete;
    SharedFramebuffer &operator=(const SharedFramebuffer &) = delete;

    /// Checks the memfd and maps it; it may be closed afterwards. What was mapped before is gone
    /// either way. False when the memory is not what isFramebuffer() wants, or there is no room.
    [[nodiscard]] bool map(const OwnedFd &memory, std::uint16_t width, std::uint16_t height);
    void unmap();

    [[nodiscard]] std::uint16_t width() const { return m_width; }
    [[nodiscard]] std::uint16_t height() const { return m_height; }
    [[nodiscard]] bool contains(const DamageRect &rect) const
    {
        return isInside(rect, m_width, m_height);
    }
    [[nodiscard]] std::byte *pixels() { return m_bytes; }
    /// So many pixels of one row; they lie inside, which the caller has checked.
    [[nodiscard]] std::span<std::byte> row(std::size_t x, std::size_t y, std::size_t width);
    /// cursorBytes long.
    [[nodiscard]] std::span<std::byte> cursor();

private:
    std::byte *m_bytes = nullptr;
    std::uint16_t m_width = 0;
    std::uint16_t m_height = 0;
};

} // namespace Sandglass::Rfb
