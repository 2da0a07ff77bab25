// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vnc/rfbchannel.h>

#include <QtNetwork/QTcpSocket>

namespace Sandglass {

/// Plain RFB over TCP.
class TcpChannel final : public RfbChannel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TcpChannel)

public:
    TcpChannel(QString host, quint16 port);

    void open() override;
    void write(QByteArrayView bytes) override;
    [[nodiscard]] qint64 pending() const override { return m_socket.bytesToWrite(); }
    void close() override;

private:
    void announceFailure();

    QString m_host;
    quint16 m_port;
    QTcpSocket m_socket;
    bool m_opened = false;
};

} // namespace Sandglass
