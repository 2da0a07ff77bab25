// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/http/message.h>
#include <protocol/apierror.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace Sandglass {

namespace {

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool sameName(std::string_view a, std::string_view b)
{
    return std::ranges::equal(a, b, {}, lower, lower);
}

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// Calls `visit` with each element of a comma list until it returns true.
template<typename Visit>
bool anyElement(std::string_view list, Visit visit)
{
    while (!list.empty()) {
        const auto comma = list.find(',');
        const auto element = trimmed(list.substr(0, comma));
        if (!element.empty() && visit(element))
            return true;
        if (comma == std::string_view::npos)
            return false;
        list.remove_prefix(comma + 1);
    }
    return false;
}

std::string_view reasonOf(int status)
{
    struct Reason {
        int status;
        std::string_view text;
    };
    static constexpr std::array reasons{
        Reason{100, "Continue"},
        Reason{101, "Switching Protocols"},
        Reason{200, "OK"},
        Reason{201, "Created"},
        Reason{202, "Accepted"},
        Reason{204, "No Content"},
        Reason{206, "Partial Content"},
        Reason{301, "Moved Permanently"},
        Reason{302, "Found"},
        Reason{303, "See Other"},
        Reason{304, "Not Modified"},
        Reason{307, "Temporary Redirect"},
        Reason{308, "Permanent Redirect"},
        Reason{400, "Bad Request"},
        Reason{401, "Unauthorized"},
        Reason{403, "Forbidden"},
        Reason{404, "Not Found"},
        Reason{405, "Method Not Allowed"},
        Reason{408, "Request Timeout"},
        Reason{409, "Conflict"},
        Reason{413, "Content Too Large"},
        Reason{415, "Unsupported Media Type"},
        Reason{416, "Range Not Satisfiable"},
        Reason{429, "Too Many Requests"},
        Reason{431, "Request Header Fields Too Large"},
        Reason{500, "Internal Server Error"},
        Reason{501, "Not Implemented"},
        Reason{502, "Bad Gateway"},
        Reason{503, "Service Unavailable"},
        Reason{504, "Gateway Timeout"},
        Reason{507, "Insufficient Storage"},
    };
    const auto *const found = std::ranges::find(reasons, status, &Reason::status);
    return found == reasons.end() ? std::string_view{} : found->text;
}

void appendFields(std::string &text, const Headers &headers)
{
    const auto isBreak = [](char c) { return c == '\r' || c == '\n' || c == '\0'; };
    for (const auto &[name, value] : headers) {
        std::ranges::remove_copy_if(name, std::back_inserter(text), isBreak);
        text += ": ";
        std::ranges::remove_copy_if(value, std::back_inserter(text), isBreak);
        text += "\r\n";
    }
    text += "\r\n";
}

} // namespace

void Headers::add(std::string name, std::string value)
{
    m_fields.push_back({std::move(name), std::move(value)});
}

void Headers::set(std::string name, std::string value)
{
    const auto first =
        std::ranges::find_if(m_fields, [&](const Field &f) { return sameName(f.name, name); });
    if (first == m_fields.end())
        return add(std::move(name), std::move(value));
    m_fields.erase(std::remove_if(std::next(first), m_fields.end(),
                                  [&](const Field &f) { return sameName(f.name, name); }),
                   m_fields.end());
    first->name = std::move(name);
    first->value = std::move(value);
}

void Headers::remove(std::string_view name)
{
    std::erase_if(m_fields, [&](const Field &f) { return sameName(f.name, name); });
}

const std::string *Headers::find(std::string_view name) const
{
    const auto found =
        std::ranges::find_if(m_fields, [&](const Field &f) { return sameName(f.name, name); });
    return found == m_fields.end() ? nullptr : &found->value;
}

std::string_view Headers::value(std::string_view name) const
{
    const auto *const found = find(name);
    return found ? std::string_view(*found) : std::string_view();
}

bool Headers::hasToken(std::string_view name, std::string_view token) const
{
    return std::ranges::any_of(m_fields, [&](const Field &field) {
        return sameName(field.name, name) && anyElement(field.value, [&](std::string_view element) {
                   return sameName(element, token);
               });
    });
}

std::optional<std::uint64_t> Headers::contentLength() const
{
    const auto text = trimmed(value("Content-Length"));
    std::uint64_t length = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), length);
    if (text.empty() || error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return length;
}

std::string_view RequestHead::path() const
{
    return std::string_view(target).substr(0, target.find('?'));
}

std::string_view RequestHead::query() const
{
    const auto mark = target.find('?');
    return mark == std::string::npos ? std::string_view()
                                     : std::string_view(target).substr(mark + 1);
}

bool RequestHead::isUpgrade() const
{
    return headers.hasToken("Connection", "upgrade") && headers.contains("Upgrade");
}

void removeHopByHop(Headers &headers)
{
    std::vector<std::string> names{"Connection",
                                   "Keep-Alive",
                                   "Proxy-Connection",
                                   "Proxy-Authenticate",
                                   "Proxy-Authorization",
                                   "TE",
                                   "Trailer",
                                   "Upgrade",
                                   "Expect"};
    for (const auto &[name, value] : headers) {
        if (!sameName(name, "Connection"))
            continue;
        anyElement(value, [&](std::string_view element) {
            // A client must not be able to strip what frames or routes the message.
            if (!sameName(element, "Content-Length") && !sameName(element, "Transfer-Encoding") &&
                !sameName(element, "Host"))
                names.emplace_back(element);
            return false;
        });
    }
    for (const auto &name : names)
        headers.remove(name);
}

Response jsonResponse(int status, std::string body)
{
    return {.status = status,
            .headers = {{"Content-Type", "application/json; charset=utf-8"}},
            .body = std::move(body)};
}

Response jsonError(int status, std::string_view message)
{
    return jsonResponse(
        status,
        encodeApiError(
            {.code = status, .message = std::string(message), .sandboxId = {}, .port = {}}));
}

std::string formatHead(const RequestHead &head)
{
    std::string text = head.method + ' ' + head.target + " HTTP/1.1\r\n";
    appendFields(text, head.headers);
    return text;
}

std::string formatHead(const ResponseHead &head)
{
    std::string text = "HTTP/1.1 " + std::to_string(head.status) + ' ';
    text += reasonOf(head.status);
    text += "\r\n";
    appendFields(text, head.headers);
    return text;
}

} // namespace Sandglass
