// SPDX-License-Identifier: GPL-3.0-or-later
#include <vnc/helper/cursorshape.h>
#include <vnc/helper/session.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

namespace Sandglass::Rfb {

namespace {

enum class ServerMessage : std::uint8_t { Update = 0, Colours = 1, Bell = 2, CutText = 3 };

} // namespace

bool Session::fail(EndReason reason, std::string detail)
{
    m_stream.end(reason, std::move(detail));
    return false;
}

bool Session::handleMessage()
{
    std::array<std::byte, 1> type;
    if (!m_stream.read(type))
        return false;
    switch (static_cast<ServerMessage>(type[0])) {
    case ServerMessage::Update:
        return handleUpdate();
    case ServerMessage::Colours:
        return handleColours();
    case ServerMessage::Bell:
        m_reports.ringBell();
        return true;
    case ServerMessage::CutText:
        return handleCutText();
    }
    return fail(EndReason::Protocol, "The server sent a message of the unknown type " +
                                         std::to_string(std::to_integer<int>(type[0])));
}

/// Our pixels have no colour map; servers that send one all the same lose nothing by it.
bool Session::handleColours()
{
    std::array<std::byte, 5> header; // padding, first colour, count
    constexpr std::size_t colourBytes = 6;
    return m_stream.read(header) &&
           m_stream.skip(std::size_t{u16(std::span(header).last<2>())} * colourBytes);
}

/// Nothing of it enters this computer.
bool Session::handleCutText()
{
    std::array<std::byte, 7> header; // padding, length
    if (!m_stream.read(header))
        return false;
    // Negative in the extended clipboard, which we have not asked for: the same length either way.
    const auto length = static_cast<std::int32_t>(u32(std::span(header).last<4>()));
    const auto bytes = static_cast<std::size_t>(std::abs(std::int64_t{length}));
    if (bytes > maximumCutTextBytes)
        return fail(EndReason::Limit, "The server's clipboard is too large");
    return m_stream.skip(bytes);
}

bool Session::handleUpdate()
{
    std::array<std::byte, 3> header; // padding, count
    if (!m_stream.read(header))
        return false;
    // The next one is asked for as soon as this one has to be waited for, so that the server works
    // meanwhile; but what is here already is shown first.
    m_isRequested = false;
    if (m_isWatched)
        request(Ask::Changes);
    m_reports.updateBegan();
    const int count = u16(std::span(header).last<2>());
    for (int i = 0; i < count; ++i) {
        std::array<std::byte, 12> bytes;
        if (!m_stream.read(bytes))
            return false;
        const std::span rect(bytes);
        const auto encoding = static_cast<Encoding>(u32(rect.last<4>()));
        if (encoding == Encoding::LastRect)
            break;
        if (!handleRect(encoding, {.x = u16(rect.subspan<0, 2>()),
                                   .y = u16(rect.subspan<2, 2>()),
                                   .width = u16(rect.subspan<4, 2>()),
                                   .height = u16(rect.subspan<6, 2>())}))
            return false;
    }
    m_hasUpdate = true;
    m_reports.updateFinished();
    m_stream.flush();
    return true;
}

bool Session::handleRect(Encoding encoding, const DamageRect &area)
{
    switch (encoding) {
    case Encoding::DesktopSize:
        return resize(area.width, area.height);
    case Encoding::ExtendedDesktopSize:
        return handleScreens(area);
    case Encoding::PointerPos:
        handlePointer(area);
        return true;
    case Encoding::Cursor:
    case Encoding::XCursor:
        return handleCursor(encoding, area);
    default:
        return handlePixels(encoding, area);
    }
}

bool Session::handlePixels(Encoding encoding, const DamageRect &area)
{
    // libvncclient would unpack whatever it knows; what was not asked for has no business here.
    if (!std::ranges::contains(m_encodings, encoding))
        return fail(EndReason::Protocol, "The server used the encoding " +
                                             std::to_string(std::to_underlying(encoding)) +
                                             ", which was not offered to it");
    const bool isEmpty = area.width == 0 || area.height == 0;
    if (isEmpty && encoding == Encoding::Raw)
        return true;
    if (isEmpty || !m_framebuffer.contains(area))
        return fail(EndReason::Protocol, "The server drew outside its desktop");
    if (!m_pixels.draw(encoding, area))
        return false;
    m_reports.add(area);
    return true;
}

bool Session::handleCursor(Encoding encoding, const DamageRect &area)
{
    const CursorHeader header{
        .hotX = area.x, .hotY = area.y, .width = area.width, .height = area.height};
    const auto cursor = encoding == Encoding::Cursor
                            ? readCursor(m_stream, header, m_framebuffer.cursor())
                            : readXCursor(m_stream, header, m_framebuffer.cursor());
    if (cursor)
        m_reports.setCursor(*cursor);
    return cursor.has_value();
}

void Session::handlePointer(const DamageRect &area)
{
    m_reports.setPointer(std::min<std::uint16_t>(area.x, m_framebuffer.width() - 1),
                         std::min<std::uint16_t>(area.y, m_framebuffer.height() - 1));
}

/// The rect's x says who asked for the change and y how it went; one that failed changes nothing.
bool Session::handleScreens(const DamageRect &area)
{
    std::array<std::byte, 4> header; // count of screens, padding
    constexpr std::size_t screenBytes = 16;
    if (!m_stream.read(header) ||
        !m_stream.skip(std::to_integer<std::size_t>(header[0]) * screenBytes))
        return false;
    return area.y != 0 || resize(area.width, area.height);
}

bool Session::resize(std::uint16_t width, std::uint16_t height)
{
    if (width == m_framebuffer.width() && height == m_framebuffer.height())
        return true;
    if (!isAllowedSize(width, height))
        return fail(EndReason::Limit, "The server's desktop became " + std::to_string(width) + "×" +
                                          std::to_string(height) + ", which is not shown");
    if (!m_resizes.allows(ResizeGuard::Clock::now()))
        return fail(EndReason::Limit, "The server changes the size of its desktop too often");
    if (!obtainFramebuffer(width, height))
        return false;
    // The new memory is black, and what was requested before had the old size.
    m_isBlack = true;
    if (m_isWatched)
        request(Ask::Everything);
    return !m_stream.ended();
}

void Session::request(Ask ask)
{
    m_stream.queue(updateRequest(ask, m_framebuffer.width(), m_framebuffer.height()));
    m_isRequested = true;
    if (ask == Ask::Everything)
        m_isBlack = false;
}

} // namespace Sandglass::Rfb
