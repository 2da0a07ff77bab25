// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/request.h>
#include <host/http/message.h>
#include <host/sandboxending.h>
#include <host/sandboxstart.h>

#include <functional>
#include <map>
#include <memory>
#include <string>

namespace Sandglass {

struct HostContext;

/// What a starting host does with the sandboxes of an earlier one: those whose first process is the
/// one on record and whose agent answers are taken over, everything else is cleared away.
class SandboxAdoption final
{
public:
    explicit SandboxAdoption(HostContext &context) : m_context(context) {}

    struct Handlers {
        std::move_only_function<void(StartedSandbox)> adopted;
        std::move_only_function<void(std::shared_ptr<SandboxEnding>)> lost;
        /// Every sandbox has been decided on; the object may be destroyed in it.
        std::move_only_function<void()> done;
    };
    /// An error when the state cannot be read. All handlers run from the event loop.
    [[nodiscard]] Result<void> begin(Handlers handlers);

private:
    void ask(SandboxRow row);
    void answered(const std::string &id, const Result<Response> &answer);
    void giveUp(StartedSandbox sandbox);
    void removeStrays(const std::vector<SandboxRow> &rows);
    void finishIfDone();

    struct Candidate {
        StartedSandbox sandbox;
        Request request;
    };
    HostContext &m_context;
    Handlers m_handlers;
    std::map<std::string, Candidate> m_candidates;
    std::vector<StartedSandbox> m_lost;
    std::optional<Timer> m_next;
};

} // namespace Sandglass
