// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/eventloop.h>
#include <host/interpreter/childprocess.h>
#include <host/uniquefd.h>

#include <fcntl.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <charconv>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>
#include <utility>

namespace Sandglass {

namespace fs = std::filesystem;

namespace {

std::vector<std::string> environmentWith(const StringMap &variables)
{
    std::vector<std::string> all;
    for (char **entry = environ; *entry; ++entry) {
        const std::string_view text = *entry;
        if (!variables.contains(std::string(text.substr(0, text.find('=')))))
            all.emplace_back(text);
    }
    for (const auto &[name, value] : variables)
        all.push_back(name + '=' + value);
    return all;
}

std::vector<char *> pointersTo(std::vector<std::string> &strings)
{
    std::vector<char *> pointers;
    pointers.reserve(strings.size() + 1);
    for (std::string &text : strings)
        pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

/// What posix_spawn is told.
class SpawnSettings final
{
public:
    explicit SpawnSettings(const ChildOrder &order)
    {
        ::posix_spawn_file_actions_init(&m_actions);
        ::posix_spawnattr_init(&m_attributes);
        sigset_t signals;
        ::sigemptyset(&signals);
        ::posix_spawnattr_setsigmask(&m_attributes, &signals);
        ::sigfillset(&signals);
        ::posix_spawnattr_setsigdefault(&m_attributes, &signals);
        ::posix_spawnattr_setflags(&m_attributes, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGDEF |
                                                      POSIX_SPAWN_SETSIGMASK);
        addStream(order.input, STDIN_FILENO);
        addStream(order.output, STDOUT_FILENO);
        addStream(order.errors, STDERR_FILENO);
        ::posix_spawn_file_actions_addchdir_np(&m_actions, order.directory.c_str());
        ::posix_spawn_file_actions_addclosefrom_np(&m_actions, STDERR_FILENO + 1);
    }
    ~SpawnSettings()
    {
        ::posix_spawn_file_actions_destroy(&m_actions);
        ::posix_spawnattr_destroy(&m_attributes);
    }
    SpawnSettings(const SpawnSettings &) = delete;
    SpawnSettings &operator=(const SpawnSettings &) = delete;

    [[nodiscard]] const posix_spawn_file_actions_t *actions() const { return &m_actions; }
    [[nodiscard]] const posix_spawnattr_t *attributes() const { return &m_attributes; }

private:
    void addStream(int source, int target)
    {
        if (source < 0)
            ::posix_spawn_file_actions_addopen(&m_actions, target, "/dev/null", O_RDWR, 0);
        else
            ::posix_spawn_file_actions_adddup2(&m_actions, source, target);
    }

    posix_spawn_file_actions_t m_actions{};
    posix_spawnattr_t m_attributes{};
};

/// What /proc/PID/stat says of a process.
struct ProcessStat {
    pid_t session = 0;
    unsigned long long startTicks = 0; ///< since boot
};

std::optional<ProcessStat> statOf(const fs::path &directory)
{
    std::ifstream file(directory / "stat");
    std::string text;
    std::getline(file, text, '\0');
    // The name in parentheses may hold anything; what follows it are numbers.
    const auto end = text.rfind(')');
    if (end == std::string::npos)
        return std::nullopt;
    std::istringstream fields(text.substr(end + 1));
    constexpr int sessionField = 3;
    constexpr int startField = 19;
    ProcessStat stat;
    std::string field;
    for (int i = 0; fields >> field && i <= startField; ++i) {
        if (i == sessionField)
            std::from_chars(field.data(), field.data() + field.size(), stat.session);
        else if (i == startField)
            std::from_chars(field.data(), field.data() + field.size(), stat.startTicks);
    }
    return stat;
}

} // namespace

struct ChildProcess::State {
    pid_t pid = -1;
    UniqueFd pidfd;
    std::optional<ReadableWatch> watch;
    std::move_only_function<void(const KernelEnd &)> ended;
    bool hasEnded = false;

    void reap()
    {
        // While its number is still taken. What it leaves behind must not outlive its pipes.
        ::kill(-pid, SIGKILL);
        siginfo_t info{};
        while (::waitid(P_PIDFD, static_cast<id_t>(pidfd.get()), &info, WEXITED) != 0 &&
               errno == EINTR) {
        }
        hasEnded = true;
        if (auto handler = std::exchange(ended, nullptr))
            handler({.hasExited = info.si_code == CLD_EXITED, .status = info.si_status});
    }
};

Result<ChildProcess> ChildProcess::start(boost::asio::io_context &context, const ChildOrder &order,
                                         std::move_only_function<void(const KernelEnd &)> ended)
{
    auto arguments = order.arguments;
    auto environment = environmentWith(order.variables);
    const SpawnSettings settings(order);
    pid_t pid = -1;
    const int error =
        ::posix_spawnp(&pid, arguments.front().c_str(), settings.actions(), settings.attributes(),
                       pointersTo(arguments).data(), pointersTo(environment).data());
    if (error != 0)
        return failure(Error::Kind::Io,
                       "cannot start " + arguments.front() + ": " + std::strerror(error));
    const auto state = std::make_shared<State>();
    state->pid = pid;
    state->pidfd.reset(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0)));
    state->ended = std::move(ended);
    // The watch holds the state until the process has been waited for, whoever has let go of it.
    state->watch.emplace(context, state->pidfd.get(), [state] {
        state->reap();
        state->watch.reset();
    });
    return ChildProcess(state);
}

ChildProcess &ChildProcess::operator=(ChildProcess &&other) noexcept
{
    if (this != &other) {
        const ChildProcess previous(std::move(*this));
        m_state = std::move(other.m_state);
    }
    return *this;
}

ChildProcess::~ChildProcess()
{
    if (!m_state || m_state->hasEnded)
        return;
    m_state->ended = nullptr;
    ::kill(-m_state->pid, SIGKILL);
}

pid_t ChildProcess::pid() const
{
    return m_state->pid;
}

void ChildProcess::signal(int number) const
{
    if (!m_state->hasEnded)
        ::kill(m_state->pid, number);
}

void ChildProcess::signalGroup(int number) const
{
    if (!m_state->hasEnded)
        ::kill(-m_state->pid, number);
}

std::set<SessionMember> ChildProcess::sessionMembers() const
{
    std::set<SessionMember> members;
    std::error_code error;
    for (fs::directory_iterator it("/proc", error), end; !error && it != end; it.increment(error)) {
        const std::string name = it->path().filename();
        pid_t pid = 0;
        std::from_chars(name.data(), name.data() + name.size(), pid);
        if (pid <= 0 || pid == m_state->pid)
            continue;
        const auto stat = statOf(it->path());
        if (stat && stat->session == m_state->pid)
            members.insert({.pid = pid, .startTicks = stat->startTicks});
    }
    return members;
}

} // namespace Sandglass
