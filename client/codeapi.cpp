// SPDX-License-Identifier: GPL-3.0-or-later
#include <client/codeapi.h>
#include <client/decoding.h>
#include <client/exchanges.h>
#include <client/sandboxrequest.h>
#include <protocol/apierror.h>
#include <protocol/percent.h>

#include <utility>

namespace Sandglass {

namespace {

Result<void> acceptAny(const HttpResponse &)
{
    return {};
}

} // namespace

CodeApi::CodeApi(HttpTransport &transport, SandboxAddress address)
    : m_transport(&transport),
      m_address(std::move(address))
{
}

HttpRequest CodeApi::request(std::string_view method, const std::string &path, Access access) const
{
    return sandboxRequest(m_address, method, path, access, WithToken::No);
}

Request CodeApi::checkHealth(Handler<void> handler) const
{
    // A log-in page of the network in between is no interpreter.
    const auto decode = [](const HttpResponse &answer) -> Result<void> {
        if (isWebPage(answer.headers.value("Content-Type")))
            return failure(Error::Kind::Protocol, {});
        return {};
    };
    return sendLook(
        *m_transport, request("GET", "/health", Access::Observe),
        decoding<void>(secretsOf(m_address), decode, errorFromAnswer, std::move(handler)));
}

Request CodeApi::contexts(Handler<std::vector<CodeContext>> handler) const
{
    const auto decode = [](const HttpResponse &answer) { return decodeCodeContexts(answer.body); };
    return sendLook(*m_transport, request("GET", "/contexts", Access::Observe),
                    decoding<std::vector<CodeContext>>(secretsOf(m_address), decode,
                                                       errorFromAnswer, std::move(handler)));
}

Request CodeApi::createContext(const NewCodeContext &context, Handler<CodeContext> handler) const
{
    HttpRequest create = request("POST", "/contexts", Access::Act);
    create.headers.add("Content-Type", "application/json");
    create.body = encodeNewCodeContext(context);
    create.freshConnection = true; // a second one would stay behind
    const auto decode = [](const HttpResponse &answer) { return decodeCodeContext(answer.body); };
    return m_transport->send(
        std::move(create),
        decoding<CodeContext>(secretsOf(m_address), decode, errorFromAnswer, std::move(handler)));
}

Request CodeApi::act(HttpRequest request, Handler<void> handler) const
{
    return m_transport->send(
        std::move(request),
        decoding<void>(secretsOf(m_address), acceptAny, errorFromAnswer, std::move(handler)));
}

Request CodeApi::restartContext(std::string id, Handler<void> handler) const
{
    return act(request("POST", "/contexts/" + percentEncode(id) + "/restart", Access::Act),
               std::move(handler));
}

Request CodeApi::removeContext(std::string id, Handler<void> handler) const
{
    return act(request("DELETE", "/contexts/" + percentEncode(id), Access::Act),
               std::move(handler));
}

std::unique_ptr<ExecutionStream> CodeApi::execute(const ExecutionRequest &execution) const
{
    // The interpreter passes the token on to envd, to learn the sandbox's environment.
    HttpRequest run = sandboxRequest(m_address, "POST", "/execute", Access::Act);
    run.headers.add("Content-Type", "application/json");
    run.body = encodeExecutionRequest(execution);
    run.slowConsumer = SlowConsumer::Pause;
    run.silenceLimit = {}; // code may be silent; the stream watches for keepalives
    run.freshConnection = true;
    return std::make_unique<ExecutionStream>(m_transport->open(std::move(run)),
                                             secretsOf(m_address));
}

} // namespace Sandglass
