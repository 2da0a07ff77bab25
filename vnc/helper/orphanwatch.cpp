// SPDX-License-Identifier: GPL-3.0-or-later
#include <vnc/helper/orphanwatch.h>

#include <poll.h>
#include <sys/time.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

namespace Sandglass::Rfb {

namespace {

// A signal's handler has no other way to know.
volatile sig_atomic_t watchedFd = -1;
volatile sig_atomic_t ticksAlone = 0;

/// Two ticks, so that a session that is only busy can still send what the app asked for last.
constexpr int patience = 2;

void look(int)
{
    const int savedErrno = errno;
    pollfd polled{.fd = watchedFd, .events = 0, .revents = 0};
    const bool isGone = ::poll(&polled, 1, 0) == 1 && (polled.revents & (POLLHUP | POLLERR)) != 0;
    ticksAlone = isGone ? ticksAlone + 1 : 0;
    if (ticksAlone >= patience)
        ::_exit(0);
    errno = savedErrno;
}

} // namespace

void watchForOrphanhood(int app)
{
    watchedFd = app;
    struct sigaction action{};
    action.sa_handler = look;
    action.sa_flags = SA_RESTART;
    ::sigaction(SIGPROF, &action, nullptr);
    const itimerval everySecond{.it_interval = {.tv_sec = 1, .tv_usec = 0},
                                .it_value = {.tv_sec = 1, .tv_usec = 0}};
    ::setitimer(ITIMER_PROF, &everySecond, nullptr);
}

} // namespace Sandglass::Rfb
