// SPDX-License-Identifier: GPL-3.0-or-later
#include <vnc/helpercontrol.h>
#include <vnc/helpermessages.h>
#include <vnc/rfbattempt.h>
#include <vnc/rfbbridges.h>
#include <vnc/rfbpump.h>

#include <fcntl.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <cstring>

using namespace Qt::StringLiterals;

namespace Sandglass {

namespace {

struct SocketPair {
    Rfb::OwnedFd ours; ///< never blocks
    Rfb::OwnedFd helpers;
};

/// Empty ends when the system has no more of them.
SocketPair socketPair(int type)
{
    std::array<int, 2> fds{-1, -1};
    if (::socketpair(AF_UNIX, type | SOCK_CLOEXEC, 0, fds.data()) != 0)
        return {.ours = Rfb::OwnedFd(), .helpers = Rfb::OwnedFd()};
    ::fcntl(fds[0], F_SETFL, O_NONBLOCK);
    return {.ours = Rfb::OwnedFd(fds[0]), .helpers = Rfb::OwnedFd(fds[1])};
}

} // namespace

RfbAttempt::RfbAttempt(RfbBridges &bridges, RfbEndpoint endpoint, const RfbLimits &limits)
    : QObject(&bridges),
      m_bridges(bridges),
      m_endpoint(std::move(endpoint)),
      m_limits(limits)
{
    m_closing.setSingleShot(true);
    connect(&m_closing, &QTimer::timeout, &m_process, &HelperProcess::kill);
    connect(&m_process, &HelperProcess::exited, this, &RfbAttempt::noteExit);
}

RfbAttempt::~RfbAttempt() = default;

void RfbAttempt::start()
{
    if (m_over)
        return;
    if (!makeParts()) {
        const QString reason = QString::fromLocal8Bit(std::strerror(errno));
        fail(RfbEnd::Why::NoHelper, u"The decoder cannot be run: %1"_s.arg(reason));
        return;
    }
    connectControl();
    connectPump();
    m_starting = true;
    QMetaObject::invokeMethod(m_pump.get(), &RfbPump::open, Qt::QueuedConnection);
}

bool RfbAttempt::makeParts()
{
    SocketPair rfb = socketPair(SOCK_STREAM);
    SocketPair control = socketPair(SOCK_SEQPACKET);
    if (!rfb.ours || !control.ours)
        return false;
    // Longer than the decoder itself waits for a server that does not read.
    m_control = std::make_unique<HelperControl>(std::move(control.ours), m_limits.stall * 2);
    m_pump.reset(new RfbPump(m_endpoint, m_limits, std::move(rfb.ours),
                             {.program = m_bridges.helperPath(),
                              .rfb = std::move(rfb.helpers),
                              .control = std::move(control.helpers)}));
    m_pump->moveToThread(&m_bridges.thread());
    return true;
}

void RfbAttempt::adopt(const std::shared_ptr<HelperChild> &child)
{
    m_starting = false;
    if (child)
        m_process.adopt(std::move(*child));
    if (!m_over)
        return;
    m_process.kill();
    dismiss();
}

void RfbAttempt::connectControl()
{
    connect(m_control.get(), &HelperControl::received, this, &RfbAttempt::take);
    connect(m_control.get(), &HelperControl::paused, this, &RfbAttempt::tellNews);
    connect(m_control.get(), &HelperControl::broken, this, [this] {
        fail(RfbEnd::Why::Protocol, u"The decoder sent what is no message of its."_s);
    });
    // Either it exits by itself now, or it is of no use any more; its exit says which.
    connect(m_control.get(), &HelperControl::closed, &m_process, &HelperProcess::kill);
    connect(m_control.get(), &HelperControl::stuck, &m_process, &HelperProcess::kill);
}

void RfbAttempt::connectPump()
{
    connect(m_pump.get(), &RfbPump::decoderStarted, this, &RfbAttempt::adopt);
    connect(m_pump.get(), &RfbPump::opened, this, &RfbAttempt::greet);
    connect(m_pump.get(), &RfbPump::failed, this, &RfbAttempt::end);
    connect(m_pump.get(), &RfbPump::serverClosed, this, [this](const QString &detail) {
        // The decoder knows better why, when it gets to say so.
        QTimer::singleShot(m_limits.stall, this,
                           [this, detail] { fail(RfbEnd::Why::Closed, detail); });
    });
}

void RfbAttempt::greet()
{
    if (m_over)
        return;
    m_control->send(startMessage(m_endpoint, m_limits));
    m_greeted = true;
    if (!m_watched)
        setWatched(false);
}

void RfbAttempt::setWatched(bool watched)
{
    m_watched = watched;
    if (m_greeted)
        m_control->send(watchMessage(watched));
}

void RfbAttempt::giveMemory(Rfb::OwnedFd memory)
{
    m_control->send(framebufferMessage(m_size), std::move(memory));
}

void RfbAttempt::refuseSize()
{
    m_control->send(Rfb::controlMessage(Rfb::MessageType::SizeRefused));
}

void RfbAttempt::sendKey(quint32 keysym, bool down)
{
    if (m_greeted)
        m_control->send(keyMessage(keysym, down));
}

void RfbAttempt::sendPointer(QPoint position, quint8 buttons)
{
    if (m_greeted && !m_size.isEmpty())
        m_control->send(pointerMessage(position, buttons, m_size));
}

void RfbAttempt::recallInput()
{
    if (m_greeted)
        m_control->recallInput();
}

qsizetype RfbAttempt::inputRoom() const
{
    return m_greeted ? static_cast<qsizetype>(m_control->room()) : 0;
}

void RfbAttempt::fail(RfbEnd::Why why, const QString &detail)
{
    end({.why = why, .detail = detail});
}

void RfbAttempt::end(const RfbEnd &end)
{
    if (std::exchange(m_over, true))
        return;
    m_process.kill();
    Q_EMIT ended(end);
    dismiss();
}

void RfbAttempt::noteExit(const QString &how)
{
    if (!m_over)
        m_control->drain();
    if (!std::exchange(m_over, true))
        Q_EMIT crashed(how);
    dismiss();
}

void RfbAttempt::leave(const QByteArray &lastWords)
{
    const bool wasOver = std::exchange(m_over, true);
    m_lastWords = lastWords;
    m_decoderSaysThem = !wasOver && m_greeted && m_process.isRunning();
    if (!m_decoderSaysThem) {
        m_process.kill();
        dismiss();
        return;
    }
    m_control->finish();
    m_closing.start(m_limits.closing);
}

void RfbAttempt::leaveWithin(QDeadlineTimer deadline)
{
    m_over = true;
    if (m_control)
        m_control->finish();
    m_process.endWithin(std::chrono::milliseconds(std::max<qint64>(deadline.remainingTime(), 0)));
    dismissPump();
}

void RfbAttempt::dismiss()
{
    // Its start or its exit comes back here.
    if (m_starting || m_process.isRunning())
        return;
    dismissPump();
    deleteLater();
}

void RfbAttempt::dismissPump()
{
    // One that left by itself when it was asked to has passed on all that it was told.
    const bool wereSaid = m_decoderSaysThem && m_process.hasExitedWell();
    if (m_pump && !m_lastWords.isEmpty() && !wereSaid)
        QMetaObject::invokeMethod(
            m_pump.get(), [pump = m_pump.get(), words = m_lastWords] { pump->setLastWords(words); },
            Qt::QueuedConnection);
    m_pump.reset();
}

} // namespace Sandglass
