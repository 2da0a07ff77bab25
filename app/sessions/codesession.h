// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/sessions/followedsandbox.h>
#include <client/codeapi.h>

#include <QtCore/QObject>
#include <QtCore/QString>

#include <optional>
#include <vector>

namespace Sandglass {

/// The code interpreter of one sandbox: looks the sandbox up, and whether an interpreter answers in
/// it, which changes nothing. Follows the sandbox: when it is paused or gone nothing is sent.
/// Borrows connections and fleet; GUI thread.
class CodeSession final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CodeSession)

public:
    enum class State {
        Idle,
        Opening,
        Open,
        NoInterpreter, ///< the sandbox runs, but nothing listens on the interpreter's port
        Closed,
    };

    /// `key`: of the fleet's row.
    CodeSession(QString key, Connections &connections, FleetStore &fleet,
                QObject *parent = nullptr);
    ~CodeSession() override;

    /// Unless it is open or opening.
    void open();
    /// Asks for the contexts there are.
    void refreshContexts();

    [[nodiscard]] State state() const { return m_state; }
    /// Why it is closed.
    [[nodiscard]] const SandboxLookUp::Closed &closed() const { return m_closed; }
    /// Nothing unless open.
    [[nodiscard]] const std::optional<CodeApi> &api() const { return m_api; }
    [[nodiscard]] const std::vector<CodeContext> &contexts() const { return m_contexts; }
    [[nodiscard]] QString where() const { return m_sandbox.where(); }

Q_SIGNALS:
    void stateChanged();
    void contextsChanged();

private:
    void askInterpreter(const SandboxLookUp::Found &found);
    void close(State state, SandboxLookUp::Closed why);
    void setState(State state);

    Connections &m_connections;
    FollowedSandbox m_sandbox;
    State m_state = State::Idle;
    SandboxLookUp::Closed m_closed;
    std::optional<CodeApi> m_api;
    std::vector<CodeContext> m_contexts;
    // Last: their handlers look at what is above.
    SandboxLookUp m_lookUp;
    Request m_health;
    Request m_list;
};

} // namespace Sandglass
