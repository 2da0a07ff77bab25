// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/sessions/followedsandbox.h>
#include <client/filetransfer.h>
#include <core/request.h>
#include <vnc/rfbsession.h>

#include <QtCore/QByteArray>
#include <QtCore/QElapsedTimer>
#include <QtCore/QObject>
#include <QtCore/QString>
#include <QtCore/QTimer>

#include <chrono>
#include <memory>
#include <optional>

namespace Sandglass {

class FileTransfers;
class HttpTransport;
class OpenDesktopOperation;
class StopStreamOperation;

/// The screen of one sandbox: looks the sandbox up, joins the stream that runs there, finds its
/// password, and says what is missing when there is none. Looking starts nothing: startStream()
/// does, when a person asks for it. Follows the sandbox: when it is paused or gone the stream is
/// closed, and the last picture stays. A stream that breaks is looked for again, after growing
/// pauses. Borrows all it is given; GUI thread.
class DesktopSession final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DesktopSession)

public:
    enum class State {
        Idle,
        Connecting, ///< looking it up, joining the stream
        Live,
        Restarting,     ///< the decoder crashed; the last picture stays
        NotADesktop,    ///< its template has no VNC server
        NotStarted,     ///< a desktop, and nothing streams it
        Starting,       ///< words(): the step that it is at
        PasswordWanted, ///< words(): why, where there is more to say
        TokenWanted,    ///< its traffic is restricted; joins once the fleet has the token
        Closed,         ///< paused or gone: closed()
        Failed,         ///< words()
    };

    /// `key`: of the fleet's row.
    DesktopSession(QString key, Connections &connections, FleetStore &fleet,
                   FileTransfers &transfers, RfbBridges &bridges, QObject *parent = nullptr);
    ~DesktopSession() override;

    /// Looks; unless it is live or on its way there, and not silent.
    void open();
    /// Starts what is missing in the sandbox, then joins it.
    void startStream();
    void stopStream();
    void givePassword(const QString &password);

    /// The first pause before a stream that broke is looked for again; others than 250 ms are for
    /// tests.
    void setFirstRejoin(std::chrono::milliseconds pause) { m_firstRejoin = pause; }

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const QString &words() const { return m_words; }
    [[nodiscard]] const SandboxLookUp::Closed &closed() const { return m_closed; }
    [[nodiscard]] RfbSession &remote() { return m_remote; }
    /// False on a connection that only observes.
    [[nodiscard]] bool mayAct() const;

Q_SIGNALS:
    /// The state, its words, or remote().isSilent().
    void stateChanged();
    void stopFailed(const QString &words);

private:
    void look(const QByteArray &password);
    void join(const QByteArray &password);
    void followRemote();
    void takeEnd(const RfbSession::End &end);
    void takeClosed(const RfbSession::End &end);
    void takeRefusal(const RfbSession::End &end);
    void askWhatIsThere();
    void readPassword();
    void close(SandboxLookUp::Closed why);
    void endStopping();
    void dropWork();
    void setState(State state, const QString &words = {});

    Connections &m_connections;
    FleetStore &m_fleet;
    FileTransfers &m_transfers;
    FollowedSandbox m_sandbox;
    State m_state = State::Idle;
    QString m_words;
    SandboxLookUp::Closed m_closed;
    std::optional<SandboxLookUp::Found> m_found;
    QByteArray m_password;        ///< of the stream that it joined last
    bool m_isOwnPassword = false; ///< a person or we gave it, it was not found
    bool m_startsAfterStop = false;
    bool m_wasLive = false;
    QElapsedTimer m_liveSince;
    QTimer m_rejoin;
    std::chrono::milliseconds m_firstRejoin{250}; ///< each further one waits twice as long
    int m_rejoins = 0;                            ///< with no time between them in which it lived
    bool m_hasReadPassword = false;
    RfbSession m_remote;
    // Last: their handlers look at what is above.
    SandboxLookUp m_lookUp;
    Request m_look;
    std::unique_ptr<FileTransfer> m_passwordFile;
    std::unique_ptr<OpenDesktopOperation> m_opening;
    std::unique_ptr<StopStreamOperation> m_stopping;
};

} // namespace Sandglass
