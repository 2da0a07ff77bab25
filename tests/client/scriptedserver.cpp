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
        auto buffer = std::make_shared<QByteArray>();
        connect(socket, &QTcpSocket::readyRead, this,
                [this, socket, buffer] { read(*socket, *buffer); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            std::erase(open, socket);
            socket->deleteLater();
        });
    }
}

void ScriptedServer::read(QTcpSocket &socket, QByteArray &buffer)
{
    buffer += socket.readAll();
    for (;;) {
        const auto end = buffer.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        ReceivedRequest request{.head = buffer.left(end), .body = {}};
        const auto length = request.header("Content-Length").toLongLong();
        if (buffer.size() < end + 4 + length)
            return;
        request.body = buffer.mid(end + 4, length);
        buffer.remove(0, end + 4 + length);
        requests.push_back(request);
        m_answer(socket, request);
    }
}

QByteArray httpAnswer(int status, const QByteArray &body, const QByteArray &headers)
{
    return "HTTP/1.1 " + QByteArray::number(status) + " Text\r\n" + headers +
           "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

} // namespace Sandglass
