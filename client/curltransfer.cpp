// SPDX-License-Identifier: GPL-3.0-or-later
#include <client/curlerror.h>
#include <client/curltransfer.h>
#include <client/curlurl.h>
#include <client/httpbody.h>

#include <chrono>
#include <string_view>
#include <utility>

namespace Sandglass {

namespace {

constexpr std::chrono::milliseconds observeTimeout{15'000};
constexpr std::chrono::milliseconds actTimeout{75'000};
constexpr std::chrono::milliseconds connectTimeout{10'000};

std::chrono::milliseconds timeoutOf(const HttpRequest &request)
{
    if (request.timeout.count() > 0)
        return request.timeout;
    return request.access == Access::Act ? actTimeout : observeTimeout;
}

} // namespace

CurlTransfer::CurlTransfer(Id id, HttpRequest request, std::shared_ptr<StreamInbox> inbox,
                           std::function<void()> news)
    : m_id(id),
      m_request(std::move(request)),
      m_inbox(std::move(inbox)),
      m_news(std::move(news)),
      m_easy(curl_easy_init())
{
    setOptions();
    setMethod();
    setHeaders();
    if (isBulk())
        setBulkOptions();
    else if (isStream())
        setStreamOptions();
    else
        setCallOptions();
}

CurlTransfer *CurlTransfer::of(CURL *easy)
{
    char *self = nullptr;
    curl_easy_getinfo(easy, CURLINFO_PRIVATE, &self);
    return reinterpret_cast<CurlTransfer *>(self);
}

void CurlTransfer::setOptions()
{
    CURL *const easy = m_easy.get();
    curl_easy_setopt(easy, CURLOPT_PRIVATE, this);
    curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, m_errorBuffer.data());
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    // Without it, removing a handle that waits for DNS waits with it, and every other transfer too.
    curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L);
    curl_easy_setopt(easy, CURLOPT_URL, m_request.url.c_str());
    curl_easy_setopt(easy, CURLOPT_PATH_AS_IS, 1L); // an id ".." must not climb
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(easy, CURLOPT_DISALLOW_USERNAME_IN_URL, 1L);
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 2L);
    curl_easy_setopt(easy, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(connectTimeout.count()));
    curl_easy_setopt(easy, CURLOPT_TCP_KEEPALIVE, 1L);
    curl_easy_setopt(easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, &CurlTransfer::onHeader);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, this);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, &CurlTransfer::onBody);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, this);
    if (m_request.freshConnection)
        curl_easy_setopt(easy, CURLOPT_FRESH_CONNECT, 1L);
    if (isLoopback(m_request.url))
        curl_easy_setopt(easy, CURLOPT_PROXY, ""); // whatever the environment says
}

void CurlTransfer::setMethod()
{
    CURL *const easy = m_easy.get();
    if (m_request.method == "GET") {
        curl_easy_setopt(easy, CURLOPT_HTTPGET, 1L);
        return;
    }
    if (m_request.source) {
        openSource();
    } else if (m_request.method == "POST" || !m_request.body.empty()) {
        curl_easy_setopt(easy, CURLOPT_POST, 1L);
        curl_easy_setopt(easy, CURLOPT_POSTFIELDS, m_request.body.data());
        curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE,
                         static_cast<curl_off_t>(m_request.body.size()));
    }
    if (m_request.method != "POST")
        curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST, m_request.method.c_str());
}

void CurlTransfer::setHeaders()
{
    const auto add = [this](const std::string &line) {
        if (curl_slist *extended = curl_slist_append(m_headerLines.get(), line.c_str())) {
            (void)m_headerLines.release(); // it is a part of the extended list now
            m_headerLines.reset(extended);
        }
    };
    for (const auto &[name, value] : m_request.headers.lines()) {
        std::string line = name;
        line += value.empty() ? ";" : ": "; // libcurl's way to send an empty one
        line += value;
        add(line);
    }
    if (!m_request.headers.find("Content-Type"))
        add("Content-Type:"); // libcurl would call it a form
    add("Expect:");
    curl_easy_setopt(easy(), CURLOPT_HTTPHEADER, m_headerLines.get());
    curl_easy_setopt(easy(), CURLOPT_USERAGENT, "Sandglass/" SANDGLASS_VERSION);
}

void CurlTransfer::setCallOptions()
{
    curl_easy_setopt(easy(), CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_2TLS));
    // Wait for a handshake that may bring HTTP/2; without TLS there is none, and waiting would
    // queue all calls up behind the first answer.
    if (m_request.url.starts_with("https:"))
        curl_easy_setopt(easy(), CURLOPT_PIPEWAIT, 1L);
    curl_easy_setopt(easy(), CURLOPT_ACCEPT_ENCODING, "");
    curl_easy_setopt(easy(), CURLOPT_TIMEOUT_MS, static_cast<long>(timeoutOf(m_request).count()));
}

