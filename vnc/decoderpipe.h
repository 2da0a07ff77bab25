// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vnc/helper/ownedfd.h>

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>
#include <QtCore/QObject>

#include <deque>
#include <memory>

class QSocketNotifier;

namespace Sandglass {

/// The bridge's end of a decoder's RFB stream. Never blocks: what the decoder does not take yet
/// waits here, and its owner looks at how much that is. Lives in the bridges' thread.
class DecoderPipe final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DecoderPipe)

public:
    explicit DecoderPipe(Rfb::OwnedFd socket, QObject *parent = nullptr);
    ~DecoderPipe() override;

    void write(const QByteArray &bytes);
    /// Bytes that the decoder did not take yet, apart from what the socket itself holds.
    [[nodiscard]] qsizetype waiting() const { return m_waiting; }
    /// The decoder sees the end of the stream after all that waits.
    void finishWriting();
    /// While false, the decoder's bytes stay in the socket.
    void setReading(bool reading);
    /// Everything that is there now, whether or not it is reading.
    void drain();

Q_SIGNALS:
    /// The view is valid during the signal.
    void received(QByteArrayView bytes);
    /// The decoder is gone; once.
    void closed();

private:
    /// False when there is nothing more.
    bool readOnce();
    void flush();
    [[nodiscard]] qsizetype writeSome(QByteArrayView bytes);

    Rfb::OwnedFd m_socket;
    std::unique_ptr<QSocketNotifier> m_readable; ///< these two after m_socket: they must go first
    std::unique_ptr<QSocketNotifier> m_writable;
    std::deque<QByteArray> m_queue;
    qsizetype m_taken = 0; ///< of the first one
    qsizetype m_waiting = 0;
    bool m_finishing = false;
    bool m_closed = false;
    QByteArray m_buffer;
};

} // namespace Sandglass
