// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/sessions/followedsandbox.h>
#include <client/filesystemapi.h>
#include <models/filetreemodel.h>

#include <QtCore/QByteArray>
#include <QtCore/QObject>
#include <QtCore/QString>

#include <optional>

namespace Sandglass {

/// The files of one sandbox: looks the sandbox up, finds the home directory, and feeds the tree.
/// Follows the sandbox: when it is paused or gone, the watches are closed and nothing is sent, and
/// what was known stays. Borrows connections and fleet; GUI thread.
class FilesSession final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FilesSession)

public:
    enum class State { Idle, Opening, Open, Closed };

    /// `key`: of the fleet's row.
    FilesSession(QString key, Connections &connections, FleetStore &fleet,
                 QObject *parent = nullptr);
    ~FilesSession() override;

    /// Unless it is open or opening.
    void open();

    [[nodiscard]] State state() const { return m_state; }
    /// Why it is closed.
    [[nodiscard]] const SandboxLookUp::Closed &closed() const { return m_closed; }
    [[nodiscard]] FileTreeModel &tree() { return m_tree; }
    /// Nothing unless open.
    [[nodiscard]] const std::optional<FilesystemApi> &api() const { return m_api; }
    /// The directory that relative paths begin in; empty until it is known.
    [[nodiscard]] const QByteArray &home() const { return m_home; }
    [[nodiscard]] QString where() const { return m_sandbox.where(); }

Q_SIGNALS:
    void stateChanged();

private:
    void findHome(const SandboxLookUp::Found &found);
    void close(SandboxLookUp::Closed why);
    void setState(State state);

    Connections &m_connections;
    FollowedSandbox m_sandbox;
    State m_state = State::Idle;
    SandboxLookUp::Closed m_closed;
    QByteArray m_home;
    std::optional<FilesystemApi> m_api;
    FileTreeModel m_tree;
    // Last: their handlers look at what is above.
    SandboxLookUp m_lookUp;
    Request m_homeRequest;
};

} // namespace Sandglass
