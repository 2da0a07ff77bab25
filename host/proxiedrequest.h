// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <host/http/httpclient.h>
#include <host/http/httpserver.h>
#include <protocol/routing.h>

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace Sandglass {

struct HostContext;

/// One request on its way through the proxy. Its owner keeps it until `finished` has run;
/// destroying it ends both sides.
class ProxiedRequest final : public std::enable_shared_from_this<ProxiedRequest>
{
public:
    ProxiedRequest(HostContext &context, std::shared_ptr<Exchange> exchange, SandboxRoute route);

    /// `isRunning` tells whether the sandbox is still there; `finished` runs at most once and may
    /// destroy the object.
    void begin(std::function<bool()> isRunning, std::move_only_function<void()> finished);

private:
    void connect();
    void connected(const Result<void> &result);
    void tunnelled(const Result<void> &result);
    void forward();
    void pumpRequest();
    void passRequestPiece(Result<std::string> piece);
    void answered(Result<ResponseHead> head);
    void startAnswer(ResponseHead head);
    void switchProtocols(const ResponseHead &head);
    void pumpResponse();
    void passResponsePiece(Result<std::string> piece);
    void failBeforeAnswer();
    void finish();

    /// A handler for the exchange, which may outlive this object: calls the step unless it is gone.
    template<typename Argument>
    [[nodiscard]] auto guarded(void (ProxiedRequest::*step)(Argument))
    {
        return [weak = weak_from_this(), step](Argument argument) {
            if (const auto self = weak.lock())
                (self.get()->*step)(std::move(argument));
        };
    }

    HostContext &m_context;
    std::shared_ptr<Exchange> m_exchange;
    SandboxRoute m_route;
    std::function<bool()> m_isRunning;
    std::move_only_function<void()> m_finished;
    std::optional<HttpClientConnection> m_client;
};

} // namespace Sandglass
