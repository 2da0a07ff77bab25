// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <host/eventloop.h>
#include <host/interpreter/childprocess.h>
#include <host/interpreter/kernel.h>
#include <host/interpreter/outputpipe.h>
#include <host/interpreter/privatefolder.h>

#include <boost/asio/posix/stream_descriptor.hpp>

#include <array>
#include <memory>
#include <optional>
#include <set>

namespace Sandglass {

/// One bash that stays: it reads commands from a FIFO and writes the status of each run to another,
/// so that its standard streams are the code's alone.
class BashKernel final : public Kernel
{
public:
    [[nodiscard]] static Result<std::unique_ptr<Kernel>>
    start(boost::asio::io_context &io, const std::string &directory, KernelHandlers handlers);

    void execute(KernelRun run) override;
    void interrupt() override;
    void setOutput(Output output) override;

private:
    BashKernel(boost::asio::io_context &io, PrivateFolder folder, KernelHandlers handlers);
    [[nodiscard]] Result<void> launch(const std::string &directory);
    [[nodiscard]] std::string file(const char *name) const { return m_folder.path() + '/' + name; }
    void tell(std::string text);
    void tellMore();
    void waitForStatus();
    void statusArrived();
    void outputDrained();
    void runEnded();
    void escalate();
    void signalRun(int number);
    void processEnded(KernelEnd end);

    boost::asio::io_context &m_io;
    PrivateFolder m_folder;
    KernelHandlers m_handlers;
    boost::asio::posix::stream_descriptor m_commands;
    boost::asio::posix::stream_descriptor m_status;
    std::array<OutputPipe, 2> m_outputs; ///< stdout and stderr
    std::unique_ptr<ChildProcess> m_process;
    std::string m_untold;
    std::string m_statusText;
    std::optional<KernelRun> m_run;
    std::optional<KernelEnd> m_end;
    std::set<SessionMember> m_background; ///< what earlier runs have left running
    Timer m_timer;
    int m_exitStatus = 0;
    int m_runs = 0;
    int m_interrupts = 0;
    int m_undrained = 0; ///< outputs of which a rest is still to be read
    bool m_isReady = false;
};

} // namespace Sandglass
