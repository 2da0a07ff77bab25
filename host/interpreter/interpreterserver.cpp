// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/interpreter/interpreterserver.h>

#include <algorithm>

namespace Sandglass {

namespace {

constexpr std::size_t maximumBody = 16UL << 20U;
constexpr std::string_view contextPrefix = "/contexts/";
constexpr std::string_view restartSuffix = "/restart";

Response textResponse(int status, std::string text)
{
    return {.status = status,
            .headers = {{"Content-Type", "text/plain; charset=utf-8"}},
            .body = std::move(text)};
}

Response unknownContext(const std::string &id)
{
    return textResponse(404, "Context " + id + " not found");
}

/// Reads the body and decodes it, or answers why that is not possible.
template<typename T>
void readRequest(const std::shared_ptr<Exchange> &exchange, Result<T> (*decode)(std::string_view),
                 std::move_only_function<void(T)> handler)
{
    exchange->readBody(maximumBody, [exchange, decode, handler = std::move(handler)](
                                        Result<std::string> body) mutable {
        if (!body)
            return exchange->respond(
                textResponse(std::max(body.error().httpStatus, 400), body.error().detail));
        auto request = decode(*body);
        if (!request)
            return exchange->respond(jsonResponse(422, encodeRequestProblem(request.error())));
        handler(std::move(*request));
    });
}

} // namespace

InterpreterServer::InterpreterServer(boost::asio::io_context &io, ContextTable &contexts)
    : m_contexts(contexts),
      m_server(io, [this](const ExchangePtr &exchange) { handle(exchange); })
{
}

void InterpreterServer::handle(const ExchangePtr &exchange)
{
    const auto &head = exchange->head();
    const std::string route = head.method + ' ' + std::string(head.path());
    if (route == "GET /health")
        exchange->respond(jsonResponse(200, "\"OK\""));
    else if (route == "POST /execute")
        execute(exchange);
    else if (route == "POST /contexts")
        createContext(exchange);
    else if (route == "GET /contexts")
        exchange->respond(jsonResponse(200, encodeCodeContexts(m_contexts.list())));
    else if (head.path().starts_with(contextPrefix))
        handleContext(exchange);
    else
        exchange->respond(textResponse(404, "Not Found"));
}

void InterpreterServer::execute(const ExchangePtr &exchange)
{
    readRequest<ExecutionRequest>(
        exchange, decodeExecutionRequest,
        [this, exchange](ExecutionRequest request) { start(exchange, std::move(request)); });
}

void InterpreterServer::start(const ExchangePtr &exchange, ExecutionRequest request)
{
    if (request.contextId && request.language)
        return exchange->respond(
            textResponse(400, "Only one of context_id or language can be provided"));
    std::shared_ptr<KernelContext> context;
    if (request.contextId) {
        context = m_contexts.find(*request.contextId);
        if (!context)
            return exchange->respond(unknownContext(*request.contextId));
    } else {
        auto found = m_contexts.defaultContext(request.language.value_or(""));
        if (!found)
            return exchange->respond(textResponse(500, found.error().detail));
        context = std::move(*found);
    }
    context->run({.code = std::move(request.code), .variables = std::move(request.envVars)},
                 exchange);
}

void InterpreterServer::createContext(const ExchangePtr &exchange)
{
    readRequest<NewCodeContext>(
        exchange, decodeNewCodeContext, [this, exchange](const NewCodeContext &wanted) {
            const auto context = m_contexts.create(wanted);
            exchange->respond(context ? jsonResponse(200, encodeCodeContext((*context)->info()))
                                      : textResponse(500, context.error().detail));
        });
}

void InterpreterServer::handleContext(const ExchangePtr &exchange)
{
    const auto &head = exchange->head();
    std::string id(head.path().substr(contextPrefix.size()));
    const bool isRestart = head.method == "POST" && id.ends_with(restartSuffix);
    if (isRestart)
        id.resize(id.size() - restartSuffix.size());
    else if (head.method != "DELETE")
        return exchange->respond(textResponse(405, "Method Not Allowed"));
    const auto context = m_contexts.find(id);
    if (!context)
        return exchange->respond(unknownContext(id));
    if (!isRestart) {
        m_contexts.remove(id);
    } else if (const auto started = context->restart(); !started) {
        return exchange->respond(
            textResponse(500, "Failed to restart context: " + started.error().detail));
    }
    exchange->respond(jsonResponse(200, "null"));
}

} // namespace Sandglass