void CurlTransfer::setStreamOptions()
{
    curl_easy_setopt(easy(), CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
    curl_easy_setopt(easy(), CURLOPT_LOW_SPEED_LIMIT, 1L);
    curl_easy_setopt(easy(), CURLOPT_LOW_SPEED_TIME,
                     static_cast<long>(m_request.silenceLimit.count()));
}

std::size_t CurlTransfer::onHeader(char *bytes, std::size_t, std::size_t size, void *self)
{
    auto &transfer = *static_cast<CurlTransfer *>(self);
    const std::string_view line(bytes, size);
    const bool endsHead = line == "\r\n" || line == "\n";
    if (endsHead && !transfer.m_headComplete && !transfer.takeHead())
        return CURL_WRITEFUNC_ERROR;
    return size;
}

bool CurlTransfer::takeHead()
{
    long status = 0;
    curl_easy_getinfo(easy(), CURLINFO_RESPONSE_CODE, &status);
    if (status < 200)
        return true; // 100 Continue and the like: the real head follows
    m_headComplete = true;
    m_response.status = static_cast<int>(status);
    const curl_header *header = nullptr;
    while ((header =
                curl_easy_nextheader(easy(), CURLH_HEADER, -1, const_cast<curl_header *>(header))))
        m_response.headers.add(header->name, header->value);
    m_refusal = redirectError();
    if (m_refusal)
        return false;
    if (m_inbox) {
        m_inbox->setHead({.status = m_response.status, .headers = m_response.headers});
        m_news();
    }
    if (!m_request.sink || m_response.status != 200)
        return true;
    if (auto opened = m_request.sink->open(m_response.headers); !opened)
        m_refusal = std::move(opened.error());
    m_sinkOpened = !m_refusal;
    return m_sinkOpened;
}

std::optional<Error> CurlTransfer::redirectError() const
{
    const auto location = m_response.headers.find("Location");
    if (m_response.status / 100 != 3 || !location)
        return std::nullopt;
    return Error{.kind = Error::Kind::Protocol,
                 .detail =
                     placeOf(m_request.url) + " sends us on to " +
                     redirectTarget(m_request.url, *location) +
                     ", where we do not follow with the key: enter that address if it is right",
                 .httpStatus = m_response.status};
}

std::size_t CurlTransfer::onBody(char *bytes, std::size_t, std::size_t size, void *self)
{
    auto &transfer = *static_cast<CurlTransfer *>(self);
    const std::string_view view(bytes, size);
    if (transfer.m_inbox) {
        if (!transfer.m_inbox->offer(view))
            return CURL_WRITEFUNC_PAUSE;
        transfer.m_news();
        return size;
    }
    return transfer.takeBody(view);
}

std::size_t CurlTransfer::takeBody(std::string_view bytes)
{
    if (m_sinkOpened) {
        if (auto written = m_request.sink->write(bytes); !written) {
            m_refusal = std::move(written.error());
            return CURL_WRITEFUNC_ERROR;
        }
        return bytes.size();
    }
    std::string &body = m_response.body;
    if (body.size() + bytes.size() > mostOfABody) {
        m_refusal =
            Error{.kind = Error::Kind::Protocol,
                  .detail = "the answer from " + placeOf(m_request.url) + " is larger than 64 MiB",
                  .httpStatus = m_response.status};
        return CURL_WRITEFUNC_ERROR;
    }
    body += bytes;
    return bytes.size();
}

bool CurlTransfer::prepareRepeat(CURLcode code)
{
    if (isStream() || isBulk() || !isBrokenConnection(code) ||
        !std::exchange(m_request.repeatable, false))
        return false;
    m_response = {};
    m_headComplete = false;
    m_errorBuffer = {};
    return true;
}

Error CurlTransfer::errorOf(CURLcode code) const
{
    if (m_refusal)
        return *m_refusal;
    Error error = errorOfCurl(easy(), code, m_request.url, m_errorBuffer.data());
    error.httpStatus = m_response.status;
    return error;
}

Result<HttpResponse> CurlTransfer::takeResponse(CURLcode code)
{
    if (m_refusal || code != CURLE_OK)
        return std::unexpected(errorOf(code));
    if (!m_headComplete) // libcurl is content with half a head
        return failure(Error::Kind::Network,
                       "the answer from " + placeOf(m_request.url) + " broke off");
    if (m_sinkOpened) {
        if (auto finished = m_request.sink->finish(); !finished)
            return std::unexpected(std::move(finished.error()));
    }
    return std::move(m_response);
}

void CurlTransfer::finishStream(CURLcode code)
{
    m_inbox->finish(code == CURLE_OK ? Result<void>() : std::unexpected(errorOf(code)));
    m_news();
}

} // namespace Sandglass
