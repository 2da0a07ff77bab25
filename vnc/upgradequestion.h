// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vnc/rfbendpoint.h>

#include <QtCore/QObject>
#include <QtNetwork/QSslSocket>

namespace Sandglass {

/// Whether a header can be sent: one that breaks its line could smuggle in others.
[[nodiscard]] bool isSendable(const QByteArray &name, const QByteArray &value);

/// Asks once more for an upgrade that was refused, to read the answer: QWebSocket keeps the body to
/// itself and tells the status only as prose (seen in 6.8.2), but whether a stream is not started
/// or a sandbox is gone stands in the body (protocol/desktop.md, 2.3). Lives in the bridges'
/// thread; destroying it ends the question.
class UpgradeQuestion final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UpgradeQuestion)

public:
    static constexpr qsizetype mostBody = qsizetype{4} * 1024;

    UpgradeQuestion(QUrl url, QList<std::pair<QByteArray, QByteArray>> headers,
                    QObject *parent = nullptr);

    void ask();

Q_SIGNALS:
    /// 101 means that it would be taken now. One of the two signals comes, once.
    void answered(int status, const QByteArray &body);
    void failed(const QString &detail);

private:
    [[nodiscard]] QByteArray request() const;
    void look();
    void finish();

    QUrl m_url;
    QList<std::pair<QByteArray, QByteArray>> m_headers;
    QSslSocket m_socket;
    QByteArray m_answer;
    bool m_done = false;
};

} // namespace Sandglass
