// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vnc/helper/handshake.h>
#include <vnc/helper/pixelrects.h>
#include <vnc/helper/reports.h>
#include <vnc/helper/resizeguard.h>

namespace Sandglass::Rfb {

/// One desktop from the Start message to the Ended message: speaks RFB with the server and the
/// messages of controlmessages.h with the app, on one thread. The descriptors are borrowed.
class Session final : private StreamClient
{
public:
    Session(int server, int app);
    /// Returns when the session has ended and the app has been told why.
    void run();

private:
    // What comes from the app and goes to it: session.cpp.
    void serveApp() override;
    bool reportToApp() override { return m_reports.flushInPause(); }
    [[nodiscard]] std::optional<Reports::Clock::time_point> reportDue() const override
    {
        return m_reports.heldBackUntil();
    }
    [[nodiscard]] bool awaitStart();
    void obey(const ControlMessage &message, const OwnedFd &memory);
    void takeFramebuffer(const SizeMessage &size, const OwnedFd &memory);
    [[nodiscard]] bool obtainFramebuffer(std::uint16_t width, std::uint16_t height);
    [[nodiscard]] bool connect();
    void watch(bool isWatched);
    void serverStalled(bool isStalled) override;
    void tellConnected(const ServerInit &server);
    void tell(const ControlMessage &message);
    void tellEnd();

    // What comes from the server: sessionmessages.cpp.
    [[nodiscard]] bool handleMessage();
    [[nodiscard]] bool handleUpdate();
    [[nodiscard]] bool handleCutText();
    [[nodiscard]] bool handleColours();
    [[nodiscard]] bool handleRect(Encoding encoding, const DamageRect &area);
    [[nodiscard]] bool handlePixels(Encoding encoding, const DamageRect &area);
    [[nodiscard]] bool handleCursor(Encoding encoding, const DamageRect &area);
    [[nodiscard]] bool handleScreens(const DamageRect &area);
    void handlePointer(const DamageRect &area);
    [[nodiscard]] bool resize(std::uint16_t width, std::uint16_t height);
    void request(Ask ask);
    [[nodiscard]] bool fail(EndReason reason, std::string detail);

    int m_app;
    RfbStream m_stream;
    Reports m_reports;
    SharedFramebuffer m_framebuffer;
    PixelRects m_pixels; ///< after what it draws from and to
    ResizeGuard m_resizes;
    std::optional<StartMessage> m_start;
    std::optional<SizeMessage> m_sizeWanted; ///< asked of the app and not answered yet
    std::vector<Encoding> m_encodings;
    bool m_isWatched = true;
    bool m_isBlack = false;     ///< the memory is new and nobody watches: nothing was requested
    bool m_isRequested = false; ///< no update has answered the last request yet
    bool m_hasUpdate = false;   ///< the first request, which asks for everything, was answered
};

} // namespace Sandglass::Rfb
