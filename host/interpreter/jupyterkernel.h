// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <host/eventloop.h>
#include <host/interpreter/childprocess.h>
#include <host/interpreter/kernel.h>
#include <host/interpreter/privatefolder.h>
#include <host/interpreter/zmqsocket.h>
#include <protocol/jupyter.h>

#include <memory>

namespace Sandglass {

/// Python, by ipykernel: its process and the sockets to it.
class JupyterKernel final : public Kernel
{
public:
    /// Starts the process in the directory; `free` comes when it is ready.
    [[nodiscard]] static Result<std::unique_ptr<Kernel>> start(boost::asio::io_context &io,
                                                               const ZmqContext &zmq,
                                                               const std::string &directory,
                                                               KernelHandlers handlers);

    void execute(KernelRun run) override;
    void interrupt() override;
    void setOutput(Output output) override;

private:
    using Next = void (JupyterKernel::*)();

    JupyterKernel(boost::asio::io_context &io, PrivateFolder folder, KernelHandlers handlers);
    [[nodiscard]] Result<void> launch(const ZmqContext &zmq, const std::string &directory);
    [[nodiscard]] std::string socketPrefix() const { return m_folder.path() + "/socket"; }
    void askForInfo();
    void received(const std::vector<std::string_view> &frames);
    void request(std::string type, std::string content, Next next);
    void execute(std::string code, JupyterVisibility visibility, Next next);
    void answered();
    void processEnded(KernelEnd end);

    // What follows what.
    void infoArrived();
    void setUp();
    void becomeFree();
    void runCode();
    void codeFinished();

    /// What the kernel is busy with.
    struct Pending {
        std::string id;
        JupyterVisibility visibility = JupyterVisibility::Silent;
        Next next = nullptr;
        bool hasReply = false;
        bool isIdle = false;
    };

    boost::asio::io_context &m_io;
    PrivateFolder m_folder;
    KernelHandlers m_handlers;
    std::unique_ptr<ZmqSocket> m_shell;
    std::unique_ptr<ZmqSocket> m_output;
    std::unique_ptr<ChildProcess> m_process;
    std::unique_ptr<Pending> m_pending; ///< null when the kernel has nothing to answer
    KernelRun m_run;
    std::string m_session;
    Timer m_timer; ///< asks again while it starts; interrupts again while it runs
    int m_interrupts = 0;
    bool m_isReady = false;
    bool m_isRunning = false;
    bool m_isInterrupted = false;
};

} // namespace Sandglass
