// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/interpreter/kernelcontext.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>

#include <utility>

namespace Sandglass {

namespace {

// The words of the service (protocol page code-interpreter, 5).
const ExecutionError connectionLost{
    .name = "WebSocketError",
    .value = "The connections was lost, rerun the code to get the results",
    .traceback = {}};
const ExecutionError unexpectedEnd{
    .name = "UnexpectedEndOfExecution",
    .value = "Connection to the execution was closed before the execution was finished",
    .traceback = {}};
const ExecutionError restarting{
    .name = "ContextRestarting", .value = "Context was restarted", .traceback = {}};
const ExecutionError removed{
    .name = "ExecutionAborted", .value = "Context was removed", .traceback = {}};

ExecutionError startFailure(const std::string &language, const std::string &reason)
{
    return {.name = "KernelError",
            .value = "The " + language + " kernel did not start: " + reason,
            .traceback = {}};
}

std::string wordsOf(const KernelEnd &end)
{
    return end.hasExited ? "its process ended with status " + std::to_string(end.status)
                         : "its process was ended by signal " + std::to_string(end.status);
}

} // namespace

KernelContext::KernelContext(boost::asio::io_context &io, CodeContext info, StartKernel startKernel)
    : m_io(io),
      m_info(std::move(info)),
      m_startKernel(std::move(startKernel))
{
}

KernelHandlers KernelContext::handlers()
{
    // A kernel that was replaced may still have something to say.
    const auto guarded = [weak = weak_from_this(), serial = ++m_kernelSerial](auto function) {
        return [weak, serial, function](auto &&...arguments) {
            const auto self = weak.lock();
            if (self && self->m_kernelSerial == serial)
                function(*self, std::forward<decltype(arguments)>(arguments)...);
        };
    };
    return {.free = guarded([](KernelContext &self) {
                self.m_isFree = true;
                self.startNext();
            }),
            .event = guarded(
                [](KernelContext &self, ExecutionEvent event) { self.forward(std::move(event)); }),
            .finished = guarded([](KernelContext &self) { self.finish(); }),
            .ended =
                guarded([](KernelContext &self, const KernelEnd &end) { self.kernelFailed(end); })};
}

Result<void> KernelContext::warmUp()
{
    if (m_kernel)
        return {};
    m_isFree = false;
    auto kernel = m_startKernel(handlers());
    if (!kernel)
        return std::unexpected(kernel.error());
    m_kernel = std::move(*kernel);
    return {};
}

void KernelContext::run(KernelRun code, std::shared_ptr<Exchange> exchange)
{
    const auto stream = std::make_shared<ResultStream>(m_io, std::move(exchange));
    stream->begin(
        [weak = weak_from_this(), stream = std::weak_ptr(stream)] {
            const auto self = weak.lock();
            const auto left = stream.lock();
            if (self && left)
                self->clientLeft(left);
        },
        [weak = weak_from_this()] {
            const auto self = weak.lock();
            if (self && self->m_kernel)
                self->m_kernel->setOutput(Kernel::Output::Flowing);
        });
    m_waiting.push_back(std::make_shared<Run>(Run{.code = std::move(code), .stream = stream}));
    startNext();
}

void KernelContext::startNext()
{
    if (m_current || m_waiting.empty())
        return;
    if (const auto warm = warmUp(); !warm) {
        m_current = m_waiting.front();
        m_waiting.pop_front();
        endCurrent(startFailure(m_info.language, warm.error().detail));
        return startNext();
    }
    if (!m_isFree)
        return;
    m_isFree = false;
    m_current = m_waiting.front();
    m_waiting.pop_front();
    m_kernel->execute(m_current->code);
}

void KernelContext::clientLeft(const std::shared_ptr<ResultStream> &stream)
{
    if (m_current && m_current->stream == stream) {
        if (!m_kernel)
            return;
        m_kernel->setOutput(Kernel::Output::Flowing); // to nowhere
        m_kernel->interrupt();
        return;
    }
    std::erase_if(m_waiting, [&](const auto &run) { return run->stream == stream; });
}

void KernelContext::forward(ExecutionEvent event)
{
    if (!m_current)
        return;
    m_current->hasBegun = true;
    m_current->stream->send(std::move(event));
    if (m_current->stream->isCongested())
        m_kernel->setOutput(Kernel::Output::Held);
}

void KernelContext::finish()
{
    // The next one's output is not to wait for this one's reader.
    if (m_kernel)
        m_kernel->setOutput(Kernel::Output::Flowing);
    if (const auto run = std::exchange(m_current, nullptr))
        run->stream->end();
}

void KernelContext::endCurrent(const ExecutionError &error)
{
    const auto run = std::exchange(m_current, nullptr);
    if (!run)
        return;
    run->stream->send(error);
    run->stream->end();
}

void KernelContext::kernelFailed(const KernelEnd &end)
{
    dropKernel();
    if (!end.wasReady && !m_waiting.empty()) {
        m_current = m_waiting.front();
        m_waiting.pop_front();
        endCurrent(startFailure(m_info.language, wordsOf(end)));
    } else if (m_current && !m_current->hasBegun && !m_current->isRepeated &&
               m_current->stream->isOpen()) {
        m_current->isRepeated = true;
        m_waiting.push_front(std::exchange(m_current, nullptr));
    } else if (m_current && m_info.language == "bash" && end.hasExited) {
        // "exit" is as good an end as any.
        if (end.status == 0)
            finish();
        endCurrent({.name = "ExitStatus",
                    .value = std::to_string(end.status),
                    .traceback = "The shell has exited; the next run gets a new one."});
    } else if (m_current) {
        m_current->stream->send(connectionLost);
        endCurrent(unexpectedEnd);
    }
    startNext();
}

// Its handlers may be running: it goes in the next turn of the loop.
void KernelContext::dropKernel()
{
    ++m_kernelSerial;
    m_isFree = false;
    if (m_kernel)
        boost::asio::post(m_io, [kernel = std::shared_ptr(std::move(m_kernel))] {});
}

Result<void> KernelContext::restart()
{
    dropKernel();
    endCurrent(restarting);
    auto started = warmUp();
    startNext();
    return started;
}

void KernelContext::shutDown()
{
    dropKernel();
    endCurrent(removed);
    for (const auto &run : std::exchange(m_waiting, {})) {
        run->stream->send(removed);
        run->stream->end();
    }
}

} // namespace Sandglass
