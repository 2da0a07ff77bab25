// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/interpreter/bashkernel.h>
#include <host/interpreter/bashtext.h>
#include <host/ioerror.h>

#include <boost/asio/io_context.hpp>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <sstream>
#include <utility>

namespace Sandglass {

using namespace std::chrono_literals;

namespace {

constexpr auto interruptAgain = 500ms;
/// SIGINT, then SIGTERM, then SIGKILL to what the run has started, then to the shell.
constexpr int interruptsByKeyboard = 2;
constexpr int interruptsByTermination = 2;
constexpr int interruptsByKilling = 2;
constexpr std::size_t commandPiece = 4096;

Result<void> openFifo(const std::string &path, boost::asio::posix::stream_descriptor &descriptor)
{
    // Open for both directions: it never ends, and opening waits for nobody.
    UniqueFd fifo;
    if (::mkfifo(path.c_str(), 0600) == 0)
        fifo.reset(::open(path.c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC));
    if (!fifo)
        return ioFailure("cannot make " + path);
    descriptor.assign(fifo.release());
    return {};
}

} // namespace

BashKernel::BashKernel(boost::asio::io_context &io, PrivateFolder folder, KernelHandlers handlers)
    : m_io(io),
      m_folder(std::move(folder)),
      m_handlers(std::move(handlers)),
      m_commands(io),
      m_status(io),
      m_outputs{OutputPipe(io), OutputPipe(io)},
      m_timer(io)
{
}

Result<std::unique_ptr<Kernel>> BashKernel::start(boost::asio::io_context &io,
                                                  const std::string &directory,
                                                  KernelHandlers handlers)
{
    auto folder = PrivateFolder::make();
    if (!folder)
        return std::unexpected(folder.error());
    auto kernel =
        std::unique_ptr<BashKernel>(new BashKernel(io, std::move(*folder), std::move(handlers)));
    if (const auto launched = kernel->launch(directory); !launched)
        return std::unexpected(launched.error());
    return kernel;
}

Result<void> BashKernel::launch(const std::string &directory)
{
    if (auto fifo = openFifo(file("commands"), m_commands); !fifo)
        return fifo;
    if (auto fifo = openFifo(file("status"), m_status); !fifo)
        return fifo;
    const auto open = [this](std::size_t index, ExecutionOutput::Channel channel) {
        return m_outputs[index].open([this, channel](std::string text) {
            // What the shell says before it is ready is about the missing terminal.
            if (m_isReady)
                m_handlers.event(
                    ExecutionOutput{.channel = channel, .text = std::move(text), .timestamp = {}});
        });
    };
    const auto output = open(0, ExecutionOutput::Channel::Stdout);
    const auto errors = open(1, ExecutionOutput::Channel::Stderr);
    if (!output || !errors)
        return std::unexpected(output ? errors.error() : output.error());
    // Not our own descriptor: a shell makes its input blocking, and ours with it.
    const UniqueFd input(::open(file("commands").c_str(), O_RDONLY | O_CLOEXEC));
    if (!input)
        return ioFailure("cannot open " + file("commands"));
    const ChildOrder order{
        .arguments = {"bash", "--noprofile", "--norc", "--noediting", "-i", "-s"},
        .variables = {{"PS1", ""}, {"PS2", ""}, {"HISTFILE", ""}, {"TERM", "dumb"}},
        .directory = directory,
        .input = input.get(),
        .output = output->get(),
        .errors = errors->get()};
    auto process =
        ChildProcess::start(m_io, order, [this](const KernelEnd &end) { processEnded(end); });
    if (!process)
        return std::unexpected(process.error());
    m_process = std::make_unique<ChildProcess>(std::move(*process));
    waitForStatus();
    tell(bashSetup(file("status")) + bashDone(m_runs));
    return {};
}

void BashKernel::tell(std::string text)
{
    const bool isTelling = !m_untold.empty();
    m_untold += text;
    if (!isTelling)
        tellMore();
}

void BashKernel::tellMore()
{
    while (!m_untold.empty()) {
        const auto count = ::write(m_commands.native_handle(), m_untold.data(),
                                   std::min(m_untold.size(), commandPiece));
        if (count < 0 && errno != EINTR)
            break;
        m_untold.erase(0, count < 0 ? 0 : static_cast<std::size_t>(count));
    }
    if (!m_untold.empty())
        m_commands.async_wait(boost::asio::posix::stream_descriptor::wait_write,
                              [this](const boost::system::error_code &error) {
                                  if (!error)
                                      tellMore();
                              });
}

void BashKernel::waitForStatus()
{
    m_status.async_wait(boost::asio::posix::stream_descriptor::wait_read,
                        [this](const boost::system::error_code &error) {
                            if (error)
                                return;
                            std::array<char, 256> buffer{};
                            const auto count =
                                ::read(m_status.native_handle(), buffer.data(), buffer.size());
                            if (count > 0)
                                m_statusText.append(buffer.data(), static_cast<std::size_t>(count));
                            waitForStatus();
                            statusArrived();
                        });
}

void BashKernel::statusArrived()
{
    const auto end = m_statusText.find('\n');
    if (end == std::string::npos)
        return;
    std::istringstream line(m_statusText.substr(0, end));
    m_statusText.erase(0, end + 1);
    int number = -1;
    line >> number >> m_exitStatus;
    if (number != m_runs || m_undrained > 0 || (m_isReady && !m_run))
        return statusArrived(); // of a run that is over
    m_undrained = static_cast<int>(m_outputs.size());
    for (OutputPipe &output : m_outputs)
        output.drain([this] { outputDrained(); });
}

void BashKernel::outputDrained()
{
    if (--m_undrained > 0)
        return;
    if (!std::exchange(m_isReady, true))
        m_handlers.free();
    else if (m_end)
        m_handlers.ended(*m_end);
    else if (m_run)
        runEnded();
}

void BashKernel::execute(KernelRun run)
{
    m_run = std::move(run);
    m_interrupts = 0;
    m_handlers.event(ExecutionCounted{.count = ++m_runs});
    if (const auto written = m_folder.write("cell", m_run->code + "\n"); !written) {
        m_handlers.event(
            ExecutionError{.name = "OSError", .value = written.error().detail, .traceback = {}});
        return tell(bashDone(m_runs));
    }
    tell(bashSetVariables(m_run->variables) + bashRun(file("cell")) + bashDone(m_runs) +
         bashResetVariables(m_run->variables));
}

void BashKernel::runEnded()
{
    m_timer.cancel();
    m_run.reset();
    if (m_exitStatus != 0)
        m_handlers.event(ExecutionError{
            .name = "ExitStatus", .value = std::to_string(m_exitStatus), .traceback = {}});
    m_handlers.finished();
    m_background = m_process->sessionMembers();
    m_handlers.free();
}

void BashKernel::interrupt()
{
    if (m_run)
        escalate();
}

void BashKernel::escalate()
{
    const int count = m_interrupts++;
    if (count < interruptsByKeyboard)
        m_process->signalGroup(SIGINT);
    else if (count < interruptsByKeyboard + interruptsByTermination)
        signalRun(SIGTERM);
    else if (count < interruptsByKeyboard + interruptsByTermination + interruptsByKilling)
        signalRun(SIGKILL);
    else
        m_process->signalGroup(SIGKILL);
    // The signal may have met the line that says that the run is over.
    if (count > 0)
        tell(bashDone(m_runs));
    m_timer.start(interruptAgain, [this] { escalate(); });
}

void BashKernel::signalRun(int number)
{
    for (const auto &process : m_process->sessionMembers()) {
        if (!m_background.contains(process))
            ::kill(process.pid, number);
    }
}

void BashKernel::setOutput(Output output)
{
    for (OutputPipe &pipe : m_outputs) {
        if (output == Output::Held)
            pipe.hold();
        else
            pipe.resume();
    }
}

void BashKernel::processEnded(KernelEnd end)
{
    m_timer.cancel();
    end.wasReady = std::exchange(m_isReady, true);
    m_end = end;
    m_undrained = static_cast<int>(m_outputs.size());
    for (OutputPipe &output : m_outputs)
        output.drain([this] { outputDrained(); });
}

} // namespace Sandglass
