// SPDX-License-Identifier: GPL-3.0-or-later
#include <client/answer.h>
#include <client/executionstream.h>
#include <client/heavylook.h>
#include <protocol/apierror.h>

#include <QPointer>

#include <algorithm>
#include <utility>

namespace Sandglass {

namespace {

std::unexpected<Error> tooLong()
{
    return failure(Error::Kind::Protocol,
                   "a line of the result is larger than 64 MiB; the run was stopped");
}

AnswerStream::Form formOf(std::vector<std::string> secrets)
{
    return {.isExpected = [](std::string_view contentType) { return !isWebPage(contentType); },
            .explain = errorFromAnswer,
            .expected = "result stream",
            .silence = "no sign of life from the interpreter for too long; the code may still be "
                       "running",
            .secrets = std::move(secrets)};
}

} // namespace

ExecutionStream::ExecutionStream(std::unique_ptr<HttpStream> stream,
                                 std::vector<std::string> secrets)
    : m_answer(std::move(stream), formOf(std::move(secrets)))
{
    connect(&m_answer, &AnswerStream::received, this, &ExecutionStream::take);
    connect(&m_answer, &AnswerStream::finished, this, &ExecutionStream::takeEnd);
    connect(&m_decoding, &QFutureWatcherBase::finished, this, [this] {
        m_isDecoding = false;
        if (!m_answer.isOpen() && !m_end)
            return; // closed meanwhile
        const QPointer<ExecutionStream> alive(this);
        takeEvent(m_decoding.future().takeResult());
        if (alive)
            takeLines();
    });
}

ExecutionStream::~ExecutionStream() = default;

void ExecutionStream::setSilenceLimit(std::chrono::milliseconds limit)
{
    m_silenceLimit = limit;
}

void ExecutionStream::close()
{
    m_answer.close();
    m_end.reset();
}

void ExecutionStream::take(const QByteArray &bytes)
{
    m_buffer.append(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    takeLines();
}

void ExecutionStream::takeLines()
{
    const QPointer<ExecutionStream> alive(this);
    while (alive && !m_isDecoding && (m_answer.isOpen() || m_end)) {
        auto line = nextLine();
        if (!line)
            break;
        if (line->size() > maximumExecutionLine) {
            finish(tooLong());
            return;
        }
        takeLine(std::move(*line));
    }
    if (!alive || m_isDecoding)
        return;
    m_buffer.erase(0, std::exchange(m_lineBegin, 0));
    m_searched = m_buffer.size();
    if (m_buffer.size() > maximumExecutionLine)
        finish(tooLong());
    else if (const auto end = std::exchange(m_end, std::nullopt))
        takeEnd(*end);
    else
        m_answer.resume();
}

std::optional<std::string> ExecutionStream::nextLine()
{
    const auto end = m_buffer.find('\n', std::max(m_searched, m_lineBegin));
    if (end == std::string::npos)
        return std::nullopt;
    std::string line = m_buffer.substr(m_lineBegin, end - m_lineBegin);
    m_lineBegin = m_searched = end + 1;
    return line;
}

void ExecutionStream::takeLine(std::string line)
{
    if (line.ends_with('\r'))
        line.pop_back();
    if (line.empty())
        return;
    if (line.size() < heavyBody) {
        takeEvent(decodeExecutionEvent(line));
        return;
    }
    m_answer.pause();
    m_isDecoding = true;
    m_decoding.setFuture(runElsewhere<Result<ExecutionEvent>>(
        [line = std::move(line)] { return decodeExecutionEvent(line); }));
}

void ExecutionStream::takeEvent(const Result<ExecutionEvent> &event)
{
    if (!event)
        Q_EMIT lineFailed(m_answer.redact(event.error()));
    else if (std::holds_alternative<ExecutionEnded>(*event))
        finish({});
    else if (std::holds_alternative<ExecutionKeepalive>(*event))
        m_answer.setSilenceLimit(m_silenceLimit); // from now on it tells that it lives
    else if (!std::holds_alternative<std::monostate>(*event))
        Q_EMIT received(*event);
}

void ExecutionStream::takeEnd(const Result<void> &result)
{
    if (m_isDecoding)
        m_end = result; // what came before it comes first
    else if (!result)
        finish(std::unexpected(result.error()));
    else
        finish(failure(Error::Kind::Network, "the results broke off before their end; the code may "
                                             "still be running"));
}

void ExecutionStream::finish(Result<void> result)
{
    close();
    m_buffer.clear();
    m_lineBegin = m_searched = 0;
    if (!result)
        result = std::unexpected(m_answer.redact(std::move(result.error())));
    Q_EMIT finished(result);
}

} // namespace Sandglass
