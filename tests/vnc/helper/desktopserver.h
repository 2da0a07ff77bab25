// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vnc/helper/ownedfd.h>

#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>

namespace Sandglass::Rfb {

/// A real desktop, seen through a Unix socket: TigerVNC's Xvnc, or Xvfb with x11vnc as in a
/// sandbox. Both end with it.
class DesktopServer final
{
public:
    enum class Kind { Xvnc, X11vnc };

    explicit DesktopServer(Kind kind) : m_kind(kind) {}
    ~DesktopServer();
    Q_DISABLE_COPY_MOVE(DesktopServer)

    /// Until connections are taken; an empty password means none is asked for.
    [[nodiscard]] bool start(const QByteArray &password = {});
    [[nodiscard]] QByteArray display() const { return m_display; } ///< ":7"
    [[nodiscard]] OwnedFd connectTo() const;
    /// What the RFB server has logged so far; it tells which encodings a client got when it leaves.
    [[nodiscard]] QByteArray log();

private:
    [[nodiscard]] bool startXvnc(const QByteArray &password);
    [[nodiscard]] bool startX11vnc(const QByteArray &password);
    [[nodiscard]] bool readDisplay(QProcess &server);
    [[nodiscard]] QString path(const char *name) const;

    Kind m_kind;
    QTemporaryDir m_folder;
    QProcess m_xServer;
    QProcess m_x11vnc;
    QByteArray m_display;
    QByteArray m_log;
};

} // namespace Sandglass::Rfb
