// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/requestguard.h>
#include <protocol/routing.h>

#include <algorithm>
#include <cctype>

namespace Sandglass {

namespace {

std::string lower(std::string_view text)
{
    std::string result(text);
    std::ranges::transform(result, result.begin(), [](unsigned char c) { return std::tolower(c); });
    return result;
}

/// The name without the port, brackets kept.
std::string_view nameOf(std::string_view authority)
{
    const auto colon = authority.rfind(':');
    return colon == std::string_view::npos || authority.ends_with(']') ? authority
                                                                       : authority.substr(0, colon);
}

/// Of "3000-iabc….localhost": "iabc…"; empty for other names.
std::string_view sandboxOf(std::string_view name)
{
    const std::string_view label = name.substr(0, name.find('.'));
    const auto dash = label.find('-');
    return dash == std::string_view::npos ? std::string_view() : label.substr(dash + 1);
}

/// Takes as long for a nearly right key as for a wrong one.
bool isSameSecret(std::string_view given, std::string_view right)
{
    unsigned difference = given.size() == right.size() ? 0 : 1;
    for (std::size_t i = 0; i < right.size(); ++i) {
        const char c = i < given.size() ? given[i] : '\0';
        difference |= static_cast<unsigned char>(c) ^ static_cast<unsigned char>(right[i]);
    }
    return difference == 0;
}

std::string_view bearerOf(std::string_view authorization)
{
    constexpr std::string_view scheme = "bearer ";
    return lower(authorization.substr(0, scheme.size())) == scheme
               ? authorization.substr(scheme.size())
               : std::string_view();
}

} // namespace

bool RequestGuard::isOurHost(std::string_view authority) const
{
    const std::string given = lower(authority);
    const std::string_view name = nameOf(given);
    const std::string port = ':' + std::to_string(m_port);
    const std::string_view givenPort = std::string_view(given).substr(name.size());
    if (givenPort != port && !(givenPort.empty() && m_port == 80))
        return false;
    // Every ".localhost" name means this machine, in browsers too (RFC 6761); others may be made to
    // lead here.
    return name == "127.0.0.1" || name == "localhost" || name == "[::1]" ||
           name.ends_with(".localhost");
}

bool RequestGuard::isOwnOrigin(std::string_view origin, std::string_view host) const
{
    constexpr std::string_view scheme = "http://";
    const std::string given = lower(origin);
    if (!given.starts_with(scheme))
        return false;
    const std::string_view authority = std::string_view(given).substr(scheme.size());
    const std::string own = lower(host);
    if (authority == own)
        return true;
    // A page on one port of a sandbox may use another port of the same one.
    const std::string_view sandbox = sandboxOf(nameOf(own));
    return !sandbox.empty() && isOurHost(authority) && sandboxOf(nameOf(authority)) == sandbox;
}

std::optional<Response> RequestGuard::refuseAddress(const RequestHead &head) const
{
    const auto hosts = std::ranges::count_if(
        head.headers, [](const Headers::Field &field) { return lower(field.name) == "host"; });
    const std::string_view host = head.headers.value("Host");
    if (hosts != 1 || host.empty())
        return jsonError(400, "the request needs one Host header");
    if (!head.target.starts_with('/'))
        return jsonError(400, "the request needs a path");
    if (!isOurHost(host))
        return jsonError(
            403,
            "this host answers to 127.0.0.1, localhost and *.localhost with its own port only");
    const std::string *origin = head.headers.find("Origin");
    if (origin && !isOwnOrigin(*origin, host))
        return jsonError(403, "requests from web pages of other origins are refused");
    return std::nullopt;
}

std::optional<Response> RequestGuard::refuseKey(const RequestHead &head) const
{
    const std::string hint =
        "The API key of the local host is needed; `sandglass-host env` prints it.\n";
    std::string_view key = head.headers.value(apiKeyHeader);
    if (key.empty())
        key = bearerOf(head.headers.value("Authorization"));
    if (key.empty())
        return jsonError(401, hint + "authorization header is missing");
    if (!key.starts_with("e2b_"))
        return jsonError(401, hint + "Invalid API key format");
    if (!isSameSecret(key, m_apiKey))
        return jsonError(401, hint + "Cannot get the team for the given API key");
    return std::nullopt;
}

} // namespace Sandglass
