// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <client/processapi.h>
#include <core/request.h>

#include <QByteArray>
#include <QElapsedTimer>
#include <QObject>

#include <cstdint>
#include <memory>
#include <optional>

namespace Sandglass {

/// A login shell on a PTY of a sandbox. Input is sent strictly in order, one request at a time;
/// what waits meanwhile goes together. When the connection breaks it attaches to the same pid once
/// more and says so; output of the gap is lost. Destroying it only detaches. Signals come from the
/// event loop; a slot may destroy the stream.
class PtyStream final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PtyStream)

public:
    explicit PtyStream(ProcessApi api, QObject *parent = nullptr);
    ~PtyStream() override;

    /// Starts `/bin/bash -i -l`; `envs` go over TERM, LANG and COLORTERM. Once, and not together
    /// with attach().
    void start(std::uint32_t cols, std::uint32_t rows, const StringMap &envs = {});
    void attach(std::uint32_t pid);

    /// Bytes of the keyboard; kept until the shell has started.
    void write(const QByteArray &bytes);
    void resize(std::uint32_t cols, std::uint32_t rows);
    /// Ends the shell (that one pid). finished() or killFailed() follows; keep the object until
    /// then.
    void kill();
    /// Detaches; the shell lives on. No signal follows.
    void close();

    [[nodiscard]] std::optional<std::uint32_t> pid() const { return m_pid; }
    [[nodiscard]] bool isOpen() const { return m_stream != nullptr; }

Q_SIGNALS:
    void started(quint32 pid);
    void received(const QByteArray &bytes);
    void skipped(qint64 bytes);
    /// The connection was lost and is back; what the shell printed meanwhile is missing.
    void reconnected();
    /// Input did not arrive, or not surely; what waited behind it was dropped, so that no command
    /// runs with a gap.
    void inputFailed(const Sandglass::Error &error);
    void killFailed(const Sandglass::Error &error);
    void finished(const Sandglass::Result<Sandglass::ProcessEnded> &result);

private:
    void watch(std::unique_ptr<ProcessStream> stream);
    void takeStart(std::uint32_t pid);
    void takeEnd(const Result<ProcessEnded> &result);
    [[nodiscard]] bool mayReconnect(const Error &error) const;
    void sendInput();
    void sendSize();
    void sendKill();

    ProcessApi m_api;
    std::optional<std::uint32_t> m_pid;
    QByteArray m_waiting;                ///< input that was not sent yet
    std::optional<PtySize> m_wantedSize; ///< not sent yet
    std::optional<PtySize> m_size;       ///< what the shell was told
    bool m_killWanted = false;
    bool m_reconnecting = false;
    QElapsedTimer m_attached; ///< since the latest (re)connection
    bool m_reconnectedOnce = false;
    // Last: their handlers look at what is above.
    std::unique_ptr<ProcessStream> m_stream;
    Request m_input;
    Request m_update;
    Request m_kill;
};

} // namespace Sandglass
