// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/bwraparguments.h>
#include <host/hostcontext.h>
#include <host/http/httpclient.h>
#include <host/ioerror.h>
#include <host/sandboxstart.h>
#include <protocol/process.h>

#include <sys/socket.h>
#include <sys/un.h>

#include <cstring>

namespace Sandglass {

using namespace std::chrono_literals;

namespace {

constexpr auto answerWithin = 20000ms;
constexpr auto brokenGrace = 2000ms;
constexpr int waitingConnections = 512;

SandboxFiles filesOf(const HostContext &context, const StartPlan &plan)
{
    return {.directory = context.paths.sandbox(plan.row.id),
            .templatePath = plan.templatePath,
            .sandboxId = plan.row.id,
            .owner = plan.row.kernelUid,
            .kind = context.rootFiles};
}

} // namespace

SandboxStart::SandboxStart(HostContext &context, StartPlan plan)
    : m_context(context),
      m_plan(std::move(plan)),
      m_brokenGrace(context.io)
{
}

void SandboxStart::begin(Handler<StartedSandbox> done)
{
    m_done = std::move(done);
    const auto result = std::make_shared<Result<void>>();
    m_context.preparing.run(
        [result, files = filesOf(m_context, m_plan)] { *result = makeSandboxFiles(files); },
        [weak = weak_from_this(), result] {
            if (const auto self = weak.lock())
                self->filesMade(*result);
        });
}

void SandboxStart::filesMade(const Result<void> &result)
{
    if (!result) {
        fail(result.error());
        return;
    }
    if (auto launched = launch(); !launched) {
        fail(launched.error());
        return;
    }
    m_monitorWatch.emplace(m_context.io, m_spawned->pidfd(), [this] { monitorEnded(); });
    askHealth();
}

Result<void> SandboxStart::launch()
{
    const auto socket = listen();
    if (!socket)
        return std::unexpected(socket.error());
    auto spawned = SpawnedSandbox::spawn(spawnPlan(socket->get()));
    if (!spawned)
        return std::unexpected(spawned.error());
    m_spawned.emplace(std::move(*spawned));
    m_plan.row.monitor = m_spawned->monitor();
    // Written down before it does anything: a host that is killed now leaves nothing that the next
    // one cannot find.
    if (auto stored = m_context.store.setMonitor(m_plan.row.id, m_plan.row.monitor); !stored)
        return stored;
    m_spawned->release();
    return {};
}

Result<UniqueFd> SandboxStart::listen() const
{
    UniqueFd socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const std::string path = m_context.socketPath(m_plan.row.id);
    std::memcpy(address.sun_path, path.c_str(), std::min(path.size(), sizeof address.sun_path - 1));
    if (!socket ||
        ::bind(socket.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0 ||
        ::listen(socket.get(), waitingConnections) != 0)
        return ioFailure("cannot listen for the sandbox's agent");
    return socket;
}

SpawnPlan SandboxStart::spawnPlan(int listenFd) const
{
    const SandboxRow &row = m_plan.row;
    const SandboxFiles files = filesOf(m_context, m_plan);
    BwrapPlan bwrap{.bwrap = m_plan.bwrap,
                    .templatePath = m_plan.templatePath,
                    .sandboxDirectory = files.directory,
                    .agent = m_context.agent,
                    .interpreter = m_plan.interpreter,
                    .startCommand = m_plan.startCommand,
                    .hasNoVnc = m_plan.hasNoVnc,
                    .kind = files.kind,
                    .sandboxId = row.id,
                    .templateId = row.templateId,
                    .label = processLabel(m_context.tag, row.id)};
    SpawnPlan plan{.command = {}, .listenFd = listenFd, .staged = std::nullopt};
    if (row.kernelUid != 0) {
        plan.staged = StagedMounts{.templatePath = m_plan.templatePath,
                                   .sandboxDirectory = files.directory,
                                   .agent = m_context.agent,
                                   .interpreter = m_plan.interpreter,
                                   .bwrap = m_plan.bwrap,
                                   .kernelUid = row.kernelUid,
                                   .mapTemplateOwner = files.kind == RootFiles::Overlay};
        bwrap.bwrap = stagedBwrap;
        bwrap.templatePath = stagedTemplate;
        bwrap.sandboxDirectory = stagedSandbox;
        bwrap.agent = stagedAgent;
        if (!m_plan.interpreter.empty())
            bwrap.interpreter = stagedInterpreter;
    }
    plan.command = bwrapArguments(bwrap);
    return plan;
}

void SandboxStart::askHealth()
{
    // The socket listens already: the request waits in it until the agent is there. No polling.
    RequestHead head{.method = "GET", .target = "/health", .headers = {{"Host", "localhost"}}};
    m_request = sendOnce(m_context.io, m_context.socketPath(m_plan.row.id), std::move(head), {},
                         answerWithin, [this](const Result<Response> &answer) { healthy(answer); });
}

void SandboxStart::healthy(const Result<Response> &answer)
{
    if (!answer) {
        // When bubblewrap fails, its end of the socket goes first and it a moment later; its own
        // words say more than a broken connection does.
        m_brokenGrace.start(brokenGrace, [this, error = answer.error()] { fail(error); });
        return;
    }
    if (answer->status / 100 != 2) {
        fail({.kind = Error::Kind::Protocol,
              .detail = "the agent answered with " + std::to_string(answer->status)});
        return;
    }
    auto init = m_spawned->init();
    if (!init) {
        fail(init.error());
        return;
    }
    m_plan.row.init = std::move(*init);
    initialise();
}

void SandboxStart::initialise()
{
    EnvdInit init{.envVars = m_plan.environment,
                  .accessToken = m_plan.row.accessToken,
                  .defaultUser = "user",
                  .defaultWorkdir = "/home/user"};
    init.envVars.insert_or_assign("E2B_SANDBOX", "true");
    init.envVars.insert_or_assign("E2B_SANDBOX_ID", m_plan.row.id);
    init.envVars.insert_or_assign("E2B_TEMPLATE_ID", m_plan.row.templateId);
    RequestHead head{.method = "POST",
                     .target = "/init",
                     .headers = {{"Host", "localhost"}, {"Content-Type", "application/json"}}};
    m_request = sendOnce(m_context.io, m_context.socketPath(m_plan.row.id), std::move(head),
                         encodeEnvdInit(init), answerWithin,
                         [this](const Result<Response> &answer) { initialised(answer); });
}

void SandboxStart::initialised(const Result<Response> &answer)
{
    if (!answer || answer->status / 100 != 2) {
        fail(answer ? Error{.kind = Error::Kind::Protocol,
                            .detail = "the agent refused its first orders: " +
                                      std::to_string(answer->status)}
                    : answer.error());
        return;
    }
    StartedSandbox started{
        .row = m_plan.row, .init = openProcess(m_plan.row.init), .monitor = UniqueFd()};
    if (!started.init) {
        monitorEnded();
        return;
    }
    started.row.phase = SandboxRow::Phase::Running;
    started.row.startedAt =
        std::chrono::time_point_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now());
    started.row.endAt = started.row.startedAt + m_plan.timeout;
    if (const auto stored = m_context.store.setRunning(started.row); !stored) {
        fail(stored.error());
        return;
    }
    m_monitorWatch.reset();
    started.monitor = m_spawned->takePidfd();
    auto done = std::exchange(m_done, nullptr);
    done(std::move(started));
}

void SandboxStart::monitorEnded()
{
    const std::string words = m_spawned->lastWords();
    m_failedAtOverlay = m_context.rootFiles == RootFiles::Overlay &&
                        (words.contains("overlay") || words.contains(idMappingStep));
    fail({.kind = Error::Kind::Io,
          .detail = "the sandbox did not start: " + (words.empty() ? "its agent ended" : words)});
}

void SandboxStart::fail(Error error)
{
    m_request.cancel();
    m_monitorWatch.reset();
    m_brokenGrace.cancel();
    if (auto done = std::exchange(m_done, nullptr))
        done(std::unexpected(std::move(error)));
}

std::shared_ptr<SandboxEnding> SandboxStart::ending()
{
    m_request.cancel();
    m_monitorWatch.reset();
    m_brokenGrace.cancel();
    m_done = nullptr;
    UniqueFd monitor = m_spawned ? m_spawned->takePidfd() : UniqueFd();
    return std::make_shared<SandboxEnding>(m_context, m_plan.row, UniqueFd(), std::move(monitor));
}

} // namespace Sandglass
