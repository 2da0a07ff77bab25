// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/agent/connectcall.h>
#include <host/agent/launchorder.h>
#include <host/agent/processservice.h>

#include <algorithm>
#include <array>

namespace Sandglass {

namespace {

constexpr std::array unaryMethods{std::string_view("List"), std::string_view("SendInput"),
                                  std::string_view("CloseStdin"), std::string_view("SendSignal"),
                                  std::string_view("Update")};
constexpr std::array streamMethods{std::string_view("Start"), std::string_view("Connect")};

ConnectError invalidArgument(const Error &error)
{
    return {.code = "invalid_argument", .message = error.detail};
}

ConnectError notFound(const ProcessSelector &selector)
{
    const auto *const pid = std::get_if<std::uint32_t>(&selector);
    const auto name =
        pid ? "pid " + std::to_string(*pid) : "tag " + std::get<std::string>(selector);
    return {.code = "not_found", .message = "process with " + name + " not found"};
}

} // namespace

void ProcessService::handle(const ExchangePtr &exchange, const std::optional<User> &user)
{
    const auto method = std::string(exchange->head().path().substr(pathPrefix.size()));
    if (std::ranges::contains(streamMethods, method)) {
        if (!refusesForm(exchange, streamContentType))
            handleStream(exchange, method, user);
    } else if (std::ranges::contains(unaryMethods, method)) {
        if (!refusesForm(exchange, unaryContentType))
            handleUnary(exchange, method);
    } else {
        refuseUnknownPath(exchange);
    }
}

void ProcessService::handleUnary(const ExchangePtr &exchange, std::string_view method)
{
    if (const auto timeout = timeoutOf(exchange->head()); !timeout)
        return refuseUnary(exchange, timeout.error());
    const auto function = method == "List"         ? &ProcessService::list
                          : method == "SendInput"  ? &ProcessService::sendInput
                          : method == "CloseStdin" ? &ProcessService::closeStdin
                          : method == "SendSignal" ? &ProcessService::sendSignal
                                                   : &ProcessService::update;
    readUnaryMessage(exchange, [this, exchange, function](const std::string &message) {
        (this->*function)(exchange, message);
    });
}

void ProcessService::handleStream(const ExchangePtr &exchange, std::string_view method,
                                  const std::optional<User> &user)
{
    const auto timeout = timeoutOf(exchange->head());
    if (!timeout)
        return EventStream::refuse(exchange, timeout.error());
    if (*timeout == std::chrono::milliseconds(0))
        return EventStream::refuse(exchange, deadlineExceeded());
    if (method == "Start")
        readStreamMessage(exchange, [this, exchange, user](const std::string &message) {
            start(exchange, message, user);
        });
    else
        readStreamMessage(
            exchange, [this, exchange](const std::string &message) { connect(exchange, message); });
}

void ProcessService::list(const ExchangePtr &exchange, const std::string &message)
{
    if (const auto request = decodeProcessList(message); !request)
        return refuseUnary(exchange, invalidArgument(request.error()));
    answerUnary(exchange, encodeProcessList(m_table.list()));
}

void ProcessService::sendInput(const ExchangePtr &exchange, const std::string &message)
{
    auto input = decodeProcessInput(message);
    if (!input)
        return refuseUnary(exchange, invalidArgument(input.error()));
    const auto process = m_table.find(input->process);
    if (!process)
        return refuseUnary(exchange, notFound(input->process));
    process->sendInput(std::move(*input),
                       [exchange](const auto &error) { answerUnary(exchange, error); });
}

void ProcessService::closeStdin(const ExchangePtr &exchange, const std::string &message)
{
    const auto selector = decodeConnectProcess(message);
    if (!selector)
        return refuseUnary(exchange, invalidArgument(selector.error()));
    const auto process = m_table.find(*selector);
    answerUnary(exchange, process ? process->closeInput() : notFound(*selector));
}

void ProcessService::sendSignal(const ExchangePtr &exchange, const std::string &message)
{
    const auto request = decodeProcessSignal(message);
    if (!request)
        return refuseUnary(exchange, invalidArgument(request.error()));
    const auto process = m_table.find(request->process);
    answerUnary(exchange,
                process ? process->sendSignal(request->signal) : notFound(request->process));
}

void ProcessService::update(const ExchangePtr &exchange, const std::string &message)
{
    const auto request = decodeProcessUpdate(message);
    if (!request)
        return refuseUnary(exchange, invalidArgument(request.error()));
    const auto process = m_table.find(request->process);
    if (!process)
        return refuseUnary(exchange, notFound(request->process));
    const auto &size = request->pty;
    answerUnary(exchange, size ? process->resize(*size) : std::nullopt);
}

std::shared_ptr<EventStream>
ProcessService::openStream(const ExchangePtr &exchange,
                           const std::shared_ptr<ManagedProcess> &process)
{
    const auto stream = std::make_shared<EventStream>(m_context, exchange);
    stream->begin(keepaliveOf(exchange->head()),
                  [process = std::weak_ptr(process), weak = std::weak_ptr(stream)] {
                      const auto watched = process.lock();
                      const auto closed = weak.lock();
                      if (watched && closed)
                          watched->detach(closed);
                  });
    if (const auto timeout = timeoutOf(exchange->head()).value_or(std::nullopt))
        stream->setDeadline(*timeout);
    return stream;
}

void ProcessService::start(const ExchangePtr &exchange, const std::string &message,
                           const std::optional<User> &user)
{
    const auto request = decodeStartProcess(message);
    if (!request)
        return EventStream::refuse(exchange, invalidArgument(request.error()));
    const auto order = launchOrderFor(*request, user, m_settings, m_users);
    if (!order)
        return EventStream::refuse(exchange, order.error());
    const auto process =
        m_table.start(*order, {.config = request->process, .pid = 0, .tag = request->tag});
    if (!process) {
        const bool isExhausted = process.error().kind == Error::Kind::Server;
        return EventStream::refuse(
            exchange, {.code = isExhausted ? "resource_exhausted" : "invalid_argument",
                       .message = "error starting process '" + request->process.cmd + "' in '" +
                                  order->directory + "': " + process.error().detail});
    }
    const auto stream = openStream(exchange, *process);
    if (const auto timeout = timeoutOf(exchange->head()).value_or(std::nullopt))
        (*process)->setKillTimer(*timeout);
    stream->send(ProcessStarted{.pid = (*process)->info().pid});
    (*process)->attach(stream);
    (*process)->start();
}

void ProcessService::startSystem(const std::string &command)
{
    StartProcess request;
    request.process = {.cmd = "/bin/bash", .args = {"-l", "-c", command}, .envs = {}, .cwd = {}};
    request.tag = "_system";
    request.stdinOpen = false;
    const auto order = launchOrderFor(request, std::nullopt, m_settings, m_users);
    if (!order)
        return;
    if (const auto process =
            m_table.start(*order, {.config = request.process, .pid = 0, .tag = request.tag}))
        (*process)->start();
}

void ProcessService::connect(const ExchangePtr &exchange, const std::string &message)
{
    const auto selector = decodeConnectProcess(message);
    if (!selector)
        return EventStream::refuse(exchange, invalidArgument(selector.error()));
    if (const auto process = m_table.find(*selector)) {
        const auto stream = openStream(exchange, process);
        stream->send(ProcessStarted{.pid = process->info().pid});
        return process->attach(stream);
    }
    const auto *const ended = m_table.findEnded(*selector);
    if (!ended)
        return EventStream::refuse(exchange, notFound(*selector));
    const auto stream = openStream(exchange, nullptr);
    stream->send(ProcessStarted{.pid = ended->info.pid});
    stream->send(ended->end);
    stream->end();
}

} // namespace Sandglass
