// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/agent/fileerror.h>

#include <cerrno>
#include <cstring>

namespace Sandglass {

std::string errorText(int error)
{
    std::string text = std::strerror(error);
    if (!text.empty() && text.front() >= 'A' && text.front() <= 'Z')
        text.front() = static_cast<char>(text.front() - 'A' + 'a');
    return text;
}

FileFailure fileFailure(int error, std::string_view call, std::string_view path)
{
    std::string message(call);
    message.append(1, ' ').append(path).append(": ").append(errorText(error));
    return {.error = error, .message = std::move(message)};
}

ConnectError connectErrorOf(int error, std::string message)
{
    const char *const code = error == ENOENT                     ? "not_found"
                             : error == EACCES || error == EPERM ? "permission_denied"
                                                                 : "internal";
    return {.code = code, .message = std::move(message)};
}

ConnectError invalidArgument(std::string message)
{
    return {.code = "invalid_argument", .message = std::move(message)};
}

} // namespace Sandglass
