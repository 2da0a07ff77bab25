// SPDX-License-Identifier: GPL-3.0-or-later
#include <vnc/helper/handshake.h>
#include <vnc/helper/vncauth.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>

namespace Sandglass::Rfb {

namespace {

constexpr std::size_t versionBytes = 12;
constexpr std::uint32_t maximumReasonBytes = 4096;
constexpr std::uint32_t maximumNameBytes = 64 * 1024;
constexpr std::size_t shownReasonBytes = 200;

class Handshake final
{
public:
    Handshake(RfbStream &stream, const StartMessage &start) : m_stream(stream), m_start(start) {}
    std::optional<ServerInit> run();

private:
    bool agreeOnVersion();
    bool chooseSecurity();
    bool chooseFromList(std::size_t count);
    bool authenticate();
    bool readResult();
    bool initialise();
    std::optional<std::uint8_t> readU8();
    std::optional<std::uint32_t> readU32();
    std::string readText(std::uint32_t limit, std::size_t kept);
    void refuse(EndReason reason, std::string words);

    RfbStream &m_stream;
    const StartMessage &m_start;
    int m_minor = 0;
    ServerInit m_server;
};

std::optional<ServerInit> Handshake::run()
{
    const bool isDone = agreeOnVersion() && chooseSecurity() && authenticate() && initialise();
    return isDone ? std::optional(m_server) : std::nullopt;
}

std::optional<std::uint8_t> Handshake::readU8()
{
    std::array<std::byte, 1> byte;
    return m_stream.read(byte) ? std::optional(std::to_integer<std::uint8_t>(byte[0]))
                               : std::nullopt;
}

std::optional<std::uint32_t> Handshake::readU32()
{
    std::array<std::byte, 4> bytes;
    return m_stream.read(bytes) ? std::optional(u32(bytes)) : std::nullopt;
}

/// A length and that many bytes, of which the first are kept.
std::string Handshake::readText(std::uint32_t limit, std::size_t kept)
{
    const auto length = readU32();
    if (!length)
        return {};
    if (*length > limit) {
        m_stream.end(EndReason::Limit, "The server's text is too long");
        return {};
    }
    std::string text(std::min<std::size_t>(*length, kept), '\0');
    if (!m_stream.read(std::as_writable_bytes(std::span(text))) ||
        !m_stream.skip(*length - text.size()))
        return {};
    return text;
}

/// The end for this reason, even if the server hangs up while it says why.
void Handshake::refuse(EndReason reason, std::string words)
{
    if (words.empty())
        words = "The server gave no reason";
    m_stream.endInstead(reason, std::move(words));
}

bool Handshake::agreeOnVersion()
{
    std::array<char, versionBytes> line;
    if (!m_stream.read(std::as_writable_bytes(std::span(line))))
        return false;
    int major = 0;
    const bool isRfb = std::memcmp(line.data(), "RFB ", 4) == 0 && line[7] == '.' &&
                       line[11] == '\n' &&
                       std::from_chars(&line[4], &line[7], major).ptr == &line[7] &&
                       std::from_chars(&line[8], &line[11], m_minor).ptr == &line[11];
    if (!isRfb || major < 3 || (major == 3 && m_minor < 3)) {
        m_stream.end(EndReason::Protocol, "What answers there is not a VNC server");
        return false;
    }
    // Later ones speak 3.8 as well; those between are vendors' names for 3.3 (section 7.1.1).
    m_minor = major > 3 || m_minor >= 8 ? 8 : m_minor == 7 ? 7 : 3;
    const std::string answer = "RFB 003.00" + std::to_string(m_minor) + "\n";
    const auto bytes = std::as_bytes(std::span(answer));
    m_stream.write(Bytes(bytes.begin(), bytes.end()));
    return true;
}

bool Handshake::chooseSecurity()
{
    std::uint32_t type = 0;
    if (m_minor == 3) {
        const auto decided = readU32();
        if (!decided)
            return false;
        type = *decided;
    } else {
        const auto count = readU8();
        if (!count)
            return false;
        if (*count > 0)
            return chooseFromList(*count);
    }
    if (type == 0) {
        const std::string words = readText(maximumReasonBytes, shownReasonBytes);
        refuse(EndReason::Refused, words);
        return false;
    }
    m_server.security = static_cast<SecurityType>(type);
    if (m_server.security == SecurityType::None || m_server.security == SecurityType::VncAuth)
        return true;
    refuse(EndReason::Refused, "The server asks for a kind of login that is not spoken here");
    return false;
}

bool Handshake::chooseFromList(std::size_t count)
{
    Bytes types(count);
    if (!m_stream.read(types))
        return false;
    const auto offers = [&types](SecurityType type) {
        return std::ranges::contains(types, static_cast<std::byte>(type));
    };
    if (!offers(SecurityType::None) && !offers(SecurityType::VncAuth)) {
        refuse(EndReason::Refused, "The server asks for a kind of login that is not spoken here");
        return false;
    }
    m_server.security = offers(SecurityType::None) ? SecurityType::None : SecurityType::VncAuth;
    if (m_server.security == SecurityType::None || m_start.hasPassword != 0)
        m_stream.write({static_cast<std::byte>(m_server.security)});
    return true;
}

bool Handshake::authenticate()
{
    if (m_server.security == SecurityType::None)
        return m_minor < 8 || readResult();
    if (m_start.hasPassword == 0) {
        m_stream.end(EndReason::PasswordNeeded, "The server asks for a password");
        return false;
    }
    VncChallenge challenge;
    if (!m_stream.read(challenge))
        return false;
    const VncChallenge answer = answerChallenge(challenge, textOf(m_start.password));
    m_stream.write(Bytes(answer.begin(), answer.end()));
    return readResult();
}

bool Handshake::readResult()
{
    const auto result = readU32();
    if (!result || *result == 0)
        return result.has_value();
    if (*result > 2) {
        m_stream.end(EndReason::Protocol, "The server answered the login with nonsense");
        return false;
    }
    const std::string words =
        m_minor == 8 ? readText(maximumReasonBytes, shownReasonBytes) : std::string();
    const bool isPassword = m_server.security == SecurityType::VncAuth;
    refuse(isPassword ? EndReason::PasswordWrong : EndReason::Refused, words);
    return false;
}

bool Handshake::initialise()
{
    m_stream.write({std::byte{m_start.shared}});
    std::array<std::byte, 20> init; // size and pixel format; we set a format of our own
    if (!m_stream.read(init))
        return false;
    m_server.width = u16(std::span(init).subspan<0, 2>());
    m_server.height = u16(std::span(init).subspan<2, 2>());
    if (!isAllowedSize(m_server.width, m_server.height)) {
        m_stream.end(EndReason::Limit, "The server's desktop is " + std::to_string(m_server.width) +
                                           "×" + std::to_string(m_server.height) +
                                           ", which is not shown");
        return false;
    }
    m_server.name = readText(maximumNameBytes, sizeof(ConnectedMessage::name) - 1);
    return !m_stream.ended();
}

} // namespace

std::optional<ServerInit> shakeHands(RfbStream &stream, const StartMessage &start)
{
    return Handshake(stream, start).run();
}

} // namespace Sandglass::Rfb
