// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <client/connectionprofile.h>
#include <client/httptransport.h>
#include <protocol/metrics.h>
#include <protocol/sandbox.h>

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace Sandglass {

/// E2B's platform API over one connection (protocol page "platform API", section 2). Requests and
/// handlers follow core/request.h. Looks are sent a second time when the service answers 503 or the
/// connection breaks; acts never are. Errors carry one line of what the service said, with keys and
/// tokens removed.
class PlatformApi final
{
    Q_DISABLE_COPY_MOVE(PlatformApi)

public:
    /// The transport is borrowed and outlives this object. An empty key sends no X-API-Key.
    PlatformApi(HttpTransport &transport, ConnectionProfile profile, std::string apiKey);
    ~PlatformApi();

    [[nodiscard]] const ConnectionProfile &profile() const { return m_profile; }

    [[nodiscard]] Request list(const SandboxQuery &query, Handler<SandboxPage> handler);
    [[nodiscard]] Request get(const std::string &id, Handler<SandboxInfo> handler);
    /// Tries POST /v2/sandboxes, and POST /sandboxes where that does not exist (404 or 405: nothing
    /// was created); the one that worked is remembered. An absent timeout is sent as 300 s; the
    /// sandbox is always secure.
    [[nodiscard]] Request create(const NewSandbox &sandbox, Handler<CreatedSandbox> handler);
    /// Starts a paused sandbox again; it runs for `timeout` from then on, with the id, the metadata
    /// and the end (pause or kill) that it had. One that runs already only has its end put off.
    /// Tries POST /v2/sandboxes/{id}/connect, and POST /sandboxes/{id}/connect where that does not
    /// exist, as create does; NotFound when both say so. The answer alone carries the traffic token
    /// and knows no times: get the sandbox for them. Less than a second is a Policy error: the
    /// service would start it and end it at once.
    [[nodiscard]] Request resume(const std::string &id, std::chrono::seconds timeout,
                                 Handler<CreatedSandbox> handler);
    /// NotFound when it is gone already.
    [[nodiscard]] Request kill(const std::string &id, Handler<void> handler);
    /// The end becomes now + timeout, which may be earlier than it was. NotFound for a paused
    /// sandbox.
    [[nodiscard]] Request setTimeout(const std::string &id, std::chrono::seconds timeout,
                                     Handler<void> handler);
    /// Samples from `start` on, or all that the service keeps; ascending. Empty for an unknown
    /// sandbox.
    [[nodiscard]] Request metrics(const std::string &id, std::optional<Timestamp> start,
                                  Handler<std::vector<MetricSample>> handler);
    /// The latest sample of at most 100 sandboxes; more are a Policy error, none answer themselves.
    [[nodiscard]] Request latestMetrics(const std::vector<std::string> &ids,
                                        Handler<MetricsById> handler);
    /// GET /health: is anything there? Sent without the key.
    [[nodiscard]] Request checkHealth(Handler<void> handler);

private:
    enum class Version { Unknown, V1, V2 };

    [[nodiscard]] HttpRequest request(std::string_view method,
                                      const std::string &pathAndQuery) const;
    [[nodiscard]] HttpRequest act(std::string_view method, const std::string &pathAndQuery,
                                  std::string body) const;
    [[nodiscard]] Request sendVersioned(HttpRequest v2, HttpRequest v1,
                                        const std::shared_ptr<Version> &version,
                                        Handler<CreatedSandbox> handler);

    HttpTransport &m_transport;
    ConnectionProfile m_profile;
    std::string m_apiKey;
    // Which of two paths the service has. Shared with calls in flight, which may outlive this
    // object.
    std::shared_ptr<Version> m_createVersion;
    std::shared_ptr<Version> m_connectVersion;
};

} // namespace Sandglass
