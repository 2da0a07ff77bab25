// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <client/access/access.h>

#include <QString>

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace Sandglass {

/// Header lines in order. Names compare without regard to case.
class HttpHeaders final
{
public:
    HttpHeaders() = default;
    HttpHeaders(std::initializer_list<std::pair<std::string, std::string>> lines) : m_lines(lines)
    {
    }

    void add(std::string name, std::string value)
    {
        m_lines.emplace_back(std::move(name), std::move(value));
    }
    /// The first one of that name; nothing when there is none.
    [[nodiscard]] std::optional<std::string> find(std::string_view name) const;
    /// The same, empty when there is none.
    [[nodiscard]] std::string value(std::string_view name) const;
    [[nodiscard]] const std::vector<std::pair<std::string, std::string>> &lines() const
    {
        return m_lines;
    }
    friend bool operator==(const HttpHeaders &, const HttpHeaders &) = default;

private:
    std::vector<std::pair<std::string, std::string>> m_lines;
};

class HttpBodySink;
class HttpBodySource;

/// What a stream does when its consumer is slower than the service.
enum class SlowConsumer {
    Pause,         ///< stop reading: for transfers and processes that we started ourselves
    SkipEnvelopes, ///< keep reading and drop the oldest whole Connect envelopes, saying how much:
                   ///< for watching
};

struct HttpRequest {
    std::string method = "GET";
    std::string url; ///< absolute, already percent-encoded, http or https
    HttpHeaders headers;
    std::string body;
    /// 0: 15 s when observing, 75 s when acting (the services' own deadline is 70 s). Not used by
    /// streams.
    std::chrono::milliseconds timeout{0};
    Access access = Access::Observe;
    Access permitted = Access::Act; ///< the most that the connection allows
    /// May be sent twice: when the connection breaks before the answer is complete, the transport
    /// sends it once more.
    bool repeatable = false;
    /// Must not be sent twice by anybody: it avoids kept connections, whose breaking libcurl cures
    /// by sending again.
    bool freshConnection = false;
    SlowConsumer slowConsumer = SlowConsumer::Pause; ///< streams only
    /// Streams and bulk bodies: broken when nothing moves for so long. 0: never. The default is two
    /// keepalives of envd and 10 s.
    std::chrono::seconds silenceLimit{110};
    /// A bulk body straight from or to a file; calls only. Such a call has no deadline but the
    /// silence limit. `source` replaces `body`; an answer with status 200 goes into `sink`.
    std::shared_ptr<HttpBodySource> source;
    std::shared_ptr<HttpBodySink> sink;
    QString connectionId; ///< for logs
};

struct HttpResponse {
    int status = 0;
    HttpHeaders headers;
    std::string body; ///< decoded; at most 64 MiB
    friend bool operator==(const HttpResponse &, const HttpResponse &) = default;
};

} // namespace Sandglass
