// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/client/scriptedserver.h>

#include <QHostAddress>

#include <algorithm>
#include <memory>
#include <utility>

namespace Sandglass {

QByteArray ReceivedRequest::header(const QByteArray &name) const
{
    for (const QByteArray &line : head.split('\n')) {
        const auto colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).compare(name, Qt::CaseInsensitive) == 0)
            return line.mid(colon + 1).trimmed();
    }
    return {};
}

ScriptedServer::ScriptedServer(Answer answer) : m_answer(std::move(answer))
{
    connect(&m_server, &QTcpServer::newConnection, this, &ScriptedServer::accept);
    m_server.listen(QHostAddress::LocalHost, 0);
}

std::string ScriptedServer::url(std::string_view path) const
{
    return "http://127.0.0.1:" + std::to_string(m_server.serverPort()) + std::string(path);
}

void ScriptedServer::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        ++connections;
        open.push_back(socket);
        auto connection = std::make_shared<Connection>();
        connect(socket, &QTcpSocket::readyRead, this,
                [this, socket, connection] { read(*socket, *connection); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            std::erase(open, socket);
            socket->deleteLater();
        });
    }
}

void ScriptedServer::read(QTcpSocket &socket, Connection &connection)
{
    if (pausesBodies && connection.request)
        return;
    connection.buffer += socket.readAll();
    while (connection.request || takeHead(socket, connection)) {
        takeBody(connection);
        if (connection.missing > 0)
            return;
        requests.push_back(*std::exchange(connection.request, std::nullopt));
        m_answer(socket, ReceivedRequest(requests.back()));
    }
}

bool ScriptedServer::takeHead(QTcpSocket &socket, Connection &connection)
{
    const auto end = connection.buffer.indexOf("\r\n\r\n");
    if (end < 0)
        return false;
    connection.request = ReceivedRequest{.head = connection.buffer.left(end), .body = {}};
    connection.buffer.remove(0, end + 4);
    connection.missing = connection.request->header("Content-Length").toLongLong();
    if (headReceived)
        headReceived(socket, *connection.request);
    return true;
}

void ScriptedServer::takeBody(Connection &connection)
{
    const qint64 taken = std::min<qint64>(connection.missing, connection.buffer.size());
    connection.request->body += connection.buffer.left(taken);
    connection.buffer.remove(0, taken);
    connection.missing -= taken;
}

QByteArray httpAnswer(int status, const QByteArray &body, const QByteArray &headers)
{
    return "HTTP/1.1 " + QByteArray::number(status) + " Text\r\n" + headers +
           "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

} // namespace Sandglass
