// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <client/connectstream.h>
#include <protocol/filesystem.h>

#include <QObject>

#include <chrono>
#include <memory>
#include <string>
#include <vector>

namespace Sandglass {

/// The changes below one directory: a WatchDir stream of envd (protocol page "envd", section 4.3).
/// It always drains: when we are too slow, events are dropped and skipped() says so. Destroying or
/// closing it ends the watch. Signals come from the event loop of the opening thread; a slot may
/// destroy the stream.
class WatchStream final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WatchStream)

public:
    /// `secrets` are removed from error details.
    WatchStream(std::unique_ptr<HttpStream> stream, std::vector<std::string> secrets);
    ~WatchStream() override;

    void setSilenceLimit(std::chrono::milliseconds limit); ///< for tests and slow networks
    /// No signal follows.
    void close();

Q_SIGNALS:
    /// Armed: changes from here on are told.
    void started();
    void changed(const Sandglass::FileEvent &event);
    /// Events of so many bytes were dropped here: list the directory again.
    void skipped(qint64 bytes);
    /// A watch has no end of its own: success means that the service ended it.
    void finished(const Sandglass::Result<void> &result);

private:
    void take(const QByteArray &message);

    std::vector<std::string> m_secrets;
    ConnectStream m_stream;
};

} // namespace Sandglass
