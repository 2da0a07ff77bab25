// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/hostcontext.h>
#include <host/livesandbox.h>

#include <algorithm>
#include <utility>

namespace Sandglass {

using namespace std::chrono_literals;

namespace {

// Looked at again at least this often: the machine may sleep, its clock may be set.
constexpr auto lookAgain = std::chrono::milliseconds(20s);
constexpr std::int64_t bytesPerMiB = 1 << 20;

} // namespace

LiveSandbox::LiveSandbox(HostContext &context, StartedSandbox started)
    : m_context(context),
      m_started(std::move(started)),
      m_sampler(context, m_started.row.id, m_started.row.accessToken),
      m_timer(context.io)
{
}

void LiveSandbox::begin(std::move_only_function<void()> died,
                        std::move_only_function<void()> expired)
{
    m_deathWatch =
        std::make_unique<ReadableWatch>(m_context.io, m_started.init.get(), std::move(died));
    m_expired = std::move(expired);
    m_sampler.begin();
    watchTime();
}

void LiveSandbox::setEndAt(Timestamp endAt)
{
    m_started.row.endAt = endAt;
    watchTime();
}

void LiveSandbox::watchTime()
{
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(
        m_started.row.endAt - std::chrono::system_clock::now());
    m_timer.start(std::clamp(left, 0ms, lookAgain), [this] {
        if (m_started.row.endAt > std::chrono::system_clock::now()) {
            watchTime();
            return;
        }
        if (auto expired = std::exchange(m_expired, nullptr))
            expired();
    });
}

SandboxInfo LiveSandbox::info() const
{
    const SandboxRow &row = m_started.row;
    const MachineSize machine = machineSize(m_context.paths);
    SandboxInfo info;
    info.id = row.id;
    info.templateId = row.templateId;
    info.alias = row.templateName;
    info.startedAt = row.startedAt;
    info.endAt = row.endAt;
    info.state = SandboxState::Running;
    info.cpuCount = machine.cpuCount;
    info.memoryMiB = static_cast<int>(machine.memoryBytes / bytesPerMiB);
    info.diskMiB = static_cast<int>(machine.diskFreeBytes / bytesPerMiB);
    info.envdVersion = envdVersionOfAgent;
    info.metadata = row.metadata;
    return info;
}

SandboxInfo LiveSandbox::detail() const
{
    SandboxInfo info = this->info();
    info.envdAccessToken = m_started.row.accessToken;
    info.allowInternetAccess = false; // its network is its own loopback, whatever was asked for
    info.lifecycle = SandboxLifecycle{};
    return info;
}

std::shared_ptr<SandboxEnding> LiveSandbox::ending()
{
    m_deathWatch.reset();
    m_expired = nullptr;
    m_timer.cancel();
    return std::make_shared<SandboxEnding>(m_context, m_started.row, std::move(m_started.init),
                                           std::move(m_started.monitor));
}

} // namespace Sandglass
