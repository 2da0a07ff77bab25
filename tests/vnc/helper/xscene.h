// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>

#include <xcb/xcb.h>

#include <cstdint>
#include <memory>
#include <vector>

namespace Sandglass::Rfb {

/// An X program of our own that draws over a whole display what is hard to decode, and reads back
/// what the server shows.
class XScene final
{
public:
    explicit XScene(const QByteArray &display);
    XScene(const XScene &) = delete;
    XScene &operator=(const XScene &) = delete;
    ~XScene();

    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] int width() const { return m_screen->width_in_pixels; }
    [[nodiscard]] int height() const { return m_screen->height_in_pixels; }
    /// Gradients, noise like a photo's, flat panels and lines of text.
    void draw();
    /// Everything but the lowest rows up by so many pixels; those are drawn anew.
    void scroll(int pixels);
    /// A few small changes all over.
    void sprinkle();
    /// The server's own picture, 0x00RRGGBB.
    [[nodiscard]] std::vector<std::uint32_t> screenshot() const;

private:
    void paint(int x, int y, int width, int height, std::uint32_t (*pixel)(int x, int y));
    void panel(int x, int y, int width, int height, std::uint32_t colour);
    void setColours(std::uint32_t foreground, std::uint32_t background);
    void write(int x, int y, const QByteArray &text);
    void finish();

    xcb_connection_t *m_connection;
    const xcb_screen_t *m_screen = nullptr;
    xcb_window_t m_window = 0;
    xcb_gcontext_t m_context = 0;
    int m_step = 0;
};

} // namespace Sandglass::Rfb
