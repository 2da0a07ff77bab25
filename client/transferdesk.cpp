// SPDX-License-Identifier: GPL-3.0-or-later
#include <client/filesystemapi.h>
#include <client/filetransfer.h>
#include <client/filetransfers.h>
#include <client/transferdesk.h>

#include <algorithm>

namespace Sandglass {

TransferDesk::TransferDesk(MutationCounter &mutations)
    : m_transport(mutations, QStringLiteral("sandglass-files"))
{
}

TransferDesk::~TransferDesk() = default;

void TransferDesk::enter(FileTransfer &transfer)
{
    m_waiting.push_back(&transfer);
    QMetaObject::invokeMethod(this, [this] { startNext(); }, Qt::QueuedConnection);
}

void TransferDesk::leave(FileTransfer &transfer)
{
    std::erase(m_waiting, &transfer);
    if (std::erase(m_running, &transfer) > 0)
        QMetaObject::invokeMethod(this, [this] { startNext(); }, Qt::QueuedConnection);
}

void TransferDesk::startNext()
{
    if (m_waiting.empty() || m_running.size() >= FileTransfers::mostAtOnce)
        return;
    FileTransfer &next = *m_waiting.front();
    m_waiting.pop_front();
    m_running.push_back(&next);
    // Whoever is told that it begins may end anything: the next one gets a turn of its own.
    if (!m_waiting.empty())
        QMetaObject::invokeMethod(this, [this] { startNext(); }, Qt::QueuedConnection);
    next.start(*this);
}

void TransferDesk::removeLeftover(const SandboxAddress &address, const std::string &path)
{
    if (const auto held = m_held.find(address.sandboxId); held != m_held.end()) {
        held->second.push_back(path);
        return;
    }
    const int number = ++m_latestRemoval;
    m_removals[number] =
        FilesystemApi(m_transport, address).remove(path, [this, number](const Result<void> &) {
            m_removals.erase(number);
        });
}

void TransferDesk::hold(const std::string &sandboxId)
{
    m_held.try_emplace(sandboxId);
}

void TransferDesk::release(const SandboxAddress &address)
{
    const auto held = m_held.extract(address.sandboxId);
    if (held.empty())
        return;
    for (const std::string &path : held.mapped())
        removeLeftover(address, path);
}

} // namespace Sandglass
