// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <host/agent/processtable.h>
#include <host/agent/settings.h>
#include <host/http/httpserver.h>

#include <memory>
#include <optional>
#include <string_view>

namespace Sandglass {

/// The service process.Process (protocol page envd, 3) over a process table. Borrows everything.
class ProcessService final
{
public:
    static constexpr std::string_view pathPrefix = "/process.Process/";

    ProcessService(boost::asio::io_context &context, ProcessTable &table,
                   const AgentSettings &settings, const UserDatabase &users)
        : m_context(context),
          m_table(table),
          m_settings(settings),
          m_users(users)
    {
    }

    /// Answers any request below pathPrefix. `user` is the one that the request names.
    void handle(const std::shared_ptr<Exchange> &exchange, const std::optional<User> &user);

    /// Runs a shell command that no client watches, tagged `_system` as a template's start command
    /// is. What it writes is read and dropped.
    void startSystem(const std::string &command);

private:
    using ExchangePtr = std::shared_ptr<Exchange>;

    void list(const ExchangePtr &exchange, const std::string &message);
    void sendInput(const ExchangePtr &exchange, const std::string &message);
    void closeStdin(const ExchangePtr &exchange, const std::string &message);
    void sendSignal(const ExchangePtr &exchange, const std::string &message);
    void update(const ExchangePtr &exchange, const std::string &message);
    void start(const ExchangePtr &exchange, const std::string &message,
               const std::optional<User> &user);
    void connect(const ExchangePtr &exchange, const std::string &message);

    void handleStream(const ExchangePtr &exchange, std::string_view method,
                      const std::optional<User> &user);
    void handleUnary(const ExchangePtr &exchange, std::string_view method);
    [[nodiscard]] std::shared_ptr<EventStream>
    openStream(const ExchangePtr &exchange, const std::shared_ptr<ManagedProcess> &process);

    boost::asio::io_context &m_context;
    ProcessTable &m_table;
    const AgentSettings &m_settings;
    const UserDatabase &m_users;
};

} // namespace Sandglass
