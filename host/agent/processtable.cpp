// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/agent/processtable.h>

#include <algorithm>
#include <utility>

namespace Sandglass {

namespace {

constexpr std::chrono::seconds memoryOfEnds{30};

bool matches(const ProcessInfo &info, const ProcessSelector &selector)
{
    if (const auto *const pid = std::get_if<std::uint32_t>(&selector))
        return info.pid == *pid;
    return info.tag == std::get<std::string>(selector);
}

} // namespace

Result<std::shared_ptr<ManagedProcess>> ProcessTable::start(const LaunchOrder &order,
                                                            ProcessInfo info)
{
    auto launched = launch(order);
    if (!launched)
        return std::unexpected(launched.error());
    const auto pid = static_cast<std::uint32_t>(launched->pid);
    info.pid = pid;
    std::erase_if(m_ended, [pid](const Ended &ended) { return ended.info.pid == pid; });
    auto process = std::make_shared<ManagedProcess>(
        m_context, std::move(info), std::move(*launched), order.pty.has_value(),
        [this, pid](const ProcessEnded &end) { remove(pid, end); });
    m_processes.insert_or_assign(pid, process);
    return process;
}

std::shared_ptr<ManagedProcess> ProcessTable::find(const ProcessSelector &selector) const
{
    const auto found = std::ranges::find_if(
        m_processes, [&](const auto &entry) { return matches(entry.second->info(), selector); });
    return found == m_processes.end() ? nullptr : found->second;
}

const ProcessTable::Ended *ProcessTable::findEnded(const ProcessSelector &selector)
{
    forgetOld();
    const auto found = std::ranges::find_if(
        m_ended, [&](const Ended &ended) { return matches(ended.info, selector); });
    return found == m_ended.end() ? nullptr : &*found;
}

std::vector<ProcessInfo> ProcessTable::list() const
{
    std::vector<ProcessInfo> infos;
    infos.reserve(m_processes.size());
    for (const auto &[pid, process] : m_processes)
        infos.push_back(process->info());
    return infos;
}

void ProcessTable::exited(pid_t pid, int waitStatus)
{
    const auto found = m_processes.find(static_cast<std::uint32_t>(pid));
    if (found == m_processes.end())
        return;
    const auto process = found->second; // its end takes it out of the table
    process->exited(waitStatus);
}

void ProcessTable::remove(std::uint32_t pid, const ProcessEnded &end)
{
    const auto found = m_processes.find(pid);
    if (found == m_processes.end())
        return;
    forgetOld();
    m_ended.push_back(
        {.info = found->second->info(), .end = end, .at = std::chrono::steady_clock::now()});
    m_processes.erase(found);
}

void ProcessTable::forgetOld()
{
    const auto limit = std::chrono::steady_clock::now() - memoryOfEnds;
    while (!m_ended.empty() && m_ended.front().at < limit)
        m_ended.pop_front();
}

} // namespace Sandglass
