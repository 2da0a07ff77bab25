// SPDX-License-Identifier: GPL-3.0-or-later
#include <client/access/redaction.h>
#include <client/answer.h>
#include <client/answerstream.h>

#include <algorithm>
#include <utility>

namespace Sandglass {

namespace {

constexpr std::size_t mostOfAnErrorBody = 64UL << 10U;

} // namespace

AnswerStream::AnswerStream(std::unique_ptr<HttpStream> stream, Form form)
    : m_stream(std::move(stream)),
      m_form(std::move(form))
{
    connect(m_stream.get(), &HttpStream::headReceived, this, &AnswerStream::takeHead);
    connect(m_stream.get(), &HttpStream::received, this, &AnswerStream::take);
    connect(m_stream.get(), &HttpStream::skipped, this, &AnswerStream::skipped);
    connect(m_stream.get(), &HttpStream::finished, this, &AnswerStream::takeEnd);
    m_watchdog.setSingleShot(true);
    m_watchdog.callOnTimeout(this,
                             [this] { finish(failure(Error::Kind::Timeout, m_form.silence)); });
}

AnswerStream::~AnswerStream() = default;

void AnswerStream::setSilenceLimit(std::chrono::milliseconds limit)
{
    m_watchdog.setInterval(limit);
    if (limit.count() > 0)
        m_watchdog.start();
    else
        m_watchdog.stop();
}

void AnswerStream::restartWatchdog()
{
    if (m_watchdog.interval() > 0)
        m_watchdog.start();
}

void AnswerStream::close()
{
    m_watchdog.stop();
    m_stream.reset(); // perhaps inside one of its signals, which it allows
}

Error AnswerStream::redact(Error error) const
{
    return redacted(std::move(error), m_form.secrets);
}

void AnswerStream::pause()
{
    m_watchdog.stop(); // it is us who are silent
    if (m_stream)
        m_stream->pause();
}

void AnswerStream::resume()
{
    if (!m_stream)
        return;
    restartWatchdog();
    m_stream->resume();
}

void AnswerStream::takeHead(int status, const HttpHeaders &headers)
{
    restartWatchdog();
    m_status = status;
    m_contentType = headers.value("Content-Type");
    m_expected = status == 200 && m_form.isExpected(m_contentType);
}

void AnswerStream::take(const QByteArray &bytes)
{
    restartWatchdog();
    if (m_expected) {
        Q_EMIT received(bytes);
        return;
    }
    const std::string_view view(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    m_errorBody +=
        view.substr(0, mostOfAnErrorBody - std::min(mostOfAnErrorBody, m_errorBody.size()));
}

void AnswerStream::takeEnd(const Result<void> &result)
{
    if (!result)
        finish(std::unexpected(result.error()));
    else if (m_expected)
        finish({});
    else if (!isSuccess(m_status))
        finish(std::unexpected(m_form.explain(m_status, m_errorBody)));
    else
        finish(std::unexpected(explainUndecodable(
            {.status = m_status, .headers = {{"Content-Type", m_contentType}}, .body = {}},
            Error{.kind = Error::Kind::Protocol,
                  .detail =
                      "the answer is no " + m_form.expected + " but '" + m_contentType + "'"})));
}

void AnswerStream::finish(Result<void> result)
{
    close();
    if (!result)
        result = std::unexpected(redact(std::move(result.error())));
    Q_EMIT finished(result);
}

} // namespace Sandglass
