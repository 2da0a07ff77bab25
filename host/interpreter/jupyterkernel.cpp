// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/ids.h>
#include <host/interpreter/jupyterkernel.h>
#include <host/interpreter/pythonsetup.h>

#include <unistd.h>

#include <csignal>
#include <utility>

namespace Sandglass {

using namespace std::chrono_literals;

namespace {

constexpr int waitingMessages = 16;
constexpr auto askAgain = 50ms;
/// A signal that comes before the kernel has begun with the code is lost on it.
constexpr auto interruptAgain = 300ms;
constexpr auto interruptPatience = 2000ms;
constexpr int interruptsInHaste = 3;
constexpr auto lastWords = 100ms;
constexpr std::size_t idDigits = 32;

} // namespace

JupyterKernel::JupyterKernel(boost::asio::io_context &io, PrivateFolder folder,
                             KernelHandlers handlers)
    : m_io(io),
      m_folder(std::move(folder)),
      m_handlers(std::move(handlers)),
      m_session(randomHex(idDigits)),
      m_timer(io)
{
}

Result<std::unique_ptr<Kernel>> JupyterKernel::start(boost::asio::io_context &io,
                                                     const ZmqContext &zmq,
                                                     const std::string &directory,
                                                     KernelHandlers handlers)
{
    auto folder = PrivateFolder::make();
    if (!folder)
        return std::unexpected(folder.error());
    auto kernel = std::unique_ptr<JupyterKernel>(
        new JupyterKernel(io, std::move(*folder), std::move(handlers)));
    if (const auto launched = kernel->launch(zmq, directory); !launched)
        return std::unexpected(launched.error());
    return kernel;
}

Result<void> JupyterKernel::launch(const ZmqContext &zmq, const std::string &directory)
{
    const std::string file = "connection.json";
    if (auto written = m_folder.write(file, encodeJupyterConnection(socketPrefix())); !written)
        return written;
    const auto connect = [&](std::unique_ptr<ZmqSocket> &target, ZmqSocket::Kind kind,
                             JupyterChannel channel) -> Result<void> {
        auto socket = ZmqSocket::connect(
            m_io, zmq, kind, jupyterEndpoint(socketPrefix(), channel), waitingMessages,
            [this](const std::vector<std::string_view> &frames) { received(frames); });
        if (!socket)
            return std::unexpected(socket.error());
        target = std::make_unique<ZmqSocket>(std::move(*socket));
        return {};
    };
    if (auto shell = connect(m_shell, ZmqSocket::Kind::Dealer, JupyterChannel::Shell); !shell)
        return shell;
    if (auto output = connect(m_output, ZmqSocket::Kind::Subscriber, JupyterChannel::Iopub);
        !output)
        return output;
    const ChildOrder order{.arguments = {"python3", "-m", "ipykernel_launcher", "-f",
                                         m_folder.path() + "/" + file,
                                         "--HistoryManager.enabled=False"},
                           // Ends by itself should this process be killed.
                           .variables = {{"JPY_PARENT_PID", std::to_string(::getpid())}},
                           .directory = directory};
    auto process =
        ChildProcess::start(m_io, order, [this](const KernelEnd &end) { processEnded(end); });
    if (!process)
        return std::unexpected(process.error());
    m_process = std::make_unique<ChildProcess>(std::move(*process));
    askForInfo();
    return {};
}

// Until both sockets are known to work: the kernel binds them when it gets to it, and what it
// publishes before the subscription has arrived is lost.
void JupyterKernel::askForInfo()
{
    if (!m_pending)
        request("kernel_info_request", "{}", &JupyterKernel::infoArrived);
    m_timer.start(askAgain, [this] {
        if (m_pending && m_pending->hasReply)
            m_pending.reset();
        askForInfo();
    });
}

void JupyterKernel::infoArrived()
{
    m_timer.cancel();
    execute(pythonSetup(), JupyterVisibility::Silent, &JupyterKernel::setUp);
}

void JupyterKernel::setUp()
{
    m_isReady = true;
    becomeFree();
}

void JupyterKernel::becomeFree()
{
    m_isRunning = false;
    m_timer.cancel();
    m_handlers.free();
}

void JupyterKernel::execute(KernelRun run)
{
    m_run = std::move(run);
    m_isRunning = true;
    m_isInterrupted = false;
    if (m_run.variables.empty())
        runCode();
    else
        execute(pythonSetVariables(m_run.variables), JupyterVisibility::Silent,
                &JupyterKernel::runCode);
}

void JupyterKernel::runCode()
{
    if (m_isInterrupted)
        codeFinished();
    else
        execute(m_run.code, JupyterVisibility::Shown, &JupyterKernel::codeFinished);
}

void JupyterKernel::codeFinished()
{
    m_timer.cancel();
    const bool hasVariables = !m_run.variables.empty();
    if (hasVariables)
        execute(pythonResetVariables(), JupyterVisibility::Silent, &JupyterKernel::becomeFree);
    m_handlers.finished();
    if (!hasVariables)
        becomeFree();
}

void JupyterKernel::request(std::string type, std::string content, Next next)
{
    m_pending = std::make_unique<Pending>(Pending{.id = randomHex(idDigits), .next = next});
    m_shell->send(encodeJupyterRequest({.id = m_pending->id,
                                        .session = m_session,
                                        .type = std::move(type),
                                        .content = std::move(content)}));
}

void JupyterKernel::execute(std::string code, JupyterVisibility visibility, Next next)
{
    request("execute_request", encodeJupyterExecute(code, visibility), next);
    m_pending->visibility = visibility;
}

void JupyterKernel::received(const std::vector<std::string_view> &frames)
{
    auto message = decodeJupyterMessage(frames);
    if (!message || !m_pending || message->parentId != m_pending->id)
        return;
    if (auto *event = std::get_if<ExecutionEvent>(&message->content)) {
        if (m_pending->visibility == JupyterVisibility::Shown)
            m_handlers.event(std::move(*event));
        return;
    }
    if (const auto *status = std::get_if<JupyterStatus>(&message->content)) {
        m_pending->isIdle = m_pending->isIdle || status->isIdle;
    } else if (const auto *reply = std::get_if<JupyterReply>(&message->content)) {
        m_pending->hasReply = true;
        if (reply->isAborted && m_pending->visibility == JupyterVisibility::Shown)
            m_handlers.event(ExecutionError{
                .name = "ExecutionAborted", .value = "Execution was aborted", .traceback = {}});
    } else if (std::holds_alternative<JupyterInfo>(message->content)) {
        m_pending->hasReply = true;
    }
    if (m_pending->hasReply && m_pending->isIdle)
        answered();
}

void JupyterKernel::answered()
{
    const Next next = m_pending->next;
    m_pending.reset();
    (this->*next)();
}

void JupyterKernel::interrupt()
{
    if (!m_isRunning)
        return;
    if (!std::exchange(m_isInterrupted, true))
        m_interrupts = 0;
    m_process->signalGroup(SIGINT);
    if (m_interrupts > 0)
        m_process->signal(SIGUSR2); // see pythonSetup()
    const auto pause = ++m_interrupts < interruptsInHaste ? interruptAgain : interruptPatience;
    m_timer.start(pause, [this] { interrupt(); });
}

void JupyterKernel::setOutput(Output output)
{
    if (output == Output::Held)
        m_output->hold();
    else
        m_output->resume();
}

void JupyterKernel::processEnded(KernelEnd end)
{
    end.wasReady = m_isReady;
    if (!m_isRunning)
        return m_handlers.ended(end);
    // Its last words may still be on their way.
    m_output->resume();
    m_timer.start(lastWords, [this, end] { m_handlers.ended(end); });
}

} // namespace Sandglass
