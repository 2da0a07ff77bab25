// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/connections/connections.h>
#include <app/errortext.h>
#include <app/sessions/filessession.h>
#include <client/filetransfers.h>

namespace Sandglass {

using Why = SandboxLookUp::Closed::Why;

FilesSession::FilesSession(QString key, Connections &connections, FleetStore &fleet,
                           FileTransfers &transfers, QObject *parent)
    : QObject(parent),
      m_connections(connections),
      m_transfers(transfers),
      m_sandbox(std::move(key), fleet),
      m_lookUp(connections, fleet)
{
    connect(&m_sandbox, &FollowedSandbox::stopped, this, [this](const auto &why) {
        if (m_state != State::Idle)
            close(why);
    });
    connect(&m_sandbox, &FollowedSandbox::runsAgain, this, [this] {
        if (m_state == State::Closed)
            setState(State::Idle); // whoever looks opens it
    });
}

FilesSession::~FilesSession() = default;

void FilesSession::open()
{
    if (m_state == State::Opening || m_state == State::Open)
        return;
    setState(State::Opening);
    m_lookUp.start(m_sandbox.key(), [this](const SandboxLookUp::Answer &answer) {
        if (answer)
            findHome(*answer);
        else
            close(answer.error());
    });
}

void FilesSession::findHome(const SandboxLookUp::Found &found)
{
    m_api.emplace(m_connections.transport(), addressOf(found.profile, found.sandbox));
    // No path is the directory in which the sandbox's own programs start.
    m_homeRequest = m_api->stat({}, [this](const Result<FileEntry> &entry) {
        if (!entry) {
            close({Why::Failed, errorLine(entry.error(), where())});
            return;
        }
        m_home = QByteArray::fromStdString(entry->path);
        m_transfers.release(m_api->address());
        setState(State::Open);
    });
}

QList<QByteArray> FilesSession::roots() const
{
    if (m_home.isEmpty())
        return {};
    return m_home == "/" ? QList<QByteArray>{m_home} : QList<QByteArray>{m_home, "/"};
}

void FilesSession::close(SandboxLookUp::Closed why)
{
    m_lookUp.cancel();
    m_homeRequest = {};
    if (m_api && why.why == Why::Paused)
        m_transfers.hold(m_api->address().sandboxId);
    m_api.reset();
    m_closed = std::move(why);
    setState(State::Closed);
}

void FilesSession::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

} // namespace Sandglass
