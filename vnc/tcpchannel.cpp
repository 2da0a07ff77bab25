// SPDX-License-Identifier: GPL-3.0-or-later
#include <vnc/tcpchannel.h>

#include <sys/socket.h>

namespace Sandglass {

namespace {

/// Beyond it the kernel's window closes and the server waits.
constexpr qint64 readAhead = qint64{1024} * 1024;

} // namespace

TcpChannel::TcpChannel(QString host, quint16 port) : m_host(std::move(host)), m_port(port)
{
    m_socket.setReadBufferSize(readAhead);
    connect(&m_socket, &QTcpSocket::connected, this, [this] {
        m_opened = true;
        m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
        Q_EMIT opened();
    });
    connect(&m_socket, &QTcpSocket::readyRead, this,
            [this] { Q_EMIT received(m_socket.readAll()); });
    connect(&m_socket, &QTcpSocket::bytesWritten, this, &TcpChannel::drained);
    connect(&m_socket, &QTcpSocket::errorOccurred, this, &TcpChannel::announceFailure);
}

void TcpChannel::open()
{
    m_socket.connectToHost(m_host, m_port);
}

void TcpChannel::write(QByteArrayView bytes)
{
    // What the kernel takes at once, as it does nearly always, costs one call: a buffered write
    // wakes its own event loop three times.
    if (m_socket.bytesToWrite() == 0) {
        const ssize_t sent =
            ::send(static_cast<int>(m_socket.socketDescriptor()), bytes.data(),
                   static_cast<std::size_t>(bytes.size()), MSG_DONTWAIT | MSG_NOSIGNAL);
        bytes = bytes.sliced(std::max<qsizetype>(sent, 0));
    }
    if (bytes.isEmpty())
        return;
    m_socket.write(bytes.data(), bytes.size());
    m_socket.flush();
}

void TcpChannel::close()
{
    m_socket.disconnect(this);
    m_socket.flush();
    m_socket.disconnectFromHost();
}

void TcpChannel::announceFailure()
{
    if (m_opened)
        Q_EMIT closed(m_socket.errorString());
    else
        Q_EMIT failed({.why = RfbEnd::Why::Unreachable, .detail = m_socket.errorString()});
}

} // namespace Sandglass
