// SPDX-License-Identifier: GPL-3.0-or-later
#include <client/decoding.h>
#include <client/exchanges.h>
#include <client/processapi.h>
#include <client/sandboxrequest.h>
#include <protocol/connectframe.h>

#include <utility>

namespace Sandglass {

namespace {

const std::string servicePath = "/process.Process/";

} // namespace

ProcessApi::ProcessApi(HttpTransport &transport, SandboxAddress address)
    : m_transport(&transport),
      m_address(std::move(address))
{
}

Request ProcessApi::list(Handler<std::vector<ProcessInfo>> handler) const
{
    // An empty body is refused.
    HttpRequest look = unaryRequest(m_address, servicePath + "List", Access::Observe, "{}");
    const auto decode = [](const HttpResponse &answer) { return decodeProcessList(answer.body); };
    return sendLook(*m_transport, std::move(look),
                    decoding<std::vector<ProcessInfo>>(secretsOf(m_address), decode,
                                                       errorFromUnaryAnswer, std::move(handler)));
}

Request ProcessApi::act(std::string_view method, std::string body, Handler<void> handler) const
{
    HttpRequest act =
        unaryRequest(m_address, servicePath + std::string(method), Access::Act, std::move(body));
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
    ConnectStream::frame(request, message);
    return std::make_unique<ProcessStream>(m_transport->open(std::move(request)),
                                           secretsOf(m_address));
}

std::unique_ptr<ProcessStream> ProcessApi::start(const StartProcess &start) const
{
    HttpRequest request = connectRequest(m_address, servicePath + "Start", Access::Act);
    request.slowConsumer = SlowConsumer::Pause;
    return open(std::move(request), encodeStartProcess(start));
}

std::unique_ptr<ProcessStream> ProcessApi::connect(const ProcessSelector &process) const
{
    // envd stalls the process and everybody else who watches it when one watcher does not read.
    HttpRequest request = connectRequest(m_address, servicePath + "Connect", Access::Observe);
    request.slowConsumer = SlowConsumer::SkipEnvelopes;
    return open(std::move(request), encodeConnectProcess(process));
}

} // namespace Sandglass
