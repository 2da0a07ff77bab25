// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/filetext.h>
#include <host/processidentity.h>

#include <poll.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include <charconv>
#include <csignal>
#include <filesystem>
#include <sstream>

namespace Sandglass {

namespace {

constexpr std::string_view labelPrefix = "sandglass-agent:";

} // namespace

std::string processWorld()
{
    std::string boot = readFileText("/proc/sys/kernel/random/boot_id");
    while (!boot.empty() && boot.back() == '\n')
        boot.pop_back();
    std::error_code ignored;
    return boot + ' ' + std::filesystem::read_symlink("/proc/self/ns/pid", ignored).string();
}

Result<ProcessIdentity> identify(pid_t pid)
{
    const std::string stat = readFileText("/proc/" + std::to_string(pid) + "/stat");
    // The name in brackets may hold anything: count the fields after its end. Field 3 follows it,
    // 22 is the start.
    const auto nameEnd = stat.rfind(')');
    if (nameEnd == std::string::npos)
        return failure(Error::Kind::Io, "there is no process " + std::to_string(pid));
    std::istringstream fields(stat.substr(nameEnd + 1));
    std::string skipped;
    for (int field = 3; field < 22; ++field)
        fields >> skipped;
    ProcessIdentity identity{.pid = pid, .startTicks = 0, .world = processWorld()};
    if (!(fields >> identity.startTicks))
        return failure(Error::Kind::Io, "unreadable stat of process " + std::to_string(pid));
    return identity;
}

UniqueFd openProcess(const ProcessIdentity &identity)
{
    if (identity.pid <= 0)
        return UniqueFd();
    UniqueFd pidfd = openPidfd(identity.pid);
    // The number may have been used again: only what is found after the pidfd holds the process
    // counts.
    if (!pidfd || identify(identity.pid) != identity || hasExited(pidfd.get()))
        return UniqueFd();
    return pidfd;
}

// glibc's <sys/pidfd.h> is not made for C++ everywhere: the system calls themselves.
UniqueFd openPidfd(pid_t pid)
{
    return UniqueFd(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0)));
}

bool hasExited(int pidfd)
{
    pollfd entry{.fd = pidfd, .events = POLLIN, .revents = 0};
    return ::poll(&entry, 1, 0) > 0;
}

void killProcess(int pidfd)
{
    (void)::syscall(SYS_pidfd_send_signal, pidfd, SIGKILL, nullptr, 0);
}

void reap(int pidfd)
{
    siginfo_t info{};
    (void)::waitid(P_PIDFD, static_cast<id_t>(pidfd), &info, WEXITED | WNOHANG);
}

std::string processLabel(std::string_view hostTag, std::string_view sandboxId)
{
    std::string label(labelPrefix);
    label.append(hostTag).append(1, ':').append(sandboxId);
    return label;
}

std::vector<LabelledProcess> labelledProcesses(std::string_view hostTag)
{
    const std::string wanted = processLabel(hostTag, {});
    std::vector<LabelledProcess> found;
    std::error_code error;
    for (std::filesystem::directory_iterator it("/proc", error), end; !error && it != end;
         it.increment(error)) {
        const std::string name = it->path().filename().string();
        pid_t pid = 0;
        if (std::from_chars(name.data(), name.data() + name.size(), pid).ec != std::errc())
            continue;
        UniqueFd pidfd = openPidfd(pid);
        const std::string commandLine = readFileText("/proc/" + name + "/cmdline");
        const auto at = commandLine.find(wanted);
        // At the beginning of an argument only.
        if (at == std::string::npos || (at > 0 && commandLine[at - 1] != '\0') || !pidfd)
            continue;
        const auto begin = at + wanted.size();
        found.push_back(
            {.pidfd = std::move(pidfd),
             .pid = pid,
             .sandboxId = commandLine.substr(
                 begin, std::min(commandLine.find('\0', begin), commandLine.size()) - begin)});
    }
    return found;
}

} // namespace Sandglass
