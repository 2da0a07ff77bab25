// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <client/curlhandles.h>
#include <client/httpmessage.h>
#include <client/streaminbox.h>
#include <core/result.h>

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace Sandglass {

/// The control block of one operation on the network thread: its libcurl handle and all that the
/// handle points at. Operations are told apart by an id that is never used again, not by the
/// handle, whose address may be.
class CurlTransfer final
{
    Q_DISABLE_COPY_MOVE(CurlTransfer)

public:
    using Id = std::uint64_t;
    static constexpr std::size_t mostOfABody = 64UL << 20U;

    /// A call, or a stream when there is an inbox; `news` says that the inbox got something.
    CurlTransfer(Id id, HttpRequest request, std::shared_ptr<StreamInbox> inbox,
                 std::function<void()> news);

    [[nodiscard]] static CurlTransfer *of(CURL *easy);
    [[nodiscard]] Id id() const { return m_id; }
    [[nodiscard]] CURL *easy() const { return m_easy.get(); }
    [[nodiscard]] bool isStream() const { return m_inbox != nullptr; }
    [[nodiscard]] const HttpRequest &request() const { return m_request; }
    /// Long and heavy: it must not share what calls share.
    [[nodiscard]] bool isBulk() const { return m_request.source || m_request.sink; }
    /// The body could not be opened: the transfer must not begin, and takeResponse() says why.
    [[nodiscard]] bool isRefused() const { return m_refusal.has_value(); }

    /// True at most once: forgets what came so that the handle can be added again.
    [[nodiscard]] bool prepareRepeat(CURLcode code);
    /// The end of a call.
    [[nodiscard]] Result<HttpResponse> takeResponse(CURLcode code);
    /// The end of a stream, into the inbox.
    void finishStream(CURLcode code);

private:
    void setOptions();
    void setMethod();
    void setHeaders();
    void setCallOptions();
    void setStreamOptions();
    void setBulkOptions();
    void openSource();
    static std::size_t onHeader(char *bytes, std::size_t, std::size_t size, void *self);
    static std::size_t onBody(char *bytes, std::size_t, std::size_t size, void *self);
    static std::size_t onRead(char *room, std::size_t, std::size_t size, void *self);
    static int onSeek(void *self, curl_off_t offset, int origin);
    [[nodiscard]] std::size_t takeBody(std::string_view bytes);
    [[nodiscard]] bool takeHead();
    [[nodiscard]] std::optional<Error> redirectError() const;
    [[nodiscard]] Error errorOf(CURLcode code) const;

    const Id m_id;
    HttpRequest m_request;
    std::shared_ptr<StreamInbox> m_inbox;
    std::function<void()> m_news;
    HttpResponse m_response;
    bool m_headComplete = false;
    bool m_sinkOpened = false;      ///< the answer is what the sink was waiting for
    std::optional<Error> m_refusal; ///< why we ended the transfer ourselves
    std::array<char, CURL_ERROR_SIZE> m_errorBuffer{};
    CurlSlist m_headerLines;
    CurlEasy m_easy; // last: it points at what is above
};

} // namespace Sandglass
