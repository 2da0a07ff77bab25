// SPDX-License-Identifier: GPL-3.0-or-later
#include <protocol/apierror.h>
#include <protocol/connectframe.h>
#include <protocol/jsonfields.h>

#include <algorithm>
#include <array>

namespace Sandglass {

namespace {

struct CodeMeaning {
    std::string_view code;
    int httpStatus;
    Error::Kind kind;
};

/// connectrpc.com, "Error codes". Where the status is a bare 400 or 409 the code says more than the
/// status does.
constexpr std::array<CodeMeaning, 16> meanings{{
    {.code = "canceled", .httpStatus = 499, .kind = Error::Kind::Network},
    {.code = "unknown", .httpStatus = 500, .kind = Error::Kind::Server},
    {.code = "invalid_argument", .httpStatus = 400, .kind = Error::Kind::Protocol},
    {.code = "deadline_exceeded", .httpStatus = 504, .kind = Error::Kind::Timeout},
    {.code = "not_found", .httpStatus = 404, .kind = Error::Kind::NotFound},
    {.code = "already_exists", .httpStatus = 409, .kind = Error::Kind::Conflict},
    {.code = "permission_denied", .httpStatus = 403, .kind = Error::Kind::Forbidden},
    {.code = "resource_exhausted", .httpStatus = 429, .kind = Error::Kind::RateLimited},
    {.code = "failed_precondition", .httpStatus = 400, .kind = Error::Kind::Conflict},
    {.code = "aborted", .httpStatus = 409, .kind = Error::Kind::Conflict},
    {.code = "out_of_range", .httpStatus = 400, .kind = Error::Kind::Protocol},
    {.code = "unimplemented", .httpStatus = 501, .kind = Error::Kind::Protocol},
    {.code = "internal", .httpStatus = 500, .kind = Error::Kind::Server},
    {.code = "unavailable", .httpStatus = 503, .kind = Error::Kind::Server},
    {.code = "data_loss", .httpStatus = 500, .kind = Error::Kind::Server},
    {.code = "unauthenticated", .httpStatus = 401, .kind = Error::Kind::Unauthorized},
}};

/// "unknown" for a code that is none.
const CodeMeaning &meaningOf(std::string_view code)
{
    const auto found = std::ranges::find(meanings, code, &CodeMeaning::code);
    return found == meanings.end() ? meanings[1] : *found;
}

struct EndFrame {
    std::optional<ConnectError> error;
};

void readEnd(const Json::Object &object, EndFrame &end)
{
    const auto error = object.object("error");
    if (!error)
        return;
    end.error.emplace();
    error->read("code", end.error->code);
    error->read("message", end.error->message);
    if (end.error->code.empty())
        end.error->code = "unknown";
}

/// A failed call has its code as a text; a number there comes from something else than a Connect
/// server.
void readUnary(const Json::Object &object, ConnectError &error)
{
    object.read("code", error.code, Json::Presence::Required);
    const Json::Value *message = object.member("message");
    if (message && message->is_string())
        object.read("message", error.message);
}

} // namespace

std::string encodeConnectError(const ConnectError &error)
{
    Json::Value object{{"code", error.code}};
    if (!error.message.empty())
        object["message"] = error.message;
    return Json::dump(object);
}

int httpStatusOf(std::string_view connectCode)
{
    return meaningOf(connectCode).httpStatus;
}

Error errorFromConnect(const ConnectError &error)
{
    const CodeMeaning &meaning = meaningOf(error.code);
    const std::string &text = error.message.empty() ? error.code : error.message;
    // The same cleaning as for any other text of a stranger.
    Error cleaned = errorFromAnswer(meaning.httpStatus, encodeApiError({.message = text}));
    cleaned.kind = meaning.kind;
    return cleaned;
}

Result<std::optional<ConnectError>> decodeConnectEnd(std::string_view payload)
{
    const auto end =
        Json::decode<EndFrame>(payload, "end of the stream: ", Json::Dialect::Plain, readEnd);
    if (!end)
        return std::unexpected(end.error());
    return end->error;
}

Error errorFromUnaryAnswer(int httpStatus, std::string_view body)
{
    const auto error = Json::decode<ConnectError>(body, {}, Json::Dialect::Plain, readUnary);
    if (!error || error->code.empty())
        return errorFromAnswer(httpStatus, body);
    Error read = errorFromConnect(*error);
    read.httpStatus = httpStatus;
    return read;
}

} // namespace Sandglass
