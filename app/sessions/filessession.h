// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/sessions/followedsandbox.h>
#include <client/filesystemapi.h>

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QObject>
#include <QtCore/QString>

#include <optional>

namespace Sandglass {

class FileTransfers;

/// The files of one sandbox: looks the sandbox up and finds the home directory. Follows the
/// sandbox: closed when that is paused or gone, so that nothing is sent; idle when it runs again,
/// until somebody looks. Borrows all it is given; GUI thread.
class FilesSession final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FilesSession)

public:
    enum class State { Idle, Opening, Open, Closed };

    /// `key`: of the fleet's row.
    FilesSession(QString key, Connections &connections, FleetStore &fleet, FileTransfers &transfers,
                 QObject *parent = nullptr);
    ~FilesSession() override;

    /// Unless it is open or opening.
    void open();

    [[nodiscard]] State state() const { return m_state; }
    /// Why it is closed.
    [[nodiscard]] const SandboxLookUp::Closed &closed() const { return m_closed; }
    /// Nothing unless open, or about to be.
    [[nodiscard]] const std::optional<FilesystemApi> &api() const { return m_api; }
    /// The directory that relative paths begin in; empty until it is known.
    [[nodiscard]] const QByteArray &home() const { return m_home; }
    /// Where a tree of the files begins; empty until that is known.
    [[nodiscard]] QList<QByteArray> roots() const;
    [[nodiscard]] QString where() const { return m_sandbox.where(); }

Q_SIGNALS:
    void stateChanged();

private:
    void findHome(const SandboxLookUp::Found &found);
    void close(SandboxLookUp::Closed why);
    void setState(State state);

    Connections &m_connections;
    FileTransfers &m_transfers;
    FollowedSandbox m_sandbox;
    State m_state = State::Idle;
    SandboxLookUp::Closed m_closed;
    QByteArray m_home;
    std::optional<FilesystemApi> m_api;
    // Last: their handlers look at what is above.
    SandboxLookUp m_lookUp;
    Request m_homeRequest;
};

} // namespace Sandglass
