// SPDX-License-Identifier: GPL-3.0-or-later
#include <vnc/rfbpump.h>
#include <vnc/tcpchannel.h>
#include <vnc/websocketchannel.h>

#include <cstring>

using namespace Qt::StringLiterals;

namespace Sandglass {

namespace {

/// What every libvncserver speaks (RFC 6143, 7.1.1).
constexpr QByteArrayView clientVersion = "RFB 003.008\n";
constexpr QByteArrayView versionStart = "RFB 003.";
/// What a server may leave unread before its decoder has to wait, and when that goes on.
constexpr qint64 mostPending = qint64{64} * 1024;
constexpr qint64 fewPending = qint64{16} * 1024;

std::unique_ptr<RfbChannel> channelTo(const RfbEndpoint &endpoint, const RfbLimits &limits)
{
    if (endpoint.url.isEmpty())
        return std::make_unique<TcpChannel>(endpoint.host, endpoint.port);
    return std::make_unique<WebSocketChannel>(endpoint.url, endpoint.headers, limits.unreadBytes);
}

} // namespace

RfbPump::RfbPump(const RfbEndpoint &endpoint, const RfbLimits &limits, Rfb::OwnedFd decoder,
                 RfbDecoderSeed seed)
    : m_endpoint(endpoint),
      m_limits(limits),
      m_socket(std::move(decoder)),
      m_seed(std::move(seed)),
      m_deadline(this),
      m_dropsVersion(!endpoint.url.isEmpty())
{
    m_endpoint.password.clear();
}

RfbPump::~RfbPump()
{
    if (m_open && !m_failed) {
        m_decoder->drain();
        if (!m_lastWords.isEmpty())
            m_channel->write(m_lastWords);
    }
    if (m_channel)
        m_channel->close();
}

bool RfbPump::startDecoder()
{
    auto child =
        HelperChild::spawn(m_seed.program, std::move(m_seed.rfb), std::move(m_seed.control));
    if (child) {
        Q_EMIT decoderStarted(std::make_shared<HelperChild>(std::move(*child)));
        return true;
    }
    Q_EMIT decoderStarted({});
    const QString reason = QString::fromLocal8Bit(std::strerror(child.error()));
    fail({.why = RfbEnd::Why::NoHelper, .detail = u"The decoder cannot be run: %1"_s.arg(reason)});
    return false;
}

void RfbPump::open()
{
    if (!startDecoder())
        return;
    m_decoder = std::make_unique<DecoderPipe>(std::move(m_socket));
    m_decoder->setReading(false);
    m_channel = channelTo(m_endpoint, m_limits);
    connectParts();
    m_deadline.setSingleShot(true);
    m_deadline.start(m_limits.connecting);
    m_channel->open();
}

void RfbPump::connectParts()
{
    connect(m_decoder.get(), &DecoderPipe::received, this, &RfbPump::toServer);
    connect(m_channel.get(), &RfbChannel::opened, this, &RfbPump::start);
    connect(m_channel.get(), &RfbChannel::received, this, &RfbPump::toDecoder);
    connect(m_channel.get(), &RfbChannel::drained, this, &RfbPump::watchPending);
    connect(m_channel.get(), &RfbChannel::failed, this, &RfbPump::fail);
    connect(m_channel.get(), &RfbChannel::closed, this, [this](const QString &detail) {
        m_open = false;
        m_decoder->finishWriting();
        Q_EMIT serverClosed(detail);
    });
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        fail({.why = RfbEnd::Why::Timeout, .detail = u"The connection takes too long."_s});
    });
}

void RfbPump::start()
{
    m_deadline.stop();
    m_open = true;
    if (m_dropsVersion)
        m_channel->write(clientVersion);
    m_decoder->setReading(true);
    Q_EMIT opened();
}

void RfbPump::toDecoder(const QByteArray &bytes)
{
    if (m_failed)
        return;
    m_decoder->write(bytes);
    if (m_decoder->waiting() > m_limits.unreadBytes)
        fail({.why = RfbEnd::Why::Limit,
              .detail = u"The server sends more than can be taken in."_s});
}

void RfbPump::toServer(QByteArrayView bytes)
{
    if (!m_open)
        return;
    if (m_dropsVersion) {
        const qsizetype part = std::min(clientVersion.size() - m_version.size(), bytes.size());
        m_version += bytes.first(part);
        bytes = bytes.sliced(part);
        if (m_version.size() < clientVersion.size())
            return;
        m_dropsVersion = false;
        if (!m_version.startsWith(versionStart))
            m_channel->write(m_version);
    }
    if (!bytes.isEmpty())
        m_channel->write(bytes);
    if (m_channel->pending() > mostPending)
        m_decoder->setReading(false);
}

void RfbPump::watchPending()
{
    if (m_open && !m_failed && m_channel->pending() < fewPending)
        m_decoder->setReading(true);
}

void RfbPump::fail(const RfbEnd &end)
{
    if (std::exchange(m_failed, true))
        return;
    m_deadline.stop();
    if (m_decoder)
        m_decoder->setReading(false);
    Q_EMIT failed(end);
}

} // namespace Sandglass
