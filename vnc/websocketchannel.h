// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vnc/rfbchannel.h>
#include <vnc/rfbendpoint.h>

#include <QtWebSockets/QWebSocket>

#include <memory>

namespace Sandglass {

class UpgradeQuestion;

/// RFB inside the binary frames of a WebSocket (protocol/desktop.md, 2.3). Certificates are checked
/// as Qt does it.
class WebSocketChannel final : public RfbChannel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WebSocketChannel)

public:
    /// A frame may be as large as `mostBytes`.
    WebSocketChannel(QUrl url, QList<std::pair<QByteArray, QByteArray>> headers,
                     qsizetype mostBytes);
    ~WebSocketChannel() override;

    void open() override;
    void write(QByteArrayView bytes) override;
    [[nodiscard]] qint64 pending() const override { return m_socket.bytesToWrite(); }
    void close() override;

private:
    void announceOpened();
    void announceClosed();
    void investigate(QAbstractSocket::SocketError error);
    void askAgain(const QString &problem);
    void judge(int status, const QByteArray &body);
    void fail(RfbEnd end);

    QUrl m_url;
    QList<std::pair<QByteArray, QByteArray>> m_headers;
    QWebSocket m_socket;
    std::unique_ptr<UpgradeQuestion> m_question;
    enum class State { Connecting, Asking, SecondTry, Open, Done };
    State m_state = State::Connecting;
};

} // namespace Sandglass
