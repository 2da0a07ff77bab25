// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/connections/connections.h>
#include <app/errortext.h>
#include <app/sessions/filessession.h>
#include <models/fleetstore.h>

namespace Sandglass {

using Why = SandboxLookUp::Closed::Why;

FilesSession::FilesSession(QString key, Connections &connections, FleetStore &fleet,
                           QObject *parent)
    : QObject(parent),
      m_key(std::move(key)),
      m_connections(connections),
      m_fleet(fleet),
      m_lookUp(connections, fleet)
{
    m_tree.setErrorText([this](const Error &error) { return errorLine(error, where()); });
    connect(&fleet, &FleetStore::keyChanged, this,
            [this](const QString &before, const QString &after) {
                if (m_key == before)
                    m_key = after;
            });
    connect(&fleet, &FleetStore::changed, this, [this](const QString &key) {
        if (key == m_key)
            follow();
    });
}

FilesSession::~FilesSession() = default;

void FilesSession::open()
{
    if (m_state == State::Opening || m_state == State::Open)
        return;
    setState(State::Opening);
    m_lookUp.start(m_key, [this](const SandboxLookUp::Answer &answer) {
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

void FilesSession::follow()
{
    const FleetEntry *entry = m_fleet.find(m_key);
    if (m_state == State::Idle || entry == nullptr)
        return;
    // Streams end before a sandbox is paused or killed, not by it.
    if (entry->isGone() || entry->state == FleetState::Killing)
        close({Why::NotRunning, tr("This sandbox is gone. What was known of its files is shown.")});
    else if (entry->state == FleetState::Paused || entry->state == FleetState::Pausing)
        close({Why::Paused, tr("The sandbox is paused. What was known of its files is shown; "
                               "nothing is sent to it, for that could wake it.")});
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

QString FilesSession::where() const
{
    const FleetEntry *entry = m_fleet.find(m_key);
    return entry == nullptr ? tr("The sandbox") : entry->connection->name;
}

} // namespace Sandglass
