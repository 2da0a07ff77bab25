// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/request.h>
#include <host/livesandbox.h>
#include <host/sandboxadoption.h>
#include <host/sandboxending.h>
#include <host/sandboxstart.h>
#include <protocol/metrics.h>
#include <protocol/sandbox.h>

#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace Sandglass {

struct HostContext;
struct SandboxTemplate;

/// The longest time that a sandbox may run.
inline constexpr std::chrono::seconds maximumRunTime = std::chrono::hours(24);

/// Every sandbox of the host, from its creation to its removal. Errors carry the HTTP status and
/// the words of the answer. One thread; handlers run from the event loop.
class SandboxRegistry final
{
public:
    explicit SandboxRegistry(HostContext &context) : m_context(context) {}

    /// Takes over what an earlier host left, or clears it away. To be done before anything else.
    [[nodiscard]] Result<void> adopt(std::move_only_function<void()> done);

    /// `request.timeout` must be set; a token is made when `request.secure` is true.
    void create(const NewSandbox &request, Handler<CreatedSandbox> handler);
    /// The handler runs when no process is left.
    void kill(const std::string &id, Handler<void> handler);
    /// From now on; may shorten. Cut at maximumRunTime after the start.
    [[nodiscard]] Result<void> setTimeout(const std::string &id, std::chrono::seconds timeout);

    [[nodiscard]] std::vector<SandboxInfo> list() const;
    [[nodiscard]] const LiveSandbox *find(const std::string &id) const;

    /// Ends what is being started (and, if asked to, every sandbox); `done` runs when nothing of
    /// them is left. That may take as long as removing their files does.
    enum class Sandboxes { Keep, Kill };
    void shutDown(Sandboxes sandboxes, std::move_only_function<void()> done);

private:
    struct Creation {
        std::shared_ptr<SandboxStart> start;
        Handler<CreatedSandbox> handler;
    };
    [[nodiscard]] Result<StartPlan> makePlan(const NewSandbox &request);
    [[nodiscard]] Result<void> canStart(const SandboxTemplate &chosen) const;
    void launch(StartPlan plan, Handler<CreatedSandbox> handler);
    void startEnded(const std::string &id, Result<StartedSandbox> result);
    void run(StartedSandbox started);
    void end(const std::shared_ptr<SandboxEnding> &ending, std::move_only_function<void()> stopped);
    void finishShutDown();

    HostContext &m_context;
    std::map<std::string, Creation> m_starting;
    std::map<std::string, std::unique_ptr<LiveSandbox>> m_running;
    std::map<std::string, std::shared_ptr<SandboxEnding>> m_ending;
    std::set<std::string> m_stopping; ///< of m_ending: still with processes
    std::set<std::uint32_t> m_usedUids;
    std::unique_ptr<SandboxAdoption> m_adoption;
    std::move_only_function<void()> m_shutDown;
};

} // namespace Sandglass
