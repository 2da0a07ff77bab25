// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vnc/remoteframebuffer.h>
#include <vnc/rfbend.h>
#include <vnc/rfbendpoint.h>
#include <vnc/rfbinput.h>
#include <vnc/rfblimits.h>

#include <QtCore/QElapsedTimer>
#include <QtCore/QObject>
#include <QtCore/QPointer>
#include <QtCore/QTimer>
#include <QtGui/QRegion>

#include <memory>

namespace Sandglass {

class RfbAttempt;
class RfbBridges;

/// One remote desktop: its connection, its jailed decoder, its pixels and the way for input. Lives
/// in the GUI thread; nothing here blocks, and open() itself announces nothing but Connecting.
/// Destroying it ends the decoder, after the server was told to let go of what is pressed.
///
/// A decoder that crashes is started again, with a new connection, after growing pauses: the last
/// picture stays meanwhile. Whatever else ends a session ends it for good, and end() tells why.
class RfbSession final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RfbSession)

public:
    enum class State { Idle, Connecting, Live, Restarting, Ended };
    using End = RfbEnd;

    /// The bridges are borrowed and have to outlive the session.
    explicit RfbSession(RfbBridges &bridges, QObject *parent = nullptr);
    ~RfbSession() override;

    /// A session that is open is closed first.
    void open(const RfbEndpoint &endpoint);
    /// Back to Idle; the last picture stays.
    void close();

    [[nodiscard]] State state() const { return m_state; }
    /// Why it is Ended; in other states of no meaning.
    [[nodiscard]] const End &end() const { return m_end; }
    /// Nothing has come for a second (RfbLimits::quiet) from a server that has to say something: in
    /// Connecting, before the first picture, in the middle of a message. It goes on by itself when
    /// the server does; otherwise the session ends with Timeout.
    [[nodiscard]] bool isSilent() const { return m_isSilent; }
    [[nodiscard]] const RemoteFramebuffer &framebuffer() const { return m_framebuffer; }
    [[nodiscard]] const RemoteCursor &cursor() const { return m_cursor; }
    [[nodiscard]] RfbInput &input() { return m_input; }
    /// The server's own words, so untrusted: up to 127 bytes of UTF-8.
    [[nodiscard]] const QString &desktopName() const { return m_desktopName; }

    /// False while nobody can see the desktop: nothing is requested from the server then.
    void setWatched(bool watched);
    /// From the next open() on.
    void setLimits(const RfbLimits &limits) { m_limits = limits; }
    /// Zero when no decoder runs.
    [[nodiscard]] qint64 helperPid() const;

Q_SIGNALS:
    void stateChanged();
    /// Not emitted where a new state ends the silence.
    void silenceChanged();
    /// Another size, or new memory: what was damaged before means nothing any more.
    void resized();
    /// Pixels of the desktop; at most once per turn of the event loop.
    void damaged(const QRegion &region);
    void cursorChanged();
    /// The server's pointer, which others may move as well.
    void pointerMoved(QPoint position);
    void bell();

private:
    void start();
    void follow(RfbAttempt &attempt);
    void goLive(const QString &desktopName);
    void giveMemory(QSize size);
    void showCursor(QSize size, QPoint hotSpot);
    void restart(const QString &how);
    void finish(const End &end);
    /// With all that is pressed released through the decoder.
    void leave();
    /// `lastWords` are what the server gets should the decoder be dead or stuck.
    void letGo(const QByteArray &lastWords);
    void setSilent(bool isSilent);
    void setState(State state);

    RfbBridges &m_bridges;
    RfbEndpoint m_endpoint;
    RfbLimits m_limits;
    RemoteFramebuffer m_framebuffer;
    RemoteCursor m_cursor;
    QString m_desktopName;
    State m_state = State::Idle;
    End m_end;
    bool m_watched = true;
    /// It outlives its part in the session by what it takes to say goodbye; the bridges own it.
    QPointer<RfbAttempt> m_attempt;
    QTimer m_restart;
    QTimer m_patience; ///< of Connecting; later the decoder tells
    bool m_isSilent = false;
    QElapsedTimer m_liveSince;
    int m_restarts = 0;
    RfbInput m_input;
};

} // namespace Sandglass
