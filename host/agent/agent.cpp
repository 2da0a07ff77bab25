// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/agent/agent.h>
#include <host/agent/connectcall.h>
#include <host/agent/tunnel.h>
#include <protocol/percent.h>
#include <protocol/routing.h>

#include <algorithm>
#include <array>
#include <utility>

namespace Sandglass {

namespace {

constexpr std::size_t maximumInit = 8UL << 20U;

/// Open to all by exact method and path: they decide by themselves.
constexpr std::array exemptRoutes{std::string_view("GET /health"), std::string_view("GET /files"),
                                  std::string_view("POST /files"), std::string_view("POST /init")};

std::string routeOf(const RequestHead &head)
{
    return head.method + ' ' + std::string(head.path());
}

} // namespace

Agent::Agent(boost::asio::io_context &context, AgentSettings settings,
             std::function<void()> finished)
    : m_context(context),
      m_settings(std::move(settings)),
      m_metrics(m_settings.memoryMiB, m_settings.cpuCount),
      m_table(context),
      m_processes(context, m_table, m_settings, m_users),
      m_filesystem(context, m_settings, m_users),
      m_files(m_settings, m_users),
      m_reaper(
          context, [this](pid_t pid, int status) { m_table.exited(pid, status); },
          std::move(finished)),
      m_server(context, [this](const ExchangePtr &exchange) { handle(exchange); })
{
}

Result<void> Agent::listenOn(int fd)
{
    return m_server.listenOn(fd);
}

void Agent::handle(const ExchangePtr &exchange)
{
    const auto &head = exchange->head();
    if (head.method == "CONNECT") // the host's own; it checks who may use which port
        return openTunnel(m_context, exchange);
    if (!isAllowed(head))
        return exchange->respond(
            jsonError(401, "the access token of this sandbox is missing or wrong"));
    const auto user = userOf(head);
    if (!user)
        return refuseCall(exchange, user.error());
    route(exchange, *user);
}

bool Agent::isAllowed(const RequestHead &head) const
{
    return !m_settings.accessToken || std::ranges::contains(exemptRoutes, routeOf(head)) ||
           sameSecret(head.headers.value(accessTokenHeader), *m_settings.accessToken);
}

std::expected<std::optional<User>, ConnectError> Agent::userOf(const RequestHead &head) const
{
    constexpr std::string_view scheme = "Basic ";
    const auto value = head.headers.value("Authorization");
    if (!value.starts_with(scheme))
        return std::nullopt;
    const auto decoded = base64Decode(value.substr(scheme.size()));
    const auto name = decoded ? decoded->substr(0, decoded->find(':')) : std::string();
    if (auto user = m_users.find(name))
        return user;
    return std::unexpected(
        ConnectError{.code = "unauthenticated", .message = "invalid username: '" + name + "'"});
}

void Agent::route(const ExchangePtr &exchange, const std::optional<User> &user)
{
    const auto &head = exchange->head();
    if (head.path().starts_with(ProcessService::pathPrefix))
        return m_processes.handle(exchange, user);
    if (head.path().starts_with(FilesystemService::pathPrefix))
        return m_filesystem.handle(exchange, user);
    const auto route = routeOf(head);
    if (route == "GET /health")
        exchange->respond({.status = 204, .headers = {{"Cache-Control", "no-store"}}, .body = {}});
    else if (route == "GET /metrics")
        exchange->respond(jsonResponse(200, encodeEnvdMetrics(m_metrics.sample())));
    else if (route == "GET /files")
        m_files.download(exchange, user);
    else if (route == "POST /files")
        m_files.upload(exchange, user);
    else if (route == "GET /envs")
        answerEnvironment(exchange);
    else if (route == "POST /init")
        initialise(exchange);
    else
        refuseUnknownPath(exchange);
}

void Agent::initialise(const ExchangePtr &exchange)
{
    exchange->readBody(maximumInit, [this, exchange](Result<std::string> body) {
        if (!body)
            return exchange->respond(
                jsonError(std::max(body.error().httpStatus, 400), body.error().detail));
        auto init = decodeEnvdInit(body->empty() ? "{}" : *body);
        if (!init)
            return exchange->respond(jsonError(400, init.error().detail));
        m_settings.accessToken = std::move(init->accessToken);
        m_settings.userVariables = std::move(init->envVars);
        if (init->defaultUser)
            m_settings.defaultUser = std::move(init->defaultUser);
        if (init->defaultWorkdir)
            m_settings.defaultDirectory = std::move(init->defaultWorkdir);
        exchange->respond({.status = 204,
                           .headers = {{"X-Envd-Version", std::string(agentEnvdVersion)}},
                           .body = {}});
        // After the answer: nobody who creates a sandbox waits for it.
        if (const auto command = std::exchange(m_settings.startCommand, {}); !command.empty())
            m_processes.startSystem(command);
    });
}

// The codecs know a map of variables only as a part of the body of /init.
void Agent::answerEnvironment(const ExchangePtr &exchange) const
{
    constexpr std::string_view prefix = "{\"envVars\":";
    const auto json = encodeEnvdInit({.envVars = m_settings.globalVariables(),
                                      .accessToken = {},
                                      .defaultUser = {},
                                      .defaultWorkdir = {}});
    const bool isEmpty = !json.starts_with(prefix);
    exchange->respond(jsonResponse(
        200, isEmpty ? "{}" : json.substr(prefix.size(), json.size() - prefix.size() - 1)));
}

} // namespace Sandglass
