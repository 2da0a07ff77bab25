// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/proxyerrors.h>
#include <protocol/apierror.h>
#include <protocol/percent.h>

#include <algorithm>
#include <array>
#include <cctype>

namespace Sandglass {

namespace {

std::string lower(std::string_view text)
{
    std::string result(text);
    std::ranges::transform(result, result.begin(), [](unsigned char c) { return std::tolower(c); });
    return result;
}

/// A person looks at it: a browser's name, and neither a script's fetch nor a wish for JSON.
bool isBrowser(const RequestHead &head)
{
    constexpr std::array names{"mozilla", "chrome", "safari", "firefox", "edge", "opera", "msie"};
    const std::string agent = lower(head.headers.value("User-Agent"));
    if (std::ranges::none_of(names, [&](const char *name) { return agent.contains(name); }))
        return false;
    const std::string mode = lower(head.headers.value("Sec-Fetch-Mode"));
    return !lower(head.headers.value("Accept")).contains("application/json") && mode != "cors" &&
           mode != "same-origin" && mode != "websocket" &&
           !head.headers.contains("X-Requested-With");
}

/// `words` and ids come from here or were checked: nothing in them needs escaping.
Response page(int status, const std::string &words, const std::string &more)
{
    Response response{.status = status, .headers = {}, .body = {}};
    response.headers.add("Content-Type", "text/html; charset=utf-8");
    response.body = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>" +
                    words +
                    "</title><style>body{font-family:sans-serif;margin:4em auto;max-width:36em}"
                    "</style></head><body><h1>" +
                    words + "</h1><p>" + more + "</p></body></html>\n";
    return response;
}

} // namespace

Response sandboxNotFound(const RequestHead &head, const std::string &sandboxId)
{
    const std::string words = "The sandbox was not found";
    if (isBrowser(head))
        return page(502, words, "There is no running sandbox " + sandboxId + " on this computer.");
    return jsonResponse(
        502, encodeApiError({.code = 502, .message = words, .sandboxId = sandboxId, .port = {}}));
}

Response portNotOpen(const RequestHead &head, const std::string &sandboxId, int port)
{
    const std::string words = "The sandbox is running but port is not open";
    if (isBrowser(head))
        return page(502, words,
                    "Nothing listens on port " + std::to_string(port) + " of sandbox " + sandboxId +
                        ".");
    return jsonResponse(
        502, encodeApiError({.code = 502, .message = words, .sandboxId = sandboxId, .port = port}));
}

Response badRoute(const std::string &words)
{
    Response response{.status = 400, .headers = {}, .body = words};
    response.headers.add("Content-Type", "text/plain; charset=utf-8");
    return response;
}

std::optional<Response> refuseReservedPath(const RequestHead &head)
{
    constexpr std::array reserved{"/init",     "/freeze", "/unfreeze", "/collapse",
                                  "/fsfreeze", "/fsthaw", "/upgrade"};
    // Whatever the agent might read as one of them.
    const std::string decoded = percentDecode(head.path()).value_or(std::string(head.path()));
    std::string path;
    for (const char c : decoded) {
        if (c != '/' || !path.ends_with('/'))
            path.push_back(c);
    }
    if (path.size() > 1 && path.ends_with('/'))
        path.pop_back();
    for (const char *one : reserved) {
        if (path == one)
            return jsonResponse(404,
                                std::string(R"({"message":"This endpoint is reserved for the E2B )"
                                            R"(control plane and is not reachable through the )"
                                            R"(sandbox URL","path":")") +
                                    one + R"(","code":404})");
    }
    return std::nullopt;
}

} // namespace Sandglass
