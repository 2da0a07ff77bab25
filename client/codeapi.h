// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <client/executionstream.h>
#include <client/httptransport.h>
#include <client/sandboxaddress.h>
#include <protocol/codeinterpreter.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace Sandglass {

/// The code interpreter of one sandbox (protocol page "code-interpreter"). Cheap to copy; the
/// transport is borrowed. Looking at health and contexts only observes; all else are acts.
class CodeApi final
{
public:
    /// `address` is that of the port: addressOf(profile, sandbox, codeInterpreterPort).
    CodeApi(HttpTransport &transport, SandboxAddress address);

    [[nodiscard]] const SandboxAddress &address() const { return m_address; }

    /// Network: the sandbox runs, but no interpreter answers (not yet, or this template has none).
    /// NotFound: the sandbox is gone.
    [[nodiscard]] Request checkHealth(Handler<void> handler) const;
    [[nodiscard]] Request contexts(Handler<std::vector<CodeContext>> handler) const;
    [[nodiscard]] Request createContext(const NewCodeContext &context,
                                        Handler<CodeContext> handler) const;
    /// Clears its state; what runs in it ends with an error.
    [[nodiscard]] Request restartContext(std::string id, Handler<void> handler) const;
    [[nodiscard]] Request removeContext(std::string id, Handler<void> handler) const;

    /// Runs code; sent once, never again.
    [[nodiscard]] std::unique_ptr<ExecutionStream> execute(const ExecutionRequest &execution) const;

private:
    [[nodiscard]] HttpRequest request(std::string_view method, const std::string &path,
                                      Access access) const;
    [[nodiscard]] Request act(HttpRequest request, Handler<void> handler) const;

    HttpTransport *m_transport;
    SandboxAddress m_address;
};

} // namespace Sandglass
