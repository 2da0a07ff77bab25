// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/ids.h>
#include <host/controlplane.h>
#include <host/sandboxlisting.h>
#include <protocol/metrics.h>
#include <protocol/percent.h>
#include <protocol/sandbox.h>

#include <charconv>
#include <limits>
#include <set>

namespace Sandglass {

namespace {

constexpr std::size_t largestBody = 1UL << 20U;
constexpr std::size_t largestBatch = 100;
constexpr std::chrono::seconds defaultTimeoutV1{15};
constexpr std::chrono::seconds defaultTimeoutV2{300};

Response errorResponse(const Error &error, int fallbackStatus)
{
    return jsonError(error.httpStatus > 0 ? error.httpStatus : fallbackStatus, error.detail);
}

Response validationError(const std::string &words)
{
    return jsonError(400, "validation error: " + words);
}

Response noSuchSandbox(const std::string &id)
{
    return jsonError(404, "Sandbox \"" + id + "\" doesn't exist or you don't have access to it");
}

/// "<id>" or "<id>-<old suffix>"; nothing for anything else.
std::optional<std::string> cleanId(std::string_view text)
{
    const auto dash = text.find('-');
    const std::string_view id = text.substr(0, dash);
    if (!isSandboxId(id) || (dash != std::string_view::npos && !isSandboxId(text.substr(dash + 1))))
        return std::nullopt;
    return std::string(id);
}

/// A parameter that is seconds since 1970; an empty result when it is absent.
Result<std::optional<std::int64_t>> secondsParameter(std::string_view query, std::string_view name)
{
    const auto pairs = parseQuery(query);
    for (const auto &[key, value] : pairs ? *pairs : decltype(pairs)::value_type()) {
        if (key != name)
            continue;
        std::int64_t number = -1;
        const auto [end, error] =
            std::from_chars(value.data(), value.data() + value.size(), number);
        if (error != std::errc() || end != value.data() + value.size() || number < 0)
            return failure(Error::Kind::Policy, std::string(name) + " must be an integer from 0 on",
                           400);
        return number;
    }
    return std::nullopt;
}

} // namespace

bool ControlPlane::isHealthCheck(const RequestHead &head)
{
    return head.method == "GET" && head.path() == "/health";
}

void ControlPlane::handle(const std::shared_ptr<Exchange> &exchange)
{
    constexpr std::string_view prefix = "/sandboxes/";
    const std::string_view path = exchange->head().path();
    if (handleCollection(exchange, path))
        return;
    if (!path.starts_with(prefix)) {
        exchange->respond(jsonError(404, "validation error: no matching operation was found"));
        return;
    }
    const std::string_view rest = path.substr(prefix.size());
    const auto slash = rest.find('/');
    const auto id = percentDecode(rest.substr(0, slash)).and_then([](const std::string &text) {
        return Result<std::optional<std::string>>(cleanId(text));
    });
    if (!id || !*id) {
        exchange->respond(jsonError(400, "Invalid sandbox ID"));
        return;
    }
    handleSandbox(exchange, **id, slash == std::string_view::npos ? "" : rest.substr(slash));
}

bool ControlPlane::handleCollection(const std::shared_ptr<Exchange> &exchange,
                                    std::string_view path)
{
    const std::string &method = exchange->head().method;
    const auto is = [&](std::string_view wantedMethod, std::string_view wantedPath) {
        return method == wantedMethod && path == wantedPath;
    };
    if (isHealthCheck(exchange->head()))
        health(*exchange);
    else if (is("POST", "/sandglass/stop"))
        stop(*exchange);
    else if (is("GET", "/v2/sandboxes"))
        list(*exchange, Version::Two);
    else if (is("GET", "/sandboxes"))
        list(*exchange, Version::One);
    else if (is("POST", "/v2/sandboxes"))
        create(exchange, Version::Two);
    else if (is("POST", "/sandboxes"))
        create(exchange, Version::One);
    else if (is("GET", "/sandboxes/metrics"))
        metricsOfMany(*exchange);
    else
        return false;
    return true;
}

void ControlPlane::handleSandbox(const std::shared_ptr<Exchange> &exchange, const std::string &id,
                                 std::string_view call)
{
    const std::string &method = exchange->head().method;
    if (method == "GET" && call.empty())
        get(*exchange, id);
    else if (method == "DELETE" && call.empty())
        kill(exchange, id);
    else if (method == "POST" && call == "/timeout")
        setTimeout(exchange, id);
    else if (method == "GET" && call == "/metrics")
        metrics(*exchange, id);
    else
        exchange->respond(jsonError(404, "validation error: no matching operation was found"));
}

void ControlPlane::health(Exchange &exchange) const
{
    Response response{
        .status = m_stopping ? 503 : 200, .headers = {}, .body = "Health check successful"};
    if (m_stopping)
        response.body = "The local host is being stopped";
    response.headers.add("Content-Type", "text/plain; charset=utf-8");
    exchange.respond(std::move(response));
}

void ControlPlane::stop(Exchange &exchange)
{
    const bool killing = exchange.head().query() == "sandboxes=kill";
    m_stopping = true;
    exchange.respond({.status = 204, .headers = {}, .body = {}});
    m_stop(killing ? SandboxRegistry::Sandboxes::Kill : SandboxRegistry::Sandboxes::Keep);
}

void ControlPlane::list(Exchange &exchange, Version version) const
{
    auto query = parseListQuery(exchange.head().query());
    if (!query) {
        exchange.respond(errorResponse(query.error(), 400));
        return;
    }
    if (version == Version::One) {
        // Of the old call only the metadata filter exists; it has no pages.
        SandboxQuery common;
        common.metadata = std::move(query->common.metadata);
        common.limit = std::numeric_limits<int>::max();
        query = ListQuery{.common = std::move(common), .templateName = {}, .startedAfter = {}};
    }
    auto page = makeListPage(m_registry.list(), *query);
    if (!page) {
        exchange.respond(errorResponse(page.error(), 400));
        return;
    }
    Response response = jsonResponse(200, encodeSandboxes(page->sandboxes));
    if (version == Version::Two && !page->nextToken.empty())
        response.headers.add("X-Next-Token", page->nextToken);
    if (version == Version::Two && page->totalRunning)
        response.headers.add("X-Total-Running", std::to_string(*page->totalRunning));
    exchange.respond(std::move(response));
}

void ControlPlane::create(const std::shared_ptr<Exchange> &exchange, Version version)
{
    exchange->readBody(largestBody, [this, exchange, version](Result<std::string> body) {
        auto request =
            body.and_then([](const std::string &json) { return decodeNewSandbox(json); });
        if (!request) {
            exchange->respond(errorResponse(request.error(), 400));
            return;
        }
        const bool isNew = version == Version::Two;
        if (!request->timeout)
            request->timeout = isNew ? defaultTimeoutV2 : defaultTimeoutV1;
        if (isNew)
            request->secure = true;
        m_registry.create(*request, [exchange](Result<CreatedSandbox> created) {
            exchange->respond(created ? jsonResponse(201, encodeCreatedSandbox(*created))
                                      : errorResponse(created.error(), 500));
        });
    });
}

void ControlPlane::get(Exchange &exchange, const std::string &id) const
{
    const LiveSandbox *sandbox = m_registry.find(id);
    exchange.respond(sandbox ? jsonResponse(200, encodeSandbox(sandbox->detail()))
                             : noSuchSandbox(id));
}

void ControlPlane::kill(const std::shared_ptr<Exchange> &exchange, const std::string &id)
{
    m_registry.kill(id, [exchange](const Result<void> &killed) {
        exchange->respond(killed ? Response{.status = 204, .headers = {}, .body = {}}
                                 : errorResponse(killed.error(), 500));
    });
}

void ControlPlane::setTimeout(const std::shared_ptr<Exchange> &exchange, const std::string &id)
{
    exchange->readBody(largestBody, [this, exchange, id](Result<std::string> body) {
        const auto timeout =
            body.and_then([](const std::string &json) { return decodeTimeout(json); });
        if (!timeout) {
            exchange->respond(errorResponse(timeout.error(), 400));
            return;
        }
        const auto set = m_registry.setTimeout(id, *timeout);
        exchange->respond(set ? Response{.status = 204, .headers = {}, .body = {}}
                              : errorResponse(set.error(), 500));
    });
}

void ControlPlane::metrics(Exchange &exchange, const std::string &id) const
{
    const std::string_view query = exchange.head().query();
    const auto start = secondsParameter(query, "start");
    const auto end = secondsParameter(query, "end");
    if (!start || !end) {
        exchange.respond(validationError(start ? end.error().detail : start.error().detail));
        return;
    }
    if (*start && *end && **start > **end) {
        exchange.respond(jsonError(400, "start must not be after end"));
        return;
    }
    const LiveSandbox *sandbox = m_registry.find(id);
    const auto samples =
        sandbox ? sandbox->metrics().between(*start, *end) : std::vector<MetricSample>();
    exchange.respond(jsonResponse(200, encodeMetrics(samples)));
}

void ControlPlane::metricsOfMany(Exchange &exchange) const
{
    const auto pairs = parseQuery(exchange.head().query());
    std::set<std::string> ids;
    MetricsById found;
    for (const auto &[key, value] : pairs ? *pairs : decltype(pairs)::value_type()) {
        if (key != "sandbox_ids")
            continue;
        for (std::size_t begin = 0; begin <= value.size();) {
            const auto comma = std::min(value.find(',', begin), value.size());
            const auto id = cleanId(std::string_view(value).substr(begin, comma - begin));
            if (!id || !ids.insert(*id).second) {
                exchange.respond(validationError("sandbox_ids must be different sandbox ids"));
                return;
            }
            begin = comma + 1;
        }
    }
    if (ids.empty() || ids.size() > largestBatch) {
        exchange.respond(validationError("sandbox_ids must be 1 to 100 ids"));
        return;
    }
    for (const std::string &id : ids) {
        const LiveSandbox *sandbox = m_registry.find(id);
        if (const auto latest = sandbox ? sandbox->metrics().latest() : std::nullopt)
            found.emplace(id, *latest);
    }
    exchange.respond(jsonResponse(200, encodeMetricsById(found)));
}

} // namespace Sandglass
