// SPDX-License-Identifier: GPL-3.0-or-later
#include <protocol/apierror.h>
#include <protocol/jsonfields.h>

namespace Sandglass {

namespace {

constexpr std::size_t maximumCharacters = 500;

bool isContinuationByte(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// Where the text ends after so many characters.
std::size_t endOfCharacters(std::string_view text, std::size_t count)
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!isContinuationByte(text[i]) && count-- == 0)
            return i;
    }
    return text.size();
}

/// Bytes of a stranger as one line: runs of white space and control characters become a space.
std::string oneLine(std::string_view text)
{
    std::string line;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte > 0x20 && byte != 0x7F)
            line += c;
        else if (!line.empty() && line.back() != ' ')
            line += ' ';
    }
    if (line.ends_with(' '))
        line.pop_back();
    return line;
}

/// `text` with invalid UTF-8 replaced. The JSON writer knows how; its quotes come off again.
std::string validUtf8(const std::string &text)
{
    const auto cleaned = Json::parse(Json::dump(text));
    const auto *clean = cleaned ? cleaned->get_ptr<const std::string *>() : nullptr;
    return clean ? *clean : std::string();
}

std::string shownText(std::string_view body)
{
    // A character has at most four bytes; white space that is going to be dropped may come on top.
    const std::string line = oneLine(body.substr(0, 16 * maximumCharacters));
    return validUtf8(line.substr(0, endOfCharacters(line, maximumCharacters)));
}

std::string statusText(int httpStatus)
{
    return "HTTP " + std::to_string(httpStatus);
}

std::string plainDetail(int httpStatus, std::string_view body)
{
    std::string text = shownText(body);
    if (text.empty())
        return statusText(httpStatus);
    if (text.front() == '<')
        return statusText(httpStatus) + " with an HTML page";
    return text;
}

} // namespace

std::string encodeApiError(const ApiErrorBody &error)
{
    Json::Value object{{"code", error.code}, {"message", error.message}};
    if (!error.sandboxId.empty())
        object["sandboxId"] = error.sandboxId;
    if (error.port)
        object["port"] = *error.port;
    return Json::dump(object);
}

Error errorFromAnswer(int httpStatus, std::string_view body)
{
    Error error{.kind = kindOfStatus(httpStatus),
                .detail = {},
                .httpStatus = httpStatus,
                .operationId = {}};
    const auto value = Json::parse(body);
    if (!value || !value->is_object()) {
        error.detail = plainDetail(httpStatus, body);
        return error;
    }
    Json::Problem ignored;
    const Json::Object object(*value, ignored, {});
    std::string message;
    object.read("message", message);
    error.detail = shownText(message);
    if (error.detail.empty())
        error.detail = statusText(httpStatus);
    // Only the sandbox proxy names the sandbox. The 502 of any other gateway says nothing about
    // one.
    if (httpStatus == 502 && object.member("sandboxId"))
        error.kind = object.member("port") ? Error::Kind::Network : Error::Kind::NotFound;
    return error;
}

Error::Kind kindOfStatus(int httpStatus)
{
    switch (httpStatus) {
    case 401:
        return Error::Kind::Unauthorized;
    case 403:
        return Error::Kind::Forbidden;
    case 404:
        return Error::Kind::NotFound;
    case 408:
        return Error::Kind::Timeout;
    case 409:
        return Error::Kind::Conflict;
    case 429:
        return Error::Kind::RateLimited;
    default:
        return httpStatus >= 500 && httpStatus < 600 ? Error::Kind::Server : Error::Kind::Protocol;
    }
}

} // namespace Sandglass
