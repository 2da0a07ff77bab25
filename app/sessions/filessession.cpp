// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/connections/connections.h>
#include <app/errortext.h>
#include <app/sessions/filessession.h>

namespace Sandglass {

using Why = SandboxLookUp::Closed::Why;

FilesSession::FilesSession(QString key, Connections &connections, FleetStore &fleet,
                           QObject *parent)
    : QObject(parent),
      m_connections(connections),
      m_sandbox(std::move(key), fleet),
      m_lookUp(connections, fleet)
{
    m_tree.setErrorText([this](const Error &error) { return errorLine(error, where()); });
    connect(&m_sandbox, &FollowedSandbox::stopped, this, [this](const auto &why) {
        if (m_state != State::Idle)
            close(why);
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
        m_tree.setRoots(m_home == "/" ? QList<QByteArray>{m_home} : QList<QByteArray>{m_home, "/"});
        m_tree.setSource(m_api);
        setState(State::Open);
    });
}

void FilesSession::close(SandboxLookUp::Closed why)
{
    m_lookUp.cancel();
    m_homeRequest = {};
    m_api.reset();
    m_tree.setSource(std::nullopt);
    m_closed = std::move(why);
    setState(State::Closed);
}

void FilesSession::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

} // namespace Sandglass
