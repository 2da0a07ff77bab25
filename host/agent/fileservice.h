// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <host/agent/filequery.h>
#include <host/agent/settings.h>
#include <host/http/httpserver.h>

#include <expected>
#include <memory>
#include <optional>

namespace Sandglass {

/// GET and POST /files (protocol page envd, 5.1, 5.2 and 6). They decide by themselves who may:
/// by the access token or by a signature. Borrows settings and users.
class FileService final
{
public:
    FileService(const AgentSettings &settings, const UserDatabase &users)
        : m_settings(settings),
          m_users(users)
    {
    }

    /// `user` is the one of Basic auth; the query may name another.
    void download(const std::shared_ptr<Exchange> &exchange, const std::optional<User> &user) const;
    void upload(const std::shared_ptr<Exchange> &exchange, const std::optional<User> &user) const;

private:
    struct Admission {
        FileQuery query;
        User user;
    };
    /// Or the answer to refuse with.
    [[nodiscard]] std::expected<Admission, Response>
    admit(const RequestHead &head, FileAccess access, const std::optional<User> &named) const;

    const AgentSettings &m_settings;
    const UserDatabase &m_users;
};

} // namespace Sandglass
