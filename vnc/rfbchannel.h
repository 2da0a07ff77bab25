// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vnc/rfbend.h>

#include <QtCore/QByteArray>
#include <QtCore/QObject>

namespace Sandglass {

/// One connection to an RFB server, as bytes. Lives in the bridges' thread. A slot may
/// not delete the channel.
class RfbChannel : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RfbChannel)

public:
    virtual void open() = 0;
    /// Takes everything; pending() tells how much of it the network has not.
    virtual void write(QByteArrayView bytes) = 0;
    [[nodiscard]] virtual qint64 pending() const = 0;
    /// Hands over what the network takes at once and says goodbye.
    virtual void close() = 0;

Q_SIGNALS:
    void opened();
    void received(const QByteArray &bytes);
    /// pending() became less.
    void drained();
    /// It never opened; the only signal then.
    void failed(const Sandglass::RfbEnd &end);
    /// The other side is gone: its words or the system's.
    void closed(const QString &detail);

protected:
    RfbChannel() = default;
};

} // namespace Sandglass
