// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/host/agent/agentclient.h>

#include <fcntl.h>
#include <grp.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <fstream>
#include <utility>

namespace Sandglass {

AgentCall::AgentCall(const std::string &path, std::string_view request) : m_client(path)
{
    m_client.send(request);
}

ResponseHead AgentCall::head()
{
    while (!m_head && receive()) {
    }
    return m_head.value_or(ResponseHead{.status = 0, .headers = {}});
}

std::string AgentCall::body()
{
    while (!m_parser.isDone() && receive()) {
    }
    return std::exchange(m_body, {});
}

std::optional<std::string> AgentCall::nextMessage()
{
    while (!m_ended) {
        auto frame = m_frames.next();
        if (!frame)
            return std::nullopt;
        if (*frame && (*frame)->endOfStream) {
            m_ended = true;
            m_end = decodeConnectEnd((*frame)->payload)
                        .value_or(ConnectError{.code = "bad end", .message = {}});
        } else if (*frame) {
            return std::move((*frame)->payload);
        } else if (m_parser.isDone() || !receive()) {
            return std::nullopt;
        }
    }
    return std::nullopt;
}

std::optional<ProcessEvent> AgentCall::nextOfAny()
{
    const auto message = nextMessage();
    if (!message)
        return std::nullopt;
    return decodeProcessEvent(*message).value_or(ProcessEvent{});
}

std::optional<ProcessEvent> AgentCall::next()
{
    while (auto event = nextOfAny()) {
        if (!std::holds_alternative<ProcessKeepalive>(*event))
            return event;
    }
    return std::nullopt;
}

std::uint32_t AgentCall::pid()
{
    const auto event = next();
    const auto *const started = event ? std::get_if<ProcessStarted>(&*event) : nullptr;
    return started ? started->pid : 0;
}

std::string AgentCall::output(std::size_t count)
{
    std::string bytes;
    while (bytes.size() < count) {
        const auto event = next();
        if (!event)
            break;
        if (const auto *const data = std::get_if<ProcessData>(&*event))
            bytes += data->bytes;
        else if (const auto *const ended = std::get_if<ProcessEnded>(&*event))
            m_processEnd = *ended;
    }
    return bytes;
}

std::string AgentCall::outputUntil(std::string_view text)
{
    std::string bytes;
    while (!bytes.contains(text)) {
        const auto before = bytes.size();
        bytes += output(1);
        if (bytes.size() == before)
            break;
    }
    return bytes;
}

ProcessEnded AgentCall::end()
{
    output();
    return m_processEnd.value_or(
        ProcessEnded{.exitCode = -1000, .exited = false, .status = "no end", .error = {}});
}

std::string AgentCall::errorCode()
{
    output();
    return m_ended ? (m_end ? m_end->code : "") : "cut";
}

bool AgentCall::receive()
{
    const auto bytes = m_client.receiveAny();
    m_input += bytes;
    const auto before = m_body.size();
    if (!m_parser.feed(m_input, m_body))
        return false;
    if (!m_head && m_parser.isHeadDone())
        m_head = m_parser.takeResponse();
    if (m_head && m_head->headers.value("Content-Type").starts_with("application/connect+")) {
        m_frames.feed(std::string_view(m_body).substr(before));
        m_body.clear();
    }
    return !bytes.empty();
}

namespace {

void limit(int resource, long value)
{
    const rlimit wanted{.rlim_cur = static_cast<rlim_t>(value),
                        .rlim_max = static_cast<rlim_t>(value)};
    if (value > 0)
        ::setrlimit(static_cast<__rlimit_resource>(resource), &wanted);
}

} // namespace

AgentProcess::AgentProcess(std::string path, const Limits &limits) : m_path(std::move(path))
{
    ::unlink(m_path.c_str());
    const int listener = listenUnix(m_path);
    m_pid = ::fork();
    if (m_pid == 0) {
        ::fcntl(listener, F_SETFD, 0);
        limit(RLIMIT_NOFILE, limits.descriptors);
        limit(RLIMIT_FSIZE, limits.fileBytes);
        // Opened before, because the other user may not get into the build folder.
        const int program = ::open(SANDGLASS_AGENT, O_RDONLY | O_CLOEXEC);
        if (limits.user > 0 && ::geteuid() == 0 &&
            (::setgroups(0, nullptr) != 0 || ::setgid(limits.user) != 0 ||
             ::setuid(limits.user) != 0))
            ::_exit(126);
        std::string name = SANDGLASS_AGENT;
        std::string option = "--listen-fd";
        std::string number = std::to_string(listener);
        std::string memoryOption = "--memory-mib";
        std::string mebibytes = "512";
        const std::array<char *, 6> arguments{name.data(),         option.data(),    number.data(),
                                              memoryOption.data(), mebibytes.data(), nullptr};
        ::fexecve(program, arguments.data(), environ);
        ::_exit(127);
    }
    ::close(listener);
}

AgentProcess::~AgentProcess()
{
    stop();
    ::unlink(m_path.c_str());
}

AgentCall AgentProcess::get(std::string_view target) const
{
    return send("GET " + std::string(target) + " HTTP/1.1\r\n\r\n");
}

std::string AgentProcess::request(std::string_view target, std::string_view contentType,
                                  std::string_view body, std::string_view fields)
{
    std::string text = "POST ";
    text += target;
    text += " HTTP/1.1\r\nhost: x\r\nconnect-protocol-version: 1\r\ncontent-type: ";
    text += contentType;
    text += "\r\n";
    text += fields;
    return text + "content-length: " + std::to_string(body.size()) + "\r\n\r\n" + std::string(body);
}

AgentCall AgentProcess::unary(std::string_view method, std::string_view json,
                              std::string_view fields) const
{
    return send(
        request("/process.Process/" + std::string(method), "application/json", json, fields));
}

AgentCall AgentProcess::start(const StartProcess &process, std::string_view fields) const
{
    return send(request("/process.Process/Start", "application/connect+json",
                        encodeConnectFrame(encodeStartProcess(process)), fields));
}

AgentCall AgentProcess::shell(std::string_view script, std::string_view fields) const
{
    StartProcess process;
    process.process = {
        .cmd = "/bin/sh", .args = {"-c", std::string(script)}, .envs = {}, .cwd = {}};
    return start(process, fields);
}

AgentCall AgentProcess::connect(std::uint32_t pid, std::string_view fields) const
{
    return send(request("/process.Process/Connect", "application/connect+json",
                        encodeConnectFrame(encodeConnectProcess(pid)), fields));
}

std::vector<ProcessInfo> AgentProcess::processes() const
{
    return decodeProcessList(unary("List", "{}").body()).value_or(std::vector<ProcessInfo>());
}

int AgentProcess::stop()
{
    if (m_pid <= 0)
        return -1;
    for (const auto &process : processes())
        ::kill(static_cast<pid_t>(process.pid), SIGKILL);
    int status = 0;
    ::kill(m_pid, SIGTERM);
    ::waitpid(std::exchange(m_pid, -1), &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

long AgentProcess::memory() const
{
    std::ifstream file("/proc/" + std::to_string(m_pid) + "/status");
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("VmRSS:"))
            return std::stol(line.substr(6));
    }
    return -1;
}

} // namespace Sandglass
