// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/http/bodyframing.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>

namespace Sandglass {

namespace {

bool hasNoBody(int status)
{
    return status < 200 || status == 204 || status == 304;
}

} // namespace

// Not with strftime: its names depend on the locale.
std::string httpDate(std::time_t time)
{
    static constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    std::tm utc{};
    gmtime_r(&time, &utc);
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%s, %02d %s %04d %02d:%02d:%02d GMT",
                  days[static_cast<std::size_t>(utc.tm_wday) % days.size()], utc.tm_mday,
                  months[static_cast<std::size_t>(utc.tm_mon) % months.size()], utc.tm_year + 1900,
                  utc.tm_hour, utc.tm_min, utc.tm_sec);
    return text.data();
}

BodyFraming BodyFraming::forRequest(const RequestHead &head)
{
    BodyFraming framing;
    framing.m_keepsAlive = true;
    if (head.headers.hasToken("Transfer-Encoding", "chunked")) {
        framing.m_mode = Mode::Chunked;
    } else if (const auto length = head.headers.contentLength()) {
        framing.m_mode = Mode::Length;
        framing.m_left = *length;
    }
    return framing;
}

BodyFraming BodyFraming::forResponse(const RequestHead &request, bool mayKeepAlive,
                                     ResponseHead &head)
{
    BodyFraming framing;
    auto &headers = head.headers;
    framing.m_keepsAlive = mayKeepAlive && !headers.hasToken("Connection", "close");
    const auto length = headers.contentLength();
    headers.remove("Transfer-Encoding");
    if (hasNoBody(head.status)) {
        headers.remove("Content-Length");
    } else if (request.method == "HEAD") {
        framing.m_mode = Mode::None;
    } else if (length) {
        framing.m_mode = Mode::Length;
        framing.m_left = *length;
    } else if (request.minorVersion >= 1) {
        framing.m_mode = Mode::Chunked;
        headers.remove("Content-Length");
        headers.add("Transfer-Encoding", "chunked");
    } else {
        framing.m_mode = Mode::UntilClose;
        framing.m_keepsAlive = false;
    }
    headers.remove("Connection");
    if (!framing.m_keepsAlive)
        headers.add("Connection", "close");
    else if (request.minorVersion == 0)
        headers.add("Connection", "keep-alive");
    if (!headers.contains("Date"))
        headers.add("Date", httpDate(std::time(nullptr)));
    return framing;
}

std::string BodyFraming::frame(std::string bytes)
{
    switch (m_mode) {
    case Mode::None:
        return {};
    case Mode::UntilClose:
        return bytes;
    case Mode::Length:
        if (bytes.size() > m_left)
            bytes.resize(m_left);
        m_left -= bytes.size();
        return bytes;
    case Mode::Chunked:
        break;
    }
    if (bytes.empty()) // would end the body
        return {};
    std::array<char, 24> size{};
    const auto count = std::snprintf(size.data(), size.size(), "%zx\r\n", bytes.size());
    bytes.insert(0, size.data(), static_cast<std::size_t>(count));
    bytes += "\r\n";
    return bytes;
}

std::uint64_t BodyFraming::takeRaw(std::uint64_t count)
{
    const auto taken = m_mode == Mode::Length ? std::min(count, m_left) : 0;
    m_left -= taken;
    return taken;
}

std::string BodyFraming::end() const
{
    return m_mode == Mode::Chunked ? "0\r\n\r\n" : "";
}

} // namespace Sandglass
