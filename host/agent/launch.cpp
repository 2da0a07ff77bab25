// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/agent/launch.h>

#include <fcntl.h>
#include <grp.h>
#include <linux/close_range.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <ranges>

namespace Sandglass {

namespace {

rlimit originalDescriptorLimit{RLIM_INFINITY, RLIM_INFINITY};

std::unexpected<Error> systemFailure(const char *what)
{
    return failure(Error::Kind::Server, std::string(what) + ": " + std::strerror(errno));
}

/// Both ends of everything a process is given.
struct Streams {
    UniqueFd childInput;
    UniqueFd childOutput;
    UniqueFd childErrors;
    LaunchedProcess ours;
};

bool makePipe(UniqueFd &readEnd, UniqueFd &writeEnd)
{
    std::array<int, 2> fds{};
    if (::pipe2(fds.data(), O_CLOEXEC) != 0)
        return false;
    readEnd.reset(fds[0]);
    writeEnd.reset(fds[1]);
    return true;
}

void makeNonBlocking(const UniqueFd &fd)
{
    ::fcntl(fd.get(), F_SETFL, ::fcntl(fd.get(), F_GETFL) | O_NONBLOCK);
}

Result<Streams> makePipes(bool hasStdin)
{
    Streams streams;
    auto &ours = streams.ours;
    if (hasStdin) {
        if (!makePipe(streams.childInput, ours.input))
            return systemFailure("cannot make a pipe");
        makeNonBlocking(ours.input);
    } else {
        streams.childInput.reset(::open("/dev/null", O_RDONLY | O_CLOEXEC));
    }
    if (!streams.childInput || !makePipe(ours.output, streams.childOutput) ||
        !makePipe(ours.errors, streams.childErrors))
        return systemFailure("cannot make a pipe");
    makeNonBlocking(ours.output);
    makeNonBlocking(ours.errors);
    return streams;
}

Result<Streams> makeTerminal(const PtySize &size)
{
    Streams streams;
    const int locked = 0;
    winsize window{};
    window.ws_col = static_cast<unsigned short>(std::min<std::uint32_t>(size.cols, 0xffff));
    window.ws_row = static_cast<unsigned short>(std::min<std::uint32_t>(size.rows, 0xffff));
    auto &master = streams.ours.output;
    master.reset(::open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK));
    if (!master || ::ioctl(master.get(), TIOCSPTLCK, &locked) != 0)
        return systemFailure("cannot make a terminal");
    ::ioctl(master.get(), TIOCSWINSZ, &window);
    // Asks the master, not a path: /dev/pts of the sandbox may be anything.
    streams.childInput.reset(::ioctl(master.get(), TIOCGPTPEER, O_RDWR | O_NOCTTY | O_CLOEXEC));
    if (!streams.childInput)
        return systemFailure("cannot make a terminal");
    termios settings{};
    if (::tcgetattr(streams.childInput.get(), &settings) == 0) {
        settings.c_iflag |= IUTF8; // so that erasing in line mode takes whole characters
        ::tcsetattr(streams.childInput.get(), TCSANOW, &settings);
    }
    return streams;
}

/// Strings in the form that exec wants. Borrows them.
std::vector<char *> pointersTo(const std::vector<std::string> &strings)
{
    std::vector<char *> pointers;
    pointers.reserve(strings.size() + 1);
    for (const auto &text : strings)
        pointers.push_back(const_cast<char *>(text.c_str()));
    pointers.push_back(nullptr);
    return pointers;
}

/// Where the shell would look for the program.
std::vector<std::string> candidatesFor(const std::string &program, const StringMap &environment)
{
    if (program.contains('/'))
        return {program};
    std::vector<std::string> candidates;
    const auto path = environment.find("PATH");
    if (path == environment.end())
        return candidates;
    for (const auto part : std::views::split(path->second, ':')) {
        std::string directory(part.begin(), part.end());
        candidates.push_back((directory.empty() ? "." : directory) + '/' + program);
    }
    return candidates;
}

/// Everything between fork and exec. The agent has one thread, so ordinary code is fine here.
class Child final
{
public:
    Child(const LaunchOrder &order, const Streams &streams, int errorPipe)
        : m_order(order),
          m_streams(streams),
          m_errorPipe(errorPipe)
    {
    }

    [[noreturn]] void run()
    {
        resetSignals();
        takeStreams();
        ::setrlimit(RLIMIT_NOFILE, &originalDescriptorLimit);
        becomeUser();
        ::umask(022);
        if (::chdir(m_order.directory.c_str()) != 0)
            report(errno);
        ::syscall(SYS_close_range, 3U, ~0U, CLOSE_RANGE_CLOEXEC);
        execute();
    }

private:
    static void resetSignals()
    {
        for (int number = 1; number < NSIG; ++number)
            std::signal(number, SIG_DFL);
        sigset_t none;
        ::sigemptyset(&none);
        ::sigprocmask(SIG_SETMASK, &none, nullptr);
    }

    void takeStreams() const
    {
        const int input = m_streams.childInput.get();
        const bool isTerminal = !m_streams.childOutput;
        if (isTerminal) {
            ::setsid();
            ::ioctl(input, TIOCSCTTY, 0);
        }
        ::dup2(input, STDIN_FILENO);
        ::dup2(isTerminal ? input : m_streams.childOutput.get(), STDOUT_FILENO);
        ::dup2(isTerminal ? input : m_streams.childErrors.get(), STDERR_FILENO);
    }

