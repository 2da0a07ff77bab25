// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace Sandglass {

struct ReceivedRequest {
    QByteArray head; ///< request line and headers, without the empty line
    QByteArray body;

    [[nodiscard]] QByteArray line() const { return head.left(head.indexOf("\r\n")); }
    [[nodiscard]] QByteArray header(const QByteArray &name) const;
};

/// A server on loopback that answers with the bytes that the test wants, good or bad, in the test's
/// own thread.
class ScriptedServer final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ScriptedServer)

public:
    /// Called for every complete request; writes what it likes to the socket, then or later.
    using Answer = std::function<void(QTcpSocket &socket, const ReceivedRequest &request)>;

    explicit ScriptedServer(Answer answer);

    [[nodiscard]] std::string url(std::string_view path = "/") const;

    /// Called as soon as the head of a request is there, before its body.
    std::function<void(QTcpSocket &socket, const ReceivedRequest &request)> headReceived;
    bool pausesBodies = false; ///< they are not even read

    std::vector<ReceivedRequest> requests;
    int connections = 0;
    std::vector<QTcpSocket *> open; ///< connections that were not closed yet

private:
    struct Connection {
        QByteArray buffer;
        std::optional<ReceivedRequest> request; ///< whose head is there
        qint64 missing = 0;                     ///< of its body
    };

    void accept();
    void read(QTcpSocket &socket, Connection &connection);
    [[nodiscard]] bool takeHead(QTcpSocket &socket, Connection &connection);
    void takeBody(Connection &connection);

    QTcpServer m_server;
    Answer m_answer;
};

/// A whole answer with a Content-Length.
[[nodiscard]] QByteArray
httpAnswer(int status, const QByteArray &body,
           const QByteArray &headers = "Content-Type: application/json\r\n");

} // namespace Sandglass
