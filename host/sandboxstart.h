// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/request.h>
#include <host/eventloop.h>
#include <host/http/message.h>
#include <host/sandboxending.h>
#include <host/sandboxrow.h>
#include <host/sandboxspawn.h>
#include <host/uniquefd.h>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace Sandglass {

struct HostContext;

/// A sandbox that has come up.
struct StartedSandbox {
    SandboxRow row;
    UniqueFd init;    ///< pidfd of its first process
    UniqueFd monitor; ///< pidfd of bubblewrap outside
};

/// What a sandbox is started from.
struct StartPlan {
    SandboxRow row; ///< with its id, template, uid, token and metadata; already stored
    std::string templatePath;
    std::string startCommand; ///< of the template; may be empty
    std::string interpreter;  ///< empty: the template does not ask for it
    bool hasNoVnc = false;
    std::string bwrap;
    StringMap environment;
    std::chrono::seconds timeout{};
};

/// Brings one sandbox up: its files, its socket, bubblewrap, the agent's first answer, /init. On
/// failure the caller clears away with ending().
class SandboxStart final : public std::enable_shared_from_this<SandboxStart>
{
public:
    SandboxStart(HostContext &context, StartPlan plan);

    /// The handler runs once, from the event loop.
    void begin(Handler<StartedSandbox> done);
    /// The same sandbox on its way out. The start must not go on.
    [[nodiscard]] std::shared_ptr<SandboxEnding> ending();
    [[nodiscard]] const StartPlan &plan() const { return m_plan; }
    /// The failure came from overlays or id-mapped mounts: plain copies may work.
    [[nodiscard]] bool failedAtOverlay() const { return m_failedAtOverlay; }

private:
    void filesMade(const Result<void> &result);
    Result<void> launch();
    [[nodiscard]] Result<UniqueFd> listen() const;
    [[nodiscard]] SpawnPlan spawnPlan(int listenFd) const;
    void askHealth();
    void healthy(const Result<Response> &answer);
    void initialise();
    void initialised(const Result<Response> &answer);
    void monitorEnded();
    void fail(Error error);

    HostContext &m_context;
    StartPlan m_plan;
    Handler<StartedSandbox> m_done;
    std::optional<SpawnedSandbox> m_spawned;
    std::optional<ReadableWatch> m_monitorWatch;
    Request m_request;
    Timer m_brokenGrace; ///< how long a broken connection waits for the reason
    bool m_failedAtOverlay = false;
};

} // namespace Sandglass
