// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/directorytree.h>
#include <host/hostcontext.h>
#include <host/http/httpclient.h>
#include <host/sandboxadoption.h>

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <utility>

namespace Sandglass {

using namespace std::chrono_literals;

namespace {

constexpr auto answerWithin = 3000ms;

std::vector<std::filesystem::path> entriesOf(const std::string &folder)
{
    std::vector<std::filesystem::path> paths;
    std::error_code error;
    for (std::filesystem::directory_iterator it(folder, error), end; !error && it != end;
         it.increment(error))
        paths.push_back(it->path());
    return paths;
}

} // namespace

Result<void> SandboxAdoption::begin(Handlers handlers)
{
    m_handlers = std::move(handlers);
    auto rows = m_context.store.sandboxes();
    if (!rows)
        return std::unexpected(rows.error());
    removeStrays(*rows);
    for (SandboxRow &row : *rows)
        ask(std::move(row));
    m_next.emplace(m_context.io);
    m_next->start(0ms, [this] {
        for (StartedSandbox &sandbox : std::exchange(m_lost, {}))
            giveUp(std::move(sandbox));
        finishIfDone();
    });
    return {};
}

void SandboxAdoption::ask(SandboxRow row)
{
    StartedSandbox sandbox{.row = std::move(row), .init = UniqueFd(), .monitor = UniqueFd()};
    sandbox.init = openProcess(sandbox.row.init);
    sandbox.monitor = openProcess(sandbox.row.monitor);
    if (sandbox.row.phase != SandboxRow::Phase::Running || !sandbox.init) {
        m_lost.push_back(std::move(sandbox));
        return;
    }
    const std::string id = sandbox.row.id;
    RequestHead head{.method = "GET", .target = "/health", .headers = {{"Host", "localhost"}}};
    Candidate &candidate = m_candidates[id];
    candidate.sandbox = std::move(sandbox);
    candidate.request =
        sendOnce(m_context.io, m_context.socketPath(id), std::move(head), {}, answerWithin,
                 [this, id](const Result<Response> &answer) { answered(id, answer); });
}

void SandboxAdoption::answered(const std::string &id, const Result<Response> &answer)
{
    auto node = m_candidates.extract(id);
    StartedSandbox sandbox = std::move(node.mapped().sandbox);
    if (answer && answer->status / 100 == 2) {
        m_context.log.info(id + ": adopted");
        m_handlers.adopted(std::move(sandbox));
    } else {
        giveUp(std::move(sandbox));
    }
    finishIfDone();
}

void SandboxAdoption::giveUp(StartedSandbox sandbox)
{
    if (sandbox.row.phase == SandboxRow::Phase::Running)
        m_context.log.warning(
            sandbox.row.id + ": lost; " +
            (sandbox.init ? "its agent does not answer" : "its processes are gone"));
    m_handlers.lost(std::make_shared<SandboxEnding>(
        m_context, std::move(sandbox.row), std::move(sandbox.init), std::move(sandbox.monitor)));
}

void SandboxAdoption::removeStrays(const std::vector<SandboxRow> &rows)
{
    const auto isKnown = [&](const std::string &id) {
        return std::ranges::find(rows, id, &SandboxRow::id) != rows.end();
    };
    for (const LabelledProcess &found : labelledProcesses(m_context.tag)) {
        if (isKnown(found.sandboxId))
            continue;
        m_context.log.warning(found.sandboxId + ": killed a process without a record");
        killProcess(found.pidfd.get());
    }
    std::vector<std::string> leftOver;
    for (const std::filesystem::path &path : entriesOf(m_context.paths.sandboxes())) {
        if (!isKnown(path.filename().string()))
            leftOver.push_back(path.string());
    }
    for (const std::filesystem::path &path : entriesOf(m_context.paths.sockets())) {
        if (!isKnown(path.stem().string()))
            ::unlink(path.c_str());
    }
    m_context.clearing.run(
        [leftOver] {
            for (const std::string &path : leftOver)
                (void)removeTree(path);
        },
        [] {});
}

void SandboxAdoption::finishIfDone()
{
    if (!m_candidates.empty() || !m_lost.empty())
        return;
    if (auto done = std::exchange(m_handlers.done, nullptr))
        done();
}

} // namespace Sandglass
