// SPDX-License-Identifier: GPL-3.0-or-later
// Draws one scene over the whole of a display until it is ended, the same at each run:
//
//   scene video     960x540 of moving, grainy pictures in the middle, 30 times a second
//   scene scroll    1200x800 of coloured text that scrolls by a line, 20 times a second
//   scene idle      a page of text, once
//   scene flip      the page, and in the middle a square that changes its colour at each key press
//
// Prints a line as soon as it is there.
#include <bench/shmimage.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <ctime>
#include <string>
#include <string_view>
#include <vector>

using namespace Sandglass;

namespace {

constexpr int videoWidth = 960;
constexpr int videoHeight = 540;
constexpr int videoFrames = 24;
constexpr int videoRate = 30;
constexpr int pageWidth = 1200;
constexpr int pageHeight = 800;
constexpr int pageRate = 20;
constexpr int lineHeight = 16;
constexpr int pageLines = 200; ///< after which the text begins again
constexpr int squareSide = 64;

/// One full-screen window with the keyboard.
struct Stage {
    DisplayPtr display = openDisplay();
    int width = DisplayWidth(display.get(), 0);
    int height = DisplayHeight(display.get(), 0);
    Window window = 0;
    GC gc = nullptr;
};

class Ticks final
{
public:
    explicit Ticks(long rate) : m_step(1'000'000'000L / rate)
    {
        clock_gettime(CLOCK_MONOTONIC, &m_next);
    }
    /// Waits for the next one; none is made up for.
    void wait()
    {
        m_next.tv_nsec += m_step;
        if (m_next.tv_nsec >= 1'000'000'000L) {
            m_next.tv_nsec -= 1'000'000'000L;
            ++m_next.tv_sec;
        }
        clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &m_next, nullptr);
    }

private:
    long m_step;
    std::timespec m_next{};
};

class Noise final
{
public:
    std::uint32_t next()
    {
        m_state ^= m_state << 13U;
        m_state ^= m_state >> 17U;
        m_state ^= m_state << 5U;
        return m_state;
    }

private:
    std::uint32_t m_state = 0x9E3779B9U;
};

void openStage(Stage &stage)
{
    Display *const display = stage.display.get();
    XSetWindowAttributes attributes{};
    attributes.override_redirect = True;
    attributes.background_pixel = 0x30343C;
    attributes.event_mask = ExposureMask | KeyPressMask;
    stage.window = XCreateWindow(display, DefaultRootWindow(display), 0, 0, unsigned(stage.width),
                                 unsigned(stage.height), 0, CopyFromParent, InputOutput, nullptr,
                                 CWOverrideRedirect | CWBackPixel | CWEventMask, &attributes);
    stage.gc = XCreateGC(display, stage.window, 0, nullptr);
    XSetGraphicsExposures(display, stage.gc, False);
    XMapRaised(display, stage.window);
    XEvent event;
    XWindowEvent(display, stage.window, ExposureMask, &event);
    XSetInputFocus(display, stage.window, RevertToParent, CurrentTime);
    XSync(display, False);
}

void announce()
{
    std::puts("ready");
    std::fflush(stdout);
}

std::vector<int> waves(int count, double length, double phase, double height)
{
    std::vector<int> values;
    for (int i = 0; i < count; ++i)
        values.push_back(int(height * std::sin(2 * M_PI * (i / length + phase))));
    return values;
}

/// Soft shapes that drift, an edge that moves, and grain over all of it.
void drawPicture(ShmImage &film, int frame, Noise &noise)
{
    const double turn = double(frame) / videoFrames;
    const auto wide = waves(videoWidth, 613, turn, 45);
    const auto narrow = waves(videoWidth, 47, -2 * turn, 18);
    const auto high = waves(videoHeight, 397, turn, 45);
    const auto low = waves(videoHeight, 31, 3 * turn, 18);
    const int edge = frame * videoWidth / videoFrames;
    for (int y = 0; y < videoHeight; ++y) {
        std::uint32_t *const row = film.row(frame * videoHeight + y);
        for (int x = 0; x < videoWidth; ++x) {
            const std::uint32_t grain = noise.next();
            const int light = (x + y / 2) % videoWidth < edge ? 100 : 140;
            const auto channel = [grain](int value, unsigned shift) {
                const int noisy = value + int((grain >> shift) & 15U) - 8;
                return std::uint32_t(std::clamp(noisy, 0, 255));
            };
            row[x] = channel(light + wide[size_t(x)] + low[size_t(y)], 0) << 16U |
                     channel(light + high[size_t(y)] + narrow[size_t(x)], 4) << 8U |
                     channel(light + wide[size_t(x)] - high[size_t(y)], 8);
        }
    }
}

void playVideo(Stage &stage)
{
    Display *const display = stage.display.get();
    ShmImage film(display, videoWidth, videoHeight * videoFrames);
    Noise noise;
    for (int frame = 0; frame < videoFrames; ++frame)
        drawPicture(film, frame, noise);
    announce();
    Ticks ticks(videoRate);
    for (int frame = 0;; frame = (frame + 1) % videoFrames) {
        film.put(stage.window, stage.gc,
                 {.x = 0, .y = frame * videoHeight, .width = videoWidth, .height = videoHeight},
                 (stage.width - videoWidth) / 2, (stage.height - videoHeight) / 2);
        XSync(display, False);
        ticks.wait();
    }
}

void drawLine(Display *display, Pixmap page, GC gc, int line, Noise &noise)
{
    constexpr std::array colours{0xD8DEE9UL, 0x88C0D0UL, 0xA3BE8CUL, 0xEBCB8BUL, 0xB48EADUL};
    int x = 8;
    while (x < pageWidth - 100) {
        std::string word;
        for (auto left = 2 + noise.next() % 9; left > 0; --left)
            word += char('a' + noise.next() % 26);
        XSetForeground(display, gc, colours.at(noise.next() % colours.size()));
        XDrawString(display, page, gc, x, line * lineHeight + 12, word.c_str(), int(word.size()));
        x += int(word.size() + 1) * 6;
        if (noise.next() % 16 == 0)
            break;
    }
}

/// Text of two rounds, so that any part of the first one can be shown whole.
Pixmap drawPages(Stage &stage)
{
    Display *const display = stage.display.get();
    const Font font = XLoadFont(display, "fixed");
    const Pixmap page =
        XCreatePixmap(display, stage.window, pageWidth, pageLines * lineHeight + pageHeight, 24);
    GC gc = XCreateGC(display, page, 0, nullptr);
    XSetForeground(display, gc, 0x1E222A);
    XFillRectangle(display, page, gc, 0, 0, pageWidth, pageLines * lineHeight + pageHeight);
    XSetFont(display, gc, font);
    Noise noise;
    for (int line = 0; line < pageLines; ++line)
        drawLine(display, page, gc, line, noise);
    XCopyArea(display, page, page, gc, 0, 0, pageWidth, pageHeight, 0, pageLines * lineHeight);
    XFreeGC(display, gc);
    return page;
}

void showPage(Stage &stage, Pixmap page, int line)
{
    XCopyArea(stage.display.get(), page, stage.window, stage.gc, 0, line * lineHeight, pageWidth,
              pageHeight, (stage.width - pageWidth) / 2, (stage.height - pageHeight) / 2);
    XSync(stage.display.get(), False);
}

void scrollText(Stage &stage)
{
    const Pixmap page = drawPages(stage);
    announce();
    Ticks ticks(pageRate);
    for (int line = 0;; line = (line + 1) % pageLines) {
        showPage(stage, page, line);
        ticks.wait();
    }
}

void showSquare(Stage &stage, bool isBright)
{
    XSetForeground(stage.display.get(), stage.gc, isBright ? 0xFFFFFF : 0x000000);
    XFillRectangle(stage.display.get(), stage.window, stage.gc, (stage.width - squareSide) / 2,
                   (stage.height - squareSide) / 2, squareSide, squareSide);
    XFlush(stage.display.get());
}

enum class Square : bool { Absent, Present };

void showStill(Stage &stage, Square square)
{
    showPage(stage, drawPages(stage), 0);
    bool isBright = false;
    if (square == Square::Present)
        showSquare(stage, isBright);
    announce();
    for (;;) {
        XEvent event;
        XNextEvent(stage.display.get(), &event);
        if (event.type == KeyPress && square == Square::Present)
            showSquare(stage, isBright = !isBright);
    }
}

} // namespace

int main(int argc, char **argv)
{
    const std::string_view name = argc == 2 ? argv[1] : "";
    if (name != "video" && name != "scroll" && name != "idle" && name != "flip") {
        std::fputs("usage: scene video|scroll|idle|flip\n", stderr);
        return 2;
    }
    Stage stage;
    openStage(stage);
    if (name == "video")
        playVideo(stage);
    else if (name == "scroll")
        scrollText(stage);
    else
        showStill(stage, name == "flip" ? Square::Present : Square::Absent);
    return 0;
}
