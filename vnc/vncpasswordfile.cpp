// SPDX-License-Identifier: GPL-3.0-or-later
#include <vnc/vncpasswordfile.h>

#include <nettle/des.h>

#include <array>
#include <cstdint>

namespace Sandglass {

namespace {

/// The key that every VNC program has, 17 52 6b 06 23 4e 58 07, with the bits of each byte mirrored
/// as VNC does with all its keys.
constexpr std::array<std::uint8_t, DES_KEY_SIZE> key{0xe8, 0x4a, 0xd6, 0x60,
                                                     0xc4, 0x72, 0x1a, 0xe0};

} // namespace

Result<QByteArray> passwordOfVncFile(QByteArrayView file)
{
    constexpr qsizetype size = DES_BLOCK_SIZE;
    if (file.size() != size && file.size() != 2 * size)
        return failure(Error::Kind::Protocol,
                       "a VNC password file has 8 or 16 bytes, not " + std::to_string(file.size()));
    des_ctx context;
    // Its result tells of weak keys, of which this is none.
    (void)des_set_key(&context, key.data());
    std::array<std::uint8_t, DES_BLOCK_SIZE> plain{};
    des_decrypt(&context, plain.size(), plain.data(),
                reinterpret_cast<const std::uint8_t *>(file.data()));
    QByteArray password(reinterpret_cast<const char *>(plain.data()), size);
    if (const qsizetype end = password.indexOf('\0'); end >= 0)
        password.truncate(end);
    return password;
}

} // namespace Sandglass
