// SPDX-License-Identifier: GPL-3.0-or-later
// Enters the helper's jail and tries the one thing that its argument names: what must not work ends
// it with SIGSYS, what must work ends with 0 ("spin" never ends by itself). Its descriptors 3 and 4
// are sockets, as the helper's.
#include <vnc/helper/jail.h>
#include <vnc/helper/orphanwatch.h>

#include <fcntl.h>
#include <linux/openat2.h>
#include <netinet/in.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string_view>

namespace {

using Attempt = bool (*)();
struct Named {
    std::string_view name;
    Attempt attempt;
};

bool isCall(long result)
{
    return result >= 0;
}

bool connectSomewhere()
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(80);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return isCall(::connect(3, reinterpret_cast<const sockaddr *>(&address), sizeof address));
}

bool execute()
{
    std::array<char *, 1> none{nullptr};
    return isCall(::execve("/bin/true", none.data(), none.data()));
}

bool openNewWay()
{
    open_how how{};
    return isCall(::syscall(SYS_openat2, AT_FDCWD, "/", &how, sizeof how));
}

bool raiseLimit()
{
    rlimit limit{.rlim_cur = RLIM_INFINITY, .rlim_max = RLIM_INFINITY};
    return isCall(::setrlimit(RLIMIT_AS, &limit));
}

bool mapCode()
{
    return ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS,
                  -1, 0) != MAP_FAILED;
}

bool receiveElsewhere()
{
    char byte = 0;
    return isCall(::recv(5, &byte, 1, MSG_DONTWAIT));
}

bool sendDescriptorToServer()
{
    msghdr header{};
    return isCall(::sendmsg(3, &header, MSG_DONTWAIT));
}

bool readMemoryOfAnother()
{
    iovec vector{};
    return isCall(::process_vm_readv(1, &vector, 1, &vector, 1, 0));
}

/// The jail's heap is there, and more than it and a desktop is not.
bool hasItsMemory()
{
    using namespace Sandglass::Rfb;
    void *const heap = std::malloc(heapBytes - std::size_t{8} * 1024 * 1024);
    const bool isThere = heap != nullptr;
    std::free(heap);
    return isThere && std::malloc(heapBytes + maximumFramebufferBytes + 1) == nullptr;
}

bool speaksToBoth()
{
    char byte = 0;
    const bool isSent = ::send(3, &byte, 1, MSG_DONTWAIT | MSG_NOSIGNAL) == 1;
    return isSent && ::recv(3, &byte, 1, MSG_DONTWAIT) < 0 && errno == EAGAIN;
}

constexpr std::array attempts{
    Named{"open", [] { return isCall(::syscall(SYS_open, "/etc/passwd", O_RDONLY)); }},
    Named{"openat", [] { return isCall(::openat(AT_FDCWD, "/etc/passwd", O_RDONLY)); }},
    Named{"openat2", openNewWay},
    Named{"unlink", [] { return isCall(::unlink("/nowhere")); }},
    Named{"stat", [] { return isCall(::access("/etc/passwd", R_OK)); }},
    Named{"socket", [] { return isCall(::socket(AF_INET, SOCK_STREAM, 0)); }},
    Named{"unix socket", [] { return isCall(::socket(AF_UNIX, SOCK_STREAM, 0)); }},
    Named{"connect", connectSomewhere},
    Named{"bind", [] { return isCall(::bind(3, nullptr, 0)); }},
    Named{"execve", execute},
    Named{"fork", [] { return isCall(::fork()); }},
    Named{"clone3", [] { return isCall(::syscall(SYS_clone3, nullptr, 0)); }},
    Named{"kill", [] { return isCall(::kill(::getppid(), 0)); }},
    Named{"tgkill", [] { return isCall(::syscall(SYS_tgkill, 1, 1, 0)); }},
    Named{"ptrace", [] { return isCall(::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr)); }},
    Named{"process_vm_readv", readMemoryOfAnother},
    Named{"setrlimit", raiseLimit},
    Named{"setpriority", [] { return isCall(::setpriority(PRIO_PROCESS, 0, 0)); }},
    Named{"prctl", [] { return isCall(::prctl(PR_SET_DUMPABLE, 1, 0, 0, 0)); }},
    Named{"executable memory", mapCode},
    Named{"mprotect", [] { return isCall(::mprotect(nullptr, 4096, PROT_EXEC)); }},
    Named{"memfd_create", [] { return isCall(::memfd_create("x", 0)); }},
    Named{"dup", [] { return isCall(::dup(3)); }},
    Named{"fcntl", [] { return isCall(::fcntl(3, F_SETFL, 0)); }},
    Named{"ioctl", [] { return isCall(::syscall(SYS_ioctl, 0, 0x5412, "x")); }},
    Named{"write", [] { return isCall(::write(0, "x", 1)); }},
    Named{"recv elsewhere", receiveElsewhere},
    Named{"sendmsg to the server", sendDescriptorToServer},
    Named{"io_uring", [] { return isCall(::syscall(SYS_io_uring_setup, 1, nullptr)); }},
    Named{"mount", [] { return isCall(::syscall(SYS_mount, "", "/", "", 0, nullptr)); }},
    Named{"unshare", [] { return isCall(::syscall(SYS_unshare, 0x10000000)); }},
    Named{"allowed: its memory", hasItsMemory},
    Named{"allowed: its sockets", speaksToBoth},
};

/// A decoder that a hostile rect keeps busy for ever.
[[noreturn]] void spin()
{
    Sandglass::Rfb::watchForOrphanhood(4);
    if (Sandglass::Rfb::enterJail(3, 4))
        ::_exit(3);
    const char ready = 'r';
    ::send(3, &ready, 1, MSG_NOSIGNAL);
    for (volatile unsigned turns = 0;;)
        turns = turns + 1;
}

} // namespace

int main(int count, char **arguments)
{
    if (count < 2) {
        for (const Named &named : attempts)
            std::printf("%.*s\n", static_cast<int>(named.name.size()), named.name.data());
        return 0;
    }
    if (std::string_view(arguments[1]) == "spin")
        spin();
    for (const Named &named : attempts) {
        if (named.name != arguments[1])
            continue;
        if (Sandglass::Rfb::enterJail(3, 4))
            ::_exit(3);
        ::_exit(named.attempt() ? 0 : 1);
    }
    return 2;
}
