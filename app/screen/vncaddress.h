// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vnc/rfbendpoint.h>

#include <QtCore/QString>

#include <expected>

namespace Sandglass {

/// "vnc://HOST:PORT", as the command line takes it: any RFB server over plain TCP. Without a port
/// it is 5900. A password is no part of it, since others see command lines: the viewer asks. The
/// error says in words what is wrong.
[[nodiscard]] std::expected<RfbEndpoint, QString> parseVncAddress(const QString &text);

} // namespace Sandglass
