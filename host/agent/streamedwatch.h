// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <host/agent/directorywatch.h>
#include <host/agent/eventstream.h>

namespace Sandglass {

/// One WatchDir call: a watch whose events go out as a stream. Owned by the service until `ended`.
class StreamedWatch final : public std::enable_shared_from_this<StreamedWatch>
{
public:
    StreamedWatch(boost::asio::io_context &context, std::shared_ptr<Exchange> exchange,
                  std::shared_ptr<DirectoryWatch> watch);

    /// `ended` may run inside of the call, when the directory cannot be watched.
    void start(std::function<void()> ended);

private:
    void armed();
    void changed(const FileEvent &event);
    void failed(const ConnectError &error);
    void finish();

    std::shared_ptr<Exchange> m_exchange;
    std::shared_ptr<EventStream> m_stream;
    std::shared_ptr<DirectoryWatch> m_watch;
    std::function<void()> m_ended;
    std::shared_ptr<std::size_t> m_waiting; ///< bytes that the client has not taken yet
    bool m_hasBegun = false;
};

} // namespace Sandglass
