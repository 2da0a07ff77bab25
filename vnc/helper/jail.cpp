// SPDX-License-Identifier: GPL-3.0-or-later
#include <vnc/helper/jail.h>
#include <vnc/helper/landlock.h>
#include <vnc/helper/syscallfilter.h>

#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <utility>

namespace Sandglass::Rfb {

namespace {

/// Where /proc is missing: more than the libraries were seen to map.
constexpr std::size_t presumedMappedBytes = std::size_t{128} * 1024 * 1024;

struct FileCloser {
    void operator()(FILE *file) const { std::fclose(file); }
};

std::size_t mappedBytes()
{
    const std::unique_ptr<FILE, FileCloser> statm(std::fopen("/proc/self/statm", "re"));
    std::size_t pages = 0;
    if (!statm || std::fscanf(statm.get(), "%zu", &pages) != 1)
        return presumedMappedBytes;
    return pages * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

bool limitResources()
{
    const std::array<std::pair<__rlimit_resource, rlim_t>, 5> limits{{
        {RLIMIT_AS, addressSpaceLimit()},
        {RLIMIT_NOFILE, openFiles},
        {RLIMIT_FSIZE, 0},
        {RLIMIT_CORE, 0},
        {RLIMIT_NPROC, 0}, // binds nobody who is root: there the filter does it alone
    }};
    for (const auto &[resource, value] : limits) {
        const rlimit limit{.rlim_cur = value, .rlim_max = value};
        if (::setrlimit(resource, &limit) != 0)
            return false;
    }
    return true;
}

/// A server decides how much there is to decode: not at the cost of the app, or of the machine. It
/// only gives up, so it cannot fail; the filter keeps it from being taken back.
void giveWay()
{
    static_cast<void>(::nice(niceness));
}

bool renouncePrivileges()
{
    return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
           ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0;
}

std::string withErrno(const char *words)
{
    return std::string(words) + ": " + std::strerror(errno);
}

} // namespace

std::size_t addressSpaceLimit()
{
    return mappedBytes() + maximumFramebufferBytes + heapBytes;
}

std::optional<std::string> enterJail(int server, int app)
{
    giveWay();
    if (!limitResources())
        return withErrno("The decoder's resources cannot be limited");
    if (!renouncePrivileges())
        return withErrno("The decoder cannot give up its privileges");
    denyFiles(); // a second wall, where the kernel has it: the filter lets no file be opened anyway
    if (!filterSystemCalls(server, app))
        return withErrno("The decoder's system calls cannot be filtered");
    return std::nullopt;
}

} // namespace Sandglass::Rfb