    // In a sandbox whose users all are one kernel user there is nobody to switch to, and the kernel
    // refuses. The program runs all the same, as us, with the home and name of the wanted user:
    // "user root" of an SDK then means what it can mean there.
    void becomeUser() const
    {
        const auto &user = m_order.user;
        if (user.uid == ::geteuid() && ::geteuid() != 0)
            return;
        const auto attempt = [this](int result) {
            if (result != 0 && errno != EPERM && errno != EINVAL)
                report(errno);
        };
        attempt(::setgroups(user.groups.size(), user.groups.data()));
        attempt(::setresgid(user.gid, user.gid, user.gid));
        attempt(::setresuid(user.uid, user.uid, user.uid));
    }

    [[noreturn]] void report(int error) const
    {
        static_cast<void>(!::write(m_errorPipe, &error, sizeof error));
        ::_exit(127);
    }

    [[noreturn]] void execute()
    {
        std::vector<std::string> variables;
        variables.reserve(m_order.environment.size());
        for (const auto &[name, value] : m_order.environment)
            variables.emplace_back(name).append(1, '=').append(value);
        const auto environment = pointersTo(variables);
        int reason = ENOENT;
        for (const auto &path : candidatesFor(m_order.arguments.front(), m_order.environment)) {
            ::execve(path.c_str(), pointersTo(m_order.arguments).data(), environment.data());
            if (errno == ENOEXEC)
                executeScript(path, environment);
            if (errno != ENOENT && errno != ENOTDIR)
                reason = errno;
        }
        complain(reason);
    }

    /// A file without "#!": the shell takes it for a script.
    void executeScript(const std::string &path, const std::vector<char *> &environment) const
    {
        std::vector<std::string> arguments{"sh", path};
        arguments.insert(arguments.end(), m_order.arguments.begin() + 1, m_order.arguments.end());
        ::execve("/bin/sh", pointersTo(arguments).data(), environment.data());
        errno = ENOEXEC;
    }

    [[noreturn]] void complain(int reason) const
    {
        const bool isMissing = reason == ENOENT;
        const auto line = "exec: " + m_order.arguments.front() + ": " +
                          (isMissing ? "not found" : std::strerror(reason)) + '\n';
        static_cast<void>(!::write(STDERR_FILENO, line.data(), line.size()));
        ::_exit(isMissing ? 127 : 126);
    }

    const LaunchOrder &m_order;
    const Streams &m_streams;
    int m_errorPipe;
};

/// What the child could not do; 0 when its program runs (or is missing, which it says itself).
int startupError(const UniqueFd &errorPipe)
{
    int error = 0;
    ssize_t count = 0;
    do
        count = ::read(errorPipe.get(), &error, sizeof error);
    while (count < 0 && errno == EINTR);
    return count == sizeof error ? error : 0;
}

// Opened while we may still look at ourselves.
UniqueFd ownVictimScore;
std::string usualVictimScore;

void setVictimScore(std::string_view score)
{
    if (ownVictimScore)
        static_cast<void>(!::pwrite(ownVictimScore.get(), score.data(), score.size(), 0));
}

// Programs of the sandbox are to die before the agent does when memory runs out. They inherit that:
// a child may not write it before its exec, being as unreadable as we are, and afterwards it runs.
pid_t forkVictim()
{
    setVictimScore("100");
    const pid_t pid = ::fork();
    if (pid != 0)
        setVictimScore(usualVictimScore);
    return pid;
}

} // namespace

Result<LaunchedProcess> launch(const LaunchOrder &order)
{
    auto streams = order.pty ? makeTerminal(*order.pty) : makePipes(order.hasStdin);
    if (!streams)
        return std::unexpected(streams.error());
    UniqueFd errorRead, errorWrite;
    if (!makePipe(errorRead, errorWrite))
        return systemFailure("cannot make a pipe");
    const pid_t pid = forkVictim();
    if (pid == 0)
        Child(order, *streams, errorWrite.get()).run();
    if (pid < 0)
        return systemFailure("cannot start a process");
    errorWrite.reset();
    if (const int error = startupError(errorRead); error != 0)
        return failure(Error::Kind::Conflict,
                       std::strerror(error)); // the child is reaped like any other
    streams->ours.pid = pid;
    return std::move(streams->ours);
}

void prepareDescriptors()
{
    for (int fd = ::open("/dev/null", O_RDWR | O_CLOEXEC); fd >= 0;
         fd = ::open("/dev/null", O_RDWR | O_CLOEXEC)) {
        if (fd > STDERR_FILENO) {
            ::close(fd);
            break;
        }
        ::fcntl(fd, F_SETFD, 0);
    }
    ownVictimScore.reset(::open("/proc/self/oom_score_adj", O_RDWR | O_CLOEXEC));
    char score[16] = {};
    if (ownVictimScore && ::read(ownVictimScore.get(), score, sizeof score - 1) > 0)
        usualVictimScore = score;
    if (::getrlimit(RLIMIT_NOFILE, &originalDescriptorLimit) != 0)
        return;
    rlimit raised = originalDescriptorLimit;
    raised.rlim_cur = raised.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &raised);
}

} // namespace Sandglass
