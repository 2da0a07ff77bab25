// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/vnc/scriptedserver.h>

#include <QtCore/QCryptographicHash>
#include <QtCore/QRect>
#include <QtCore/QStringList>
#include <QtCore/QtEndian>

using namespace Qt::StringLiterals;

namespace Sandglass {

namespace {

template<typename Integer>
QByteArray bigEndian(Integer value)
{
    QByteArray bytes(sizeof value, Qt::Uninitialized);
    qToBigEndian(value, bytes.data());
    return bytes;
}

quint32 wordAt(const QByteArray &bytes, qsizetype at)
{
    return qFromBigEndian<quint32>(bytes.constData() + at);
}

int halfAt(const QByteArray &bytes, qsizetype at)
{
    return qFromBigEndian<quint16>(bytes.constData() + at);
}

/// Bytes of the client message that begins there; zero when it is none or not complete (RFC 6143,
/// 7.5).
qsizetype messageBytes(const QByteArray &heard, qsizetype at)
{
    switch (heard[at]) {
    case 0: // SetPixelFormat
        return 20;
    case 2: // SetEncodings
        return at + 4 <= heard.size() ? 4 + qsizetype{4} * halfAt(heard, at + 2) : 0;
    case 3: // FramebufferUpdateRequest
        return 10;
    case 4: // KeyEvent
        return 8;
    case 5: // PointerEvent
        return 6;
    default:
        return 0;
    }
}

QString wordsFor(const QByteArray &message)
{
    const int flag = static_cast<quint8>(message[1]);
    switch (message[0]) {
    case 3:
        return flag != 0 ? u"changes"_s : u"everything"_s;
    case 4:
        return (flag != 0 ? u"+"_s : u"-"_s) + QString::number(wordAt(message, 4), 16);
    default:
        return u"%1,%2:%3"_s.arg(halfAt(message, 2)).arg(halfAt(message, 4)).arg(flag, 0, 16);
    }
}

/// Those messages whose types are among the kinds.
QString rfbEventsIn(const QByteArray &heard, const QByteArray &kinds)
{
    QStringList events;
    for (qsizetype at = rfbGreetingAnswer; at < heard.size();) {
        const qsizetype bytes = messageBytes(heard, at);
        if (bytes == 0 || at + bytes > heard.size())
            return u"broken"_s;
        if (kinds.contains(heard[at]))
            events.append(wordsFor(heard.sliced(at, bytes)));
        at += bytes;
    }
    return events.join(u' ');
}

} // namespace

ScriptedServer::ScriptedServer(Script greet, Script answer)
    : m_greet(std::move(greet)),
      m_answer(std::move(answer))
{
    m_server.listen(QHostAddress::LocalHost);
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        if (m_socket != nullptr)
            m_heard += m_socket->readAll();
        m_socket = m_server.nextPendingConnection();
        ++m_connections;
        m_heardBefore = std::exchange(m_heard, {});
        connect(m_socket, &QTcpSocket::readyRead, this, [this, socket = m_socket] {
            if (socket == m_socket)
                listen();
        });
        if (m_greet)
            m_greet(*this);
    });
}

void ScriptedServer::listen()
{
    if (!m_reading)
        return;
    m_heard += m_socket->readAll();
    if (m_answer)
        m_answer(*this);
}

bool ScriptedServer::isConnected() const
{
    return m_socket != nullptr && m_socket->state() == QAbstractSocket::ConnectedState;
}

void ScriptedServer::say(const QByteArray &bytes)
{
    m_socket->write(bytes);
}

qint64 ScriptedServer::unsent() const
{
    return m_socket != nullptr ? m_socket->bytesToWrite() : 0;
}

void ScriptedServer::hangUp()
{
    m_socket->disconnectFromHost();
}

void ScriptedServer::setReading(bool reading)
{
    m_reading = reading;
    m_socket->setReadBufferSize(reading ? 0 : 1);
    if (reading)
        listen();
}

QByteArray acceptingUpgrade(const QByteArray &request)
{
    const QByteArray name = "Sec-WebSocket-Key: ";
    const qsizetype at = request.indexOf(name) + name.size();
    const QByteArray key = request.sliced(at, request.indexOf('\r', at) - at);
    const QByteArray proof = QCryptographicHash::hash(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11",
                                                      QCryptographicHash::Sha1)
                                 .toBase64();
    return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
           "Sec-WebSocket-Accept: " +
           proof + "\r\nSec-WebSocket-Protocol: binary\r\n\r\n";
}

QByteArray webSocketFrame(const QByteArray &bytes)
{
    return QByteArray::fromHex("827e") + bigEndian(static_cast<quint16>(bytes.size())) + bytes;
}

QByteArray rfbGreeting(QSize size)
{
    const QByteArray name = "scripted";
    // 32 bits per pixel, depth 24, true colour, little-endian; red, green, blue shifted 16, 8, 0.
    const QByteArray format = QByteArray::fromHex("20180001"
                                                  "00ff00ff00ff"
                                                  "100800"
                                                  "000000");
    return "RFB 003.008\n" + QByteArray::fromHex("0101") + bigEndian(quint32{0}) +
           bigEndian(static_cast<quint16>(size.width())) +
           bigEndian(static_cast<quint16>(size.height())) + format +
           bigEndian(static_cast<quint32>(name.size())) + name;
}

QByteArray rfbSolid(QRect rect, quint32 rgb)
{
    QByteArray bytes = QByteArray::fromHex("0000") + bigEndian(quint16{1});
    for (const int value : {rect.x(), rect.y(), rect.width(), rect.height()})
        bytes += bigEndian(static_cast<quint16>(value));
    bytes += bigEndian(quint32{0});
    QByteArray pixel(sizeof rgb, Qt::Uninitialized);
    qToLittleEndian(rgb, pixel.data());
    return bytes + pixel.repeated(qsizetype{rect.width()} * rect.height());
}

QString rfbInputIn(const QByteArray &heard)
{
    return rfbEventsIn(heard, "\x04\x05");
}

QString rfbRequestsIn(const QByteArray &heard)
{
    return rfbEventsIn(heard, "\x03");
}

} // namespace Sandglass
