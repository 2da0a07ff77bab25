// SPDX-License-Identifier: GPL-3.0-or-later
#include <vnc/helper/controlsocket.h>
#include <vnc/helper/sharedframebuffer.h>

#include <sys/mman.h>

namespace Sandglass::Rfb {

bool SharedFramebuffer::map(const OwnedFd &memory, std::uint16_t width, std::uint16_t height)
{
    // First, because the jail's address space has room for one of the largest.
    unmap();
    if (!isFramebuffer(memory.get(), width, height))
        return false;
    void *const mapped = ::mmap(nullptr, framebufferBytes(width, height), PROT_READ | PROT_WRITE,
                                MAP_SHARED, memory.get(), 0);
    if (mapped == MAP_FAILED)
        return false;
    m_bytes = static_cast<std::byte *>(mapped);
    m_width = width;
    m_height = height;
    return true;
}

void SharedFramebuffer::unmap()
{
    if (m_bytes)
        ::munmap(m_bytes, framebufferBytes(m_width, m_height));
    m_bytes = nullptr;
    m_width = 0;
    m_height = 0;
}

std::span<std::byte> SharedFramebuffer::row(std::size_t x, std::size_t y, std::size_t width)
{
    return {m_bytes + (y * m_width + x) * bytesPerPixel, width * bytesPerPixel};
}

std::span<std::byte> SharedFramebuffer::cursor()
{
    return {m_bytes + pixelBytes(m_width, m_height), cursorBytes};
}

} // namespace Sandglass::Rfb
