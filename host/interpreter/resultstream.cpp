// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/interpreter/resultstream.h>

#include <chrono>
#include <format>
#include <utility>

namespace Sandglass {

using namespace std::chrono_literals;

namespace {

constexpr auto silence = 5000ms;
constexpr std::size_t congestedAt = 1UL << 20U;
constexpr std::size_t relievedAt = 256UL << 10U;

/// As Python writes it: "2026-01-02T03:04:05.678901+00:00".
std::string timestampNow()
{
    const auto now =
        std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
    return std::format("{:%FT%T}+00:00", now);
}

} // namespace

ResultStream::ResultStream(boost::asio::io_context &io, std::shared_ptr<Exchange> exchange)
    : m_exchange(std::move(exchange)),
      m_keepalive(io)
{
}

void ResultStream::begin(std::move_only_function<void()> left,
                         std::move_only_function<void()> relieved)
{
    m_left = std::move(left);
    m_relieved = std::move(relieved);
    m_exchange->startResponse(200, {}); // the service sends no Content-Type either
    m_exchange->onDisconnected([weak = weak_from_this()] {
        if (const auto self = weak.lock())
            self->close();
    });
    armKeepalive();
}

void ResultStream::send(ExecutionEvent event)
{
    if (!m_exchange)
        return;
    if (auto *output = std::get_if<ExecutionOutput>(&event); output && output->timestamp.empty())
        output->timestamp = timestampNow();
    std::string line = encodeExecutionEvent(event);
    if (line.size() >= maximumExecutionLine) {
        const auto size = std::to_string(line.size() >> 20U);
        line = encodeExecutionEvent(ExecutionOutput{
            .channel = ExecutionOutput::Channel::Stderr,
            .text = "An output of " + size + " MiB was left out: more than the stream can carry.\n",
            .timestamp = timestampNow()});
    }
    write(std::move(line));
    armKeepalive();
}

void ResultStream::write(std::string line)
{
    line += '\n';
    const std::size_t bytes = line.size();
    m_bytesInFlight += bytes;
    m_isCongested = m_isCongested || m_bytesInFlight > congestedAt;
    m_exchange->write(std::move(line), [self = shared_from_this(), bytes](Result<void> result) {
        self->written(bytes, result);
    });
}

void ResultStream::written(std::size_t bytes, const Result<void> &result)
{
    m_bytesInFlight -= bytes;
    if (!result)
        return close();
    if (m_isCongested && m_bytesInFlight <= relievedAt) {
        m_isCongested = false;
        if (m_relieved)
            m_relieved();
    }
}

void ResultStream::end()
{
    if (!m_exchange)
        return;
    send(ExecutionEnded{});
    m_keepalive.cancel();
    m_left = nullptr;
    m_relieved = nullptr;
    std::exchange(m_exchange, nullptr)->finish();
}

// A client that does not take what it has got needs no sign of life, and must not pile them up.
void ResultStream::armKeepalive()
{
    m_keepalive.start(silence, [weak = weak_from_this()] {
        const auto self = weak.lock();
        if (!self || !self->m_exchange)
            return;
        if (self->m_bytesInFlight == 0)
            self->send(ExecutionKeepalive{});
        else
            self->armKeepalive();
    });
}

void ResultStream::close()
{
    m_keepalive.cancel();
    m_relieved = nullptr;
    m_isCongested = false;
    if (const auto exchange = std::exchange(m_exchange, nullptr))
        exchange->abort();
    if (auto left = std::exchange(m_left, nullptr))
        left();
}

} // namespace Sandglass
