// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QSize>
#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>

#include <functional>

namespace Sandglass {

/// A server on loopback that says what a test tells it to and keeps what it hears. One connection
/// counts at a time, the last one.
class ScriptedServer final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ScriptedServer)

public:
    using Script = std::function<void(ScriptedServer &)>;

    /// `greet` runs for each new connection, `answer` whenever it said something.
    explicit ScriptedServer(Script greet = {}, Script answer = {});

    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    [[nodiscard]] int connections() const { return m_connections; }
    [[nodiscard]] bool isConnected() const;
    [[nodiscard]] const QByteArray &heard() const { return m_heard; }
    /// On the connection before this one.
    [[nodiscard]] const QByteArray &heardBefore() const { return m_heardBefore; }
    void forget() { m_heard.clear(); }
    void say(const QByteArray &bytes);
    [[nodiscard]] qint64 unsent() const;
    void hangUp();
    /// While false, what is said to it stays on its way.
    void setReading(bool reading);

private:
    void listen();

    QTcpServer m_server;
    QTcpSocket *m_socket = nullptr;
    Script m_greet;
    Script m_answer;
    QByteArray m_heard;
    QByteArray m_heardBefore;
    int m_connections = 0;
    bool m_reading = true;
};

/// The server's half of a WebSocket upgrade with the subprotocol "binary" (RFC 6455, 4.2.2).
[[nodiscard]] QByteArray acceptingUpgrade(const QByteArray &request);
/// One binary frame of a server, of up to 65535 bytes (5.2).
[[nodiscard]] QByteArray webSocketFrame(const QByteArray &bytes);
/// Version 3.8, no password, a desktop called "scripted" (RFC 6143, 7.1 to 7.3): all that a client
/// needs until its first request, sent without waiting for its answers.
[[nodiscard]] QByteArray rfbGreeting(QSize size);
/// A whole update: one rect of one colour, raw.
[[nodiscard]] QByteArray rfbSolid(QRect rect, quint32 rgb);
/// Version, security type and ClientInit as a client says them to rfbGreeting().
inline constexpr qsizetype rfbGreetingAnswer = 12 + 1 + 1;
/// The key and pointer events among what a client said: "+61 -61 5,6:1"; "broken" when something of
/// it is no client message.
[[nodiscard]] QString rfbInputIn(const QByteArray &heard);
/// Its requests: "everything changes changes".
[[nodiscard]] QString rfbRequestsIn(const QByteArray &heard);

} // namespace Sandglass
