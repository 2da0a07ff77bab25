// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes a second that the terminal engine takes in, beside libvterm's parser alone (the bound:
// nothing here can be faster than what it is built on). Prints "name MB/s bound" for plain text,
// colours and cursor movement.
#include <terminal/terminalsurface.h>

#include <QtCore/QElapsedTimer>
#include <QtCore/QTimer>
#include <QtGui/QGuiApplication>

#include <vterm.h>

#include <cstdio>

using namespace Sandglass;

namespace {

constexpr qsizetype total = 64 * 1024 * 1024;
constexpr qsizetype chunk = 32 * 1024;

QByteArray repeated(const QByteArray &pattern)
{
    return pattern.repeated(chunk / pattern.size() + 1).left(chunk);
}

double megabytesPerSecond(qint64 nanoseconds)
{
    return double(total) / 1e6 / (double(nanoseconds) / 1e9);
}

double measureParser(const QByteArray &bytes)
{
    VTerm *vt = vterm_new(50, 160);
    vterm_set_utf8(vt, 1);
    const VTermParserCallbacks nothing{};
    vterm_parser_set_callbacks(vt, &nothing, nullptr);
    QElapsedTimer timer;
    timer.start();
    for (qsizetype done = 0; done < total; done += bytes.size())
        vterm_input_write(vt, bytes.constData(), std::size_t(bytes.size()));
    const double result = megabytesPerSecond(timer.nsecsElapsed());
    vterm_free(vt);
    return result;
}

double measureSurface(const QByteArray &bytes)
{
    TerminalSurface surface(QSize(160, 50));
    qsizetype given = 0;
    QElapsedTimer timer;
    timer.start();
    // As a stream does: more whenever the surface can take it, from the event loop.
    QTimer feed;
    QObject::connect(&feed, &QTimer::timeout, &surface, [&] {
        while (given < total && !surface.isBusy()) {
            surface.receive(bytes);
            given += bytes.size();
        }
        if (given >= total && surface.queuedBytes() == 0)
            QCoreApplication::quit();
    });
    feed.start(0);
    QCoreApplication::exec();
    return megabytesPerSecond(timer.nsecsElapsed());
}

void measure(const char *name, const QByteArray &bytes)
{
    std::printf("%s %.1f %.1f\n", name, measureSurface(bytes), measureParser(bytes));
}

} // namespace

int main(int argc, char **argv)
{
    const QGuiApplication app(argc, argv);
    measure("plain", repeated("The quick brown fox jumps over the lazy dog 0123456789 and then "
                              "once more over it\r\n"));
    measure("colours", repeated("\x1b[31mred\x1b[0m \x1b[1;38;5;120mbold green\x1b[0m "
                                "\x1b[48;2;10;20;30mground\x1b[m\r\n"));
    measure("cursor", repeated("\x1b[10;20Hhere\x1b[K\x1b[5Athere\x1b[2;40r\x1b[rback\x1b[H"));
    return 0;
}
