// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <client/curltransport.h>
#include <client/sandboxaddress.h>

#include <QObject>

#include <deque>
#include <map>
#include <string>
#include <vector>

namespace Sandglass {

class FileTransfer;

/// Where transfers queue up for their transport. Its transport's thread is the transfer thread.
class TransferDesk final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TransferDesk)

public:
    explicit TransferDesk(MutationCounter &mutations);
    ~TransferDesk() override;

    [[nodiscard]] HttpTransport &transport() { return m_transport; }
    /// It is started from the event loop, when it is its turn.
    void enter(FileTransfer &transfer);
    /// It ended, or was cancelled, running or not.
    void leave(FileTransfer &transfer);
    /// Nobody waits for it, and nobody is told when it cannot be done. Of a sandbox that is held it
    /// happens when that is released.
    void removeLeftover(const SandboxAddress &address, const std::string &path);
    void hold(const std::string &sandboxId);
    void release(const SandboxAddress &address);

private:
    void startNext();

    std::deque<FileTransfer *> m_waiting;
    std::deque<FileTransfer *> m_running;
    CurlTransport m_transport;
    std::map<std::string, std::vector<std::string>> m_held; ///< sandbox id to leftovers in it
    int m_latestRemoval = 0;
    std::map<int, Request> m_removals; // last: they belong to the transport
};

} // namespace Sandglass
