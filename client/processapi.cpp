// SPDX-License-Identifier: GPL-3.0-or-later
#include <client/decoding.h>
#include <client/exchanges.h>
#include <client/processapi.h>
#include <protocol/connectframe.h>
#include <protocol/routing.h>

#include <utility>

namespace Sandglass {

namespace {

std::vector<std::string> secretsOf(const SandboxAddress &address)
{
    if (address.accessToken)
        return {*address.accessToken};
    return {};
}

} // namespace

ProcessApi::ProcessApi(HttpTransport &transport, SandboxAddress address)
    : m_transport(&transport),
      m_address(std::move(address))
{
}

HttpRequest ProcessApi::request(std::string_view method, Access access) const
{
    HttpRequest request;
    request.method = "POST";
    request.url = m_address.baseUrl + "/process.Process/" + std::string(method);
    request.access = access;
    request.permitted = m_address.permitted;
    request.connectionId = m_address.connectionId;
    request.headers.add(std::string(sandboxIdHeader), m_address.sandboxId);
    request.headers.add(std::string(sandboxPortHeader), std::to_string(envdPort));
    if (m_address.accessToken)
        request.headers.add(std::string(accessTokenHeader), *m_address.accessToken);
    request.headers.add("Connect-Protocol-Version", "1");
    return request;
}

Request ProcessApi::list(Handler<std::vector<ProcessInfo>> handler) const
{
    HttpRequest look = request("List", Access::Observe);
    look.headers.add("Content-Type", "application/json");
    look.body = "{}"; // an empty body is refused
    const auto decode = [](const HttpResponse &answer) { return decodeProcessList(answer.body); };
    return sendLook(*m_transport, std::move(look),
                    decoding<std::vector<ProcessInfo>>(secretsOf(m_address), decode,
                                                       errorFromUnaryAnswer, std::move(handler)));
}

Request ProcessApi::act(std::string_view method, std::string body, Handler<void> handler) const
{
    HttpRequest act = request(method, Access::Act);
    act.headers.add("Content-Type", "application/json");
    act.body = std::move(body);
    const auto decode = [](const HttpResponse &) { return Result<void>(); };
    return m_transport->send(
        std::move(act),
        decoding<void>(secretsOf(m_address), decode, errorFromUnaryAnswer, std::move(handler)));
}

Request ProcessApi::sendInput(const ProcessInput &input, Handler<void> handler) const
{
    return act("SendInput", encodeProcessInput(input), std::move(handler));
}

Request ProcessApi::update(const ProcessUpdate &update, Handler<void> handler) const
{
    return act("Update", encodeProcessUpdate(update), std::move(handler));
}

Request ProcessApi::sendSignal(const ProcessSignalRequest &request, Handler<void> handler) const
{
    return act("SendSignal", encodeProcessSignal(request), std::move(handler));
}

Request ProcessApi::closeStdin(const ProcessSelector &process, Handler<void> handler) const
{
    return act("CloseStdin", encodeConnectProcess(process), std::move(handler));
}

std::unique_ptr<ProcessStream> ProcessApi::open(HttpRequest request,
                                                const std::string &message) const
{
    request.headers.add("Content-Type", "application/connect+json");
    request.headers.add("Keepalive-Ping-Interval",
                        std::to_string(ProcessStream::keepaliveInterval.count()));
    request.body = encodeConnectFrame(message);
    return std::make_unique<ProcessStream>(m_transport->open(std::move(request)),
                                           secretsOf(m_address));
}

std::unique_ptr<ProcessStream> ProcessApi::start(const StartProcess &start) const
{
    // No Connect-Timeout-Ms: on Start it would be a timer that kills the process.
    HttpRequest request = this->request("Start", Access::Act);
    request.slowConsumer = SlowConsumer::Pause;
    return open(std::move(request), encodeStartProcess(start));
}

std::unique_ptr<ProcessStream> ProcessApi::connect(const ProcessSelector &process) const
{
    // envd stalls the process and everybody else who watches it when one watcher does not read.
    HttpRequest request = this->request("Connect", Access::Observe);
    request.slowConsumer = SlowConsumer::SkipEnvelopes;
    return open(std::move(request), encodeConnectProcess(process));
}

} // namespace Sandglass
