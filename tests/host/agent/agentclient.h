// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <host/http/messageparser.h>
#include <protocol/connectframe.h>
#include <protocol/process.h>
#include <tests/host/http/rawclient.h>

#include <optional>
#include <string>
#include <vector>

namespace Sandglass {

/// One request to the agent over its own connection, blocking. A stream is read event by event.
class AgentCall final
{
public:
    AgentCall(const std::string &path, std::string_view request);

    /// The head of the answer; status 0 when there was none.
    ResponseHead head();
    /// The rest of the body.
    std::string body();
    [[nodiscard]] bool isComplete() const { return m_parser.isDone(); }

    /// The JSON of a stream's next message; nothing at its end.
    std::optional<std::string> nextMessage();
    /// The next event of a stream; nothing at its end.
    std::optional<ProcessEvent> nextOfAny();
    /// The next one but keepalives.
    std::optional<ProcessEvent> next();
    /// Reads the start event.
    std::uint32_t pid();
    /// Reads data events of any channel until `count` bytes or the end event, which is kept.
    std::string output(std::size_t count = SIZE_MAX);
    /// Reads data until the text has come; all of it so far.
    std::string outputUntil(std::string_view text);
    /// Reads to the end of the stream; how the process ended.
    ProcessEnded end();
    /// The code of the end frame after everything was read; "" for success, "cut" when there was
    /// none.
    std::string errorCode();
    [[nodiscard]] std::string errorMessage() const { return m_end ? m_end->message : ""; }

    RawClient &client() { return m_client; }

private:
    bool receive();

    RawClient m_client;
    MessageParser m_parser{MessageParser::Kind::Response};
    std::optional<ResponseHead> m_head;
    ConnectFrameParser m_frames;
    std::string m_input;
    std::string m_body;
    std::optional<ProcessEnded> m_processEnd;
    std::optional<ConnectError> m_end;
    bool m_ended = false;
};

/// A running agent of the built program, on a listening socket that it inherits. Not in a sandbox.
class AgentProcess final
{
public:
    struct Limits {
        int descriptors = 0; ///< > 0: open files
        long fileBytes = 0;  ///< > 0: the size of a file that it writes
        unsigned user = 0;   ///< > 0: its uid and gid, if we are root
    };
    explicit AgentProcess(std::string path) : AgentProcess(std::move(path), Limits{}) {}
    AgentProcess(std::string path, const Limits &limits);
    ~AgentProcess();
    AgentProcess(const AgentProcess &) = delete;
    AgentProcess &operator=(const AgentProcess &) = delete;

    [[nodiscard]] AgentCall send(std::string_view request) const { return {m_path, request}; }
    [[nodiscard]] AgentCall get(std::string_view target) const;
    /// POST of a unary method of process.Process. `fields` are further header lines, each with
    /// CRLF.
    [[nodiscard]] AgentCall unary(std::string_view method, std::string_view json,
                                  std::string_view fields = {}) const;
    [[nodiscard]] AgentCall start(const StartProcess &process, std::string_view fields = {}) const;
    /// /bin/sh -c
    [[nodiscard]] AgentCall shell(std::string_view script, std::string_view fields = {}) const;
    [[nodiscard]] AgentCall connect(std::uint32_t pid, std::string_view fields = {}) const;
    [[nodiscard]] static std::string request(std::string_view target, std::string_view contentType,
                                             std::string_view body, std::string_view fields = {});

    [[nodiscard]] const std::string &path() const { return m_path; }
    [[nodiscard]] pid_t pid() const { return m_pid; }
    [[nodiscard]] std::vector<ProcessInfo> processes() const;
    /// Kills its processes, sends SIGTERM to it and waits. Its exit code: 0 when nothing went wrong
    /// in all its life, a sanitizer's findings included.
    int stop();
    /// VmRSS in KiB.
    [[nodiscard]] long memory() const;

private:
    std::string m_path;
    pid_t m_pid = -1;
};

} // namespace Sandglass
