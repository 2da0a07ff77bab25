// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <host/http/httpserver.h>

#include <atomic>
#include <memory>
#include <string>
#include <utility>

namespace Sandglass {

/// A small application over every way to answer.
struct Application {
    std::atomic<int> requests = 0;
    std::atomic<int> disconnected = 0;
    std::atomic<int> writesInFlight = 0;
    std::atomic<std::size_t> written = 0;
    std::atomic<std::size_t> bodyRead = 0;

    void operator()(const std::shared_ptr<Exchange> &exchange)
    {
        ++requests;
        const auto path = exchange->head().path();
        if (path == "/echo")
            echo(exchange);
        else if (path == "/pieces")
            pieces(exchange);
        else if (path == "/length")
            length(exchange);
        else if (path == "/stream")
            stream(exchange);
        else if (path == "/begin") {
            exchange->startResponse(200, {{"Content-Length", "10"}});
            exchange->write("half");
        } else if (path == "/raw" || exchange->head().method == "CONNECT")
            raw(exchange);
        else if (path == "/ignore")
            exchange->respond({.status = 200, .headers = {}, .body = "ignored"});
        else if (path == "/empty")
            exchange->respond({.status = 204, .headers = {}, .body = "never sent"});
        // everything else is dropped
    }

    void echo(const std::shared_ptr<Exchange> &exchange)
    {
        exchange->readBody(1000, [exchange](Result<std::string> body) {
            if (body)
                exchange->respond(
                    {.status = 200, .headers = {}, .body = exchange->head().method + ' ' + *body});
            else
                exchange->respond(jsonError(body.error().httpStatus, body.error().detail));
        });
    }

    void pieces(const std::shared_ptr<Exchange> &exchange)
    {
        if (!exchange->isResponseStarted())
            exchange->startResponse(200, {{"Content-Type", "text/plain"}});
        exchange->readSome([this, exchange](Result<std::string> piece) {
            if (!piece)
                return exchange->abort();
            bodyRead += piece->size();
            if (piece->empty())
                return exchange->finish();
            exchange->write(std::move(*piece),
                            [this, exchange](Result<void>) { pieces(exchange); });
        });
    }

    static void length(const std::shared_ptr<Exchange> &exchange)
    {
        exchange->startResponse(200, {{"Content-Length", "6"}});
        exchange->write("abc");
        exchange->write("defghi");
        exchange->finish();
    }

    void stream(const std::shared_ptr<Exchange> &exchange)
    {
        exchange->startResponse(200, {});
        exchange->onDisconnected([this] { ++disconnected; });
        if (exchange->head().query() == "silent")
            return keep(exchange);
        endless(exchange);
    }

    void endless(const std::shared_ptr<Exchange> &exchange)
    {
        ++writesInFlight;
        exchange->write(std::string(10'000, 'x'), [this, exchange](Result<void> done) {
            --writesInFlight;
            written += 10'000;
            if (done)
                endless(exchange);
        });
    }

    void keep(const std::shared_ptr<Exchange> &exchange) { kept = exchange; }

    static void raw(const std::shared_ptr<Exchange> &exchange)
    {
        auto stream = std::make_shared<ByteStream>(
            exchange->takeConnection({.status = 101, .headers = {{"Upgrade", "echo"}}}));
        answer(stream);
    }

    static void answer(const std::shared_ptr<ByteStream> &stream)
    {
        stream->read([stream](Result<std::string> bytes) {
            if (!bytes || bytes->empty())
                return stream->write("bye", [stream](Result<void>) { stream->close(); });
            stream->write("<" + *bytes + ">");
            answer(stream);
        });
    }

    std::shared_ptr<Exchange> kept;
};

} // namespace Sandglass
