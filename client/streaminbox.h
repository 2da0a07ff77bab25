// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <client/httpmessage.h>
#include <core/result.h>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace Sandglass {

struct StreamHead {
    int status = 0;
    HttpHeaders headers;
};
struct StreamBytes {
    std::int64_t skipped = 0; ///< dropped just before `bytes`
    std::string bytes;
};
using StreamPortion = std::variant<std::monostate, StreamHead, StreamBytes, Result<void>>;

/// Where the network thread leaves what a stream brought, and the consumer's thread takes it;
/// bounded. When it is full, either the transfer has to wait, or whole envelopes are dropped,
/// oldest first but never the first one of all (it tells the pid), so that framing survives.
class StreamInbox final
{
public:
    static constexpr std::size_t capacity = 1UL << 20U;

    explicit StreamInbox(SlowConsumer policy) : m_policy(policy) {}

    // Network thread.
    void setHead(StreamHead head);
    /// False when it is full: offer the same bytes again once there is room.
    [[nodiscard]] bool offer(std::string_view bytes);
    void finish(Result<void> result);
    /// True when the consumer has to be told: it knows of nothing since its latest take().
    [[nodiscard]] bool claimWakeUp();

    // Consumer's thread.
    struct Taken {
        StreamPortion portion; ///< head, then bytes, then the end; monostate when there is nothing
        bool hasRoomAgain = false; ///< a refused offer would succeed now: said once
    };
    [[nodiscard]] Taken take(std::size_t mostBytes);

private:
    void cutEnvelopes();
    void append(std::string chunk);
    void dropOldest();

    const SlowConsumer m_policy;
    std::mutex m_mutex;
    std::optional<StreamHead> m_head;
    bool m_enveloped =
        false; ///< chunks are whole envelopes; what is still incomplete waits in m_partial
    bool m_unreadable = false; ///< no envelopes after all: the consumer's parser will say so
    std::string m_partial;
    std::deque<std::string> m_chunks;
    std::size_t m_size = 0; ///< of all chunks
    bool m_firstTaken = false;
    std::int64_t m_skipped = 0;
    bool m_refused = false;
    bool m_awake = false;
    std::optional<Result<void>> m_end;
};

} // namespace Sandglass
