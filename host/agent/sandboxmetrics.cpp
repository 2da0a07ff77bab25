// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/agent/sandboxmetrics.h>
#include <host/uniquefd.h>

#include <dirent.h>
#include <fcntl.h>
#include <linux/magic.h>
#include <sched.h>
#include <sys/statfs.h>
#include <sys/statvfs.h>
#include <sys/sysinfo.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace Sandglass {

namespace {

/// What all processes have used and hold.
struct Usage {
    double cpuSeconds = 0;
    std::int64_t memory = 0;
};

std::string readSmallFile(const std::string &path)
{
    std::array<char, 1024> buffer{};
    const UniqueFd file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    const auto count = file ? ::read(file.get(), buffer.data(), buffer.size()) : 0;
    return {buffer.data(), static_cast<std::size_t>(std::max<ssize_t>(count, 0))};
}

std::vector<std::int64_t> numbersIn(std::string_view text)
{
    std::vector<std::int64_t> numbers;
    const char *const end = text.data() + text.size();
    for (const char *at = text.data(); at < end;) {
        std::int64_t number = 0;
        const auto [next, error] = std::from_chars(at, end, number);
        if (error == std::errc())
            numbers.push_back(number);
        at = std::find(next, end, ' ');
        at = std::find_if(at, end, [](char c) { return c != ' '; });
    }
    return numbers;
}

// User and system time with those of the children it has waited for: summed over all processes
// nothing that has ended is lost. The fields are counted from behind the name, which may hold
// anything.
double cpuSecondsOf(const std::string &directory)
{
    const auto text = readSmallFile(directory + "/stat");
    const auto nameEnd = text.rfind(") ");
    if (nameEnd == std::string::npos || nameEnd + 4 > text.size())
        return 0;
    const auto fields = numbersIn(std::string_view(text).substr(nameEnd + 4)); // behind the state
    if (fields.size() < 14)
        return 0;
    const auto ticks = fields[10] + fields[11] + fields[12] + fields[13];
    return static_cast<double>(ticks) / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

// Resident without what is shared: anonymous memory. Cheap, leaves out the page cache that
// reclaiming frees, and counts a library that fifty processes map not at all instead of fifty
// times.
std::int64_t memoryOf(const std::string &directory)
{
    const auto fields = numbersIn(readSmallFile(directory + "/statm"));
    return fields.size() < 3 ? 0 : (fields[1] - fields[2]) * ::sysconf(_SC_PAGESIZE);
}

/// Files in memory: shared memory segments and temporary files.
std::int64_t memoryOfTemporaryFiles()
{
    std::int64_t bytes = 0;
    std::vector<std::pair<int, int>> seen;
    for (const char *const directory : {"/dev/shm", "/tmp", "/run", "/var/tmp"}) {
        struct statfs status{};
        if (::statfs(directory, &status) != 0 || status.f_type != TMPFS_MAGIC)
            continue;
        const std::pair id{status.f_fsid.__val[0], status.f_fsid.__val[1]};
        if (std::ranges::contains(seen, id))
            continue;
        seen.push_back(id);
        bytes += static_cast<std::int64_t>(status.f_blocks - status.f_bfree) * status.f_bsize;
    }
    return bytes;
}

Usage currentUsage()
{
    Usage usage;
    const std::unique_ptr<DIR, int (*)(DIR *)> directory(::opendir("/proc"), ::closedir);
    while (const dirent *const entry = directory ? ::readdir(directory.get()) : nullptr) {
        const std::string name = entry->d_name;
        if (!std::ranges::all_of(name, [](char c) { return c >= '0' && c <= '9'; }))
            continue;
        usage.cpuSeconds += cpuSecondsOf("/proc/" + name);
        usage.memory += memoryOf("/proc/" + name);
    }
    usage.memory += memoryOfTemporaryFiles();
    return usage;
}

int cpusOfMachine()
{
    cpu_set_t cpus;
    CPU_ZERO(&cpus);
    return ::sched_getaffinity(0, sizeof cpus, &cpus) == 0 ? CPU_COUNT(&cpus) : 1;
}

std::int64_t memoryOfMachine()
{
    struct sysinfo info{};
    return ::sysinfo(&info) == 0 ? static_cast<std::int64_t>(info.totalram) * info.mem_unit : 0;
}

// The sandbox's root is a small tmpfs; home lies where everything that is written goes.
void addDisk(MetricSample &sample)
{
    struct statvfs status{};
    if (::statvfs("/home", &status) != 0 && ::statvfs("/", &status) != 0)
        return;
    const auto unit = static_cast<std::int64_t>(status.f_frsize);
    sample.diskTotal = static_cast<std::int64_t>(status.f_blocks) * unit;
    sample.diskUsed = static_cast<std::int64_t>(status.f_blocks - status.f_bfree) * unit;
}

} // namespace

SandboxMetrics::SandboxMetrics(int memoryMiB, int cpuCount)
    : m_memoryTotal(memoryMiB > 0 ? static_cast<std::int64_t>(memoryMiB) << 20 : memoryOfMachine()),
      m_cpuCount(cpuCount > 0 ? cpuCount : cpusOfMachine()),
      m_takenAt(Clock::now())
{
}

MetricSample SandboxMetrics::sample()
{
    const auto now = Clock::now();
    const std::chrono::duration<double> elapsed = now - m_takenAt;
    if (m_last.cpuCount != 0 && elapsed < std::chrono::seconds(1))
        return m_last;
    const auto usage = currentUsage();
    MetricSample sample;
    sample.time =
        std::chrono::time_point_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now());
    sample.cpuCount = m_cpuCount;
    // A process that was never waited for takes its time with it: the sum may shrink, the use may
    // not be negative.
    const auto share =
        (usage.cpuSeconds - m_cpuSeconds) / std::max(elapsed.count(), 0.01) / m_cpuCount;
    sample.cpuUsedPct = std::round(std::clamp(share, 0.0, 1.0) * 10'000) / 100;
    sample.memTotal = m_memoryTotal;
    sample.memUsed = std::min(usage.memory, m_memoryTotal);
    addDisk(sample);
    m_cpuSeconds = usage.cpuSeconds;
    m_takenAt = now;
    return m_last = sample;
}

} // namespace Sandglass
