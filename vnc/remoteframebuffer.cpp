// SPDX-License-Identifier: GPL-3.0-or-later
#include <vnc/helper/rfblimits.h>
#include <vnc/remoteframebuffer.h>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <memory>

namespace Sandglass {

namespace {

constexpr int sealsOfMemory = F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL;

struct Mapping {
    void *address = nullptr;
    std::size_t bytes = 0;
};

/// The last image over it takes the mapping along.
void unmap(void *info)
{
    const std::unique_ptr<Mapping> mapping(static_cast<Mapping *>(info));
    ::munmap(mapping->address, mapping->bytes);
}

Rfb::OwnedFd sealedMemory(std::size_t bytes)
{
    Rfb::OwnedFd fd(::memfd_create("sandglass-desktop", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    if (!fd || ::ftruncate(fd.get(), static_cast<off_t>(bytes)) != 0 ||
        ::fcntl(fd.get(), F_ADD_SEALS, sealsOfMemory) != 0)
        fd.reset();
    return fd;
}

} // namespace

bool RemoteFramebuffer::isAllowed(QSize size)
{
    return Rfb::isAllowedSize(size.width(), size.height());
}

std::optional<Rfb::OwnedFd> RemoteFramebuffer::resize(QSize size)
{
    if (!isAllowed(size))
        return std::nullopt;
    const std::size_t bytes = Rfb::framebufferBytes(size.width(), size.height());
    Rfb::OwnedFd fd = sealedMemory(bytes);
    if (!fd)
        return std::nullopt;
    void *address = ::mmap(nullptr, bytes, PROT_READ, MAP_SHARED, fd.get(), 0);
    if (address == MAP_FAILED)
        return std::nullopt;
    m_view = QImage(static_cast<const uchar *>(address), size.width(), size.height(),
                    qsizetype{size.width()} * qsizetype{Rfb::bytesPerPixel}, QImage::Format_RGB32,
                    &unmap, new Mapping{address, bytes});
    return fd;
}

QImage RemoteFramebuffer::cursorImage(QSize size) const
{
    if (m_view.isNull() || size.isEmpty() || size.width() > Rfb::maximumCursorSide ||
        size.height() > Rfb::maximumCursorSide)
        return {};
    const uchar *pixels = m_view.constBits() + Rfb::pixelBytes(m_view.width(), m_view.height());
    return QImage(pixels, size.width(), size.height(),
                  qsizetype{size.width()} * qsizetype{Rfb::bytesPerPixel},
                  QImage::Format_ARGB32_Premultiplied)
        .copy();
}

} // namespace Sandglass
