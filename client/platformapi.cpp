// SPDX-License-Identifier: GPL-3.0-or-later
#include <client/decoding.h>
#include <client/exchanges.h>
#include <client/later.h>
#include <client/platformapi.h>
#include <protocol/apierror.h>
#include <protocol/percent.h>
#include <protocol/routing.h>

#include <utility>

namespace Sandglass {

namespace {

constexpr std::chrono::seconds defaultTimeout{300}; // what the official SDKs send
constexpr std::size_t mostIdsOfOneBatch = 100;

Result<void> nothing(const HttpResponse &)
{
    return {};
}

Result<SandboxPage> pageOf(const HttpResponse &response)
{
    auto sandboxes = decodeSandboxes(response.body);
    if (!sandboxes)
        return std::unexpected(std::move(sandboxes.error()));
    SandboxPage page{.sandboxes = std::move(*sandboxes),
                     .nextToken = response.headers.value("X-Next-Token"),
                     .serverTime = std::nullopt};
    if (const auto time = parseHttpDate(response.headers.value("Date")))
        page.serverTime = *time;
    return page;
}

std::string sandboxPath(const std::string &id, std::string_view rest = {})
{
    return "/sandboxes/" + percentEncode(id) + std::string(rest);
}

bool isMissingRoute(int status)
{
    return status == 404 || status == 405;
}

} // namespace

PlatformApi::PlatformApi(HttpTransport &transport, ConnectionProfile profile, std::string apiKey)
    : m_transport(transport),
      m_profile(std::move(profile)),
      m_apiKey(std::move(apiKey)),
      m_createVersion(std::make_shared<Version>(Version::Unknown)),
      m_connectVersion(std::make_shared<Version>(Version::Unknown))
{
}

PlatformApi::~PlatformApi() = default;

HttpRequest PlatformApi::request(std::string_view method, const std::string &pathAndQuery) const
{
    std::string url = m_profile.apiUrl.trimmed().toStdString();
    while (url.ends_with('/'))
        url.pop_back();
    HttpRequest request;
    request.method = method;
    request.url = url + pathAndQuery;
    request.permitted = m_profile.readOnly ? Access::Observe : Access::Act;
    request.connectionId = m_profile.id;
    request.headers.add("Accept", "application/json");
    if (!m_apiKey.empty())
        request.headers.add(std::string(apiKeyHeader), m_apiKey);
    return request;
}

HttpRequest PlatformApi::act(std::string_view method, const std::string &pathAndQuery,
                             std::string body) const
{
    HttpRequest act = request(method, pathAndQuery);
    act.access = Access::Act;
    if (!body.empty())
        act.headers.add("Content-Type", "application/json");
    act.body = std::move(body);
    return act;
}

Request PlatformApi::list(const SandboxQuery &query, Handler<SandboxPage> handler)
{
    const std::string parameters = encodeSandboxQuery(query);
    return sendLook(m_transport,
                    request("GET", "/v2/sandboxes" + (parameters.empty() ? "" : "?" + parameters)),
                    decoding<SandboxPage>({m_apiKey}, pageOf, errorFromAnswer, std::move(handler)));
}

Request PlatformApi::get(const std::string &id, Handler<SandboxInfo> handler)
{
    const auto decode = [](const HttpResponse &answer) { return decodeSandbox(answer.body); };
    return sendLook(m_transport, request("GET", sandboxPath(id)),
                    decoding<SandboxInfo>({m_apiKey}, decode, errorFromAnswer, std::move(handler)));
}

Request PlatformApi::create(const NewSandbox &sandbox, Handler<CreatedSandbox> handler)
{
    NewSandbox body = sandbox;
    body.timeout = sandbox.timeout.value_or(defaultTimeout);
    body.secure = std::nullopt; // v2 has no such field: always secure
    HttpRequest v2 = act("POST", "/v2/sandboxes", encodeNewSandbox(body));
    body.secure = true;
    HttpRequest v1 = act("POST", "/sandboxes", encodeNewSandbox(body));
    v1.freshConnection = v2.freshConnection = true;
    return sendVersioned(std::move(v2), std::move(v1), m_createVersion, std::move(handler));
}

Request PlatformApi::resume(const std::string &id, std::chrono::seconds timeout,
                            Handler<CreatedSandbox> handler)
{
    if (timeout < std::chrono::seconds(1))
        return completeLater<CreatedSandbox>(
            std::move(handler),
            failure(Error::Kind::Policy, "a sandbox is resumed for a second at least"));
    const std::string body = encodeTimeout(timeout);
    // Sent twice it changes nothing more, so a kept connection that breaks does no harm.
    return sendVersioned(act("POST", "/v2" + sandboxPath(id, "/connect"), body),
                         act("POST", sandboxPath(id, "/connect"), body), m_connectVersion,
                         std::move(handler));
}

Request PlatformApi::sendVersioned(HttpRequest v2, HttpRequest v1,
                                   const std::shared_ptr<Version> &version,
                                   Handler<CreatedSandbox> handler)
{
    const bool startWithV1 = *version == Version::V1;
    auto decide = [version, usesV1 = startWithV1,
                   v1](const Result<HttpResponse> &answer) mutable -> std::optional<NextExchange> {
        if (!answer)
            return std::nullopt;
        if (isSuccess(answer->status))
            *version = usesV1 ? Version::V1 : Version::V2;
        if (!isMissingRoute(answer->status) || *version != Version::Unknown || usesV1)
            return std::nullopt;
        usesV1 = true;
        return NextExchange{std::move(v1)};
    };
    const auto decode = [](const HttpResponse &answer) {
        return decodeCreatedSandbox(answer.body);
    };
    return sendExchanges(
        m_transport, startWithV1 ? v1 : std::move(v2), std::move(decide),
        decoding<CreatedSandbox>({m_apiKey}, decode, errorFromAnswer, std::move(handler)));
}

Request PlatformApi::kill(const std::string &id, Handler<void> handler)
{
    return m_transport.send(
        act("DELETE", sandboxPath(id), {}),
        decoding<void>({m_apiKey}, nothing, errorFromAnswer, std::move(handler)));
}

Request PlatformApi::setTimeout(const std::string &id, std::chrono::seconds timeout,
                                Handler<void> handler)
{
    return m_transport.send(
        act("POST", sandboxPath(id, "/timeout"), encodeTimeout(timeout)),
        decoding<void>({m_apiKey}, nothing, errorFromAnswer, std::move(handler)));
}

Request PlatformApi::metrics(const std::string &id, std::optional<Timestamp> start,
                             Handler<std::vector<MetricSample>> handler)
{
    std::string path = sandboxPath(id, "/metrics");
    if (start) {
        const auto seconds = std::chrono::floor<std::chrono::seconds>(start->time_since_epoch());
        path += "?start=" + std::to_string(std::max<std::int64_t>(0, seconds.count()));
    }
    const auto decode = [](const HttpResponse &answer) { return decodeMetrics(answer.body); };
    return sendLook(m_transport, request("GET", path),
                    decoding<std::vector<MetricSample>>({m_apiKey}, decode, errorFromAnswer,
                                                        std::move(handler)));
}

Request PlatformApi::latestMetrics(const std::vector<std::string> &ids,
                                   Handler<MetricsById> handler)
{
    if (ids.empty())
        return completeLater<MetricsById>(std::move(handler), MetricsById());
    if (ids.size() > mostIdsOfOneBatch)
        return completeLater<MetricsById>(
            std::move(handler),
            failure(Error::Kind::Policy,
                    "metrics of more than 100 sandboxes were asked for at once"));
    std::string path = "/sandboxes/metrics?sandbox_ids=";
    for (std::size_t i = 0; i < ids.size(); ++i)
        path += (i == 0 ? "" : ",") + percentEncode(ids[i]);
    const auto decode = [](const HttpResponse &answer) { return decodeMetricsById(answer.body); };
    return sendLook(m_transport, request("GET", path),
                    decoding<MetricsById>({m_apiKey}, decode, errorFromAnswer, std::move(handler)));
}

Request PlatformApi::checkHealth(Handler<void> handler)
{
    HttpRequest look = request("GET", "/health");
    look.headers = {{"Accept", "*/*"}};
    return sendLook(m_transport, std::move(look),
                    decoding<void>({m_apiKey}, nothing, errorFromAnswer, std::move(handler)));
}

} // namespace Sandglass
