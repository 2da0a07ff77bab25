// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/directorytree.h>
#include <host/hostcontext.h>
#include <host/processidentity.h>
#include <host/sandboxending.h>

#include <unistd.h>

#include <utility>

namespace Sandglass {

using namespace std::chrono_literals;

namespace {

constexpr auto patience = 10000ms;
constexpr int maximumRounds = 5;

} // namespace

SandboxEnding::SandboxEnding(HostContext &context, SandboxRow row, UniqueFd init, UniqueFd monitor)
    : m_context(context),
      m_row(std::move(row)),
      m_patience(context.io),
      m_next(context.io)
{
    // The first process first: when bubblewrap ends before it, it would live on.
    if (init)
        m_processes.push_back(std::move(init));
    if (monitor)
        m_processes.push_back(std::move(monitor));
}

void SandboxEnding::begin(std::move_only_function<void()> stopped,
                          std::move_only_function<void()> removed)
{
    m_stopped = std::move(stopped);
    m_removed = std::move(removed);
    if (const auto stored = m_context.store.setPhase(m_row.id, SandboxRow::Phase::Ending); !stored)
        m_context.log.warning(m_row.id + ": " + stored.error().detail);
    killAll();
    m_patience.start(patience, [this] {
        m_context.log.warning(m_row.id + ": its processes do not end; the next start tries again");
        m_watches.clear();
        if (auto stoppedHandler = std::exchange(m_stopped, nullptr))
            stoppedHandler();
    });
    // Not at once: nobody expects to be called back from here.
    m_next.start(0ms, [this] { waitForProcesses(); });
}

void SandboxEnding::killAll()
{
    for (const UniqueFd &process : m_processes)
        killProcess(process.get());
    // Only a sandbox that came up has all its processes on record.
    if (m_row.phase == SandboxRow::Phase::Running)
        return;
    for (LabelledProcess &found : labelledProcesses(m_context.tag)) {
        if (found.sandboxId != m_row.id)
            continue;
        killProcess(found.pidfd.get());
        m_processes.push_back(std::move(found.pidfd));
    }
}

void SandboxEnding::waitForProcesses()
{
    m_watches.clear();
    std::erase_if(m_processes, [](const UniqueFd &process) {
        if (!hasExited(process.get()))
            return false;
        reap(process.get());
        return true;
    });
    const auto again = [weak = weak_from_this()] {
        if (const auto self = weak.lock())
            self->waitForProcesses();
    };
    if (!m_processes.empty()) {
        m_watches.emplace_back(m_context.io, m_processes.front().get(), again);
        return;
    }
    // What was just being started may have shown up only now.
    if (m_row.phase != SandboxRow::Phase::Running && ++m_rounds < maximumRounds) {
        killAll();
        if (!m_processes.empty()) {
            waitForProcesses();
            return;
        }
    }
    processesGone();
}

void SandboxEnding::processesGone()
{
    m_patience.cancel();
    const auto result = std::make_shared<Result<void>>();
    m_context.clearing.run(
        [result, files = m_context.paths.sandbox(m_row.id)] { *result = removeTree(files); },
        [weak = weak_from_this(), result] {
            if (const auto self = weak.lock())
                self->filesGone(*result);
        });
    ::unlink(m_context.socketPath(m_row.id).c_str());
    if (auto stopped = std::exchange(m_stopped, nullptr))
        stopped();
}

void SandboxEnding::filesGone(const Result<void> &result)
{
    if (!result)
        m_context.log.warning(m_row.id + ": " + result.error().detail);
    else if (const auto removed = m_context.store.remove(m_row.id); !removed)
        m_context.log.warning(m_row.id + ": " + removed.error().detail);
    if (auto removed = std::exchange(m_removed, nullptr))
        removed();
}

} // namespace Sandglass
