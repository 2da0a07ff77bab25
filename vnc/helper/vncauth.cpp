// SPDX-License-Identifier: GPL-3.0-or-later
#include <vnc/helper/vncauth.h>

#include <nettle/des.h>

#include <algorithm>
#include <cstdint>

namespace Sandglass::Rfb {

namespace {

std::uint8_t reversed(std::uint8_t byte)
{
    unsigned bits = 0;
    for (int i = 0; i < 8; ++i)
        bits |= (byte >> i & 1U) << (7 - i);
    return static_cast<std::uint8_t>(bits);
}

} // namespace

VncChallenge answerChallenge(const VncChallenge &challenge, std::string_view password)
{
    std::array<std::uint8_t, DES_KEY_SIZE> key{};
    for (std::size_t i = 0; i < std::min(key.size(), password.size()); ++i)
        key[i] = reversed(static_cast<std::uint8_t>(password[i]));
    des_ctx context;
    // Its result tells of weak keys (an empty password is one); the key is set all the same.
    static_cast<void>(des_set_key(&context, key.data()));
    VncChallenge answer;
    des_encrypt(&context, answer.size(), reinterpret_cast<std::uint8_t *>(answer.data()),
                reinterpret_cast<const std::uint8_t *>(challenge.data()));
    return answer;
}

} // namespace Sandglass::Rfb
