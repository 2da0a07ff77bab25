// SPDX-License-Identifier: GPL-3.0-or-later
#include <client/access/redaction.h>
#include <client/processstream.h>

#include <utility>

namespace Sandglass {

ProcessStream::ProcessStream(std::unique_ptr<HttpStream> stream, std::vector<std::string> secrets)
    : m_secrets(std::move(secrets)),
      m_stream(std::move(stream), m_secrets, "the process may still be running")
{
    connect(&m_stream, &ConnectStream::received, this, &ProcessStream::take);
    connect(&m_stream, &ConnectStream::skipped, this, &ProcessStream::skipped);
    connect(&m_stream, &ConnectStream::finished, this, &ProcessStream::takeEnd);
}

ProcessStream::~ProcessStream() = default;

void ProcessStream::setSilenceLimit(std::chrono::milliseconds limit)
{
    m_stream.setSilenceLimit(limit);
}

void ProcessStream::close()
{
    m_stream.close();
}

void ProcessStream::take(const QByteArray &message)
{
    auto event = decodeProcessEvent(
        std::string_view(message.constData(), static_cast<std::size_t>(message.size())));
    if (!event)
        finish(std::unexpected(std::move(event.error())));
    else if (const auto *start = std::get_if<ProcessStarted>(&*event))
        Q_EMIT started(start->pid);
    else if (const auto *data = std::get_if<ProcessData>(&*event))
        Q_EMIT received(*data);
    else if (auto *end = std::get_if<ProcessEnded>(&*event))
        m_ended = std::move(*end);
}

void ProcessStream::takeEnd(const Result<void> &result)
{
    if (!result)
        finish(std::unexpected(result.error()));
    else if (m_ended)
        finish(std::move(*m_ended));
    else
        finish(failure(Error::Kind::Network, "connection lost; state unknown"));
}

void ProcessStream::finish(Result<ProcessEnded> result)
{
    close();
    if (!result)
        result = std::unexpected(redacted(std::move(result.error()), m_secrets));
    Q_EMIT finished(result);
}

} // namespace Sandglass
