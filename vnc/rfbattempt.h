// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vnc/helper/controlmessages.h>
#include <vnc/helper/ownedfd.h>
#include <vnc/helperprocess.h>
#include <vnc/rfbend.h>
#include <vnc/rfbendpoint.h>
#include <vnc/rfblimits.h>

#include <QtCore/QDeadlineTimer>
#include <QtCore/QObject>
#include <QtCore/QPoint>
#include <QtCore/QSize>
#include <QtCore/QTimer>
#include <QtGui/QRegion>

#include <deque>
#include <memory>
#include <optional>

namespace Sandglass {

class HelperControl;
class RfbBridges;
class RfbPump;

/// One connection with one decoder, from its start to its one end. A session takes another one
/// after a crash. A child of the bridges, which it may need for longer than its session lives: it
/// deletes itself when it has said goodbye. Lives in the GUI thread. Neither the decoder's messages
/// nor the server's bytes are believed: whatever is not allowed ends it with Protocol or Limit.
class RfbAttempt final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RfbAttempt)

public:
    RfbAttempt(RfbBridges &bridges, RfbEndpoint endpoint, const RfbLimits &limits);
    ~RfbAttempt() override;

    void start();
    /// Answers sizeWanted().
    void giveMemory(Rfb::OwnedFd memory);
    void refuseSize();
    void sendKey(quint32 keysym, bool down);
    /// Clipped to the desktop.
    void sendPointer(QPoint position, quint8 buttons);
    /// What the decoder has not been sent of them yet is forgotten; nothing stays pressed.
    void recallInput();
    /// Messages of input that it can be sent now.
    [[nodiscard]] qsizetype inputRoom() const;
    void setWatched(bool watched);
    /// What was sent still gets to the server, then it all ends; `lastWords` are RFB for the server
    /// when the decoder cannot say it any more. No signals come from here on.
    void leave(const QByteArray &lastWords);
    /// For the end of the app: the decoder gets that long, in this call.
    void leaveWithin(QDeadlineTimer deadline);
    [[nodiscard]] pid_t helperPid() const { return m_process.pid(); }

Q_SIGNALS:
    void sizeWanted(QSize size);
    void connected(const QString &desktopName);
    /// Once per turn of the event loop, inside the size wanted last.
    void damaged(const QRegion &region);
    void cursorShaped(QSize size, QPoint hotSpot);
    void pointerMoved(QPoint position);
    void bell();
    /// The server owes bytes and is silent; or they come after all.
    void stalled(bool isStalled);
    /// One of these two is the last signal.
    void ended(const Sandglass::RfbEnd &end);
    void crashed(const QString &how);

private:
    /// What the decoder said in this turn of the event loop.
    struct News {
        QRegion damage;
        std::optional<Rfb::CursorMessage> cursor;
        std::optional<QPoint> pointer;
        bool bell = false;
    };

    // Its parts and its end: rfbattempt.cpp.
    [[nodiscard]] bool makeParts();
    void connectControl();
    void connectPump();
    void adopt(const std::shared_ptr<HelperChild> &child);
    void greet();
    void noteExit(const QString &how);
    void fail(RfbEnd::Why why, const QString &detail);
    void end(const RfbEnd &end);
    void dismiss();
    void dismissPump();

    // What the decoder says: rfbattemptmessages.cpp.
    void take(const Rfb::ControlMessage &message);
    void takeSize(QSize size);
    void takeDamage(const Rfb::DamageMessage &damage);
    void takeEnd(const Rfb::EndedMessage &message);
    void tellNews();

    struct Later {
        void operator()(QObject *object) const { object->deleteLater(); }
    };

    RfbBridges &m_bridges;
    RfbEndpoint m_endpoint;
    RfbLimits m_limits;
    QSize m_size;
    bool m_watched = true;
    bool m_starting = false; ///< the decoder's process may exist, but is not known yet
    bool m_greeted = false;
    bool m_over = false; ///< its last signal was emitted, or nobody listens any more
    QByteArray m_lastWords;
    bool m_decoderSaysThem = false; ///< unless it dies over it
    News m_news;
    std::deque<QDeadlineTimer> m_sizes; ///< of the last second
    QTimer m_closing;
    HelperProcess m_process;
    std::unique_ptr<HelperControl> m_control;
    std::unique_ptr<RfbPump, Later> m_pump; ///< lives in the bridges' thread
};

} // namespace Sandglass
