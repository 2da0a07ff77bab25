// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <host/agent/directorywatch.h>

#include <vector>

namespace Sandglass {

/// A watch whose events wait until they are taken. Owned by the service.
class PolledWatch final
{
public:
    explicit PolledWatch(std::shared_ptr<DirectoryWatch> watch) : m_watch(std::move(watch)) {}
    ~PolledWatch() { m_watch->stop(); }
    PolledWatch(const PolledWatch &) = delete;
    PolledWatch &operator=(const PolledWatch &) = delete;

    /// `started` runs once, with what is wrong if it cannot be watched; then possibly inside of the
    /// call.
    void start(std::function<void(const std::optional<ConnectError> &)> started);
    /// What has happened since the last time; internal once when events were given up because they
    /// had grown too many, and ever after when the watch has failed.
    [[nodiscard]] std::expected<std::vector<FileEvent>, ConnectError> take();

private:
    void changed(FileEvent event);
    void failed(const ConnectError &error);

    std::shared_ptr<DirectoryWatch> m_watch;
    std::function<void(const std::optional<ConnectError> &)> m_started;
    std::vector<FileEvent> m_events;
    std::optional<ConnectError> m_error;
    std::size_t m_lost = 0;
};

} // namespace Sandglass
