// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <client/httptransport.h>
#include <client/streaminbox.h>

#include <functional>
#include <memory>

namespace Sandglass {

/// The consumer's end of a stream: empties the inbox on the consumer's thread, a slice per turn of
/// the event loop.
class CurlStream final : public HttpStream
{
    Q_DISABLE_COPY_MOVE(CurlStream)

public:
    /// How it reaches the network thread; both may be called after the transport is gone.
    struct Controls {
        std::function<void()> resume;
        std::function<void()> close;
    };

    CurlStream(std::shared_ptr<StreamInbox> inbox, Controls controls);
    ~CurlStream() override;

    void pause() override;
    void resume() override;
    void close() override;

    /// Something arrived.
    void deliver();

private:
    enum class After { GoOn, Stop };
    [[nodiscard]] After emitPortion(StreamPortion portion);

    std::shared_ptr<StreamInbox> m_inbox;
    Controls m_controls;
    bool m_paused = false;
    bool m_closed = false;
};

} // namespace Sandglass
