// SPDX-License-Identifier: GPL-3.0-or-later
#include <client/streaminbox.h>
#include <protocol/connectframe.h>

#include <utility>

namespace Sandglass {

namespace {

constexpr std::size_t envelopeHead = 5;

std::size_t payloadLength(std::string_view head)
{
    std::size_t length = 0;
    for (std::size_t i = 1; i < envelopeHead; ++i)
        length = (length << 8U) | static_cast<unsigned char>(head[i]);
    return length;
}

} // namespace

void StreamInbox::setHead(StreamHead head)
{
    const std::scoped_lock lock(m_mutex);
    m_enveloped = m_policy == SlowConsumer::SkipEnvelopes &&
                  head.headers.value("Content-Type").starts_with("application/connect+");
    m_head = std::move(head);
}

bool StreamInbox::offer(std::string_view bytes)
{
    const std::scoped_lock lock(m_mutex);
    if (m_unreadable)
        return true;
    if (m_enveloped) {
        m_partial += bytes;
        cutEnvelopes();
        return true;
    }
    if (m_size >= capacity) {
        // A watched answer that is no envelope stream is an error page: its beginning is enough.
        m_refused = m_policy == SlowConsumer::Pause;
        return !m_refused;
    }
    append(std::string(bytes));
    return true;
}

void StreamInbox::cutEnvelopes()
{
    std::size_t position = 0;
    while (!m_unreadable && m_partial.size() - position >= envelopeHead) {
        const std::size_t length = payloadLength(std::string_view(m_partial).substr(position));
        m_unreadable = length > ConnectFrameParser::maximumPayload;
        if (m_unreadable || m_partial.size() - position - envelopeHead < length)
            break;
        append(m_partial.substr(position, envelopeHead + length));
        position += envelopeHead + length;
    }
    m_partial.erase(0, position);
    if (m_unreadable && !m_partial.empty()) {
        append(m_partial.substr(0, envelopeHead)); // enough for the consumer's parser to refuse it
        m_partial.clear();
    }
    dropOldest();
}

void StreamInbox::append(std::string chunk)
{
    m_size += chunk.size();
    m_chunks.push_back(std::move(chunk));
}

void StreamInbox::dropOldest()
{
    const std::size_t kept = m_firstTaken ? 0 : 1;
    while (m_size > capacity && m_chunks.size() > kept + 1) {
        const auto oldest = m_chunks.begin() + static_cast<std::ptrdiff_t>(kept);
        m_skipped += static_cast<std::int64_t>(oldest->size());
        m_size -= oldest->size();
        m_chunks.erase(oldest);
    }
}

void StreamInbox::finish(Result<void> result)
{
    const std::scoped_lock lock(m_mutex);
    if (!m_partial.empty())
        append(std::exchange(m_partial, {})); // cut off inside an envelope: the consumer sees that
    m_end = std::move(result);
}

bool StreamInbox::claimWakeUp()
{
    const std::scoped_lock lock(m_mutex);
    return !std::exchange(m_awake, true);
}

StreamInbox::Taken StreamInbox::take(std::size_t mostBytes)
{
    const std::scoped_lock lock(m_mutex);
    m_awake = false;
    if (auto head = std::exchange(m_head, std::nullopt))
        return {.portion = std::move(*head)};
    if (m_chunks.empty()) {
        if (auto end = std::exchange(m_end, std::nullopt))
            return {.portion = std::move(*end)};
        return {};
    }
    StreamBytes taken;
    if (m_firstTaken)
        taken.skipped = std::exchange(m_skipped, 0);
    do {
        taken.bytes += m_chunks.front();
        m_chunks.pop_front();
    } while (m_firstTaken && !m_chunks.empty() && taken.bytes.size() < mostBytes);
    m_firstTaken = true; // the first goes alone: what was skipped came after it
    m_size -= taken.bytes.size();
    const bool room = m_refused && m_size < capacity / 2;
    if (room)
        m_refused = false;
    return {.portion = std::move(taken), .hasRoomAgain = room};
}

} // namespace Sandglass
