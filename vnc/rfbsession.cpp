// SPDX-License-Identifier: GPL-3.0-or-later
#include <vnc/rfbattempt.h>
#include <vnc/rfbbridges.h>
#include <vnc/rfbsession.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sandglass {

namespace {

bool isSamePlace(const RfbEndpoint &one, const RfbEndpoint &other)
{
    return one.host == other.host && one.port == other.port && one.url == other.url &&
           one.headers == other.headers;
}

} // namespace

RfbSession::RfbSession(RfbBridges &bridges, QObject *parent)
    : QObject(parent),
      m_bridges(bridges),
      m_input({.key =
                   [this](quint32 keysym, bool down) {
                       if (m_attempt)
                           m_attempt->sendKey(keysym, down);
                   },
               .pointer =
                   [this](QPoint position, quint8 buttons) {
                       if (m_attempt)
                           m_attempt->sendPointer(position, buttons);
                   },
               .recall =
                   [this] {
                       if (m_attempt)
                           m_attempt->recallInput();
                   },
               .room = [this] { return m_attempt ? m_attempt->inputRoom() : 0; }})
{
    m_restart.setSingleShot(true);
    connect(&m_restart, &QTimer::timeout, this, &RfbSession::start);
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] { setSilent(true); });
}

RfbSession::~RfbSession()
{
    leave();
}

void RfbSession::open(const RfbEndpoint &endpoint)
{
    leave();
    if (!isSamePlace(endpoint, m_endpoint))
        m_input.forget();
    m_endpoint = endpoint;
    m_restarts = 0;
    start();
    setState(State::Connecting);
    m_patience.start(m_limits.quiet);
}

void RfbSession::close()
{
    leave();
    setState(State::Idle);
}

void RfbSession::start()
{
    m_attempt = new RfbAttempt(m_bridges, m_endpoint, m_limits);
    m_attempt->setWatched(m_watched);
    follow(*m_attempt);
    QMetaObject::invokeMethod(m_attempt, &RfbAttempt::start, Qt::QueuedConnection);
}

void RfbSession::follow(RfbAttempt &attempt)
{
    connect(&attempt, &RfbAttempt::sizeWanted, this, &RfbSession::giveMemory);
    connect(&attempt, &RfbAttempt::connected, this, &RfbSession::goLive);
    connect(&attempt, &RfbAttempt::damaged, this, &RfbSession::damaged);
    connect(&attempt, &RfbAttempt::cursorShaped, this, &RfbSession::showCursor);
    connect(&attempt, &RfbAttempt::pointerMoved, this, &RfbSession::pointerMoved);
    connect(&attempt, &RfbAttempt::bell, this, &RfbSession::bell);
    connect(&attempt, &RfbAttempt::stalled, this, &RfbSession::setSilent);
    connect(&attempt, &RfbAttempt::ended, this, &RfbSession::finish);
    connect(&attempt, &RfbAttempt::crashed, this, &RfbSession::restart);
}

void RfbSession::giveMemory(QSize size)
{
    auto memory = m_framebuffer.resize(size);
    if (!memory) {
        m_attempt->refuseSize();
        return;
    }
    m_attempt->giveMemory(std::move(*memory));
    Q_EMIT resized();
}

void RfbSession::goLive(const QString &desktopName)
{
    m_desktopName = desktopName;
    m_liveSince.start();
    m_input.setConnected(true);
    setState(State::Live);
}

void RfbSession::showCursor(QSize size, QPoint hotSpot)
{
    m_cursor = {.image = m_framebuffer.cursorImage(size), .hotSpot = hotSpot};
    Q_EMIT cursorChanged();
}

void RfbSession::restart(const QString &how)
{
    const bool wasLive = m_state == State::Live;
    letGo(releaseMessages(m_input.pressed()));
    if (wasLive && m_liveSince.durationElapsed() >= m_limits.forgiving)
        m_restarts = 0;
    if (m_restarts >= m_limits.restarts) {
        finish(
            {.why = End::Why::Crashed, .detail = u"The decoder ended by itself (%1)."_s.arg(how)});
        return;
    }
    m_restart.start(m_limits.firstRestart * (1 << m_restarts));
    ++m_restarts;
    setState(State::Restarting);
}

void RfbSession::finish(const End &end)
{
    letGo(releaseMessages(m_input.pressed()));
    m_end = end;
    setState(State::Ended);
}

void RfbSession::leave()
{
    const QByteArray lastWords = releaseMessages(m_input.pressed());
    m_input.releaseAll();
    letGo(lastWords);
}

void RfbSession::letGo(const QByteArray &lastWords)
{
    m_restart.stop();
    m_patience.stop();
    m_isSilent = false;
    m_input.setConnected(false);
    if (!m_attempt)
        return;
    m_attempt->disconnect(this);
    m_attempt->leave(lastWords);
    m_attempt.clear();
}

void RfbSession::setWatched(bool watched)
{
    m_watched = watched;
    if (m_attempt)
        m_attempt->setWatched(watched);
}

qint64 RfbSession::helperPid() const
{
    return m_attempt ? m_attempt->helperPid() : 0;
}

void RfbSession::setSilent(bool isSilent)
{
    if (std::exchange(m_isSilent, isSilent) != isSilent)
        Q_EMIT silenceChanged();
}

void RfbSession::setState(State state)
{
    if (m_state == state)
        return;
    m_patience.stop();
    m_isSilent = false;
    m_state = state;
    Q_EMIT stateChanged();
}

} // namespace Sandglass
