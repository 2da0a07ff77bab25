// SPDX-License-Identifier: GPL-3.0-or-later
#include <client/curlerror.h>
#include <client/curlurl.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace Sandglass {

namespace {

std::string oneLine(std::string text)
{
    std::ranges::replace_if(text, [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
    while (text.ends_with(' '))
        text.pop_back();
    return text;
}

std::string systemText(CURL *easy)
{
    long number = 0;
    curl_easy_getinfo(easy, CURLINFO_OS_ERRNO, &number);
    if (number == 0)
        return {};
    char text[128] = {};
    return strerror_r(static_cast<int>(number), text, sizeof text);
}

std::string withReason(const std::string &text, const std::string &reason)
{
    return reason.empty() ? text : text + ": " + reason;
}

Error connectError(CURL *easy, const std::string &place)
{
    long number = 0;
    curl_easy_getinfo(easy, CURLINFO_OS_ERRNO, &number);
    if (number == ECONNREFUSED)
        return {.kind = Error::Kind::Network, .detail = "connection to " + place + " refused"};
    return {.kind = Error::Kind::Network,
            .detail = withReason("no connection to " + place, systemText(easy))};
}

Error timeoutError(CURL *easy, const std::string &place)
{
    curl_off_t connected = 0;
    curl_off_t total = 0;
    curl_easy_getinfo(easy, CURLINFO_CONNECT_TIME_T, &connected);
    curl_easy_getinfo(easy, CURLINFO_TOTAL_TIME_T, &total);
    const std::string waited = " within " + std::to_string((total + 500'000) / 1'000'000) + " s";
    return {.kind = Error::Kind::Timeout,
            .detail = (connected == 0 ? "no connection to " : "no complete answer from ") + place +
                      waited};
}

bool isTlsCode(CURLcode code)
{
    switch (code) {
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_CRL_BADFILE:
    case CURLE_SSL_INVALIDCERTSTATUS:
    case CURLE_SSL_PINNEDPUBKEYNOTMATCH:
    case CURLE_SSL_CLIENTCERT:
        return true;
    default:
        return false;
    }
}

} // namespace

bool isBrokenConnection(CURLcode code)
{
    return code == CURLE_RECV_ERROR || code == CURLE_SEND_ERROR || code == CURLE_GOT_NOTHING ||
           code == CURLE_PARTIAL_FILE;
}

Error errorOfCurl(CURL *easy, CURLcode code, const std::string &url, const std::string &buffer)
{
    const std::string place = placeOf(url);
    const std::string reason = oneLine(buffer.empty() ? curl_easy_strerror(code) : buffer);
    if (isTlsCode(code))
        return {.kind = Error::Kind::Tls,
                .detail = "no secure connection to " + place + ": " + reason};
    switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
        return {.kind = Error::Kind::Network,
                .detail = "the name of " + place + " could not be found"};
    case CURLE_COULDNT_RESOLVE_PROXY:
        return {.kind = Error::Kind::Network, .detail = "the name of the proxy could not be found"};
    case CURLE_COULDNT_CONNECT:
        return connectError(easy, place);
    case CURLE_OPERATION_TIMEDOUT:
        return timeoutError(easy, place);
    case CURLE_GOT_NOTHING:
        return {.kind = Error::Kind::Network,
                .detail = place + " closed the connection without an answer"};
    case CURLE_PARTIAL_FILE:
        return {.kind = Error::Kind::Network, .detail = "the answer from " + place + " broke off"};
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
        return {.kind = Error::Kind::Network,
                .detail = withReason("the connection to " + place + " broke", systemText(easy))};
    case CURLE_UNSUPPORTED_PROTOCOL: // HTTP/0.9: something else than a status line came
    case CURLE_WEIRD_SERVER_REPLY:
        return {.kind = Error::Kind::Protocol, .detail = place + " does not answer in HTTP"};
    case CURLE_URL_MALFORMAT:
        return {.kind = Error::Kind::Policy, .detail = "the address cannot be read"};
    case CURLE_LOGIN_DENIED:
        return {.kind = Error::Kind::Policy, .detail = "the address contains a user name"};
    case CURLE_TOO_LARGE:
    case CURLE_BAD_CONTENT_ENCODING:
        return {.kind = Error::Kind::Protocol,
                .detail = "the answer from " + place + ": " + reason};
    default:
        return {.kind = Error::Kind::Network,
                .detail = "the connection to " + place + ": " + reason};
    }
}

} // namespace Sandglass
