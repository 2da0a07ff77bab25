// SPDX-License-Identifier: GPL-3.0-or-later
#include <host/agent/polledwatch.h>

#include <utility>

namespace Sandglass {

namespace {

/// With an entry in each, some ten megabytes.
constexpr std::size_t maximumEvents = 16'384;

} // namespace

void PolledWatch::start(std::function<void(const std::optional<ConnectError> &)> started)
{
    m_started = std::move(started);
    auto problem =
        m_watch->start({.armed = [this] { std::exchange(m_started, nullptr)(std::nullopt); },
                        .changed = [this](FileEvent event) { changed(std::move(event)); },
                        .failed = [this](const ConnectError &error) { failed(error); }});
    if (problem)
        failed(*problem);
}

std::expected<std::vector<FileEvent>, ConnectError> PolledWatch::take()
{
    if (m_error)
        return std::unexpected(*m_error);
    auto events = std::exchange(m_events, {});
    const auto lost = std::exchange(m_lost, 0);
    if (lost == 0)
        return events;
    return std::unexpected(ConnectError{.code = "internal",
                                        .message = "the changes were not asked for in time: " +
                                                   std::to_string(events.size() + lost) +
                                                   " are lost"});
}

void PolledWatch::changed(FileEvent event)
{
    if (m_events.size() < maximumEvents)
        m_events.push_back(std::move(event));
    else
        ++m_lost;
}

void PolledWatch::failed(const ConnectError &error)
{
    m_error = error;
    m_events.clear();
    // May destroy this.
    if (const auto started = std::exchange(m_started, nullptr))
        started(error);
}

} // namespace Sandglass
