// SPDX-License-Identifier: GPL-3.0-or-later
#include <vnc/helper/syscallfilter.h>

#include <fcntl.h>
#include <seccomp.h>
#include <sys/mman.h>

#include <array>
#include <cerrno>
#include <memory>

namespace Sandglass::Rfb {

namespace {

struct FilterRelease {
    void operator()(void *filter) const { seccomp_release(filter); }
};
using Filter = std::unique_ptr<void, FilterRelease>;

/// Whatever their arguments are.
constexpr std::array plainCalls{
    SCMP_SYS(munmap),       SCMP_SYS(mremap),         SCMP_SYS(brk),
    SCMP_SYS(madvise),      SCMP_SYS(futex),          SCMP_SYS(poll),
    SCMP_SYS(ppoll),        SCMP_SYS(clock_gettime),  SCMP_SYS(gettimeofday),
    SCMP_SYS(getrandom),    SCMP_SYS(lseek),          SCMP_SYS(close),
    SCMP_SYS(rt_sigreturn), SCMP_SYS(rt_sigprocmask), SCMP_SYS(restart_syscall),
    SCMP_SYS(exit),         SCMP_SYS(exit_group),
};

bool allow(const Filter &filter, int call)
{
    const int error = seccomp_rule_add_array(filter.get(), SCMP_ACT_ALLOW, call, 0, nullptr);
    errno = -error;
    // Not every machine has each of them: arm64 has no poll().
    return error == 0 || error == -EDOM;
}

bool allowIf(const Filter &filter, int call, scmp_arg_cmp condition)
{
    const int error = seccomp_rule_add_array(filter.get(), SCMP_ACT_ALLOW, call, 1, &condition);
    errno = -error;
    return error == 0;
}

bool allowOn(const Filter &filter, int call, int fd)
{
    return allowIf(filter, call, SCMP_A0(SCMP_CMP_EQ, static_cast<scmp_datum_t>(fd)));
}

} // namespace

bool filterSystemCalls(int server, int app)
{
    const Filter filter(seccomp_init(SCMP_ACT_KILL_PROCESS));
    if (!filter) {
        errno = ENOMEM;
        return false;
    }
    for (const int call : plainCalls) {
        if (!allow(filter, call))
            return false;
    }
    const bool isComplete =
        allowOn(filter, SCMP_SYS(recvfrom), server) && allowOn(filter, SCMP_SYS(sendto), server) &&
        allowOn(filter, SCMP_SYS(recvmsg), app) && allowOn(filter, SCMP_SYS(sendmsg), app) &&
        allowIf(filter, SCMP_SYS(mmap), SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)) &&
        allowIf(filter, SCMP_SYS(fcntl), SCMP_A1(SCMP_CMP_EQ, F_GET_SEALS));
    if (!isComplete)
        return false;
    const int error = seccomp_load(filter.get());
    errno = -error;
    return error == 0;
}

} // namespace Sandglass::Rfb
