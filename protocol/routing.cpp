// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/ids.h>
#include <protocol/routing.h>

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>
#include <array>

namespace Sandglass {

namespace {

constexpr std::string_view defaultDomain = "e2b.app";
constexpr std::array<std::string_view, 4> sharedHostDomains{"e2b.app", "e2b.dev", "e2b.pro",
                                                            "e2b-staging.dev"};

std::optional<int> portNumber(std::string_view text)
{
    if (text.empty() || text.size() > 5)
        return std::nullopt;
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9')
            return std::nullopt;
        value = value * 10 + (c - '0');
    }
    if (value < 1 || value > 65535)
        return std::nullopt;
    return value;
}

bool isIpLiteral(int family, const std::string &text)
{
    std::array<unsigned char, sizeof(in6_addr)> address{};
    // inet_pton stops at a NUL, which no address holds.
    return text.find('\0') == std::string::npos &&
           inet_pton(family, text.c_str(), address.data()) == 1;
}

struct HostName {
    std::string name; ///< lower case, no port, no brackets, no final dot
    bool isAddress = false;
};

/// A Host header without its port; nothing if it is not a host at all.
std::optional<HostName> parseHost(std::string_view host)
{
    std::string name(host);
    std::ranges::transform(name, name.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
    if (isIpLiteral(AF_INET6, name))
        return HostName{.name = name, .isAddress = true};
    const bool bracketed = name.starts_with('[');
    const std::size_t nameEnd = bracketed ? name.find(']') : name.find(':');
    if (bracketed && nameEnd == std::string::npos)
        return std::nullopt;
    const std::size_t portStart = bracketed ? nameEnd + 1 : std::min(nameEnd, name.size());
    const std::string port = name.substr(portStart);
    if (!port.empty() && port != ":" && (port.front() != ':' || !portNumber(port.substr(1))))
        return std::nullopt;
    name = bracketed ? name.substr(1, nameEnd - 1) : name.substr(0, nameEnd);
    if (bracketed) {
        if (!isIpLiteral(AF_INET6, name))
            return std::nullopt;
        return HostName{.name = name, .isAddress = true};
    }
    if (name.ends_with('.'))
        name.pop_back();
    const bool isAddress = isIpLiteral(AF_INET, name);
    return HostName{.name = std::move(name), .isAddress = isAddress};
}

Result<std::optional<SandboxRoute>> makeRoute(std::string_view id, std::string_view port)
{
    const auto number = portNumber(port);
    if (!number)
        return failure(Error::Kind::Protocol, "Invalid sandbox port");
    if (!isSandboxId(id))
        return failure(Error::Kind::Protocol, "Invalid sandbox ID");
    return SandboxRoute{.sandboxId = std::string(id), .port = *number};
}

/// "<port>-<id>", then anything after another dash: an old suffix that means nothing any more.
Result<std::optional<SandboxRoute>> routeByLabel(std::string_view label)
{
    const std::size_t dash = label.find('-');
    if (dash == std::string_view::npos)
        return failure(Error::Kind::Protocol, "Invalid host");
    const std::string_view rest = label.substr(dash + 1);
    return makeRoute(rest.substr(0, rest.find('-')), label.substr(0, dash));
}

} // namespace

Result<std::optional<SandboxRoute>> routeRequest(std::string_view host, std::string_view idHeader,
                                                 std::string_view portHeader)
{
    const auto parsed = parseHost(host);
    if (!parsed || parsed->name.empty())
        return failure(Error::Kind::Protocol, "Invalid host");
    const std::string &name = parsed->name;
    const bool isHere = parsed->isAddress || name == "localhost";
    if (isHere || name.starts_with("sandbox.")) {
        if (isHere && idHeader.empty() && portHeader.empty())
            return std::nullopt;
        if (idHeader.empty() || portHeader.empty())
            return failure(Error::Kind::Protocol, "missing header");
        return makeRoute(idHeader, portHeader);
    }
    const std::size_t dot = name.find('.');
    if (dot == std::string::npos)
        return failure(Error::Kind::Protocol, "Invalid host");
    return routeByLabel(std::string_view(name).substr(0, dot));
}

std::string sandboxBaseUrl(std::string_view sandboxUrl, std::string_view domain,
                           std::string_view sandboxId, int port)
{
    if (!sandboxUrl.empty()) {
        if (sandboxUrl.ends_with('/'))
            sandboxUrl.remove_suffix(1);
        return std::string(sandboxUrl);
    }
    if (domain.empty())
        domain = defaultDomain;
    std::string url = "https://";
    if (port == envdPort && std::ranges::contains(sharedHostDomains, domain)) {
        url += "sandbox.";
    } else {
        url += std::to_string(port) + "-";
        url += sandboxId;
        url += ".";
    }
    url += domain;
    return url;
}

} // namespace Sandglass
