// SPDX-License-Identifier: GPL-3.0-or-later
#include <client/sandboxrequest.h>
#include <protocol/percent.h>

#include <array>
#include <charconv>

namespace Sandglass {

HttpRequest sandboxRequest(const SandboxAddress &address, std::string_view method,
                           std::string_view path, Access access, WithToken withToken)
{
    HttpRequest request;
    request.method = method;
    request.url = address.baseUrl;
    request.url += path;
    request.access = access;
    request.permitted = address.permitted;
    request.connectionId = address.connectionId;
    request.headers.add(std::string(sandboxIdHeader), address.sandboxId);
    request.headers.add(std::string(sandboxPortHeader), std::to_string(address.port));
    if (withToken == WithToken::Yes && address.accessToken)
        request.headers.add(std::string(accessTokenHeader), *address.accessToken);
    if (address.trafficToken)
        request.headers.add(std::string(trafficTokenHeader), *address.trafficToken);
    return request;
}

HttpRequest connectRequest(const SandboxAddress &address, std::string_view path, Access access)
{
    HttpRequest request = sandboxRequest(address, "POST", path, access);
    request.headers.add("Connect-Protocol-Version", "1");
    if (const std::string user = userOf(address); !user.empty())
        request.headers.add("Authorization", "Basic " + base64Encode(user + ':'));
    return request;
}

HttpRequest unaryRequest(const SandboxAddress &address, std::string_view path, Access access,
                         std::string message)
{
    HttpRequest request = connectRequest(address, path, access);
    request.headers.add("Content-Type", "application/json");
    request.body = std::move(message);
    return request;
}

std::vector<std::string> secretsOf(const SandboxAddress &address)
{
    std::vector<std::string> secrets;
    for (const auto &secret : {address.accessToken, address.trafficToken}) {
        if (secret)
            secrets.push_back(*secret);
    }
    return secrets;
}

bool hasEnvd(const SandboxAddress &address, int major, int minor, int patch)
{
    std::array<int, 3> numbers{};
    const char *at = address.envdVersion.data();
    const char *const end = at + address.envdVersion.size();
    for (int &number : numbers) {
        const auto [next, error] = std::from_chars(at, end, number);
        if (error != std::errc())
            return true;
        at = next != end && *next == '.' ? next + 1 : next;
    }
    return numbers >= std::array{major, minor, patch};
}

std::string userOf(const SandboxAddress &address)
{
    return address.user.empty() && !hasEnvd(address, 0, 4, 0) ? "user" : address.user;
}

HttpRequest fileRequest(const SandboxAddress &address, std::string_view method,
                        std::string_view path)
{
    std::string target = "/files?path=" + percentEncode(path);
    if (const std::string user = userOf(address); !user.empty())
        target += "&username=" + percentEncode(user);
    return sandboxRequest(address, method, target, method == "GET" ? Access::Observe : Access::Act);
}

} // namespace Sandglass
