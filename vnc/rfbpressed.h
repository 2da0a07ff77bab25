// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QPoint>

namespace Sandglass {

/// What is pressed on a remote desktop: keysyms in order of pressing, and the pointer. A value.
struct RfbPressed {
    QList<quint32> keysyms;
    quint8 buttons = 0;
    QPoint position;
};

/// The RFB messages that let go of all of it (RFC 6143, 7.5.4 and 7.5.5), backwards. For a
/// connection whose decoder cannot say them any more: x11vnc lets only the connection that pressed
/// a button release it, and keeps keys down when a viewer goes. Empty when nothing is pressed.
[[nodiscard]] QByteArray releaseMessages(const RfbPressed &pressed);

} // namespace Sandglass
