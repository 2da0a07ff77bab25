// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <host/agent/childreaper.h>
#include <host/agent/fileservice.h>
#include <host/agent/filesystemservice.h>
#include <host/agent/processservice.h>
#include <host/agent/sandboxmetrics.h>

#include <functional>
#include <memory>

namespace Sandglass {

/// The version of envd whose behaviour the agent has.
inline constexpr std::string_view agentEnvdVersion = "0.6.13";

/// The envd of a local sandbox: answers the requests that come through the listening socket
/// (protocol page envd), and looks after the processes. Everything runs on the io_context's thread.
class Agent final
{
public:
    /// `finished` runs when the sandbox has been shut down.
    Agent(boost::asio::io_context &context, AgentSettings settings, std::function<void()> finished);

    /// Takes over a listening socket that only the host can reach.
    [[nodiscard]] Result<void> listenOn(int fd);

private:
    using ExchangePtr = std::shared_ptr<Exchange>;

    void handle(const ExchangePtr &exchange);
    [[nodiscard]] bool isAllowed(const RequestHead &head) const;
    /// The user that the request names, or none; answers itself when there is no such user.
    [[nodiscard]] std::expected<std::optional<User>, ConnectError>
    userOf(const RequestHead &head) const;
    void route(const ExchangePtr &exchange, const std::optional<User> &user);
    void initialise(const ExchangePtr &exchange);
    void answerEnvironment(const ExchangePtr &exchange) const;

    boost::asio::io_context &m_context;
    AgentSettings m_settings;
    UserDatabase m_users;
    SandboxMetrics m_metrics;
    ProcessTable m_table;
    ProcessService m_processes;
    FilesystemService m_filesystem;
    FileService m_files;
    ChildReaper m_reaper;
    HttpServer m_server; ///< last: its exchanges use everything above
};

} // namespace Sandglass
