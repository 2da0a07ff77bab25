// SPDX-License-Identifier: GPL-3.0-or-later
#include <vnc/httpanswer.h>
#include <vnc/upgradequestion.h>

#include <QtCore/QRandomGenerator>

#include <array>

using namespace Qt::StringLiterals;

namespace Sandglass {

namespace {

QByteArray randomKey()
{
    std::array<quint32, 4> words{};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return QByteArray(reinterpret_cast<const char *>(words.data()), sizeof words).toBase64();
}

} // namespace

bool isSendable(const QByteArray &name, const QByteArray &value)
{
    const auto breaksLine = [](const QByteArray &text) {
        return text.contains('\r') || text.contains('\n') || text.contains('\0');
    };
    return !name.isEmpty() && !breaksLine(name) && !name.contains(':') && !breaksLine(value);
}

UpgradeQuestion::UpgradeQuestion(QUrl url, QList<std::pair<QByteArray, QByteArray>> headers,
                                 QObject *parent)
    : QObject(parent),
      m_url(std::move(url)),
      m_headers(std::move(headers)),
      m_socket(this)
{
    connect(&m_socket, &QSslSocket::readyRead, this, &UpgradeQuestion::look);
    connect(&m_socket, &QSslSocket::errorOccurred, this, &UpgradeQuestion::finish);
}

void UpgradeQuestion::ask()
{
    const auto send = [this] { m_socket.write(request()); };
    if (m_url.scheme() == "wss"_L1) {
        connect(&m_socket, &QSslSocket::encrypted, this, send);
        m_socket.connectToHostEncrypted(m_url.host(), static_cast<quint16>(m_url.port(443)));
    } else {
        connect(&m_socket, &QSslSocket::connected, this, send);
        m_socket.connectToHost(m_url.host(), static_cast<quint16>(m_url.port(80)));
    }
}

QByteArray UpgradeQuestion::request() const
{
    const QUrl::FormattingOptions target =
        QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment | QUrl::FullyEncoded;
    QByteArray path = m_url.toEncoded(target);
    if (!path.startsWith('/'))
        path.prepend('/');
    QByteArray text =
        "GET " + path +
        " HTTP/1.1\r\nHost: " + m_url.authority(QUrl::FullyEncoded).section(u'@', -1).toLatin1() +
        "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: " + randomKey() +
        "\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: binary\r\n";
    for (const auto &[name, value] : m_headers) {
        if (isSendable(name, value))
            text += name + ": " + value + "\r\n";
    }
    return text + "\r\n";
}

void UpgradeQuestion::look()
{
    m_answer += m_socket.read(mostHead + mostBody * 2 - m_answer.size());
    const auto answer = parseHttpAnswer(m_answer);
    const bool isEnough = answer && (answer->isComplete || answer->body.size() >= mostBody);
    if (isEnough || isHopelessAnswer(m_answer))
        finish();
}

void UpgradeQuestion::finish()
{
    if (std::exchange(m_done, true))
        return;
    const QString problem = m_socket.errorString();
    m_answer += m_socket.read(mostHead + mostBody * 2 - m_answer.size());
    m_socket.disconnect(this);
    m_socket.abort();
    if (const auto answer = parseHttpAnswer(m_answer))
        Q_EMIT answered(answer->status,
                        answer->body.first(std::min(answer->body.size(), mostBody)));
    else
        Q_EMIT failed(m_answer.isEmpty() ? problem : u"The answer is not HTTP."_s);
}

} // namespace Sandglass
