// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <host/interpreter/kernel.h>
#include <host/interpreter/resultstream.h>
#include <protocol/codeinterpreter.h>

#include <deque>
#include <functional>
#include <memory>

namespace Sandglass {

/// One context of the protocol: a kernel and the runs that wait for it, one after the other. A
/// kernel that has died is replaced when the next run comes. Owned by the table; keeps itself while
/// something of it is under way.
class KernelContext final : public std::enable_shared_from_this<KernelContext>
{
public:
    using StartKernel = std::function<Result<std::unique_ptr<Kernel>>(KernelHandlers)>;

    KernelContext(boost::asio::io_context &io, CodeContext info, StartKernel startKernel);

    [[nodiscard]] const CodeContext &info() const { return m_info; }
    /// Starts the kernel unless there is one.
    [[nodiscard]] Result<void> warmUp();
    /// Begins the answer at once; the lines come when it is this run's turn.
    void run(KernelRun code, std::shared_ptr<Exchange> exchange);
    /// A new kernel without the state of the old one. The current run ends with an error, those
    /// that wait go on waiting.
    [[nodiscard]] Result<void> restart();
    /// Ends the kernel and every run.
    void shutDown();

private:
    struct Run {
        KernelRun code;
        std::shared_ptr<ResultStream> stream;
        bool hasBegun = false;   ///< the kernel has said so
        bool isRepeated = false; ///< its first kernel died before that
    };

    [[nodiscard]] KernelHandlers handlers();
    void startNext();
    void clientLeft(const std::shared_ptr<ResultStream> &stream);
    void forward(ExecutionEvent event);
    void finish();
    void kernelFailed(const KernelEnd &end);
    void dropKernel();
    void endCurrent(const ExecutionError &error);

    boost::asio::io_context &m_io;
    CodeContext m_info;
    StartKernel m_startKernel;
    std::unique_ptr<Kernel> m_kernel;
    unsigned m_kernelSerial = 0; ///< of the kernel whose words count
    bool m_isFree = false;
    std::shared_ptr<Run> m_current; ///< also while its client is gone and the kernel still stops
    std::deque<std::shared_ptr<Run>> m_waiting;
};

} // namespace Sandglass
