// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vnc/helper/ownedfd.h>

#include <QtCore/QPoint>
#include <QtCore/QSize>
#include <QtGui/QImage>

#include <optional>

namespace Sandglass {

/// The server's pointer as it looks: ARGB32_Premultiplied, null when the server hides it.
struct RemoteCursor {
    QImage image;
    QPoint hotSpot;
};

/// The pixels of a remote desktop: memory that the jailed decoder writes and this process can only
/// read. It is sealed, so that the decoder cannot take it away under a reader. Used on one thread.
class RemoteFramebuffer final
{
public:
    /// Whether a desktop may have this size at all (vnc/helper/rfblimits.h).
    [[nodiscard]] static bool isAllowed(QSize size);

    /// New, black memory for a desktop of this size; the descriptor is for the decoder. Empty when
    /// the size is not allowed or the system refuses; then everything stays as it was.
    [[nodiscard]] std::optional<Rfb::OwnedFd> resize(QSize size);

    [[nodiscard]] QSize size() const { return m_view.size(); }
    /// Format_RGB32 over the shared memory: it changes while it is read (torn pixels are harmless).
    /// After a resize() it stays readable and shows the old desktop.
    [[nodiscard]] const QImage &view() const { return m_view; }
    /// The pixels of now, for screenshots.
    [[nodiscard]] QImage copy() const { return m_view.copy(); }
    /// A copy of what the decoder drew into the cursor's corner of the memory. Null when the size
    /// is empty or larger than that corner.
    [[nodiscard]] QImage cursorImage(QSize size) const;

private:
    QImage m_view;
};

} // namespace Sandglass
