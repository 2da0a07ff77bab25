// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/vnc/helper/helperrun.h>

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <utility>
#ifdef SANDGLASS_RFB_IN_PROCESS
#include <vnc/helper/session.h>
#endif

namespace Sandglass::Rfb {

namespace {

using Clock = std::chrono::steady_clock;

std::pair<OwnedFd, OwnedFd> socketPair(int type)
{
    std::array<int, 2> fds{-1, -1};
    ::socketpair(AF_UNIX, type | SOCK_CLOEXEC, 0, fds.data());
    return {OwnedFd(fds[0]), OwnedFd(fds[1])};
}

bool isReady(int fd, short events, Clock::time_point deadline)
{
    using namespace std::chrono;
    pollfd polled{.fd = fd, .events = events, .revents = 0};
    const auto left = ceil<milliseconds>(deadline - Clock::now());
    return ::poll(&polled, 1, static_cast<int>(std::max<std::int64_t>(left.count(), 0))) == 1;
}

Clock::time_point in(int milliseconds)
{
    return Clock::now() + std::chrono::milliseconds(milliseconds);
}

} // namespace

StartMessage quickStart(std::string_view encodings)
{
    StartMessage start = controlMessage(MessageType::Start).start;
    setText(start.encodings, encodings);
    start.shared = 1;
    start.compressLevel = 1;
    start.qualityLevel = -1;
    start.handshakeMs = 400;
    start.stallMs = 400;
    return start;
}

HelperRun::HelperRun(OwnedFd connection)
{
    auto [ours, theirs] = socketPair(SOCK_STREAM);
    if (connection)
        theirs = std::move(connection);
    else
        m_server = std::move(ours);
    auto [app, helper] = socketPair(SOCK_SEQPACKET);
    m_app = std::move(app);
    run(std::move(theirs), std::move(helper));
}

HelperRun::~HelperRun()
{
    m_app.reset();
    m_server.reset();
    if (m_thread.joinable())
        m_thread.join();
    if (m_pid > 0) {
        ::kill(m_pid, SIGKILL);
        ::waitpid(m_pid, nullptr, 0);
    }
    unmap();
}

#ifdef SANDGLASS_RFB_IN_PROCESS
void HelperRun::run(OwnedFd server, OwnedFd app)
{
    m_thread = std::thread([server = std::move(server), app = std::move(app)] {
        Session(server.get(), app.get()).run();
    });
}
#else
void HelperRun::run(OwnedFd server, OwnedFd app)
{
    // Out of the way of the numbers that they shall have.
    const OwnedFd from(::fcntl(server.get(), F_DUPFD_CLOEXEC, 64));
    const OwnedFd to(::fcntl(app.get(), F_DUPFD_CLOEXEC, 64));
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    for (int fd = 0; fd < 3; ++fd)
        posix_spawn_file_actions_addopen(&actions, fd, "/dev/null", O_RDWR, 0);
    posix_spawn_file_actions_adddup2(&actions, from.get(), 3);
    posix_spawn_file_actions_adddup2(&actions, to.get(), 4);
    std::string program = SANDGLASS_RFB_PROGRAM;
    const std::array<char *, 2> arguments{program.data(), nullptr};
    if (::posix_spawn(&m_pid, program.c_str(), &actions, nullptr, arguments.data(), environ) != 0)
        m_pid = -1;
    posix_spawn_file_actions_destroy(&actions);
}
#endif

void HelperRun::start(const StartMessage &start)
{
    ControlMessage message = controlMessage(MessageType::Start);
    message.start = start;
    static_cast<void>(send(message));
}

bool HelperRun::send(const ControlMessage &message) const
{
    return sendControl(m_app.get(), message) == Sent::Yes;
}

bool HelperRun::sendKey(std::uint32_t keysym, bool isDown) const
{
    ControlMessage message = controlMessage(MessageType::Key);
    message.key = {.keysym = keysym, .down = static_cast<std::uint8_t>(isDown ? 1 : 0)};
    return send(message);
}

bool HelperRun::serve(std::string_view bytes) const
{
    const auto deadline = in(2000);
    while (!bytes.empty()) {
        const ssize_t sent =
            ::send(m_server.get(), bytes.data(), bytes.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
        if (sent > 0)
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        else if (errno != EAGAIN || !isReady(m_server.get(), POLLOUT, deadline))
            return false;
    }
    return true;
}

std::string HelperRun::sentToServer(std::size_t count, int timeoutMs) const
{
    const auto deadline = in(timeoutMs);
    std::string bytes;
    while (bytes.size() < count && isReady(m_server.get(), POLLIN, deadline)) {
        std::array<char, 4096> part;
        const ssize_t got =
            ::recv(m_server.get(), part.data(), std::min(part.size(), count - bytes.size()), 0);
        if (got <= 0)
            break;
        bytes.append(part.data(), static_cast<std::size_t>(got));
    }
    return bytes;
}

std::optional<ControlMessage> HelperRun::await(MessageType type, int timeoutMs)
{
    const auto deadline = in(timeoutMs);
    while (isReady(m_app.get(), POLLIN, deadline)) {
        const Received received = receiveControl(m_app.get());
        if (received.what != Received::What::Message)
            return std::nullopt;
        take(received.message);
        if (received.message.type == type)
            return received.message;
    }
    return std::nullopt;
}

void HelperRun::take(const ControlMessage &message)
{
    if (message.type == MessageType::SizeWanted)
        answerSize(message.size);
    if (message.type == MessageType::Damage)
        ++m_updates;
}

std::optional<EndedMessage> HelperRun::awaitEnd(int timeoutMs)
{
    if (const auto message = await(MessageType::Ended, timeoutMs))
        return message->ended;
    if (m_pid > 0 && awaitExit(0)) {
        EndedMessage died = controlMessage(MessageType::Ended).ended;
        died.reason = EndReason::Internal;
        return died;
    }
    return std::nullopt;
}

std::optional<int> HelperRun::awaitExit(int timeoutMs)
{
    const OwnedFd process(static_cast<int>(::syscall(SYS_pidfd_open, m_pid, 0)));
    int status = 0;
    if (!process || !isReady(process.get(), POLLIN, in(timeoutMs)) ||
        ::waitpid(m_pid, &status, 0) != m_pid)
        return std::nullopt;
    m_pid = -1;
    return status;
}

void HelperRun::answerSize(const SizeMessage &size)
{
    ++m_sizes;
    if (m_refusesSizes) {
        static_cast<void>(send(controlMessage(MessageType::SizeRefused)));
        return;
    }
    unmap();
    const std::size_t bytes = framebufferBytes(size.width, size.height);
    const OwnedFd memory(::memfd_create("desktop", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    if (::ftruncate(memory.get(), static_cast<off_t>(bytes)) != 0 ||
        ::fcntl(memory.get(), F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) != 0)
        return;
    void *const mapped = ::mmap(nullptr, bytes, PROT_READ, MAP_SHARED, memory.get(), 0);
    if (mapped == MAP_FAILED)
        return;
    m_pixels = static_cast<std::uint32_t *>(mapped);
    m_width = size.width;
    m_height = size.height;
    ControlMessage message = controlMessage(MessageType::Framebuffer);
    message.size = size;
    static_cast<void>(sendControl(m_app.get(), message, memory.get()));
}

void HelperRun::unmap()
{
    if (m_pixels)
        ::munmap(m_pixels, framebufferBytes(m_width, m_height));
    m_pixels = nullptr;
    m_width = m_height = 0;
}

std::uint32_t HelperRun::pixel(int x, int y) const
{
    return m_pixels[y * m_width + x] & 0xffffffU;
}

std::span<const std::uint32_t> HelperRun::cursorPixels() const
{
    return {m_pixels + pixelBytes(m_width, m_height) / bytesPerPixel, cursorBytes / bytesPerPixel};
}

} // namespace Sandglass::Rfb
