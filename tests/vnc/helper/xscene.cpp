// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/vnc/helper/xscene.h>

#include <array>
#include <cstdlib>
#include <cstring>

namespace Sandglass::Rfb {

namespace {

struct FreeReply {
    void operator()(void *reply) const { std::free(reply); }
};

std::uint32_t gradient(int x, int y)
{
    return static_cast<std::uint32_t>(x & 0xff) << 16 | static_cast<std::uint32_t>(y & 0xff) << 8 |
           static_cast<std::uint32_t>((x + y) & 0xff);
}

/// The same in every run; neighbours have nothing in common.
std::uint32_t noise(int x, int y)
{
    std::uint32_t value =
        static_cast<std::uint32_t>(x) * 2654435761U ^ static_cast<std::uint32_t>(y) * 2246822519U;
    value ^= value >> 15;
    value *= 2246822519U;
    return (value ^ value >> 13) & 0xffffffU;
}

/// A few colours, for palettes.
std::uint32_t stripes(int x, int y)
{
    constexpr std::array<std::uint32_t, 5> colours{0x102030, 0xffffff, 0xd04030, 0x30d040, 0};
    return colours[static_cast<std::size_t>(x / 3 + y / 5) % colours.size()];
}

} // namespace

XScene::XScene(const QByteArray &display) : m_connection(xcb_connect(display.constData(), nullptr))
{
    if (!isOpen())
        return;
    m_screen = xcb_setup_roots_iterator(xcb_get_setup(m_connection)).data;
    m_window = xcb_generate_id(m_connection);
    const std::array<std::uint32_t, 2> values{m_screen->black_pixel, 1}; // no window manager
    xcb_create_window(m_connection, XCB_COPY_FROM_PARENT, m_window, m_screen->root, 0, 0,
                      m_screen->width_in_pixels, m_screen->height_in_pixels, 0,
                      XCB_WINDOW_CLASS_INPUT_OUTPUT, m_screen->root_visual,
                      XCB_CW_BACK_PIXEL | XCB_CW_OVERRIDE_REDIRECT, values.data());
    xcb_map_window(m_connection, m_window);
    m_context = xcb_generate_id(m_connection);
    const xcb_font_t font = xcb_generate_id(m_connection);
    xcb_open_font(m_connection, font, 5, "fixed");
    const std::array<std::uint32_t, 2> context{font, 0}; // no exposures for copies
    xcb_create_gc(m_connection, m_context, m_window, XCB_GC_FONT | XCB_GC_GRAPHICS_EXPOSURES,
                  context.data());
    finish();
}

XScene::~XScene()
{
    xcb_disconnect(m_connection);
}

bool XScene::isOpen() const
{
    return xcb_connection_has_error(m_connection) == 0;
}

void XScene::draw()
{
    paint(0, 0, width() / 2, height() / 2, gradient);
    paint(width() / 2, 0, width() / 2, height() / 2, noise);
    paint(0, height() / 2, width() / 2, height() / 2, stripes);
    panel(width() / 2, height() / 2, width() / 2, height() / 2, 0xf4f1ea);
    setColours(0x202428, 0xf4f1ea);
    for (int y = height() / 2 + 16; y < height(); y += 16)
        write(width() / 2 + 5, y, "The quick brown fox jumps over the lazy dog");
    finish();
}

void XScene::scroll(int pixels)
{
    xcb_copy_area(m_connection, m_window, m_window, m_context, 0, static_cast<std::int16_t>(pixels),
                  0, 0, m_screen->width_in_pixels, static_cast<std::uint16_t>(height() - pixels));
    panel(0, height() - pixels, width(), pixels, 0x113355);
    finish();
}

void XScene::sprinkle()
{
    ++m_step;
    for (int i = 0; i < 40; ++i) {
        const std::uint32_t place = noise(i, m_step);
        panel(static_cast<int>(place % 780), static_cast<int>(place / 780 % 590), 17, 9, place);
    }
    setColours(0xffffff, 0x000000);
    write(60 + m_step, 300, "step " + QByteArray::number(m_step));
    finish();
}

std::vector<std::uint32_t> XScene::screenshot() const
{
    const auto cookie = xcb_get_image(m_connection, XCB_IMAGE_FORMAT_Z_PIXMAP, m_screen->root, 0, 0,
                                      m_screen->width_in_pixels, m_screen->height_in_pixels, ~0U);
    const std::unique_ptr<xcb_get_image_reply_t, FreeReply> reply(
        xcb_get_image_reply(m_connection, cookie, nullptr));
    std::vector<std::uint32_t> pixels(static_cast<std::size_t>(width()) *
                                      static_cast<std::size_t>(height()));
    const std::size_t bytes = pixels.size() * sizeof(std::uint32_t);
    if (!reply || static_cast<std::size_t>(xcb_get_image_data_length(reply.get())) != bytes)
        return {};
    std::memcpy(pixels.data(), xcb_get_image_data(reply.get()), bytes);
    for (std::uint32_t &pixel : pixels)
        pixel &= 0xffffffU;
    return pixels;
}

void XScene::paint(int x, int y, int width, int height, std::uint32_t (*pixel)(int x, int y))
{
    // In strips: one request holds 256 KiB.
    constexpr int strip = 16;
    std::vector<std::uint32_t> pixels;
    for (int top = 0; top < height; top += strip) {
        pixels.clear();
        for (int row = top; row < top + strip; ++row) {
            for (int column = 0; column < width; ++column)
                pixels.push_back(pixel(x + column, y + row));
        }
        xcb_put_image(m_connection, XCB_IMAGE_FORMAT_Z_PIXMAP, m_window, m_context,
                      static_cast<std::uint16_t>(width), strip, static_cast<std::int16_t>(x),
                      static_cast<std::int16_t>(y + top), 0, m_screen->root_depth,
                      static_cast<std::uint32_t>(pixels.size() * sizeof(std::uint32_t)),
                      reinterpret_cast<const std::uint8_t *>(pixels.data()));
    }
}

void XScene::panel(int x, int y, int width, int height, std::uint32_t colour)
{
    setColours(colour, 0);
    const xcb_rectangle_t area{
        .x = static_cast<std::int16_t>(x),
        .y = static_cast<std::int16_t>(y),
        .width = static_cast<std::uint16_t>(width),
        .height = static_cast<std::uint16_t>(height),
    };
    xcb_poly_fill_rectangle(m_connection, m_window, m_context, 1, &area);
}

void XScene::setColours(std::uint32_t foreground, std::uint32_t background)
{
    const std::array<std::uint32_t, 2> colours{foreground, background};
    xcb_change_gc(m_connection, m_context, XCB_GC_FOREGROUND | XCB_GC_BACKGROUND, colours.data());
}

void XScene::write(int x, int y, const QByteArray &text)
{
    xcb_image_text_8(m_connection, static_cast<std::uint8_t>(text.size()), m_window, m_context,
                     static_cast<std::int16_t>(x), static_cast<std::int16_t>(y), text.constData());
}

/// Until the server has drawn it all.
void XScene::finish()
{
    const std::unique_ptr<xcb_get_input_focus_reply_t, FreeReply> done(
        xcb_get_input_focus_reply(m_connection, xcb_get_input_focus(m_connection), nullptr));
}

} // namespace Sandglass::Rfb
