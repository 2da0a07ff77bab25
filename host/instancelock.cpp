// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/instancelock.h>
#include <host/ioerror.h>

#include <fcntl.h>
#include <sys/file.h>

#include <thread>

namespace Sandglass {

using namespace std::chrono_literals;

Result<std::optional<InstanceLock>> InstanceLock::tryTake(const std::string &path)
{
    UniqueFd file(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    if (!file)
        return ioFailure("cannot open " + path);
    if (::flock(file.get(), LOCK_EX | LOCK_NB) == 0)
        return InstanceLock(std::move(file));
    if (errno == EWOULDBLOCK)
        return std::nullopt;
    return ioFailure("cannot lock " + path);
}

Result<std::optional<InstanceLock>> InstanceLock::take(const std::string &path,
                                                       std::chrono::milliseconds within)
{
    const auto deadline = std::chrono::steady_clock::now() + within;
    for (;;) {
        auto lock = tryTake(path);
        if (!lock || *lock || std::chrono::steady_clock::now() >= deadline)
            return lock;
        std::this_thread::sleep_for(10ms);
    }
}

bool InstanceLock::isHeld(const std::string &path)
{
    const UniqueFd file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    // Shared, so that two that only look do not take each other for the host.
    return file && ::flock(file.get(), LOCK_SH | LOCK_NB) != 0;
}

} // namespace Sandglass
