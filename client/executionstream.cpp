// SPDX-License-Identifier: GPL-3.0-or-later
#include <client/answer.h>
#include <client/executionstream.h>
#include <protocol/apierror.h>

#include <QPointer>

#include <utility>

namespace Sandglass {

namespace {

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
}

ExecutionStream::~ExecutionStream() = default;

void ExecutionStream::setSilenceLimit(std::chrono::milliseconds limit)
{
    m_silenceLimit = limit;
}

void ExecutionStream::close()
{
    m_answer.close();
}

void ExecutionStream::take(const QByteArray &bytes)
{
    const QPointer<ExecutionStream> alive(this);
    std::string_view rest(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    while (alive && m_answer.isOpen()) {
        const auto end = rest.find('\n');
        const std::string_view part = rest.substr(0, end);
        if (m_line.size() + part.size() > maximumExecutionLine) {
            finish(failure(Error::Kind::Protocol,
                           "a line of the result is larger than 64 MiB; the run was stopped"));
            return;
        }
        m_line += part;
        if (end == std::string_view::npos)
            return;
        rest.remove_prefix(end + 1);
        const std::string line = std::exchange(m_line, {});
        takeLine(line);
    }
}

void ExecutionStream::takeLine(std::string_view line)
{
    if (line.ends_with('\r'))
        line.remove_suffix(1);
    if (line.empty())
        return;
    const auto event = decodeExecutionEvent(line);
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
    if (!result)
        finish(std::unexpected(result.error()));
    else
        finish(failure(Error::Kind::Network, "the results broke off before their end; the code may "
                                             "still be running"));
}

void ExecutionStream::finish(Result<void> result)
{
    close();
    m_line.clear();
    if (!result)
        result = std::unexpected(m_answer.redact(std::move(result.error())));
    Q_EMIT finished(result);
}

} // namespace Sandglass
