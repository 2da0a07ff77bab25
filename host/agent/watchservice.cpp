// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/ids.h>
#include <host/agent/connectcall.h>
#include <host/agent/polledwatch.h>
#include <host/agent/streamedwatch.h>
#include <host/agent/watchservice.h>

namespace Sandglass {

namespace {

/// A client that forgets its watchers must not use up the kernel's.
constexpr std::size_t maximumPolled = 256;

ConnectError unknownWatcher(const std::string &id)
{
    return {.code = "not_found", .message = "watcher with id " + id + " not found"};
}

} // namespace

WatchService::WatchService(boost::asio::io_context &context, const UserDatabase &users)
    : m_context(context),
      m_users(users),
      m_inotify(context)
{
}

WatchService::~WatchService() = default;

void WatchService::stream(const std::shared_ptr<Exchange> &exchange, WatchDirectory request)
{
    auto watch =
        std::make_shared<DirectoryWatch>(m_context, m_inotify, m_users, std::move(request));
    const auto streamed = std::make_shared<StreamedWatch>(m_context, exchange, std::move(watch));
    m_streamed.insert(streamed);
    streamed->start([this, weak = std::weak_ptr(streamed)] {
        if (const auto ended = weak.lock())
            m_streamed.erase(ended);
    });
}

void WatchService::create(const std::shared_ptr<Exchange> &exchange, WatchDirectory request)
{
    if (m_polled.size() >= maximumPolled)
        return refuseUnary(exchange, {.code = "resource_exhausted",
                                      .message = "there are too many watchers: remove some"});
    auto watch =
        std::make_shared<DirectoryWatch>(m_context, m_inotify, m_users, std::move(request));
    const auto id = "w" + randomAlphanumeric(20);
    const auto polled = std::make_shared<PolledWatch>(std::move(watch));
    m_polled.emplace(id, polled);
    polled->start([this, exchange, id](const std::optional<ConnectError> &error) {
        if (!error)
            return answerUnary(exchange, encodeWatcherId(id));
        m_polled.erase(id);
        refuseUnary(exchange, *error);
    });
}

void WatchService::answerEvents(const std::shared_ptr<Exchange> &exchange, const std::string &id)
{
    const auto found = m_polled.find(id);
    if (found == m_polled.end())
        return refuseUnary(exchange, unknownWatcher(id));
    if (const auto events = found->second->take())
        answerUnary(exchange, encodeFileEvents(*events));
    else
        refuseUnary(exchange, events.error());
}

void WatchService::remove(const std::shared_ptr<Exchange> &exchange, const std::string &id)
{
    if (m_polled.erase(id) == 0)
        return refuseUnary(exchange, unknownWatcher(id));
    answerUnary(exchange, std::nullopt);
}

} // namespace Sandglass
