// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <host/http/message.h>

#include <cstdint>
#include <string>

namespace Sandglass {

/// How the body that follows a head is put on the wire.
class BodyFraming final
{
public:
    BodyFraming() = default;
    /// A request's: chunked or Content-Length as its fields say, else no body at all.
    [[nodiscard]] static BodyFraming forRequest(const RequestHead &head);
    /// An answer's. Completes its fields (framing, Connection, Date) and decides whether the
    /// connection stays.
    [[nodiscard]] static BodyFraming forResponse(const RequestHead &request, bool mayKeepAlive,
                                                 ResponseHead &head);

    [[nodiscard]] bool keepsAlive() const { return m_keepsAlive; }
    /// The bytes as sent; more than the announced length is cut off.
    [[nodiscard]] std::string frame(std::string bytes);
    /// How many of `count` bytes may be sent as they are: with a Content-Length what is left of it,
    /// otherwise none.
    [[nodiscard]] std::uint64_t takeRaw(std::uint64_t count);
    /// What ends the body.
    [[nodiscard]] std::string end() const;
    /// Whether the announced length has been sent. When not, only breaking the connection tells the
    /// peer.
    [[nodiscard]] bool isComplete() const { return m_mode != Mode::Length || m_left == 0; }

private:
    enum class Mode { None, Length, Chunked, UntilClose };
    Mode m_mode = Mode::None;
    std::uint64_t m_left = 0;
    bool m_keepsAlive = false;
};

} // namespace Sandglass
