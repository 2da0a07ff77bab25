// SPDX-License-Identifier: GPL-3.0-or-later
#include <client/access/redaction.h>
#include <client/watchstream.h>

#include <utility>

namespace Sandglass {

WatchStream::WatchStream(std::unique_ptr<HttpStream> stream, std::vector<std::string> secrets)
    : m_secrets(std::move(secrets)),
      m_stream(std::move(stream), m_secrets, "changes are no longer told")
{
    connect(&m_stream, &ConnectStream::received, this, &WatchStream::take);
    connect(&m_stream, &ConnectStream::skipped, this, &WatchStream::skipped);
    connect(&m_stream, &ConnectStream::finished, this, &WatchStream::finished);
}

WatchStream::~WatchStream() = default;

void WatchStream::setSilenceLimit(std::chrono::milliseconds limit)
{
    m_stream.setSilenceLimit(limit);
}

void WatchStream::close()
{
    m_stream.close();
}

void WatchStream::take(const QByteArray &message)
{
    const auto event = decodeWatchEvent(
        std::string_view(message.constData(), static_cast<std::size_t>(message.size())));
    if (!event) {
        close();
        Q_EMIT finished(std::unexpected(redacted(event.error(), m_secrets)));
        return;
    }
    if (std::holds_alternative<WatchStarted>(*event))
        Q_EMIT started();
    else if (const auto *change = std::get_if<FileEvent>(&*event))
        Q_EMIT changed(*change);
}

} // namespace Sandglass
