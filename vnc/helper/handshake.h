// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vnc/helper/rfbstream.h>

namespace Sandglass::Rfb {

/// What the server says of itself.
struct ServerInit {
    std::uint16_t width = 0;
    std::uint16_t height = 0;
    SecurityType security = SecurityType::None;
    std::string name; ///< untrusted bytes, cut to what a ConnectedMessage holds
};

/// The beginning of a session (RFC 6143, sections 7.1 to 7.3, versions 3.3, 3.7 and 3.8) up to the
/// server's size, which is checked against the limits. Of the security types only None and VncAuth
/// are spoken, so that a hostile server reaches no TLS, SASL or Diffie-Hellman code in here. Empty
/// when the stream has ended; its end says why.
[[nodiscard]] std::optional<ServerInit> shakeHands(RfbStream &stream, const StartMessage &start);

} // namespace Sandglass::Rfb
