// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/agent/connectcall.h>
#include <host/agent/eventstream.h>
#include <host/agent/fileerror.h>

#include <algorithm>
#include <cctype>
#include <charconv>

namespace Sandglass {

namespace {

constexpr std::chrono::seconds defaultKeepalive{90};
constexpr std::int64_t longestKeepalive = 24L * 3600;

bool isCompressed(const RequestHead &head, std::string_view header)
{
    const auto coding = head.headers.value(header);
    return !coding.empty() && coding != "identity";
}

ConnectError compressionRefused()
{
    return {.code = "unimplemented",
            .message = "compressed requests are not supported: send identity"};
}

/// Kept alive by the read in flight.
class EnvelopeReader final : public std::enable_shared_from_this<EnvelopeReader>
{
public:
    EnvelopeReader(std::shared_ptr<Exchange> exchange,
                   std::move_only_function<void(std::string)> handler)
        : m_exchange(std::move(exchange)),
          m_handler(std::move(handler))
    {
    }

    void next()
    {
        m_exchange->readSome([self = shared_from_this()](Result<std::string> bytes) {
            if (!bytes)
                return EventStream::refuse(self->m_exchange, invalidArgument(bytes.error().detail));
            self->m_parser.feed(*bytes);
            auto frame = self->m_parser.next();
            if (!frame)
                EventStream::refuse(self->m_exchange, invalidArgument(frame.error().detail));
            else if (*frame && !(*frame)->endOfStream)
                self->m_handler(std::move((*frame)->payload));
            else if (*frame || bytes->empty())
                EventStream::refuse(self->m_exchange,
                                    invalidArgument("the request holds no message"));
            else
                self->next();
        });
    }

private:
    std::shared_ptr<Exchange> m_exchange;
    std::move_only_function<void(std::string)> m_handler;
    ConnectFrameParser m_parser;
};

} // namespace

std::string contentTypeOf(const RequestHead &head)
{
    const auto value = head.headers.value("Content-Type");
    std::string type(value.substr(0, value.find(';')));
    while (type.ends_with(' '))
        type.pop_back();
    std::ranges::transform(type, type.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return type;
}

bool refusesForm(const std::shared_ptr<Exchange> &exchange, std::string_view contentType)
{
    if (exchange->head().method != "POST") {
        exchange->respond({.status = 405, .headers = {{"Allow", "POST"}}, .body = {}});
        return true;
    }
    if (contentTypeOf(exchange->head()) != contentType) {
        exchange->respond(
            {.status = 415, .headers = {{"Accept-Post", std::string(contentType)}}, .body = {}});
        return true;
    }
    return false;
}

void refuseUnknownPath(const std::shared_ptr<Exchange> &exchange)
{
    exchange->respond({.status = 404,
                       .headers = {{"Content-Type", "text/plain; charset=utf-8"}},
                       .body = "404 page not found\n"});
}

std::expected<std::optional<std::chrono::milliseconds>, ConnectError>
timeoutOf(const RequestHead &head)
{
    const auto *const text = head.headers.find("Connect-Timeout-Ms");
    if (!text)
        return std::nullopt;
    std::int64_t value = 0;
    const bool isNumber = std::ranges::all_of(*text, [](char c) { return c >= '0' && c <= '9'; });
    if (!isNumber || text->empty() || text->size() > 10)
        return std::unexpected(invalidArgument("Connect-Timeout-Ms must be 1 to 10 digits"));
    std::from_chars(text->data(), text->data() + text->size(), value);
    return std::chrono::milliseconds(value);
}

std::chrono::seconds keepaliveOf(const RequestHead &head)
{
    const auto text = head.headers.value("Keepalive-Ping-Interval");
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc() || end != text.data() + text.size() || value <= 0)
        return defaultKeepalive;
    return std::chrono::seconds(std::min(value, longestKeepalive));
}

void readUnaryMessage(const std::shared_ptr<Exchange> &exchange,
                      std::move_only_function<void(std::string)> handler)
{
    if (isCompressed(exchange->head(), "Content-Encoding"))
        return refuseUnary(exchange, compressionRefused());
    exchange->readBody(maximumMessage, [exchange, handler = std::move(handler)](
                                           Result<std::string> body) mutable {
        if (body)
            handler(std::move(*body));
        else if (body.error().kind == Error::Kind::Policy)
            refuseUnary(exchange, {.code = "resource_exhausted", .message = body.error().detail});
        else
            refuseUnary(exchange, invalidArgument(body.error().detail));
    });
}

void readStreamMessage(const std::shared_ptr<Exchange> &exchange,
                       std::move_only_function<void(std::string)> handler)
{
    if (isCompressed(exchange->head(), "Connect-Content-Encoding"))
        return EventStream::refuse(exchange, compressionRefused());
    std::make_shared<EnvelopeReader>(exchange, std::move(handler))->next();
}

void answerUnary(const std::shared_ptr<Exchange> &exchange, std::string json)
{
    exchange->respond({.status = 200,
                       .headers = {{"Content-Type", "application/json"}},
                       .body = std::move(json)});
}

void refuseUnary(const std::shared_ptr<Exchange> &exchange, const ConnectError &error)
{
    exchange->respond({.status = httpStatusOf(error.code),
                       .headers = {{"Content-Type", "application/json"}},
                       .body = encodeConnectError(error)});
}

void answerUnary(const std::shared_ptr<Exchange> &exchange,
                 const std::optional<ConnectError> &error)
{
    if (error)
        refuseUnary(exchange, *error);
    else
        answerUnary(exchange, std::string("{}"));
}

void refuseCall(const std::shared_ptr<Exchange> &exchange, const ConnectError &error)
{
    if (contentTypeOf(exchange->head()).starts_with("application/connect+"))
        EventStream::refuse(exchange, error);
    else
        refuseUnary(exchange, error);
}

} // namespace Sandglass
