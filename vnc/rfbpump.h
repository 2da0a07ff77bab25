// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vnc/decoderpipe.h>
#include <vnc/helperchild.h>
#include <vnc/rfbend.h>
#include <vnc/rfbendpoint.h>
#include <vnc/rfblimits.h>

#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <memory>

namespace Sandglass {

class RfbChannel;

/// What it takes to start a decoder: the program and its ends of the two sockets.
struct RfbDecoderSeed {
    QString program;
    Rfb::OwnedFd rfb;
    Rfb::OwnedFd control;
};

/// Starts a decoder and then moves the bytes of one desktop between its server and its decoder,
/// without looking at them but for one thing: in a WebSocket the client's version goes out early,
/// because libvncserver waits up to 100 ms for a client's first byte, and the decoder's own is
/// dropped. Lives in the bridges' thread, where open() makes all that needs it; its owner talks to
/// it by queued calls.
class RfbPump final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RfbPump)

public:
    RfbPump(const RfbEndpoint &endpoint, const RfbLimits &limits, Rfb::OwnedFd decoder,
            RfbDecoderSeed seed);
    /// Passes on what the decoder said last, as far as the network takes it at once.
    ~RfbPump() override;

    void open();
    /// For the server, behind everything that the decoder has said, when the pump goes.
    void setLastWords(const QByteArray &bytes) { m_lastWords = bytes; }

Q_SIGNALS:
    /// First of all; empty when it cannot be run, and failed() follows. Shared only because signals
    /// copy: whoever hears it takes it out.
    void decoderStarted(const std::shared_ptr<Sandglass::HelperChild> &child);
    void opened();
    /// The connection cannot go on; once, and the last signal. The decoder is not told.
    void failed(const Sandglass::RfbEnd &end);
    /// The server is gone. The decoder gets what it sent before, then the end of its stream.
    void serverClosed(const QString &detail);

private:
    [[nodiscard]] bool startDecoder();
    void start();
    void toDecoder(const QByteArray &bytes);
    void toServer(QByteArrayView bytes);
    void watchPending();
    void fail(const RfbEnd &end);
    void connectParts();

    RfbEndpoint m_endpoint;
    RfbLimits m_limits;
    Rfb::OwnedFd m_socket; ///< until open() gives it to m_decoder
    RfbDecoderSeed m_seed; ///< until open() plants it
    std::unique_ptr<DecoderPipe> m_decoder;
    std::unique_ptr<RfbChannel> m_channel;
    QTimer m_deadline;
    QByteArray m_lastWords;
    /// The decoder's version as far as it came; meaningless once m_dropsVersion is false.
    QByteArray m_version;
    bool m_dropsVersion;
    bool m_open = false;
    bool m_failed = false;
};

} // namespace Sandglass
