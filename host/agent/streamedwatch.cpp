// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/agent/connectcall.h>
#include <host/agent/streamedwatch.h>

#include <utility>

namespace Sandglass {

namespace {

/// Some twenty thousand events.
constexpr std::size_t maximumWaiting = 4UL << 20U;

} // namespace

StreamedWatch::StreamedWatch(boost::asio::io_context &context, std::shared_ptr<Exchange> exchange,
                             std::shared_ptr<DirectoryWatch> watch)
    : m_exchange(exchange),
      m_stream(std::make_shared<EventStream>(context, std::move(exchange),
                                             encodeWatchEvent(WatchKeepalive{}))),
      m_watch(std::move(watch)),
      m_waiting(std::make_shared<std::size_t>(0))
{
}

void StreamedWatch::start(std::function<void()> ended)
{
    m_ended = std::move(ended);
    // The watch tells nothing any more once it has been stopped, which finish() and our end do.
    const auto problem =
        m_watch->start({.armed = [this] { armed(); },
                        .changed = [this](const FileEvent &event) { changed(event); },
                        .failed = [this](const ConnectError &error) { failed(error); }});
    if (problem)
        failed(*problem);
}

// The head goes out only now: the first message of all has to be the start, not a keepalive.
void StreamedWatch::armed()
{
    m_hasBegun = true;
    m_stream->begin(keepaliveOf(m_exchange->head()), [weak = weak_from_this()] {
        if (const auto self = weak.lock())
            self->finish();
    });
    if (const auto timeout = timeoutOf(m_exchange->head()).value_or(std::nullopt))
        m_stream->setDeadline(*timeout);
    m_stream->sendMessage(encodeWatchEvent(WatchStarted{}));
}

void StreamedWatch::changed(const FileEvent &event)
{
    const auto message = encodeWatchEvent(event);
    if (*m_waiting + message.size() > maximumWaiting)
        return failed({.code = "internal",
                       .message = "the changes are not read fast enough: the watch ends"});
    *m_waiting += message.size();
    m_stream->sendMessage(
        message, std::shared_ptr<void>(static_cast<void *>(nullptr),
                                       [waiting = m_waiting, size = message.size()](const void *) {
                                           *waiting -= size;
                                       }));
}

void StreamedWatch::failed(const ConnectError &error)
{
    if (m_hasBegun)
        m_stream->end(error);
    else
        EventStream::refuse(m_exchange, error);
    finish();
}

void StreamedWatch::finish()
{
    const auto self = shared_from_this();
    m_watch->stop();
    if (const auto ended = std::exchange(m_ended, nullptr))
        ended();
}

} // namespace Sandglass
