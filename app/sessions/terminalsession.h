// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/sessions/followedsandbox.h>
#include <client/ptystream.h>
#include <terminal/terminalsurface.h>

#include <QtCore/QObject>
#include <QtCore/QString>

#include <memory>
#include <optional>

namespace Sandglass {

class Connections;
class FleetStore;

/// One shell in one sandbox: looks the sandbox up (which says how envd is reached and changes
/// nothing), starts a login shell on a PTY, and joins it to a terminal surface. Borrows connections
/// and fleet; GUI thread.
class TerminalSession final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TerminalSession)

public:
    enum class State {
        Idle,
        Opening,
        Open,
        Paused, ///< nothing is sent; Idle once it runs again, and open() goes on with its shell
        Ended
    };

    /// `key`: of the fleet's row.
    TerminalSession(QString key, Connections &connections, FleetStore &fleet,
                    QObject *parent = nullptr);
    ~TerminalSession() override;

    /// When Idle. With the surface's size at that moment.
    void open();
    /// Ends the shell, and this object once that is done.
    void endAndDelete();

    [[nodiscard]] TerminalSurface &surface() { return m_surface; }
    [[nodiscard]] State state() const { return m_state; }
    /// Why it is not open, in words; empty while it is.
    [[nodiscard]] const QString &message() const { return m_message; }

    /// Paused, and it can be resumed from here.
    [[nodiscard]] bool mayResume() const { return m_closed.mayResume; }

Q_SIGNALS:
    void stateChanged();
    /// Something went wrong that leaves the shell running: input that did not arrive.
    void noticed(const QString &words);

private:
    void openShell(const SandboxLookUp::Found &found);
    void stop(const SandboxLookUp::Closed &closed);
    void takeRunning();
    void wireShell();
    void take(const Result<ProcessEnded> &result);
    void setState(State state, const QString &message = {});

    Connections &m_connections;
    FollowedSandbox m_sandbox;
    State m_state = State::Idle;
    QString m_message;
    SandboxLookUp::Closed m_closed; ///< while Paused
    /// Of a shell that was left when its sandbox was paused, or whose connection broke, as it does
    /// when that happens elsewhere.
    std::optional<quint32> m_leftShell;
    TerminalSurface m_surface;
    // Last: their handlers look at what is above.
    std::unique_ptr<PtyStream> m_shell;
    SandboxLookUp m_lookUp;
};

} // namespace Sandglass
