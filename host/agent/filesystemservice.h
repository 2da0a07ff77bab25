// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <host/agent/settings.h>
#include <host/agent/watchservice.h>
#include <host/http/httpserver.h>
#include <protocol/filesystem.h>

#include <expected>
#include <memory>
#include <optional>
#include <string_view>

namespace Sandglass {

/// The service filesystem.Filesystem (protocol page envd, 4): everything happens with the rights
/// that the agent itself has, which in a sandbox are those of its one user; the user of a call
/// decides what relative paths are relative to and whose new directories are. Borrows the settings
/// and users.
class FilesystemService final
{
public:
    static constexpr std::string_view pathPrefix = "/filesystem.Filesystem/";

    FilesystemService(boost::asio::io_context &context, const AgentSettings &settings,
                      const UserDatabase &users)
        : m_context(context),
          m_settings(settings),
          m_users(users),
          m_watches(context, users)
    {
    }

    /// Answers any request below pathPrefix. `user` is the one that the request names.
    void handle(const std::shared_ptr<Exchange> &exchange, const std::optional<User> &user);

private:
    using ExchangePtr = std::shared_ptr<Exchange>;
    using UnaryMethod = void (FilesystemService::*)(const ExchangePtr &, const std::string &,
                                                    const User &);

    [[nodiscard]] static UnaryMethod unaryMethod(std::string_view name);
    void stat(const ExchangePtr &exchange, const std::string &message, const User &user);
    void list(const ExchangePtr &exchange, const std::string &message, const User &user);
    void makeDirectory(const ExchangePtr &exchange, const std::string &message, const User &user);
    void move(const ExchangePtr &exchange, const std::string &message, const User &user);
    void remove(const ExchangePtr &exchange, const std::string &message, const User &user);
    void watch(const ExchangePtr &exchange, const std::string &message, const User &user);
    void createWatcher(const ExchangePtr &exchange, const std::string &message, const User &user);
    void watcherEvents(const ExchangePtr &exchange, const std::string &message, const User &user);
    void removeWatcher(const ExchangePtr &exchange, const std::string &message, const User &user);

    void handleUnary(const ExchangePtr &exchange, UnaryMethod method, const User &user);
    void handleWatch(const ExchangePtr &exchange, const User &user);
    void answerEntry(const ExchangePtr &exchange, const std::string &path) const;
    [[nodiscard]] std::expected<std::string, ConnectError> pathIn(const std::string &message,
                                                                  const User &user) const;
    [[nodiscard]] std::expected<WatchDirectory, ConnectError> watchIn(const std::string &message,
                                                                      const User &user) const;

    boost::asio::io_context &m_context;
    const AgentSettings &m_settings;
    const UserDatabase &m_users;
    WatchService m_watches;
};

} // namespace Sandglass
