// SPDX-License-Identifier: GPL-3.0-or-later
#include <client/access/redaction.h>
#include <client/answer.h>
#include <client/processstream.h>

#include <QPointer>

#include <algorithm>
#include <utility>

namespace Sandglass {

namespace {

constexpr std::size_t mostOfAnErrorBody = 64UL << 10U;

} // namespace

ProcessStream::ProcessStream(std::unique_ptr<HttpStream> stream, std::vector<std::string> secrets)
    : m_stream(std::move(stream)),
      m_secrets(std::move(secrets))
{
    connect(m_stream.get(), &HttpStream::headReceived, this, &ProcessStream::takeHead);
    connect(m_stream.get(), &HttpStream::received, this, &ProcessStream::take);
    connect(m_stream.get(), &HttpStream::skipped, this, &ProcessStream::skipped);
    connect(m_stream.get(), &HttpStream::finished, this, &ProcessStream::takeEnd);
    m_watchdog.setSingleShot(true);
    m_watchdog.callOnTimeout(this, [this] {
        finish(failure(Error::Kind::Timeout, "no sign of life from the sandbox for too long; "
                                             "the process may still be running"));
    });
    m_watchdog.start(silenceLimit);
}

ProcessStream::~ProcessStream() = default;

void ProcessStream::setSilenceLimit(std::chrono::milliseconds limit)
{
    m_watchdog.start(limit);
}

void ProcessStream::close()
{
    m_watchdog.stop();
    m_stream.reset(); // perhaps inside one of its signals, which it allows
}

void ProcessStream::takeHead(int status, const HttpHeaders &headers)
{
    m_watchdog.start();
    m_status = status;
    m_contentType = headers.value("Content-Type");
    m_framed = status == 200 && m_contentType.starts_with("application/connect+");
}

void ProcessStream::take(const QByteArray &bytes)
{
    m_watchdog.start();
    const std::string_view view(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    if (!m_framed) {
        m_errorBody +=
            view.substr(0, mostOfAnErrorBody - std::min(mostOfAnErrorBody, m_errorBody.size()));
        return;
    }
    m_parser.feed(view);
    takeEvents();
}

void ProcessStream::takeEvents()
{
    const QPointer<ProcessStream> alive(this);
    while (alive && m_stream) {
        auto next = m_parser.next();
        if (!next) {
            finish(std::unexpected(std::move(next.error())));
            return;
        }
        const std::optional<ConnectFrame> frame = std::move(*next);
        if (!frame)
            return;
        if (frame->endOfStream)
            takeEndFrame(frame->payload);
        else
            takeEvent(frame->payload);
    }
}

void ProcessStream::takeEvent(std::string_view payload)
{
    auto event = decodeProcessEvent(payload);
    if (!event)
        finish(std::unexpected(std::move(event.error())));
    else if (const auto *start = std::get_if<ProcessStarted>(&*event))
        Q_EMIT started(start->pid);
    else if (const auto *data = std::get_if<ProcessData>(&*event))
        Q_EMIT received(*data);
    else if (auto *end = std::get_if<ProcessEnded>(&*event))
        m_ended = std::move(*end);
}

void ProcessStream::takeEndFrame(std::string_view payload)
{
    // Whatever comes after this frame is ignored: finish() closes the stream.
    const auto end = decodeConnectEnd(payload);
    if (!end) {
        finish(std::unexpected(end.error()));
        return;
    }
    const std::optional<ConnectError> &error = *end;
    if (error)
        finish(std::unexpected(errorFromConnect(*error)));
    else if (m_ended)
        finish(std::move(*m_ended));
    else
        finish(failure(Error::Kind::Network, "connection lost; state unknown"));
}

void ProcessStream::takeEnd(const Result<void> &result)
{
    if (!result)
        finish(std::unexpected(result.error()));
    else if (m_framed)
        finish(failure(Error::Kind::Network,
                       "the stream broke off; the process may still be running"));
    else if (!isSuccess(m_status))
        finish(std::unexpected(errorFromUnaryAnswer(m_status, m_errorBody)));
    else
        finish(std::unexpected(explainUndecodable(
            {.status = m_status, .headers = {{"Content-Type", m_contentType}}, .body = {}},
            Error{.kind = Error::Kind::Protocol,
                  .detail = "the answer is no event stream but '" + m_contentType + "'"})));
}

void ProcessStream::finish(Result<ProcessEnded> result)
{
    close();
    if (!result)
        result = std::unexpected(redacted(std::move(result.error()), m_secrets));
    Q_EMIT finished(result);
}

} // namespace Sandglass
