// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QPoint>
#include <QtCore/QString>

#include <xcb/xcb.h>

namespace Sandglass {

/// An X program of our own that has the keyboard and writes down what it is given.
class XProgram final
{
public:
    explicit XProgram(const QByteArray &display);
    ~XProgram();
    Q_DISABLE_COPY_MOVE(XProgram)

    [[nodiscard]] bool isOpen() const;
    /// Everything so far, keys by their keysyms and buttons by their numbers: "+61 -61 +b1 -b1".
    [[nodiscard]] QString heard();
    [[nodiscard]] QPoint pointer() const;
    /// Of the display, whoever pressed it.
    [[nodiscard]] bool isAnyKeyDown() const;
    [[nodiscard]] bool isAnyButtonDown() const;

private:
    void listen();
    [[nodiscard]] quint32 keysymOf(xcb_keycode_t key) const;

    xcb_connection_t *m_connection;
    xcb_window_t m_root = 0;
    QString m_heard;
};

} // namespace Sandglass
