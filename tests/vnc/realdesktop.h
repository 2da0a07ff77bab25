// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vnc/rfbendpoint.h>

#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtNetwork/QTcpSocket>

namespace Sandglass {

/// A real desktop with a real server before it, as people meet them: TigerVNC's Xvnc over TCP, or,
/// as in a sandbox, Xvfb with x11vnc behind websockify. All of it ends with it.
class RealDesktop final
{
public:
    enum class Kind { XvncOverTcp, X11vncInWebSocket, X11vncInTls };

    explicit RealDesktop(Kind kind);
    ~RealDesktop();
    Q_DISABLE_COPY_MOVE(RealDesktop)

    /// Until a viewer can connect; an empty password means that none is asked for.
    [[nodiscard]] bool start(const QByteArray &password = {});
    /// Without the password.
    [[nodiscard]] RfbEndpoint endpoint() const;
    [[nodiscard]] QByteArray display() const { return m_display; } ///< ":7"
    /// Ends the RFB server in the middle of everything.
    void kill();
    /// Has an Xvnc without password change the size of its desktop, as another viewer would.
    void resize(QSize size);

private:
    [[nodiscard]] bool startXvnc(const QByteArray &password);
    [[nodiscard]] bool startX11vnc(const QByteArray &password);
    [[nodiscard]] bool startWebsockify();
    [[nodiscard]] bool makeCertificate();
    [[nodiscard]] bool readDisplay(QProcess &server);
    [[nodiscard]] QString path(const char *name) const;

    Kind m_kind;
    QTemporaryDir m_folder;
    QProcess m_xServer;
    QProcess m_x11vnc;
    QProcess m_websockify;
    QTcpSocket m_viewer;
    QByteArray m_display;
    quint16 m_rfbPort = 0;
    quint16 m_webPort = 0;
};

} // namespace Sandglass
