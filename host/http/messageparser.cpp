// SPDX-License-Identifier: GPL-3.0-or-later
// The only file that includes Beast: it costs seconds and hundreds of megabytes to compile.
#include <host/http/messageparser.h>

#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/error.hpp>

#include <variant>

namespace Sandglass {

namespace http = boost::beast::http;
using boost::system::error_code;

namespace {

/// What both directions collect.
struct Collected {
    MessageLimits limits;
    RequestHead request;
    int status = 0;
    Headers headers;
    std::string *body = nullptr; ///< of the feed() that runs
    bool isHeadDone = false;

    void addField(std::string_view name, std::string_view value, error_code &error)
    {
        // Trailers come here too. Nobody waits for them.
        if (isHeadDone)
            return;
        if (headers.size() >= limits.headers)
            error = make_error_code(http::error::header_limit);
        else
            headers.add(std::string(name), std::string(value));
    }
};

template<bool isRequest>
class Parser final : public http::basic_parser<isRequest>
{
public:
    explicit Parser(Collected &collected) : m_collected(collected)
    {
        this->eager(true);
        this->body_limit(boost::none);
        this->header_limit(static_cast<std::uint32_t>(collected.limits.headBytes));
    }

protected:
    using View = boost::beast::string_view;

    void on_request_impl(http::verb, View method, View target, int version, error_code &) override
    {
        m_collected.request.method = method;
        m_collected.request.target = target;
        m_collected.request.minorVersion = version % 10;
    }
    void on_response_impl(int code, View, int, error_code &) override { m_collected.status = code; }
    void on_field_impl(http::field, View name, View value, error_code &error) override
    {
        m_collected.addField(name, value, error);
    }
    void on_header_impl(error_code &) override { m_collected.isHeadDone = true; }
    void on_body_init_impl(const boost::optional<std::uint64_t> &, error_code &) override {}
    std::size_t on_body_impl(View bytes, error_code &) override
    {
        m_collected.body->append(bytes);
        return bytes.size();
    }
    void on_chunk_header_impl(std::uint64_t, View, error_code &) override {}
    std::size_t on_chunk_body_impl(std::uint64_t, View bytes, error_code &) override
    {
        m_collected.body->append(bytes);
        return bytes.size();
    }
    void on_finish_impl(error_code &) override {}

private:
    Collected &m_collected;
};

int statusFor(const error_code &error)
{
    if (error == http::error::header_limit)
        return 431;
    return error == http::error::bad_version ? 505 : 400;
}

} // namespace

struct MessageParser::State {
    State(Kind kind, MessageLimits limits)
        : collected{.limits = limits, .request = {}, .headers = {}}
    {
        if (kind == Kind::Request)
            parser.emplace<Parser<true>>(collected);
        else
            parser.emplace<Parser<false>>(collected);
    }

    template<typename Visit>
    auto visit(Visit visitor)
    {
        if (auto *const request = std::get_if<Parser<true>>(&parser))
            return visitor(*request);
        return visitor(std::get<Parser<false>>(parser));
    }

    Result<void> fail(std::string detail, int status)
    {
        error = Error{.kind = Error::Kind::Protocol,
                      .detail = std::move(detail),
                      .httpStatus = status,
                      .operationId = {}};
        return std::unexpected(*error);
    }

    Collected collected;
    std::variant<std::monostate, Parser<true>, Parser<false>> parser;
    std::size_t headBytes = 0;
    std::optional<Error> error;
};

MessageParser::MessageParser(Kind kind, MessageLimits limits)
    : m_state(std::make_unique<State>(kind, limits))
{
}
MessageParser::MessageParser(MessageParser &&) noexcept = default;
MessageParser &MessageParser::operator=(MessageParser &&) noexcept = default;
MessageParser::~MessageParser() = default;

void MessageParser::expectNoBody()
{
    m_state->visit([](auto &parser) { parser.skip(true); });
}

Result<void> MessageParser::feed(std::string &input, std::string &body)
{
    auto &state = *m_state;
    if (state.error)
        return std::unexpected(*state.error);
    // Some clients end a request's body with a line break of its own, which then precedes the next
    // one.
    while (state.headBytes == 0 && !isHeadDone() && input.starts_with("\r\n"))
        input.erase(0, 2);
    if (state.headBytes == 0 && input == "\r")
        return {};
    state.collected.body = &body;
    error_code error;
    std::size_t taken = 0;
    if (!isDone() && !input.empty()) {
        const boost::asio::const_buffer bytes(input.data(), input.size());
        taken = state.visit([&](auto &parser) { return parser.put(bytes, error); });
    }
    state.collected.body = nullptr;
    if (error && error != http::error::need_more)
        return state.fail(error.message(), statusFor(error));
    input.erase(0, taken);
    // Beast limits what it has not understood yet, not the sum: a head could grow field by field.
    const auto limit = state.collected.limits.headBytes;
    if (!state.collected.isHeadDone) {
        state.headBytes += taken;
        if (state.headBytes + input.size() > limit)
            return state.fail("the message head is too large", 431);
    } else if (!isDone() && input.size() > limit) {
        return state.fail("the first line of a chunk is too long", 400);
    }
    return {};
}

Result<void> MessageParser::feedEnd()
{
    auto &state = *m_state;
    if (state.error)
        return std::unexpected(*state.error);
    if (isDone())
        return {};
    error_code error = make_error_code(http::error::partial_message);
    if (state.collected.isHeadDone)
        state.visit([&](auto &parser) { parser.put_eof(error); });
    if (error)
        return state.fail("the message ended too early", 400);
    return {};
}

bool MessageParser::isHeadDone() const
{
    return m_state->collected.isHeadDone;
}

bool MessageParser::isDone() const
{
    return m_state->visit([](const auto &parser) { return parser.is_done(); });
}

bool MessageParser::keepsAlive() const
{
    return m_state->visit([](const auto &parser) { return parser.keep_alive(); });
}

RequestHead MessageParser::takeRequest()
{
    auto head = std::move(m_state->collected.request);
    head.headers = std::move(m_state->collected.headers);
    return head;
}

ResponseHead MessageParser::takeResponse()
{
    return {.status = m_state->collected.status, .headers = std::move(m_state->collected.headers)};
}

} // namespace Sandglass
