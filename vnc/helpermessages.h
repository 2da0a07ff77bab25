// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vnc/helper/controlmessages.h>
#include <vnc/rfbend.h>
#include <vnc/rfbendpoint.h>
#include <vnc/rfblimits.h>

#include <QtCore/QPoint>
#include <QtCore/QSize>

namespace Sandglass {

/// What the app says to a decoder (vnc/helper/controlmessages.h), from Qt's types.
[[nodiscard]] Rfb::ControlMessage startMessage(const RfbEndpoint &endpoint,
                                               const RfbLimits &limits);
[[nodiscard]] Rfb::ControlMessage framebufferMessage(QSize size);
[[nodiscard]] Rfb::ControlMessage watchMessage(bool watched);
[[nodiscard]] Rfb::ControlMessage keyMessage(quint32 keysym, bool down);
/// Clipped to a desktop of this size, which is not empty.
[[nodiscard]] Rfb::ControlMessage pointerMessage(QPoint position, quint8 buttons, QSize size);

[[nodiscard]] RfbEnd::Why whyOf(Rfb::EndReason reason);

} // namespace Sandglass
