// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/bwraparguments.h>
#include <host/ioerror.h>
#include <host/sandboxspawn.h>

#include <fcntl.h>
#include <grp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <charconv>
#include <csignal>
#include <cstdio>

namespace Sandglass {

namespace {

constexpr off_t errorBytes = 16 * 1024;
constexpr rlim_t processesPerUid = 4096;
constexpr rlim_t usualFiles = 1024;
constexpr int goFd = bwrapInfoFd + 1;

struct ChildFds {
    int go = -1;
    int listen = -1;
    int errors = -1;
    int info = -1;
};

[[noreturn]] void giveUp(const char *step)
{
    // "%m" would do, but only write() is safe here.
    const char *reason = ::strerrordesc_np(errno);
    for (const char *part : {"sandglass-host: ", step, ": ", reason ? reason : "?", "\n"})
        (void)!::write(STDERR_FILENO, part, std::char_traits<char>::length(part));
    ::_exit(127);
}

/// Everything else is closed at once: while this process waits, it must keep neither the host's
/// port nor its lock.
void takePlaces(const ChildFds &fds)
{
    constexpr int first =
        100; // out of the way: a source may have the number of another one's target
    const int go = ::fcntl(fds.go, F_DUPFD, first);
    const int listen = ::fcntl(fds.listen, F_DUPFD, first);
    const int errors = ::fcntl(fds.errors, F_DUPFD, first);
    const int info = ::fcntl(fds.info, F_DUPFD, first);
    const int null = ::open("/dev/null", O_RDWR);
    if (go < 0 || listen < 0 || errors < 0 || info < 0 || null < 0)
        ::_exit(126);
    ::dup2(null, STDIN_FILENO);
    ::dup2(null, STDOUT_FILENO);
    ::dup2(errors, STDERR_FILENO);
    ::dup2(listen, agentListenFd);
    ::dup2(info, bwrapInfoFd);
    ::dup3(go, goFd, O_CLOEXEC);
    ::close_range(goFd + 1, ~0U, 0);
}

void resetSignals()
{
    for (int number = 1; number < NSIG; ++number)
        ::signal(number, SIG_DFL);
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
}

void becomeUser(std::uint32_t uid)
{
    const rlimit processes{.rlim_cur = processesPerUid, .rlim_max = processesPerUid};
    if (::setrlimit(RLIMIT_NPROC, &processes) != 0)
        giveUp("limiting the number of processes");
    if (::setgroups(0, nullptr) != 0 || ::setresgid(uid, uid, uid) != 0 ||
        ::setresuid(uid, uid, uid) != 0 || ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        giveUp("becoming the sandbox's user");
}

/// Runs in the child, between fork and exec: system calls alone, no memory is taken.
[[noreturn]] void runChild(const ChildFds &fds, const SpawnPlan &plan, char *const *arguments)
{
    takePlaces(fds);
    char go = 0;
    if (::read(goFd, &go, 1) != 1)
        ::_exit(127); // the host is gone
    ::setsid();
    resetSignals();
    ::umask(022);
    const rlimit noCore{.rlim_cur = 0, .rlim_max = 0};
    ::setrlimit(RLIMIT_CORE, &noCore);
    // The host has raised its own for its many connections; programs expect what a login gives.
    rlimit files{};
    if (::getrlimit(RLIMIT_NOFILE, &files) == 0 && files.rlim_cur > usualFiles) {
        files.rlim_cur = usualFiles;
        ::setrlimit(RLIMIT_NOFILE, &files);
    }
    if (plan.staged) {
        if (const char *failed = makeStagedMounts(*plan.staged))
            giveUp(failed);
        becomeUser(plan.staged->kernelUid);
    }
    if (::chdir("/") != 0)
        giveUp("leaving the host's folder");
    char *const noEnvironment[] = {nullptr}; // what the host was started with is nobody's business
    ::execve(arguments[0], arguments, noEnvironment);
    giveUp("starting bubblewrap");
}

UniqueFd memoryFile(const char *name, off_t bytes)
{
    UniqueFd file(::memfd_create(name, MFD_CLOEXEC | MFD_ALLOW_SEALING));
    // Sealed in its size: a sandbox that finds the descriptor cannot fill the memory with it.
    if (file && (::ftruncate(file.get(), bytes) != 0 ||
                 ::fcntl(file.get(), F_ADD_SEALS, F_SEAL_GROW | F_SEAL_SHRINK) != 0))
        file.reset();
    return file;
}

std::string contents(int file)
{
    std::string text(errorBytes, '\0');
    const ssize_t size = ::pread(file, text.data(), text.size(), 0);
    text.resize(size > 0 ? static_cast<std::size_t>(size) : 0);
    text.erase(std::min(text.find('\0'), text.size()));
    return text;
}

} // namespace

Result<SpawnedSandbox> SpawnedSandbox::spawn(const SpawnPlan &plan)
{
    SpawnedSandbox sandbox;
    sandbox.m_errors = memoryFile("sandbox-stderr", errorBytes);
    sandbox.m_info = memoryFile("sandbox-info", errorBytes);
    int ends[2] = {-1, -1};
    if (!sandbox.m_errors || !sandbox.m_info || ::pipe2(ends, O_CLOEXEC) != 0)
        return ioFailure("cannot start a process");
    const UniqueFd waitEnd(ends[0]);
    sandbox.m_go.reset(ends[1]);
    std::vector<char *> arguments;
    arguments.reserve(plan.command.size() + 1);
    for (const std::string &argument : plan.command)
        arguments.push_back(const_cast<char *>(argument.c_str()));
    arguments.push_back(nullptr);
    const ChildFds fds{.go = waitEnd.get(),
                       .listen = plan.listenFd,
                       .errors = sandbox.m_errors.get(),
                       .info = sandbox.m_info.get()};
    const pid_t pid = ::fork();
    if (pid < 0)
        return ioFailure("cannot start a process");
    if (pid == 0) {
        runChild(fds, plan, arguments.data());
    }
    sandbox.m_pidfd = openPidfd(pid);
    auto identity = identify(pid);
    if (!sandbox.m_pidfd || !identity) {
        sandbox.m_go.reset();
        return failure(Error::Kind::Io, "a process that was just started cannot be seen in /proc");
    }
    sandbox.m_monitor = std::move(*identity);
    return sandbox;
}

void SpawnedSandbox::release()
{
    (void)!::write(m_go.get(), "g", 1);
    m_go.reset();
}

Result<ProcessIdentity> SpawnedSandbox::init() const
{
    // {"child-pid": 123, …}: bubblewrap's own words, written before anything of the sandbox runs.
    constexpr std::string_view key = "\"child-pid\":";
    const std::string text = contents(m_info.get());
    const auto at = text.find(key);
    const auto digits = at == std::string::npos ? at : text.find_first_not_of(' ', at + key.size());
    pid_t pid = 0;
    if (digits == std::string::npos ||
        std::from_chars(text.data() + digits, text.data() + text.size(), pid).ec != std::errc())
        return failure(Error::Kind::Io, "bubblewrap did not say which process it started");
    return identify(pid);
}

std::string SpawnedSandbox::lastWords() const
{
    std::string text = contents(m_errors.get());
    while (!text.empty() && text.back() == '\n')
        text.pop_back();
    const auto lineBreak = text.rfind('\n');
    return lineBreak == std::string::npos ? text : text.substr(lineBreak + 1);
}

} // namespace Sandglass
