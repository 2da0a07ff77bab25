// SPDX-License-Identifier: GPL-3.0-or-later
#include <client/connectstream.h>

#include <QPointer>

#include <utility>

namespace Sandglass {

namespace {

AnswerStream::Form formOf(std::vector<std::string> secrets, const std::string &uncertain)
{
    return {.isExpected =
                [](std::string_view contentType) {
                    return contentType.starts_with("application/connect+");
                },
            .explain = errorFromUnaryAnswer,
            .expected = "event stream",
            .silence = "no sign of life from the sandbox for too long; " + uncertain,
            .secrets = std::move(secrets)};
}

} // namespace

void ConnectStream::frame(HttpRequest &request, std::string_view message)
{
    // No Connect-Timeout-Ms: it would end the stream, and on Start kill the process.
    request.headers.add("Content-Type", "application/connect+json");
    request.headers.add("Keepalive-Ping-Interval", std::to_string(keepaliveInterval.count()));
    request.body = encodeConnectFrame(message);
}

ConnectStream::ConnectStream(std::unique_ptr<HttpStream> stream, std::vector<std::string> secrets,
                             std::string uncertain)
    : m_answer(std::move(stream), formOf(std::move(secrets), uncertain)),
      m_uncertain(std::move(uncertain))
{
    connect(&m_answer, &AnswerStream::received, this, &ConnectStream::take);
    connect(&m_answer, &AnswerStream::skipped, this, &ConnectStream::skipped);
    connect(&m_answer, &AnswerStream::finished, this, &ConnectStream::takeEnd);
    m_answer.setSilenceLimit(silenceLimit);
}

ConnectStream::~ConnectStream() = default;

void ConnectStream::setSilenceLimit(std::chrono::milliseconds limit)
{
    m_answer.setSilenceLimit(limit);
}

void ConnectStream::close()
{
    m_answer.close();
}

void ConnectStream::take(const QByteArray &bytes)
{
    m_parser.feed(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    const QPointer<ConnectStream> alive(this);
    while (alive && m_answer.isOpen()) {
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
            Q_EMIT received(QByteArray::fromStdString(frame->payload));
    }
}

void ConnectStream::takeEndFrame(std::string_view payload)
{
    // Whatever comes after this frame is ignored: finish() closes the stream.
    const auto end = decodeConnectEnd(payload);
    if (!end)
        finish(std::unexpected(end.error()));
    else if (const std::optional<ConnectError> &error = *end)
        finish(std::unexpected(errorFromConnect(*error)));
    else
        finish({});
}

void ConnectStream::takeEnd(const Result<void> &result)
{
    finish(result ? failure(Error::Kind::Network, "the stream broke off; " + m_uncertain) : result);
}

void ConnectStream::finish(Result<void> result)
{
    close();
    if (!result)
        result = std::unexpected(m_answer.redact(std::move(result.error())));
    Q_EMIT finished(result);
}

} // namespace Sandglass
