// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vnc/rfbbridges.h>
#include <vnc/rfbsession.h>

#include <QtCore/QStringList>

namespace Sandglass {

/// Bridges with the decoder that was built, and a session that writes down what it goes through.
class SessionWatch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SessionWatch)

public:
    using State = RfbSession::State;

    explicit SessionWatch(RfbBridges &bridges);

    [[nodiscard]] RfbSession &session() { return m_session; }
    /// "Connecting Live Ended".
    [[nodiscard]] QString states() const { return m_states.join(u' '); }
    [[nodiscard]] bool isLive() const { return m_session.state() == State::Live; }
    [[nodiscard]] bool isEnded() const { return m_session.state() == State::Ended; }
    /// "HttpRefused", or empty while it has not ended.
    [[nodiscard]] QString why() const;
    /// What was damaged since the last resize or open().
    [[nodiscard]] const QRegion &damage() const { return m_damage; }
    /// 0xRRGGBB; more than that outside of the desktop.
    [[nodiscard]] quint32 colourAt(QPoint position) const;
    [[nodiscard]] int resizes() const { return m_resizes; }
    void openTcp(quint16 port, const QByteArray &password = {});
    void openWebSocket(const QUrl &url, const QByteArray &password = {});

private:
    RfbSession m_session;
    QStringList m_states;
    QRegion m_damage;
    int m_resizes = 0;
};

/// Where tests find the decoder; fails the test run when it is not built.
[[nodiscard]] QString builtHelper();
/// Whether a process exists, also as one that nobody has reaped yet.
[[nodiscard]] bool isProcess(qint64 pid);
/// The bridges' threads in this process.
[[nodiscard]] qsizetype bridgeThreads();
/// The children of this process, reaped or not.
[[nodiscard]] QStringList childProcesses();
/// The open file descriptors of this process.
[[nodiscard]] qsizetype descriptorCount();

} // namespace Sandglass
