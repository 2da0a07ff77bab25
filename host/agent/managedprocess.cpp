// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/agent/managedprocess.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <utility>
#include <vector>

namespace Sandglass {

namespace asio = boost::asio;
using boost::system::error_code;

namespace {

// As large as envd's: clients size their buffers by it.
constexpr std::size_t pipePiece = 32UL << 10U;
constexpr std::size_t terminalPiece = 16UL << 10U;
// What a killed process left in its pipes is still passed on, but not what its children go on
// writing.
constexpr int lastPieces = 32;
constexpr std::chrono::milliseconds terminalPause{100};

std::string nameOfSignal(int number)
{
    static constexpr std::array names{"",
                                      "hangup",
                                      "interrupt",
                                      "quit",
                                      "illegal instruction",
                                      "trace/breakpoint trap",
                                      "aborted",
                                      "bus error",
                                      "floating point exception",
                                      "killed",
                                      "user defined signal 1",
                                      "segmentation fault",
                                      "user defined signal 2",
                                      "broken pipe",
                                      "alarm clock",
                                      "terminated"};
    if (number > 0 && static_cast<std::size_t>(number) < names.size())
        return names[static_cast<std::size_t>(number)];
    return "signal " + std::to_string(number);
}

/// Reads what is there, at most `limit` bytes. A terminal gives out at most 4 KiB at a time: each
/// as an event of its own would cost five times as much. Returns what the first read() did; errno
/// is valid when that failed.
ssize_t readInto(std::string &bytes, int fd, std::size_t limit)
{
    ssize_t first = 0;
    bytes.resize_and_overwrite(limit, [&](char *data, std::size_t size) {
        first = ::read(fd, data, size);
        if (first <= 0)
            return std::size_t{0};
        auto total = static_cast<std::size_t>(first);
        for (ssize_t more = 1; more > 0 && total < size;
             total += static_cast<std::size_t>(std::max<ssize_t>(more, 0)))
            more = ::read(fd, data + total, size - total);
        return total;
    });
    return first;
}

ConnectError internal(std::string message)
{
    return {.code = "internal", .message = std::move(message)};
}

} // namespace

ProcessEnded endOf(int waitStatus)
{
    ProcessEnded ended;
    if (WIFSIGNALED(waitStatus)) {
        ended.exitCode = -1;
        ended.status = "signal: " + nameOfSignal(WTERMSIG(waitStatus));
        if (WCOREDUMP(waitStatus))
            ended.status += " (core dumped)";
        ended.error = ended.status;
        return ended;
    }
    ended.exited = true;
    ended.exitCode = WEXITSTATUS(waitStatus);
    ended.status = "exit status " + std::to_string(ended.exitCode);
    if (ended.exitCode != 0)
        ended.error = ended.status;
    return ended;
}

/// Held by all streams that are being sent one piece of output. The last one to let go starts the
/// next read.
class ManagedProcess::Turn final
{
public:
    Turn(std::weak_ptr<ManagedProcess> process, Output &output)
        : m_process(std::move(process)),
          m_output(output)
    {
    }
    Turn(const Turn &) = delete;
    Turn &operator=(const Turn &) = delete;
    // NOLINTNEXTLINE(bugprone-exception-escape): only for want of memory, which ends us anyway
    ~Turn()
    {
        const auto process = m_process.lock();
        if (!process)
            return;
        asio::post(process->m_context, [process, &output = m_output] {
            output.isWaiting = false;
            process->pump(output);
        });
    }

private:
    std::weak_ptr<ManagedProcess> m_process;
    Output &m_output;
};

ManagedProcess::ManagedProcess(asio::io_context &context, ProcessInfo info,
                               LaunchedProcess launched, bool isTerminal, EndHandler ended)
    : m_context(context),
      m_info(std::move(info)),
      m_isTerminal(isTerminal),
      m_ended(std::move(ended)),
      m_outputs{
          Output(context, isTerminal ? ProcessData::Channel::Pty : ProcessData::Channel::Stdout),
          Output(context, ProcessData::Channel::Stderr)},
      m_input(context),
      m_killTimer(context),
      m_terminalTimer(context)
{
    const auto adopt = [](asio::posix::stream_descriptor &descriptor, UniqueFd &fd) {
        error_code error;
        if (fd)
            descriptor.assign(fd.get(), error);
        if (fd && !error)
            static_cast<void>(fd.release());
    };
    adopt(m_outputs[0].descriptor, launched.output);
    adopt(m_outputs[1].descriptor, launched.errors);
    adopt(m_input, launched.input);
    auto &input = isTerminal ? m_outputs[0].descriptor : m_input;
    if (input.is_open())
        m_inputQueue = std::make_shared<InputQueue>(input);
}

void ManagedProcess::start()
{
    for (auto &output : m_outputs)
        pump(output);
}

void ManagedProcess::attach(std::shared_ptr<EventStream> stream)
{
    m_streams.insert(std::move(stream));
}

void ManagedProcess::detach(const std::shared_ptr<EventStream> &stream)
{
    m_streams.erase(stream);
}

void ManagedProcess::pump(Output &output)
{
    if (output.isWaiting || !output.descriptor.is_open())
        return;
    output.isWaiting = true;
    output.descriptor.async_wait(asio::posix::stream_descriptor::wait_read,
                                 [self = shared_from_this(), &output](const error_code &error) {
                                     output.isWaiting = false;
                                     if (!error && self->readOnce(output) && !output.isWaiting)
                                         self->pump(output);
                                 });
}

/// Returns false at the end of the output, which it closes.
bool ManagedProcess::readOnce(Output &output)
{
    if (!output.descriptor.is_open())
        return false;
    std::string bytes;
    const auto count = readInto(bytes, output.descriptor.native_handle(),
                                m_isTerminal ? terminalPiece : pipePiece);
    if (count < 0 && (errno == EAGAIN || errno == EINTR))
        return true;
    if (count <= 0) {
        outputEnded(output);
        return false;
    }
    output.isHungUp = false;
    if (m_streams.empty())
        return true; // dropped: a process must not wait for somebody to look
    output.isWaiting = true;
    const auto turn = std::make_shared<Turn>(weak_from_this(), output);
    const ProcessData data{.channel = output.channel, .bytes = std::move(bytes)};
    for (const auto &stream : std::vector(m_streams.begin(), m_streams.end()))
        stream->send(data, turn);
    return true;
}

// Nobody has the other end open. Of a pipe that is final. A terminal can be opened again as
// /dev/tty, and closing ours would hang up on a program that has merely closed its descriptors
// before it exits: look again later.
void ManagedProcess::outputEnded(Output &output)
{
    if (m_isTerminal && !m_end) {
        output.isHungUp = true;
        m_terminalTimer.expires_after(terminalPause);
        m_terminalTimer.async_wait([self = shared_from_this(), &output](const error_code &error) {
            if (!error)
                self->pump(output);
        });
        return;
    }
    error_code ignored;
    output.descriptor.close(ignored);
    endIfComplete();
}

void ManagedProcess::readRest(Output &output)
{
    for (int i = 0; i < lastPieces && output.descriptor.is_open(); ++i) {
        int available = 0;
        if (::ioctl(output.descriptor.native_handle(), FIONREAD, &available) != 0 || available <= 0)
            return;
        readOnce(output);
    }
}

void ManagedProcess::exited(int waitStatus)
{
    m_end = endOf(waitStatus);
    m_killTimer.cancel();
    if (m_isTerminal && m_ended)
        closeTerminalSoon();
    endIfComplete();
}

// A shell leaves its background jobs behind with the terminal open. Whoever said "exit" does not
// wait for them; what is on its way through the terminal still arrives.
void ManagedProcess::closeTerminalSoon()
{
    m_terminalTimer.expires_after(terminalPause);
    m_terminalTimer.async_wait([self = shared_from_this()](const error_code &error) {
        if (error)
            return;
        self->m_waitsForOutput = false;
        self->endIfComplete();
    });
}

void ManagedProcess::endIfComplete()
{
    if (!m_end || !m_ended)
        return;
    const auto isOpen = [](const Output &output) {
        return output.descriptor.is_open() && !output.isHungUp;
    };
    if (m_waitsForOutput && std::ranges::any_of(m_outputs, isOpen))
        return;
    const auto self = shared_from_this();
    auto ended = std::exchange(m_ended, nullptr);
    m_terminalTimer.cancel();
    for (auto &output : m_outputs) {
        error_code ignored;
        readRest(output);
        output.descriptor.close(ignored);
    }
    if (m_inputQueue)
        std::exchange(m_inputQueue, nullptr)->fail("the process has ended");
    for (const auto &stream : std::exchange(m_streams, {})) {
        stream->send(*m_end);
        stream->end();
    }
    ended(*m_end);
}

void ManagedProcess::sendInput(ProcessInput input, Answer answer)
{
    if (input.toPty != m_isTerminal) {
        return answer(internal(m_isTerminal
                                   ? "a tty is assigned to the process: send the input as pty"
                                   : "no tty is assigned to the process: send the input as stdin"));
    }
    if (!m_inputQueue)
        return answer(internal("error writing to stdin: stdin not enabled or closed"));
    const auto pid = std::to_string(m_info.pid);
    m_inputQueue->push(std::move(input.bytes), [pid, answer = std::move(answer)](
                                                   Result<void> written) mutable {
        if (written)
            answer(std::nullopt);
        else if (written.error().kind == Error::Kind::Policy)
            answer(ConnectError{.code = "resource_exhausted", .message = written.error().detail});
        else
            answer(internal("error writing to stdin of process '" + pid +
                            "': " + written.error().detail));
    });
}

std::optional<ConnectError> ManagedProcess::closeInput()
{
    if (m_isTerminal)
        return ConnectError{
            .code = "unknown",
            .message = "the stdin of a PTY process cannot be closed: send Ctrl+D (0x04) instead"};
    if (m_inputQueue)
        std::exchange(m_inputQueue, nullptr)->fail("stdin was closed");
    error_code ignored;
    m_input.close(ignored);
    return std::nullopt;
}

std::optional<ConnectError> ManagedProcess::resize(const PtySize &size)
{
    if (!m_isTerminal)
        return internal("error resizing tty: no tty is assigned to the process");
    winsize window{};
    window.ws_col = static_cast<unsigned short>(std::min<std::uint32_t>(size.cols, 0xffff));
    window.ws_row = static_cast<unsigned short>(std::min<std::uint32_t>(size.rows, 0xffff));
    if (::ioctl(m_outputs[0].descriptor.native_handle(), TIOCSWINSZ, &window) != 0)
        return internal(std::string("error resizing tty: ") + std::strerror(errno));
    return std::nullopt;
}

std::optional<ConnectError> ManagedProcess::sendSignal(ProcessSignal signal)
{
    if (signal == ProcessSignal::Unspecified)
        return ConnectError{.code = "unimplemented",
                            .message = "invalid signal: only SIGKILL and SIGTERM can be sent"};
    // Once reaped, the pid may belong to somebody else.
    if (m_end)
        return internal("error sending signal: process already finished");
    m_waitsForOutput = false;
    if (::kill(static_cast<pid_t>(m_info.pid), static_cast<int>(signal)) != 0)
        return internal(std::string("error sending signal: ") + std::strerror(errno));
    return std::nullopt;
}

void ManagedProcess::setKillTimer(std::chrono::milliseconds timeout)
{
    m_killTimer.expires_after(timeout);
    m_killTimer.async_wait([weak = weak_from_this()](const error_code &error) {
        const auto self = weak.lock();
        if (!error && self)
            static_cast<void>(self->sendSignal(ProcessSignal::Kill));
    });
}

} // namespace Sandglass
