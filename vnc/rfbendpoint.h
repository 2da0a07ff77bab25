// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QUrl>

#include <utility>

namespace Sandglass {

/// How the server is to pack its pixels. A value; the default is exact.
struct RfbEncoding {
    /// libvncclient's names with blanks between them; empty: its usual ones.
    QByteArray names;
    int compressLevel = -1; ///< 0 to 9; -1: the server's choice
    int qualityLevel = -1;  ///< 0 to 9: of JPEG, which is not exact; -1: no JPEG
};

/// Where a remote desktop is. A value.
struct RfbEndpoint {
    /// Plain RFB over TCP; used when `url` is empty.
    QString host;
    quint16 port = 0;
    /// RFB inside a WebSocket: ws or wss.
    QUrl url;
    /// Sent with the upgrade and nowhere else: where the proxy is to lead to, and its token.
    QList<std::pair<QByteArray, QByteArray>> headers;
    /// Eight bytes count (VNC authentication knows no more). Empty: none.
    QByteArray password;
    RfbEncoding encoding;
};

} // namespace Sandglass
