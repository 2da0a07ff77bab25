// SPDX-License-Identifier: GPL-3.0-or-later
#include <vnc/helperchild.h>

#include <QtCore/QFile>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <utility>

namespace Sandglass {

namespace {

constexpr int rfbInHelper = 3;
constexpr int controlInHelper = 4;
/// Above those that the helper gets: arranging them there must not overwrite one of these.
constexpr int lowestFree = 10;

// glibc's <sys/pidfd.h> is not made for C++ everywhere: the system calls themselves.
int openPidfd(pid_t pid)
{
    return static_cast<int>(::syscall(SYS_pidfd_open, pid, 0));
}

void signalPidfd(int pidfd, int signal)
{
    ::syscall(SYS_pidfd_send_signal, pidfd, signal, nullptr, 0);
}

Rfb::OwnedFd lifted(Rfb::OwnedFd fd)
{
    if (fd.get() >= lowestFree)
        return fd;
    return Rfb::OwnedFd(::fcntl(fd.get(), F_DUPFD_CLOEXEC, lowestFree));
}

class FileActions final
{
public:
    FileActions(int rfb, int control)
    {
        posix_spawn_file_actions_init(&m_actions);
        for (int fd = 0; fd < rfbInHelper; ++fd)
            posix_spawn_file_actions_addopen(&m_actions, fd, "/dev/null", O_RDWR, 0);
        posix_spawn_file_actions_adddup2(&m_actions, rfb, rfbInHelper);
        posix_spawn_file_actions_adddup2(&m_actions, control, controlInHelper);
        posix_spawn_file_actions_addclosefrom_np(&m_actions, controlInHelper + 1);
    }
    ~FileActions() { posix_spawn_file_actions_destroy(&m_actions); }
    Q_DISABLE_COPY_MOVE(FileActions)

    [[nodiscard]] const posix_spawn_file_actions_t *get() const { return &m_actions; }

private:
    posix_spawn_file_actions_t m_actions;
};

/// Signals as at a login, and a process group of its own: Ctrl+C in a terminal is for the app.
class Attributes final
{
public:
    Attributes()
    {
        posix_spawnattr_init(&m_attributes);
        sigset_t none;
        sigset_t all;
        sigemptyset(&none);
        sigfillset(&all);
        posix_spawnattr_setsigmask(&m_attributes, &none);
        posix_spawnattr_setsigdefault(&m_attributes, &all);
        posix_spawnattr_setpgroup(&m_attributes, 0);
        posix_spawnattr_setflags(&m_attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF |
                                                    POSIX_SPAWN_SETPGROUP);
    }
    ~Attributes() { posix_spawnattr_destroy(&m_attributes); }
    Q_DISABLE_COPY_MOVE(Attributes)

    [[nodiscard]] const posix_spawnattr_t *get() const { return &m_attributes; }

private:
    posix_spawnattr_t m_attributes;
};

} // namespace

std::expected<HelperChild, int> HelperChild::spawn(const QString &program, Rfb::OwnedFd rfb,
                                                   Rfb::OwnedFd control)
{
    const QByteArray path = QFile::encodeName(program);
    const Rfb::OwnedFd rfbEnd = lifted(std::move(rfb));
    const Rfb::OwnedFd controlEnd = lifted(std::move(control));
    if (path.isEmpty())
        return std::unexpected(ENOENT);
    if (!rfbEnd || !controlEnd)
        return std::unexpected(EMFILE);
    QByteArray name = "sandglass-rfb";
    std::array<char *, 2> arguments{name.data(), nullptr};
    std::array<char *, 1> environment{nullptr};
    const FileActions actions(rfbEnd.get(), controlEnd.get());
    const Attributes attributes;
    HelperChild child;
    if (const int error = posix_spawn(&child.m_pid, path.constData(), actions.get(),
                                      attributes.get(), arguments.data(), environment.data());
        error != 0) {
        child.m_pid = 0;
        return std::unexpected(error);
    }
    // It is ours and not yet reaped, so this cannot be another process.
    child.m_pidfd.reset(openPidfd(child.m_pid));
    if (!child.m_pidfd)
        return std::unexpected(errno);
    return child;
}

HelperChild::HelperChild(HelperChild &&other) noexcept
    : m_pid(std::exchange(other.m_pid, 0)),
      m_pidfd(std::move(other.m_pidfd))
{
}

HelperChild &HelperChild::operator=(HelperChild &&other) noexcept
{
    std::swap(m_pid, other.m_pid);
    std::swap(m_pidfd, other.m_pidfd);
    return *this;
}

HelperChild::~HelperChild()
{
    static_cast<void>(endWithin({}));
}

void HelperChild::kill() const
{
    if (m_pid > 0)
        signalPidfd(m_pidfd.get(), SIGKILL);
}

std::optional<siginfo_t> HelperChild::reap()
{
    siginfo_t info{};
    if (m_pid <= 0 || ::waitid(P_PID, static_cast<id_t>(m_pid), &info, WEXITED | WNOHANG) != 0 ||
        info.si_pid == 0)
        return std::nullopt;
    m_pid = 0;
    return info;
}

std::optional<siginfo_t> HelperChild::endWithin(std::chrono::milliseconds patience)
{
    if (m_pid <= 0)
        return std::nullopt;
    pollfd poll{.fd = m_pidfd.get(), .events = POLLIN, .revents = 0};
    if (patience.count() > 0 && m_pidfd)
        ::poll(&poll, 1, static_cast<int>(patience.count()));
    ::kill(m_pid, SIGKILL);
    siginfo_t info{};
    while (::waitid(P_PID, static_cast<id_t>(m_pid), &info, WEXITED) != 0 && errno == EINTR) {
    }
    m_pid = 0;
    return info;
}

} // namespace Sandglass
