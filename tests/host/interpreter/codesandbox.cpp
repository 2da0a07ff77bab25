// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/host/interpreter/codesandbox.h>

#include <sys/socket.h>

namespace Sandglass {

namespace {

constexpr std::string_view templateName = "code-interpreter-v1";

std::string routeTo(const CreatedSandbox &sandbox)
{
    return HostProcess::route(sandbox, codeInterpreterPort) + "Content-Type: application/json\r\n";
}

/// Adds an output to the one before it if that is of the same channel.
bool join(std::vector<ExecutionEvent> &events, const ExecutionEvent &event)
{
    const auto *output = std::get_if<ExecutionOutput>(&event);
    auto *last = events.empty() ? nullptr : std::get_if<ExecutionOutput>(&events.back());
    if (!output || !last || output->channel != last->channel)
        return false;
    last->text += output->text;
    return true;
}

} // namespace

CodeCall::CodeCall(const HostProcess &host, const CreatedSandbox &sandbox, std::string_view body)
    : m_connection(host.port())
{
    (void)m_connection.send(host.request("POST", "/execute", body, routeTo(sandbox)));
}

bool CodeCall::receive()
{
    std::string piece(64UL << 10U, '\0');
    const auto count = ::recv(m_connection.fd(), piece.data(), piece.size(), 0);
    if (count <= 0)
        return false;
    m_input.append(piece, 0, static_cast<std::size_t>(count));
    if (!m_parser.feed(m_input, m_body))
        return false;
    if (!m_head && m_parser.isHeadDone()) {
        m_head = m_parser.takeResponse();
        return m_parser.feed(m_input, m_body).has_value();
    }
    return true;
}

ResponseHead CodeCall::head()
{
    while (!m_head && receive()) {
    }
    return m_head.value_or(ResponseHead{.status = 0, .headers = {}});
}

std::optional<ExecutionEvent> CodeCall::next()
{
    for (;;) {
        const auto end = m_body.find('\n', m_read);
        if (end != std::string::npos) {
            const auto event =
                decodeExecutionEvent(std::string_view(m_body).substr(m_read, end - m_read));
            m_read = end + 1;
            if (!event) {
                qInfo("bad line: %s", event.error().detail.c_str());
                return std::nullopt;
            }
            if (!std::holds_alternative<ExecutionKeepalive>(*event))
                return *event;
            ++m_keepalives;
        } else if (m_parser.isDone() || !receive()) {
            return std::nullopt;
        }
    }
}

std::vector<ExecutionEvent> CodeCall::all()
{
    std::vector<ExecutionEvent> events;
    for (auto event = next(); event; event = next()) {
        if (!join(events, *event))
            events.push_back(std::move(*event));
    }
    return events;
}

bool CodeCall::waitForOutput(std::string_view text)
{
    std::string seen;
    for (auto event = next(); event; event = next()) {
        if (const auto *output = std::get_if<ExecutionOutput>(&*event))
            seen += output->text;
        if (seen.contains(text))
            return true;
    }
    return false;
}

bool CodeSandbox::start()
{
    if (!m_host.start())
        return false;
    m_sandbox = m_host.create({}, templateName).value_or(CreatedSandbox());
    return !m_sandbox.id.empty();
}

CodeCall CodeSandbox::begin(const ExecutionRequest &request) const
{
    return CodeCall(m_host, m_sandbox, encodeExecutionRequest(request));
}

std::vector<ExecutionEvent> CodeSandbox::run(std::string code) const
{
    return run(python(std::move(code)));
}

std::vector<ExecutionEvent> CodeSandbox::run(const ExecutionRequest &request) const
{
    auto events = begin(request).all();
    if (events.size() < 2 || !std::holds_alternative<ExecutionCounted>(events.front()) ||
        !std::holds_alternative<ExecutionEnded>(events.back())) {
        qInfo("not a whole stream: %zu events", events.size());
        return {};
    }
    events.pop_back();
    events.erase(events.begin());
    return events;
}

std::string CodeSandbox::printed(const ExecutionRequest &request) const
{
    std::string text;
    for (const ExecutionEvent &event : run(request)) {
        const auto *output = std::get_if<ExecutionOutput>(&event);
        if (!output || output->channel != ExecutionOutput::Channel::Stdout)
            return "not only stdout: " + encodeExecutionEvent(event);
        text += output->text;
    }
    return text;
}

Response CodeSandbox::call(std::string_view method, std::string_view target,
                           std::string_view body) const
{
    return m_host.call(method, target, body, routeTo(m_sandbox));
}

std::string CodeSandbox::createContext(const NewCodeContext &wanted) const
{
    const auto answer = call("POST", "/contexts", encodeNewCodeContext(wanted));
    return decodeCodeContext(answer.body).value_or(CodeContext()).id;
}

std::string CodeSandbox::shell(std::string_view command) const
{
    return m_host.run(m_sandbox, command).output;
}

std::string textOf(const std::vector<ExecutionEvent> &events, ExecutionOutput::Channel channel)
{
    std::string text;
    for (const ExecutionEvent &event : events) {
        const auto *output = std::get_if<ExecutionOutput>(&event);
        if (output != nullptr && output->channel == channel)
            text += output->text;
    }
    return text;
}

} // namespace Sandglass
