// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/ids.h>
#include <host/hostcontext.h>
#include <host/machinecheck.h>
#include <host/sandboxregistry.h>

#include <algorithm>
#include <utility>

namespace Sandglass {

namespace {

std::unexpected<Error> refusal(int status, std::string words)
{
    return failure(Error::Kind::Policy, std::move(words), status);
}

std::unexpected<Error> notFound(const std::string &id)
{
    return failure(Error::Kind::NotFound,
                   "Sandbox \"" + id + "\" doesn't exist or you don't have access to it", 404);
}

CreatedSandbox createdFrom(const SandboxRow &row)
{
    CreatedSandbox created;
    created.id = row.id;
    created.templateId = row.templateId;
    created.alias = row.templateName;
    created.envdVersion = envdVersionOfAgent;
    created.envdAccessToken = row.accessToken;
    return created;
}

} // namespace

Result<void> SandboxRegistry::adopt(std::move_only_function<void()> done)
{
    m_adoption = std::make_unique<SandboxAdoption>(m_context);
    return m_adoption->begin(
        {.adopted = [this](StartedSandbox started) { run(std::move(started)); },
         .lost = [this](const std::shared_ptr<SandboxEnding> &ending) { end(ending, nullptr); },
         .done =
             [this, done = std::move(done)]() mutable {
                 auto next = std::move(done); // this function goes with the adoption
                 const auto finished = std::move(m_adoption);
                 next();
             }});
}

void SandboxRegistry::create(const NewSandbox &request, Handler<CreatedSandbox> handler)
{
    auto plan = makePlan(request);
    if (plan) {
        if (const auto stored = m_context.store.insert(plan->row); !stored)
            plan = std::unexpected(stored.error());
    }
    if (!plan) {
        handler(std::unexpected(plan.error()));
        return;
    }
    if (plan->row.kernelUid != 0)
        m_usedUids.insert(plan->row.kernelUid);
    launch(std::move(*plan), std::move(handler));
}

Result<StartPlan> SandboxRegistry::makePlan(const NewSandbox &request)
{
    if (m_shutDown)
        return refusal(503, "the local host is being stopped");
    if (request.autoPause.value_or(false))
        return refusal(
            400, "pausing is not available on this computer: create the sandbox without autoPause");
    if (request.timeout->count() <= 0)
        return refusal(400, "Timeout must be greater than 0");
    if (*request.timeout > maximumRunTime)
        return refusal(400, "Timeout cannot be greater than 24 hours");
    const auto chosen = m_context.templates.find(request.templateId);
    if (!chosen)
        return refusal(404, missingTemplate(request.templateId, m_context.templates));
    if (const auto usable = canStart(*chosen); !usable)
        return std::unexpected(usable.error());
    StartPlan plan;
    plan.row.id = newSandboxId();
    plan.row.templateId = chosen->id;
    plan.row.templateName = chosen->name;
    if (request.secure.value_or(false))
        plan.row.accessToken = randomHex(64);
    plan.row.metadata = request.metadata;
    for (const auto &[name, value] : request.envVars)
        plan.row.environmentNames.push_back(name);
    if (m_context.uids) {
        plan.row.kernelUid = m_context.uids->pick(m_usedUids);
        if (plan.row.kernelUid == 0)
            return refusal(429, "there is no unused user id for one more sandbox");
    }
    plan.templatePath = chosen->path;
    plan.startCommand = chosen->startCommand;
    if (chosen->needsInterpreter())
        plan.interpreter = m_context.interpreter;
    plan.hasNoVnc = chosen->hasNoVnc();
    plan.bwrap = findProgram("bwrap");
    plan.environment = request.envVars;
    plan.timeout = *request.timeout;
    return plan;
}

Result<void> SandboxRegistry::canStart(const SandboxTemplate &chosen) const
{
    if (findProgram("bwrap").empty())
        return refusal(500, asSentence(missingBubblewrap()));
    if (m_context.agent.empty())
        return refusal(500, asSentence(missingAgent()));
    if (chosen.needsInterpreter() && m_context.interpreter.empty())
        return refusal(500, asSentence(missingInterpreter()));
    if (const auto problem = templateProblem(chosen))
        return refusal(500, asSentence(*problem));
    return {};
}

void SandboxRegistry::launch(StartPlan plan, Handler<CreatedSandbox> handler)
{
    const std::string id = plan.row.id;
    auto start = std::make_shared<SandboxStart>(m_context, std::move(plan));
    m_starting.emplace(id, Creation{.start = start, .handler = std::move(handler)});
    start->begin([this, id](Result<StartedSandbox> result) { startEnded(id, std::move(result)); });
}

void SandboxRegistry::startEnded(const std::string &id, Result<StartedSandbox> result)
{
    auto node = m_starting.extract(id);
    if (node.empty())
        return;
    Creation creation = std::move(node.mapped());
    if (result) {
        const CreatedSandbox created = createdFrom(result->row);
        m_context.log.info(id + ": started from '" + result->row.templateName + "'");
        run(std::move(*result));
        creation.handler(created);
        return;
    }
    m_context.log.warning(id + ": " + result.error().detail);
    const bool again = creation.start->failedAtOverlay();
    StartPlan plan = creation.start->plan();
    end(creation.start->ending(), nullptr);
    if (!again) {
        const auto setting = namespaceSetting(result.error().detail);
        creation.handler(refusal(500, setting ? asSentence(*setting) : result.error().detail));
        return;
    }
    m_context.log.warning("overlays do not work here: sandboxes get copies of their files instead");
    m_context.rootFiles = RootFiles::Copy;
    plan.row.id = newSandboxId();
    plan.row.monitor = {};
    if (m_context.uids)
        m_usedUids.insert(plan.row.kernelUid = m_context.uids->pick(m_usedUids));
    if (const auto stored = m_context.store.insert(plan.row); !stored)
        creation.handler(refusal(500, stored.error().detail));
    else
        launch(std::move(plan), std::move(creation.handler));
}

void SandboxRegistry::run(StartedSandbox started)
{
    const std::string id = started.row.id;
    if (started.row.kernelUid != 0)
        m_usedUids.insert(started.row.kernelUid);
    auto &sandbox = m_running[id] = std::make_unique<LiveSandbox>(m_context, std::move(started));
    const auto endAs = [this, id](const char *reason) {
        const auto node = m_running.extract(id);
        m_context.log.info(id + ": " + reason);
        end(node.mapped()->ending(), nullptr);
    };
    sandbox->begin([endAs] { endAs("its first process has ended"); },
                   [endAs] { endAs("its time is over"); });
}

void SandboxRegistry::end(const std::shared_ptr<SandboxEnding> &ending,
                          std::move_only_function<void()> stopped)
{
    const std::string id = ending->row().id;
    m_ending[id] = ending;
    m_stopping.insert(id);
    ending->begin(
        [this, id, stopped = std::move(stopped)]() mutable {
            m_stopping.erase(id);
            if (stopped)
                stopped();
        },
        [this, id] {
            const auto gone = m_ending.extract(id);
            m_usedUids.erase(gone.mapped()->row().kernelUid);
            finishShutDown();
        });
}

void SandboxRegistry::kill(const std::string &id, Handler<void> handler)
{
    const auto node = m_running.extract(id);
    if (node.empty()) {
        // A second one while the first is under way: E2B says 204 to both.
        if (m_stopping.contains(id))
            handler({});
        else
            handler(notFound(id));
        return;
    }
    m_context.log.info(id + ": killed on request");
    end(node.mapped()->ending(), [handler = std::move(handler)]() mutable { handler({}); });
}

Result<void> SandboxRegistry::setTimeout(const std::string &id, std::chrono::seconds timeout)
{
    const auto found = m_running.find(id);
    if (found == m_running.end())
        return notFound(id);
    if (timeout < std::chrono::seconds(0))
        return refusal(400, "validation error: timeout must be at least 0");
    if (timeout > maximumRunTime)
        return refusal(400, "Max instance length exceeded");
    const auto now =
        std::chrono::time_point_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now());
    const Timestamp endAt =
        std::min<Timestamp>(now + timeout, found->second->row().startedAt + maximumRunTime);
    if (const auto stored = m_context.store.setEndAt(id, endAt); !stored)
        return refusal(500, stored.error().detail);
    found->second->setEndAt(endAt);
    return {};
}

std::vector<SandboxInfo> SandboxRegistry::list() const
{
    std::vector<SandboxInfo> infos;
    infos.reserve(m_running.size());
    for (const auto &[id, sandbox] : m_running)
        infos.push_back(sandbox->info());
    return infos;
}

const LiveSandbox *SandboxRegistry::find(const std::string &id) const
{
    const auto found = m_running.find(id);
    return found == m_running.end() ? nullptr : found->second.get();
}

void SandboxRegistry::shutDown(Sandboxes sandboxes, std::move_only_function<void()> done)
{
    m_shutDown = std::move(done);
    for (auto &[id, creation] : std::exchange(m_starting, {})) {
        end(creation.start->ending(), nullptr);
        creation.handler(refusal(503, "the local host is being stopped"));
    }
    if (sandboxes == Sandboxes::Kill) {
        for (auto &[id, sandbox] : std::exchange(m_running, {}))
            end(sandbox->ending(), nullptr);
    }
    finishShutDown();
}

void SandboxRegistry::finishShutDown()
{
    if (!m_shutDown || !m_ending.empty())
        return;
    auto done = std::move(m_shutDown);
    m_shutDown = [] {}; // still says that no sandbox may be created
    done();
}

} // namespace Sandglass
