// SPDX-License-Identifier: GPL-3.0-or-later
#include <client/curlhandles.h>
#include <client/curlurl.h>

#include <arpa/inet.h>

#include <string_view>

namespace Sandglass {

namespace {

std::string partOf(CURLU *url, CURLUPart part)
{
    char *text = nullptr;
    if (!url || curl_url_get(url, part, &text, 0) != CURLUE_OK)
        return {};
    return CurlText(text).get();
}

CurlUrl parsed(const std::string &url)
{
    CurlUrl handle(curl_url());
    if (handle && curl_url_set(handle.get(), CURLUPART_URL, url.c_str(), 0) != CURLUE_OK)
        handle.reset();
    return handle;
}

std::string hostAndPort(CURLU *url)
{
    const std::string host = partOf(url, CURLUPART_HOST);
    const std::string port = partOf(url, CURLUPART_PORT);
    if (host.empty())
        return "the given address";
    return port.empty() ? host : host + ':' + port;
}

} // namespace

std::string placeOf(const std::string &url)
{
    return hostAndPort(parsed(url).get());
}

std::string pathOf(const std::string &url)
{
    return partOf(parsed(url).get(), CURLUPART_PATH);
}

bool isLoopback(const std::string &url)
{
    std::string host = partOf(parsed(url).get(), CURLUPART_HOST);
    if (host.ends_with('.'))
        host.pop_back();
    if (host == "localhost" || host.ends_with(".localhost") || host == "[::1]")
        return true;
    in_addr address{};
    return inet_pton(AF_INET, host.c_str(), &address) == 1 && (ntohl(address.s_addr) >> 24U) == 127;
}

std::string redirectTarget(const std::string &url, const std::string &location)
{
    const CurlUrl handle = parsed(url);
    if (!handle || curl_url_set(handle.get(), CURLUPART_URL, location.c_str(), 0) != CURLUE_OK)
        return "an address that cannot be read";
    return partOf(handle.get(), CURLUPART_SCHEME) + "://" + hostAndPort(handle.get());
}

} // namespace Sandglass
