// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <X11/Xlib.h>
#include <X11/Xutil.h>
// Needs Xlib's types.
#include <X11/extensions/XShm.h>
#include <sys/ipc.h>
#include <sys/shm.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>

namespace Sandglass {

struct DisplayCloser {
    void operator()(Display *display) const { XCloseDisplay(display); }
};
using DisplayPtr = std::unique_ptr<Display, DisplayCloser>;

/// Ends the program where there is none: without one nothing here has a meaning.
inline DisplayPtr openDisplay(const char *name = nullptr)
{
    DisplayPtr display(XOpenDisplay(name));
    if (!display || XShmQueryExtension(display.get()) == False) {
        std::fprintf(stderr, "There is no display %s with shared memory\n", XDisplayName(name));
        std::exit(1);
    }
    return display;
}

/// Pixels (0x00RRGGBB) that this process shares with the X server. The display is borrowed and has
/// to outlive it. Without memory for it the program ends.
class ShmImage final
{
public:
    ShmImage(Display *display, int width, int height) : m_display(display)
    {
        const int screen = DefaultScreen(display);
        m_image = XShmCreateImage(display, DefaultVisual(display, screen),
                                  static_cast<unsigned>(DefaultDepth(display, screen)), ZPixmap,
                                  nullptr, &m_segment, static_cast<unsigned>(width),
                                  static_cast<unsigned>(height));
        if (m_image == nullptr || m_image->bits_per_pixel != 32)
            fail("The display has no pixels of 32 bits");
        const std::size_t bytes = std::size_t(m_image->bytes_per_line) * std::size_t(height);
        m_segment.shmid = shmget(IPC_PRIVATE, bytes, IPC_CREAT | 0600);
        m_segment.shmaddr = static_cast<char *>(shmat(m_segment.shmid, nullptr, 0));
        m_segment.readOnly = False;
        m_image->data = m_segment.shmaddr;
        if (m_segment.shmid < 0 || XShmAttach(display, &m_segment) == False)
            fail("There is no shared memory");
        XSync(display, False);
        // From here on it goes with its last user.
        shmctl(m_segment.shmid, IPC_RMID, nullptr);
    }

    ~ShmImage()
    {
        XShmDetach(m_display, &m_segment);
        m_image->data = nullptr;
        XDestroyImage(m_image);
        shmdt(m_segment.shmaddr);
    }

    ShmImage(const ShmImage &) = delete;
    ShmImage &operator=(const ShmImage &) = delete;

    [[nodiscard]] int width() const { return m_image->width; }
    [[nodiscard]] int height() const { return m_image->height; }
    [[nodiscard]] std::uint32_t *row(int y)
    {
        return reinterpret_cast<std::uint32_t *>(m_segment.shmaddr) +
               std::ptrdiff_t{m_image->width} * y;
    }

    struct Area {
        int x = 0;
        int y = 0;
        int width = 0;
        int height = 0;
    };

    /// Draws a part of it, whose corner gets to x and y of the target.
    void put(Drawable target, GC gc, const Area &part, int x, int y)
    {
        XShmPutImage(m_display, target, gc, m_image, part.x, part.y, x, y,
                     static_cast<unsigned>(part.width), static_cast<unsigned>(part.height), False);
    }

    /// Fills all of it with what is shown from x and y on.
    void get(Drawable source, int x, int y)
    {
        XShmGetImage(m_display, source, m_image, x, y, AllPlanes);
    }

private:
    [[noreturn]] static void fail(const char *why)
    {
        std::fprintf(stderr, "%s\n", why);
        std::exit(1);
    }

    Display *m_display;
    XImage *m_image = nullptr;
    XShmSegmentInfo m_segment{};
};

} // namespace Sandglass
