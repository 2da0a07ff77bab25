// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <host/http/messageparser.h>
#include <protocol/codeinterpreter.h>
#include <tests/host/support/hostprocess.h>

#include <optional>
#include <string>
#include <vector>

namespace Sandglass {

/// One /execute call over its own connection, blocking. Destroying it drops the stream.
class CodeCall final
{
public:
    CodeCall(const HostProcess &host, const CreatedSandbox &sandbox, std::string_view body);

    /// The head of the answer; status 0 when there was none.
    [[nodiscard]] ResponseHead head();
    /// The next event but keepalives, which are counted; nothing at the end of the body.
    [[nodiscard]] std::optional<ExecutionEvent> next();
    /// All until the end of the body; of consecutive outputs of one channel the texts are joined.
    [[nodiscard]] std::vector<ExecutionEvent> all();
    /// Reads on until this much of stdout has come.
    [[nodiscard]] bool waitForOutput(std::string_view text);
    [[nodiscard]] int keepalives() const { return m_keepalives; }
    /// Every byte of the body so far, unframed.
    [[nodiscard]] const std::string &body() const { return m_body; }
    [[nodiscard]] bool isComplete() const { return m_parser.isDone(); }
    [[nodiscard]] HostConnection &connection() { return m_connection; }

private:
    bool receive();

    HostConnection m_connection;
    MessageParser m_parser{MessageParser::Kind::Response};
    std::optional<ResponseHead> m_head;
    std::string m_input;
    std::string m_body;
    std::size_t m_read = 0; ///< of the body
    int m_keepalives = 0;
};

/// A host with one sandbox of code-interpreter-v1.
class CodeSandbox final
{
public:
    explicit CodeSandbox(HostProcess::User user = HostProcess::User::Own) : m_host(user) {}
    [[nodiscard]] bool start();
    [[nodiscard]] HostProcess &host() { return m_host; }
    [[nodiscard]] const CreatedSandbox &sandbox() const { return m_sandbox; }

    [[nodiscard]] CodeCall begin(const ExecutionRequest &request) const;
    /// Runs python in the default context; the events without number_of_executions and
    /// end_of_execution, both of which must be there.
    [[nodiscard]] std::vector<ExecutionEvent> run(std::string code) const;
    [[nodiscard]] std::vector<ExecutionEvent> run(const ExecutionRequest &request) const;
    /// The text of stdout, when there is nothing else.
    [[nodiscard]] std::string printed(const ExecutionRequest &request) const;
    [[nodiscard]] Response call(std::string_view method, std::string_view target,
                                std::string_view body = {}) const;
    [[nodiscard]] std::string createContext(const NewCodeContext &wanted) const;
    /// The output of a shell command in the sandbox.
    [[nodiscard]] std::string shell(std::string_view command) const;

private:
    HostProcess m_host;
    CreatedSandbox m_sandbox;
};

[[nodiscard]] inline ExecutionRequest bash(std::string code)
{
    return {.code = std::move(code), .contextId = {}, .language = "bash", .envVars = {}};
}
[[nodiscard]] inline ExecutionRequest python(std::string code)
{
    return {.code = std::move(code), .contextId = {}, .language = {}, .envVars = {}};
}

/// What was printed to one channel, all events of it joined.
[[nodiscard]] std::string textOf(const std::vector<ExecutionEvent> &events,
                                 ExecutionOutput::Channel channel);

/// The only event of the kind; an empty one when there is none or more than one.
template<typename T>
[[nodiscard]] T only(const std::vector<ExecutionEvent> &events)
{
    const T *found = nullptr;
    for (const ExecutionEvent &event : events) {
        if (const auto *match = std::get_if<T>(&event)) {
            if (found)
                return {};
            found = match;
        }
    }
    return found ? *found : T();
}

} // namespace Sandglass
