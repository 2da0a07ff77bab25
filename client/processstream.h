// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <client/connectstream.h>
#include <protocol/process.h>

#include <QByteArray>
#include <QObject>

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace Sandglass {

/// The events of one process: a Start or Connect stream of envd. Destroying or closing it detaches
/// and never ends the process. Signals come from the event loop of the opening thread; a slot may
/// destroy the stream.
class ProcessStream final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProcessStream)

public:
    /// `secrets` are removed from error details.
    ProcessStream(std::unique_ptr<HttpStream> stream, std::vector<std::string> secrets);
    ~ProcessStream() override;

    void setSilenceLimit(std::chrono::milliseconds limit); ///< for tests and slow networks
    void close();

Q_SIGNALS:
    void started(quint32 pid);
    void received(const Sandglass::ProcessData &data);
    /// Output of so many bytes (as sent, about 4/3 of what they carried) was dropped here: we were
    /// too slow.
    void skipped(qint64 bytes);
    /// How the process ended. An error says how the stream ended; Network and Timeout mean that the
    /// process may still be running ("state unknown").
    void finished(const Sandglass::Result<Sandglass::ProcessEnded> &result);

private:
    void take(const QByteArray &message);
    void takeEnd(const Result<void> &result);
    void finish(Result<ProcessEnded> result);

    std::vector<std::string> m_secrets;
    ConnectStream m_stream;
    std::optional<ProcessEnded>
        m_ended; ///< the end event; the result only once the end frame came too
};

} // namespace Sandglass
