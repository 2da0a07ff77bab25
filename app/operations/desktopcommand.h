// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <client/processapi.h>
#include <core/request.h>

#include <QtCore/QByteArray>
#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <chrono>
#include <memory>
#include <optional>
#include <string>

namespace Sandglass {

/// What a shell command in a sandbox came to. Of more output than `mostOutput` only the end.
struct CommandOutcome {
    int exitCode = -1; ///< 127: there is no such program; -1: a signal ended it
    QByteArray output;
    QByteArray errors;

    [[nodiscard]] bool succeeded() const { return exitCode == 0; }
    friend bool operator==(const CommandOutcome &, const CommandOutcome &) = default;
};

/// One command of the desktop's way up (protocol page "desktop", section 1), run by a login shell
/// of the sandbox's user: an act. Destroying it stops watching and leaves the command alone. GUI
/// thread.
class DesktopCommand final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DesktopCommand)

public:
    static constexpr qsizetype mostOutput = 16 * 1024;

    /// The display of every desktop sandbox; commands find it in their environment.
    static constexpr const char *display = ":0";

    explicit DesktopCommand(ProcessApi api, QObject *parent = nullptr);
    ~DesktopCommand() override;

    /// Runs it to its end. One that takes longer is killed: Timeout.
    void run(const std::string &command, std::chrono::milliseconds limit);
    /// Starts what goes on by itself: `started` when it runs, `finished` only if it ends while this
    /// object watches.
    void launch(const std::string &command);

    [[nodiscard]] bool isActive() const { return m_stream != nullptr; }

Q_SIGNALS:
    void started();
    /// Last act: a slot may destroy this object.
    void finished(const Sandglass::Result<Sandglass::CommandOutcome> &outcome);

private:
    void take(const ProcessData &data);
    void takeEnd(const Result<ProcessEnded> &result);
    void giveUp();
    void fail(Error error);

    ProcessApi m_api;
    CommandOutcome m_outcome;
    std::optional<quint32> m_pid;
    std::unique_ptr<ProcessStream> m_stream;
    QTimer m_limit;
    Request m_kill;
};

} // namespace Sandglass
