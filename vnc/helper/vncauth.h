// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace Sandglass::Rfb {

using VncChallenge = std::array<std::byte, 16>;

/// The answer to a server's challenge (RFC 6143, section 7.2.2): DES with the password's first
/// eight bytes, each with its bits in reversed order, as the key.
[[nodiscard]] VncChallenge answerChallenge(const VncChallenge &challenge,
                                           std::string_view password);

} // namespace Sandglass::Rfb
