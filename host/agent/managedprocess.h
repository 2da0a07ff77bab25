// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <host/agent/eventstream.h>
#include <host/agent/inputqueue.h>
#include <host/agent/launch.h>

#include <boost/asio/posix/stream_descriptor.hpp>

#include <array>
#include <set>

namespace Sandglass {

/// One process that a client started: its pipes, the streams that watch it, its end. Owned by the
/// process table until it has ended. All on the event loop's thread.
class ManagedProcess final : public std::enable_shared_from_this<ManagedProcess>
{
public:
    using EndHandler = std::move_only_function<void(const ProcessEnded &)>;

    /// `ended` runs once: when the process has exited and its output is complete.
    ManagedProcess(boost::asio::io_context &context, ProcessInfo info, LaunchedProcess launched,
                   bool isTerminal, EndHandler ended);

    void start(); ///< begins to read its output
    [[nodiscard]] const ProcessInfo &info() const { return m_info; }

    /// From now on the stream gets every event. A stream that is not read holds up the process and
    /// all other streams.
    void attach(std::shared_ptr<EventStream> stream);
    void detach(const std::shared_ptr<EventStream> &stream);

    /// Handlers get the error to answer with.
    using Answer = std::move_only_function<void(const std::optional<ConnectError> &)>;
    void sendInput(ProcessInput input, Answer answer);
    [[nodiscard]] std::optional<ConnectError> closeInput();
    [[nodiscard]] std::optional<ConnectError> resize(const PtySize &size);
    [[nodiscard]] std::optional<ConnectError> sendSignal(ProcessSignal signal);
    /// Kills it after the time, whoever watches then.
    void setKillTimer(std::chrono::milliseconds timeout);
    /// The reaper's word: what waitpid() said.
    void exited(int waitStatus);

private:
    struct Output {
        Output(boost::asio::io_context &context, ProcessData::Channel kind)
            : descriptor(context),
              channel(kind)
        {
        }
        boost::asio::posix::stream_descriptor descriptor;
        ProcessData::Channel channel;
        bool isWaiting = false;
        bool isHungUp = false; ///< a terminal that no program has open
    };
    class Turn;

    void pump(Output &output);
    bool readOnce(Output &output);
    void readRest(Output &output);
    void outputEnded(Output &output);
    void closeTerminalSoon();
    void endIfComplete();

    boost::asio::io_context &m_context;
    ProcessInfo m_info;
    bool m_isTerminal;
    EndHandler m_ended;
    std::array<Output, 2>
        m_outputs; ///< stdout and stderr; with a PTY only the first, for both directions
    boost::asio::posix::stream_descriptor m_input;
    std::shared_ptr<InputQueue> m_inputQueue; ///< null when there is no input (any more)
    std::set<std::shared_ptr<EventStream>> m_streams;
    boost::asio::steady_timer m_killTimer;
    boost::asio::steady_timer m_terminalTimer;
    std::optional<ProcessEnded> m_end;
    bool m_waitsForOutput =
        true; ///< false once a signal was sent: then what others hold open does not matter
};

/// The end event that goes with a status of waitpid().
[[nodiscard]] ProcessEnded endOf(int waitStatus);

} // namespace Sandglass
