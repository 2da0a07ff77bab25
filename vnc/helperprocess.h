// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vnc/helper/ownedfd.h>

#include <QtCore/QObject>
#include <QtCore/QString>

#include <sys/types.h>

#include <chrono>
#include <csignal>
#include <memory>

class QSocketNotifier;

namespace Sandglass {

/// One running decoder. Started without a shell and with an empty environment; besides /dev/null it
/// inherits exactly two descriptors: 3, the RFB stream, and 4, the control socket. Held by a pid
/// descriptor, so that no signal ever meets a stranger. Lives in the GUI thread; destroying it
/// kills the decoder and reaps it.
class HelperProcess final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HelperProcess)

public:
    explicit HelperProcess(QObject *parent = nullptr);
    ~HelperProcess() override;

    /// Zero, or the system's error number. The descriptors are closed here in either case.
    [[nodiscard]] int start(const QString &program, Rfb::OwnedFd rfb, Rfb::OwnedFd control);
    [[nodiscard]] bool isRunning() const { return m_pid > 0; }
    /// Whether it ended by its own decision, having said what it had to say.
    [[nodiscard]] bool hasExitedWell() const { return m_exitedWell; }
    /// Zero when it does not run.
    [[nodiscard]] pid_t pid() const { return m_pid; }
    /// exited() follows.
    void kill();
    /// For the end of the app, when no event loop runs any more: gives it that long, then kills it.
    void endWithin(std::chrono::milliseconds patience);

Q_SIGNALS:
    /// In words: "code 0", "signal 11".
    void exited(const QString &how);

private:
    void reap();
    void noteEnd(const siginfo_t &info);

    pid_t m_pid = 0;
    bool m_exitedWell = false;
    Rfb::OwnedFd m_pidfd;
    std::unique_ptr<QSocketNotifier> m_notifier; ///< after m_pidfd: it must go first
};

} // namespace Sandglass
