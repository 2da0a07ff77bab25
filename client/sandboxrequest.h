// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <client/httpmessage.h>
#include <client/sandboxaddress.h>

#include <string>
#include <string_view>
#include <vector>

/// What the requests to every service inside a sandbox have in common (protocol page "envd",
/// section 1.2).
namespace Sandglass {

enum class WithToken {
    Yes, ///< envd checks it
    No,  ///< other ports do not ask for it
};

/// With the headers that lead it to its sandbox and port; `path` begins with "/".
[[nodiscard]] HttpRequest sandboxRequest(const SandboxAddress &address, std::string_view method,
                                         std::string_view path, Access access,
                                         WithToken withToken = WithToken::Yes);

/// One call of a Connect service of envd: "/filesystem.Filesystem/Stat".
[[nodiscard]] HttpRequest connectRequest(const SandboxAddress &address, std::string_view path,
                                         Access access);
/// The same for a unary call with this message.
[[nodiscard]] HttpRequest unaryRequest(const SandboxAddress &address, std::string_view path,
                                       Access access, std::string message);

/// What must not be seen in errors about this sandbox.
[[nodiscard]] std::vector<std::string> secretsOf(const SandboxAddress &address);

/// Whether the sandbox's envd is at least this version; an unknown version counts as new. Numbers
/// are compared as such; what follows them ("-rc1") does not count.
[[nodiscard]] bool hasEnvd(const SandboxAddress &address, int major, int minor, int patch);
/// The user to name; empty: none. Below 0.4.0 the caller has to name one.
[[nodiscard]] std::string userOf(const SandboxAddress &address);

/// `GET` or `POST /files` for one path, as envd has it.
[[nodiscard]] HttpRequest fileRequest(const SandboxAddress &address, std::string_view method,
                                      std::string_view path);

} // namespace Sandglass
