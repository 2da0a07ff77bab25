// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/vnc/xprogram.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>

using namespace Qt::StringLiterals;

namespace Sandglass {

namespace {

struct FreeReply {
    void operator()(void *reply) const { std::free(reply); }
};

template<typename Reply>
using ReplyPtr = std::unique_ptr<Reply, FreeReply>;

} // namespace

XProgram::XProgram(const QByteArray &display)
    : m_connection(xcb_connect(display.constData(), nullptr))
{
    if (!isOpen())
        return;
    const xcb_screen_t *screen = xcb_setup_roots_iterator(xcb_get_setup(m_connection)).data;
    m_root = screen->root;
    const xcb_window_t window = xcb_generate_id(m_connection);
    const std::array<std::uint32_t, 2> values{
        1, XCB_EVENT_MASK_KEY_PRESS | XCB_EVENT_MASK_KEY_RELEASE | XCB_EVENT_MASK_BUTTON_PRESS |
               XCB_EVENT_MASK_BUTTON_RELEASE};
    xcb_create_window(m_connection, XCB_COPY_FROM_PARENT, window, m_root, 0, 0,
                      screen->width_in_pixels, screen->height_in_pixels, 0,
                      XCB_WINDOW_CLASS_INPUT_OUTPUT, screen->root_visual,
                      XCB_CW_OVERRIDE_REDIRECT | XCB_CW_EVENT_MASK, values.data());
    xcb_map_window(m_connection, window);
    xcb_set_input_focus(m_connection, XCB_INPUT_FOCUS_NONE, window, XCB_CURRENT_TIME);
    static_cast<void>(pointer()); // until the server has done all that
}

XProgram::~XProgram()
{
    xcb_disconnect(m_connection);
}

bool XProgram::isOpen() const
{
    return xcb_connection_has_error(m_connection) == 0;
}

QString XProgram::heard()
{
    listen();
    return m_heard.trimmed();
}

void XProgram::listen()
{
    while (const ReplyPtr<xcb_generic_event_t> event{xcb_poll_for_event(m_connection)}) {
        const int type = event->response_type & 0x7f;
        const auto *key = reinterpret_cast<const xcb_key_press_event_t *>(event.get());
        if (type == XCB_KEY_PRESS || type == XCB_KEY_RELEASE)
            m_heard += (type == XCB_KEY_PRESS ? u" +"_s : u" -"_s) +
                       QString::number(keysymOf(key->detail), 16);
        if (type == XCB_BUTTON_PRESS || type == XCB_BUTTON_RELEASE)
            m_heard +=
                (type == XCB_BUTTON_PRESS ? u" +b"_s : u" -b"_s) + QString::number(key->detail);
    }
}

quint32 XProgram::keysymOf(xcb_keycode_t key) const
{
    const ReplyPtr<xcb_get_keyboard_mapping_reply_t> mapping{xcb_get_keyboard_mapping_reply(
        m_connection, xcb_get_keyboard_mapping(m_connection, key, 1), nullptr)};
    return mapping && xcb_get_keyboard_mapping_keysyms_length(mapping.get()) > 0
               ? *xcb_get_keyboard_mapping_keysyms(mapping.get())
               : 0;
}

QPoint XProgram::pointer() const
{
    const ReplyPtr<xcb_query_pointer_reply_t> reply{
        xcb_query_pointer_reply(m_connection, xcb_query_pointer(m_connection, m_root), nullptr)};
    return reply ? QPoint(reply->root_x, reply->root_y) : QPoint(-1, -1);
}

bool XProgram::isAnyKeyDown() const
{
    const ReplyPtr<xcb_query_keymap_reply_t> reply{
        xcb_query_keymap_reply(m_connection, xcb_query_keymap(m_connection), nullptr)};
    return !reply || std::ranges::any_of(reply->keys, [](std::uint8_t keys) { return keys != 0; });
}

bool XProgram::isAnyButtonDown() const
{
    const ReplyPtr<xcb_query_pointer_reply_t> reply{
        xcb_query_pointer_reply(m_connection, xcb_query_pointer(m_connection, m_root), nullptr)};
    return !reply || (reply->mask & (XCB_BUTTON_MASK_1 | XCB_BUTTON_MASK_2 | XCB_BUTTON_MASK_3));
}

} // namespace Sandglass
