// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <client/httptransport.h>
#include <client/processstream.h>
#include <client/sandboxaddress.h>
#include <protocol/process.h>

#include <memory>
#include <string_view>
#include <vector>

namespace Sandglass {

/// envd's process.Process service of one sandbox (protocol page "envd", section 3). Cheap to copy;
/// the transport is borrowed. Starting, input, size, signals and closing stdin are acts; listing
/// and attaching only observe.
class ProcessApi final
{
public:
    ProcessApi(HttpTransport &transport, SandboxAddress address);

    [[nodiscard]] const SandboxAddress &address() const { return m_address; }

    [[nodiscard]] Request list(Handler<std::vector<ProcessInfo>> handler) const;
    [[nodiscard]] Request sendInput(const ProcessInput &input, Handler<void> handler) const;
    /// Sets the size of a PTY.
    [[nodiscard]] Request update(const ProcessUpdate &update, Handler<void> handler) const;
    /// To that one pid, not to its children. NotFound when it has ended.
    [[nodiscard]] Request sendSignal(const ProcessSignalRequest &request,
                                     Handler<void> handler) const;
    [[nodiscard]] Request closeStdin(const ProcessSelector &process, Handler<void> handler) const;

    /// Runs a process without a time limit; closing the stream does not end it.
    [[nodiscard]] std::unique_ptr<ProcessStream> start(const StartProcess &request) const;
    /// Attaches to a running one: only new output comes.
    [[nodiscard]] std::unique_ptr<ProcessStream> connect(const ProcessSelector &process) const;

private:
    [[nodiscard]] Request act(std::string_view method, std::string body,
                              Handler<void> handler) const;
    [[nodiscard]] std::unique_ptr<ProcessStream> open(HttpRequest request,
                                                      const std::string &message) const;

    HttpTransport *m_transport;
    SandboxAddress m_address;
};

} // namespace Sandglass
