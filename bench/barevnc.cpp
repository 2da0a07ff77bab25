// SPDX-License-Identifier: GPL-3.0-or-later
// The bound for the desktop view: libvncclient, one X11 window, one MIT-SHM blit for each rectangle
// and nothing else. The library draws straight into the memory that the X server reads.
//
//   barevnc [--quality 0-9] [--seconds N] HOST:PORT
//
// With --seconds it ends by itself and prints when it has shown a frame, in seconds of
// CLOCK_MONOTONIC. Keys pressed in its window go to the server.
#include <bench/framelog.h>
#include <bench/shmimage.h>
#include <poll.h>
#include <rfb/rfbclient.h>

#include <array>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

using namespace Sandglass;

namespace {

struct Options {
    std::string host;
    int port = 0;
    int quality = 8;
    double seconds = 0; ///< zero: for ever
};

struct Viewer {
    DisplayPtr display = openDisplay();
    Window window = 0;
    GC gc = nullptr;
    std::optional<ShmImage> image;
    FrameLog frames;
};

int viewerTag = 0;

Viewer &viewerOf(rfbClient *client)
{
    return *static_cast<Viewer *>(rfbClientGetClientData(client, &viewerTag));
}

void openWindow(Viewer &viewer, int width, int height)
{
    Display *const display = viewer.display.get();
    if (viewer.window != 0) {
        XResizeWindow(display, viewer.window, unsigned(width), unsigned(height));
        return;
    }
    viewer.window = XCreateSimpleWindow(display, DefaultRootWindow(display), 0, 0, unsigned(width),
                                        unsigned(height), 0, 0, 0);
    viewer.gc = XCreateGC(display, viewer.window, 0, nullptr);
    XStoreName(display, viewer.window, "barevnc");
    XSelectInput(display, viewer.window, ExposureMask | KeyPressMask | KeyReleaseMask);
    XMapWindow(display, viewer.window);
}

rfbBool makeFramebuffer(rfbClient *client)
{
    Viewer &viewer = viewerOf(client);
    openWindow(viewer, client->width, client->height);
    viewer.image.emplace(viewer.display.get(), client->width, client->height);
    client->frameBuffer = reinterpret_cast<uint8_t *>(viewer.image->row(0));
    return TRUE;
}

void show(rfbClient *client, int x, int y, int width, int height)
{
    Viewer &viewer = viewerOf(client);
    viewer.image->put(viewer.window, viewer.gc, {.x = x, .y = y, .width = width, .height = height},
                      x, y);
}

void finishFrame(rfbClient *client)
{
    Viewer &viewer = viewerOf(client);
    XFlush(viewer.display.get());
    viewer.frames.add();
}

void keepQuiet(const char *, ...) {}

/// Ends the program when there is no server. Frees the client never: it lives as long.
rfbClient *connectTo(const Options &options, Viewer &viewer)
{
    rfbClientLog = keepQuiet;
    rfbClient *const client = rfbGetClient(8, 3, 4);
    client->format.redShift = 16;
    client->format.greenShift = 8;
    client->format.blueShift = 0;
    client->appData.encodingsString = "tight copyrect zrle hextile raw";
    client->appData.compressLevel = 1;
    client->appData.qualityLevel = options.quality;
    client->appData.useRemoteCursor = TRUE;
    client->appData.shareDesktop = TRUE;
    client->MallocFrameBuffer = makeFramebuffer;
    client->GotFrameBufferUpdate = show;
    client->FinishedFrameBufferUpdate = finishFrame;
    client->GotCursorShape = [](rfbClient *, int, int, int, int, int) {};
    client->serverHost = strdup(options.host.c_str());
    client->serverPort = options.port;
    rfbClientSetClientData(client, &viewerTag, &viewer);
    if (rfbInitClient(client, nullptr, nullptr) == FALSE) {
        std::fprintf(stderr, "There is no desktop at %s:%d\n", options.host.c_str(), options.port);
        std::exit(1);
    }
    return client;
}

void serveWindow(rfbClient *client, Viewer &viewer)
{
    while (XPending(viewer.display.get()) > 0) {
        XEvent event;
        XNextEvent(viewer.display.get(), &event);
        if (event.type == KeyPress || event.type == KeyRelease) {
            const KeySym keysym = XLookupKeysym(&event.xkey, 0);
            SendKeyEvent(client, uint32_t(keysym), event.type == KeyPress ? TRUE : FALSE);
        } else if (event.type == Expose) {
            const XExposeEvent &area = event.xexpose;
            show(client, area.x, area.y, std::min(area.width, client->width - area.x),
                 std::min(area.height, client->height - area.y));
        }
    }
    XFlush(viewer.display.get());
}

void run(rfbClient *client, Viewer &viewer, double seconds)
{
    const double end = monotonicNow() + seconds;
    for (;;) {
        serveWindow(client, viewer);
        const double left = end - monotonicNow();
        if (seconds > 0 && left <= 0)
            return;
        // Bytes that the library has read already show up in no poll().
        if (client->buffered == 0) {
            std::array<pollfd, 2> polled{
                {{.fd = client->sock, .events = POLLIN, .revents = 0},
                 {.fd = ConnectionNumber(viewer.display.get()), .events = POLLIN, .revents = 0}}};
            if (poll(polled.data(), polled.size(), seconds > 0 ? int(left * 1000) + 1 : -1) < 0)
                return;
            if (polled[0].revents == 0)
                continue;
        }
        if (HandleRFBServerMessage(client) == FALSE)
            return;
    }
}

std::optional<Options> optionsFrom(int argc, char **argv)
{
    Options options;
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        const auto colon = word.rfind(':');
        if (word == "--quality" && i + 1 < argc) {
            options.quality = std::atoi(argv[++i]);
        } else if (word == "--seconds" && i + 1 < argc) {
            options.seconds = std::atof(argv[++i]);
        } else if (!word.starts_with("--") && colon != std::string_view::npos) {
            options.host = word.substr(0, colon);
            options.port = std::atoi(argv[i] + colon + 1);
        } else {
            return std::nullopt;
        }
    }
    if (options.port <= 0)
        return std::nullopt;
    return options;
}

} // namespace

int main(int argc, char **argv)
{
    const auto options = optionsFrom(argc, argv);
    if (!options) {
        std::fputs("usage: barevnc [--quality 0-9] [--seconds N] HOST:PORT\n", stderr);
        return 2;
    }
    Viewer viewer;
    rfbClient *const client = connectTo(*options, viewer);
    run(client, viewer, options->seconds);
    if (options->seconds > 0)
        viewer.frames.print();
    return 0;
}
