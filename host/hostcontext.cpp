// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/hostcontext.h>

#include <sys/statvfs.h>
#include <unistd.h>

#include <thread>

namespace Sandglass {

MachineSize machineSize(const HostPaths &paths)
{
    MachineSize size;
    size.cpuCount = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    size.memoryBytes =
        std::int64_t{::sysconf(_SC_PHYS_PAGES)} * std::int64_t{::sysconf(_SC_PAGESIZE)};
    struct statvfs disk{};
    if (::statvfs(paths.state.c_str(), &disk) == 0) {
        size.diskBytes = static_cast<std::int64_t>(disk.f_blocks * disk.f_frsize);
        size.diskFreeBytes = static_cast<std::int64_t>(disk.f_bavail * disk.f_frsize);
    }
    return size;
}

} // namespace Sandglass
