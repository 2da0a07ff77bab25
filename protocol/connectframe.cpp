// SPDX-License-Identifier: GPL-3.0-or-later
#include <protocol/connectframe.h>

namespace Sandglass {

namespace {

constexpr std::size_t headerSize = 5;
constexpr unsigned char compressedFlag = 0x01;
constexpr unsigned char endFlag = 0x02;
/// What has been read is cut off the buffer once it is this much: moving the rest for every small
/// frame would cost.
constexpr std::size_t compactionSize = 64UL << 10U;

std::string encodeFrame(unsigned char flags, std::string_view payload)
{
    const auto length = static_cast<std::uint32_t>(payload.size());
    std::string frame;
    frame.reserve(headerSize + payload.size());
    frame += static_cast<char>(flags);
    for (unsigned shift = 32; shift > 0; shift -= 8)
        frame += static_cast<char>((length >> (shift - 8)) & 255U);
    frame += payload;
    return frame;
}

std::uint32_t lengthIn(std::string_view header)
{
    std::uint32_t length = 0;
    for (const char c : header.substr(1, 4))
        length = (length << 8U) | static_cast<unsigned char>(c);
    return length;
}

} // namespace

std::string encodeConnectFrame(std::string_view payload)
{
    return encodeFrame(0, payload);
}

std::string encodeConnectEnd(const std::optional<ConnectError> &error)
{
    return encodeFrame(endFlag, error ? "{\"error\":" + encodeConnectError(*error) + "}" : "{}");
}

void ConnectFrameParser::feed(std::string_view bytes)
{
    if (m_ended || m_error)
        return;
    if (m_position >= compactionSize) {
        m_buffer.erase(0, m_position);
        m_position = 0;
    }
    m_buffer += bytes;
}

Result<std::optional<ConnectFrame>> ConnectFrameParser::next()
{
    if (m_error)
        return std::unexpected(*m_error);
    const std::string_view rest = std::string_view(m_buffer).substr(m_position);
    if (m_ended || rest.empty())
        return std::nullopt;
    const auto flags = static_cast<unsigned char>(rest.front());
    if ((flags & compressedFlag) != 0)
        return fail("a compressed frame, which was not asked for");
    if ((flags & ~endFlag) != 0)
        return fail("a frame with unknown flags");
    if (rest.size() < headerSize)
        return std::nullopt;
    const std::size_t length = lengthIn(rest);
    if (length > maximumPayload)
        return fail("a frame larger than 64 MiB");
    if (rest.size() < headerSize + length)
        return std::nullopt;
    ConnectFrame frame{.endOfStream = flags == endFlag,
                       .payload = std::string(rest.substr(headerSize, length))};
    m_position += headerSize + length;
    m_ended = frame.endOfStream;
    if (m_ended || m_position == m_buffer.size()) {
        m_buffer.clear();
        m_position = 0;
    }
    return frame;
}

bool ConnectFrameParser::isAtBoundary() const
{
    return !m_error && m_position == m_buffer.size();
}

Result<std::optional<ConnectFrame>> ConnectFrameParser::fail(std::string detail)
{
    m_buffer.clear();
    m_position = 0;
    m_error = Error{.kind = Error::Kind::Protocol,
                    .detail = std::move(detail),
                    .httpStatus = 0,
                    .operationId = {}};
    return std::unexpected(*m_error);
}

} // namespace Sandglass
