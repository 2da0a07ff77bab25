// SPDX-License-Identifier: GPL-3.0-or-later
// Presses a key in the one window of a display COUNT times, and prints for each the milliseconds
// until the pixels that it changes have changed there. Knows nothing of the window but what a
// person sees, and so measures any viewer alike.
//
//   keytopixel COUNT
#include <X11/extensions/XTest.h>
#include <X11/keysym.h>
#include <bench/framelog.h>
#include <bench/shmimage.h>

#include <algorithm>
#include <cstring>
#include <optional>

using namespace Sandglass;

namespace {

constexpr long glanceNs = 200'000; ///< between two looks at the pixel
constexpr double longestWait = 2;  ///< seconds
constexpr double settling = 0.5;

struct Place {
    int x = 0;
    int y = 0;
};

void pause(double seconds)
{
    const std::timespec time{.tv_sec = long(seconds),
                             .tv_nsec = long((seconds - double(long(seconds))) * 1e9)};
    nanosleep(&time, nullptr);
}

void press(Display *display)
{
    const KeyCode code = XKeysymToKeycode(display, XK_a);
    XTestFakeKeyEvent(display, code, True, CurrentTime);
    XTestFakeKeyEvent(display, code, False, CurrentTime);
    XFlush(display);
}

/// With no window manager nobody else does it.
void focusTopWindow(Display *display)
{
    Window root = 0;
    Window parent = 0;
    Window *children = nullptr;
    unsigned count = 0;
    XQueryTree(display, DefaultRootWindow(display), &root, &parent, &children, &count);
    for (unsigned i = 0; i < count; ++i) {
        XWindowAttributes attributes;
        XGetWindowAttributes(display, children[i], &attributes);
        if (attributes.map_state == IsViewable && attributes.width > 600) {
            XSetInputFocus(display, children[i], RevertToPointerRoot, CurrentTime);
            XWarpPointer(display, None, children[i], 0, 0, 0, 0, 5, 5);
        }
    }
    XFree(children);
    XSync(display, False);
}

/// The middle of what one key press changes on the screen.
std::optional<Place> findSquare(Display *display)
{
    const Window root = DefaultRootWindow(display);
    ShmImage before(display, DisplayWidth(display, 0), DisplayHeight(display, 0));
    ShmImage after(display, before.width(), before.height());
    before.get(root, 0, 0);
    press(display);
    pause(settling);
    after.get(root, 0, 0);
    int left = before.width();
    int top = before.height();
    int right = -1;
    int bottom = -1;
    for (int y = 0; y < before.height(); ++y) {
        for (int x = 0; x < before.width(); ++x) {
            if (before.row(y)[x] == after.row(y)[x])
                continue;
            left = std::min(left, x);
            right = std::max(right, x);
            top = std::min(top, y);
            bottom = std::max(bottom, y);
        }
    }
    if (right < 0)
        return std::nullopt;
    return Place{.x = (left + right) / 2, .y = (top + bottom) / 2};
}

/// Milliseconds; nothing when nothing happened.
std::optional<double> pressAndWait(Display *display, ShmImage &glance, Place place)
{
    const Window root = DefaultRootWindow(display);
    glance.get(root, place.x, place.y);
    const std::uint32_t before = *glance.row(0);
    const double pressed = monotonicNow();
    press(display);
    for (;;) {
        glance.get(root, place.x, place.y);
        const double now = monotonicNow();
        if (*glance.row(0) != before)
            return (now - pressed) * 1000;
        if (now - pressed > longestWait)
            return std::nullopt;
        const std::timespec time{.tv_sec = 0, .tv_nsec = glanceNs};
        nanosleep(&time, nullptr);
    }
}

} // namespace

int main(int argc, char **argv)
{
    const int count = argc == 2 ? std::atoi(argv[1]) : 0;
    if (count <= 0) {
        std::fputs("usage: keytopixel COUNT\n", stderr);
        return 2;
    }
    const DisplayPtr display = openDisplay();
    focusTopWindow(display.get());
    pause(settling);
    const auto place = findSquare(display.get());
    if (!place) {
        std::fputs("A key press changes nothing that can be seen\n", stderr);
        return 1;
    }
    ShmImage glance(display.get(), 1, 1);
    for (int i = 0; i < count; ++i) {
        const auto time = pressAndWait(display.get(), glance, *place);
        if (!time)
            return 1;
        std::printf("%.3f\n", *time);
        // Of no fixed length: the servers have beats of their own.
        pause(0.04 + 0.0007 * (i % 29));
    }
    return 0;
}
