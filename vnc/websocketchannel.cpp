// SPDX-License-Identifier: GPL-3.0-or-later
#include <vnc/upgradequestion.h>
#include <vnc/websocketchannel.h>

#include <QtNetwork/QNetworkRequest>
#include <QtWebSockets/QWebSocketHandshakeOptions>

using namespace Qt::StringLiterals;

namespace Sandglass {

WebSocketChannel::WebSocketChannel(QUrl url, QList<std::pair<QByteArray, QByteArray>> headers,
                                   qsizetype mostBytes)
    : m_url(std::move(url)),
      m_headers(std::move(headers))
{
    m_socket.setMaxAllowedIncomingFrameSize(static_cast<quint64>(mostBytes));
    m_socket.setMaxAllowedIncomingMessageSize(static_cast<quint64>(mostBytes));
    connect(&m_socket, &QWebSocket::connected, this, &WebSocketChannel::announceOpened);
    // Frames rather than messages: a piece of a stream has no reason to wait for the next.
    connect(&m_socket, &QWebSocket::binaryFrameReceived, this,
            [this](const QByteArray &frame) { Q_EMIT received(frame); });
    connect(&m_socket, &QWebSocket::bytesWritten, this, &WebSocketChannel::drained);
    connect(&m_socket, &QWebSocket::errorOccurred, this, &WebSocketChannel::investigate);
    connect(&m_socket, &QWebSocket::disconnected, this, &WebSocketChannel::announceClosed);
}

WebSocketChannel::~WebSocketChannel() = default;

void WebSocketChannel::open()
{
    QNetworkRequest request(m_url);
    for (const auto &[name, value] : std::as_const(m_headers)) {
        if (isSendable(name, value))
            request.setRawHeader(name, value);
    }
    QWebSocketHandshakeOptions options;
    options.setSubprotocols({u"binary"_s});
    m_socket.open(request, options);
}

void WebSocketChannel::write(QByteArrayView bytes)
{
    m_socket.sendBinaryMessage(bytes.toByteArray());
    m_socket.flush();
}

void WebSocketChannel::close()
{
    m_state = State::Done;
    m_question.reset();
    m_socket.disconnect(this);
    m_socket.flush();
    m_socket.close();
}

void WebSocketChannel::announceOpened()
{
    m_state = State::Open;
    Q_EMIT opened();
}

void WebSocketChannel::announceClosed()
{
    if (m_state != State::Open)
        return;
    m_state = State::Done;
    Q_EMIT closed(m_socket.closeReason());
}

void WebSocketChannel::investigate(QAbstractSocket::SocketError error)
{
    const QString problem = m_socket.errorString();
    // A refused upgrade and a refused connection both come as ConnectionRefusedError; only the
    // first one had a peer. A server that hangs up may have answered before.
    const bool hadPeer = m_socket.peerPort() != 0;
    const bool mayHaveAnswered = error == QAbstractSocket::ConnectionRefusedError ||
                                 error == QAbstractSocket::RemoteHostClosedError;
    if (m_state == State::Connecting && hadPeer && mayHaveAnswered)
        askAgain(problem);
    else if (m_state == State::Connecting || m_state == State::SecondTry)
        fail({.why = RfbEnd::Why::Unreachable, .detail = problem});
}

void WebSocketChannel::askAgain(const QString &problem)
{
    m_state = State::Asking;
    m_question = std::make_unique<UpgradeQuestion>(m_url, m_headers);
    connect(m_question.get(), &UpgradeQuestion::answered, this, &WebSocketChannel::judge);
    connect(m_question.get(), &UpgradeQuestion::failed, this,
            [this, problem] { fail({.why = RfbEnd::Why::Unreachable, .detail = problem}); });
    m_question->ask();
}

void WebSocketChannel::judge(int status, const QByteArray &body)
{
    if (status == 101) {
        // What stood behind the proxy came up just now.
        m_state = State::SecondTry;
        open();
        return;
    }
    fail({.why = RfbEnd::Why::HttpRefused, .httpStatus = status, .body = body});
}

void WebSocketChannel::fail(RfbEnd end)
{
    m_state = State::Done;
    Q_EMIT failed(end);
}

} // namespace Sandglass
