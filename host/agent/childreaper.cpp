// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/agent/childreaper.h>

#include <boost/asio/io_context.hpp>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <utility>

namespace Sandglass {

namespace asio = boost::asio;

namespace {

constexpr std::chrono::seconds grace{2};
constexpr pid_t everything = -1;

int openSignals()
{
    sigset_t signals;
    ::sigemptyset(&signals);
    for (const int number : {SIGCHLD, SIGTERM, SIGINT})
        ::sigaddset(&signals, number);
    ::sigprocmask(SIG_BLOCK, &signals, nullptr);
    // Sockets and pipes report a closed peer by EPIPE.
    std::signal(SIGPIPE, SIG_IGN);
    return ::signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK);
}

bool isPidOne()
{
    return ::getpid() == 1;
}

} // namespace

ChildReaper::ChildReaper(asio::io_context &context, std::function<void(pid_t, int)> exited,
                         std::function<void()> finished)
    : m_signals(context, openSignals()),
      m_grace(context),
      m_exited(std::move(exited)),
      m_finished(std::move(finished))
{
    // Orphans come to us even if we are not pid 1.
    ::prctl(PR_SET_CHILD_SUBREAPER, 1);
    waitForSignal();
}

void ChildReaper::waitForSignal()
{
    m_signals.async_wait(asio::posix::stream_descriptor::wait_read,
                         [this](const boost::system::error_code &error) {
                             if (error)
                                 return;
                             readSignals();
                             waitForSignal();
                         });
}

void ChildReaper::readSignals()
{
    std::array<signalfd_siginfo, 16> infos{};
    const auto bytes = ::read(m_signals.native_handle(), infos.data(), sizeof infos);
    const auto count = bytes < 0 ? 0 : static_cast<std::size_t>(bytes) / sizeof infos[0];
    bool ends = false;
    for (std::size_t i = 0; i < count; ++i)
        ends = ends || infos[i].ssi_signo != SIGCHLD;
    // Whatever arrived: pending signals of one kind are merged, so each may stand for many
    // children.
    reap();
    if (ends)
        shutDown();
}

void ChildReaper::reap()
{
    while (true) {
        int status = 0;
        const pid_t pid = ::waitpid(everything, &status, WNOHANG);
        if (pid > 0)
            m_exited(pid, status);
        else if (pid == 0 || errno != EINTR)
            break;
    }
    if (m_isShuttingDown && isPidOne() && ::kill(everything, 0) != 0)
        finish();
}

void ChildReaper::shutDown()
{
    if (std::exchange(m_isShuttingDown, true))
        return;
    if (!isPidOne() || ::kill(everything, SIGTERM) != 0)
        return finish();
    m_grace.expires_after(grace);
    m_grace.async_wait([this](const boost::system::error_code &error) {
        if (error)
            return;
        ::kill(everything, SIGKILL);
        finish();
    });
}

void ChildReaper::finish()
{
    m_grace.cancel();
    if (const auto finished = std::exchange(m_finished, nullptr))
        finished();
}

} // namespace Sandglass
