// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vnc/helper/rfblimits.h>

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>

/// What the app and its jailed decoder `sandglass-rfb` say to each other: one ControlMessage per
/// datagram of a SOCK_SEQPACKET pair (the helper's fd 4; fd 3 is the plaintext RFB stream). Both
/// come from one build, so the structs travel as they lie in memory. Neither side trusts the other:
/// decodeControl() refuses whatever these comments do not allow.
namespace Sandglass::Rfb {

enum class MessageType : std::uint32_t {
    Start = 1,        ///< app: first of all, once
    Framebuffer,      ///< app: answers SizeWanted, with one memfd (SCM_RIGHTS)
    SizeRefused,      ///< app: answers SizeWanted; the session ends with EndReason::Limit
    Key,              ///< app
    Pointer,          ///< app
    Watch,            ///< app: whether updates are requested at all; true at the start
    SizeWanted = 101, ///< helper: waits for Framebuffer or SizeRefused, and only then goes on
    Connected,        ///< helper: the handshake is done; once
    Damage,           ///< helper: once per update of the server
    CursorShape,      ///< helper: the pixels lie in the tail of the memfd
    PointerMoved,     ///< helper: the server's pointer is somewhere else now
    Bell,             ///< helper
    Stalled,          ///< helper: the server owes bytes and is silent, or it goes on again
    Ended,            ///< helper: last of all, then it exits
};

enum class EndReason : std::uint32_t {
    Closed = 1,     ///< the server hung up, or the app did
    PasswordNeeded, ///< the server asks for one and Start had none
    PasswordWrong,
    Refused,  ///< the server turned the connection down in words, which `detail` quotes
    Protocol, ///< bytes that are not RFB
    Limit,    ///< larger or more often than rfblimits.h allows
    Timeout,  ///< handshakeMs or stallMs went by
    Internal, ///< the app broke this protocol, or the jail could not be built
};

/// How the server let us in (RFB 3.8, section 7.1.2); other types are not offered to it.
enum class SecurityType : std::uint32_t { None = 1, VncAuth = 2 };

struct StartMessage {
    std::array<char, 64> password;   ///< zero-terminated; eight bytes count
    std::array<char, 128> encodings; ///< libvncclient's names with blanks between; empty: the usual
    std::uint8_t hasPassword;
    std::uint8_t shared;       ///< 0: the server may send other viewers away
    std::int8_t compressLevel; ///< 0–9; -1: not said to the server
    std::int8_t qualityLevel;  ///< 0–9; -1: no JPEG
    std::uint32_t handshakeMs; ///< 0: defaultHandshakeMs
    std::uint32_t stallMs;     ///< 0: defaultStallMs
    std::uint32_t quietMs;     ///< 0: defaultQuietMs
};

struct SizeMessage { ///< Framebuffer, SizeWanted
    std::uint16_t width;
    std::uint16_t height;
};

struct KeyMessage {
    std::uint32_t keysym; ///< X11's
    std::uint8_t down;
};

struct PointerMessage { ///< the mask is ignored in PointerMoved
    std::uint16_t x;
    std::uint16_t y;
    std::uint8_t mask; ///< bit 0 left, 1 middle, 2 right, 3–6 the wheel's clicks
};

struct WatchMessage {
    std::uint8_t watched;
};

struct ConnectedMessage {
    std::uint16_t width;
    std::uint16_t height;
    SecurityType security;
    std::array<char, 128> name; ///< zero-terminated, the server's own bytes: untrusted
};

struct DamageRect {
    std::uint16_t x;
    std::uint16_t y;
    std::uint16_t width;
    std::uint16_t height;
    friend bool operator==(const DamageRect &, const DamageRect &) = default;
};

struct DamageMessage {
    std::uint32_t count;
    std::array<DamageRect, maximumDamageRects> rects;
};

struct CursorMessage { ///< 0×0: the server hides it
    std::uint16_t hotX;
    std::uint16_t hotY;
    std::uint16_t width;
    std::uint16_t height;
};

struct StalledMessage {
    std::uint8_t stalled;
};

struct EndedMessage {
    EndReason reason;
    std::array<char, 256> detail; ///< zero-terminated, one English line; may quote the server
};

struct ControlMessage {
    MessageType type;
    union {
        StartMessage start;
        SizeMessage size; ///< of Framebuffer and SizeWanted
        KeyMessage key;
        PointerMessage pointer; ///< of Pointer and PointerMoved
        WatchMessage watch;
        ConnectedMessage connected;
        DamageMessage damage;
        CursorMessage cursor;
        StalledMessage stalled;
        EndedMessage ended;
    };
};
static_assert(std::is_trivially_copyable_v<ControlMessage>);
static_assert(sizeof(ControlMessage) == sizeof(MessageType) + sizeof(EndedMessage));

/// A message of this type with everything else zero.
[[nodiscard]] ControlMessage controlMessage(MessageType type);
/// Empty unless these bytes are exactly one message of a known type whose fields are in order:
/// sizes allowed, texts terminated, counts and levels in range, damage not empty.
[[nodiscard]] std::optional<ControlMessage> decodeControl(std::span<const std::byte> bytes);
[[nodiscard]] bool isFromApp(MessageType type);
/// Whether the rect is not empty and lies inside a desktop of this size.
[[nodiscard]] bool isInside(const DamageRect &rect, int width, int height);

/// Cuts what does not fit; what is left of the field becomes zero.
void setText(std::span<char> field, std::string_view text);
/// Up to the first zero byte.
[[nodiscard]] std::string_view textOf(std::span<const char> field);

} // namespace Sandglass::Rfb
