// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/steady_timer.hpp>
#include <sys/types.h>

#include <functional>

namespace Sandglass {

/// The one place that waits for children, our own and the orphans that the kernel hands to pid 1,
/// and that ends the sandbox on SIGTERM or SIGINT. Blocks those signals: launched programs get them
/// back.
class ChildReaper final
{
public:
    /// `exited` gets every child with the status of waitpid(); `finished` runs once, when it is
    /// time to exit.
    ChildReaper(boost::asio::io_context &context, std::function<void(pid_t, int)> exited,
                std::function<void()> finished);

    /// Asks every process of the sandbox to end, kills what is left after two seconds. Only pid 1
    /// does: elsewhere "all processes" would be those of the machine.
    void shutDown();

private:
    void waitForSignal();
    void readSignals();
    void reap();
    void finish();

    boost::asio::posix::stream_descriptor m_signals;
    boost::asio::steady_timer m_grace;
    std::function<void(pid_t, int)> m_exited;
    std::function<void()> m_finished;
    bool m_isShuttingDown = false;
};

} // namespace Sandglass
