// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/agent/fileanswer.h>
#include <host/agent/filedownload.h>
#include <host/agent/fileservice.h>
#include <host/agent/fileupload.h>
#include <host/agent/sandboxpath.h>
#include <protocol/routing.h>

#include <ctime>

namespace Sandglass {

std::expected<FileService::Admission, Response>
FileService::admit(const RequestHead &head, FileAccess access,
                   const std::optional<User> &named) const
{
    auto query = FileQuery::parse(head.query());
    if (!query)
        return std::unexpected(fileError(400, query.error().detail));
    if (const auto &token = m_settings.accessToken) {
        const auto problem = fileAccessProblem(
            *query, access, head.headers.value(accessTokenHeader), *token, std::time(nullptr));
        if (problem)
            return std::unexpected(fileError(401, *problem));
    }
    const auto name = query->username.value_or("");
    const auto user = !name.empty() ? m_users.find(name)
                      : named       ? named
                                    : defaultUser(m_settings, m_users);
    if (!user && !name.empty())
        return std::unexpected(fileError(401, "invalid username: '" + name + "'"));
    if (!user)
        return std::unexpected(fileError(400, "no user is named, and there is no default one"));
    return Admission{.query = std::move(*query), .user = *user};
}

void FileService::download(const std::shared_ptr<Exchange> &exchange,
                           const std::optional<User> &user) const
{
    const auto admission = admit(exchange->head(), FileAccess::Read, user);
    if (!admission)
        return exchange->respond(admission.error());
    const auto path = expandPath(admission->query.path.value_or(""), admission->user, m_settings);
    if (path)
        sendFile(exchange, *path);
    else
        exchange->respond(fileError(400, path.error().message));
}

void FileService::upload(const std::shared_ptr<Exchange> &exchange,
                         const std::optional<User> &user) const
{
    const auto admission = admit(exchange->head(), FileAccess::Write, user);
    if (admission)
        receiveFiles(exchange, admission->query.path, admission->user, m_settings);
    else
        exchange->respond(admission.error());
}

} // namespace Sandglass
