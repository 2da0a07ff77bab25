// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vnc/helper/ownedfd.h>

#include <QtCore/QString>

#include <sys/types.h>

#include <chrono>
#include <csignal>
#include <expected>
#include <optional>

namespace Sandglass {

/// Owns a decoder's process. Held by a pid descriptor, so that no signal ever meets a stranger;
/// destroying it kills the decoder and reaps it. Used on any thread, one at a time.
class HelperChild final
{
public:
    /// Without a shell and with an empty environment; besides /dev/null it inherits exactly two
    /// descriptors: 3, the RFB stream, and 4, the control socket. They are closed here in either
    /// case. Takes 0.1 ms, on a busy computer until the child gets its turn: not for the GUI
    /// thread. Fails with the system's error number.
    [[nodiscard]] static std::expected<HelperChild, int>
    spawn(const QString &program, Rfb::OwnedFd rfb, Rfb::OwnedFd control);

    HelperChild() = default;
    HelperChild(HelperChild &&other) noexcept;
    HelperChild &operator=(HelperChild &&other) noexcept;
    ~HelperChild();
    Q_DISABLE_COPY(HelperChild)

    /// Zero when it does not run.
    [[nodiscard]] pid_t pid() const { return m_pid; }
    /// Becomes readable when it has exited.
    [[nodiscard]] int pidfd() const { return m_pidfd.get(); }
    void kill() const;
    /// How it ended, if it has by now.
    [[nodiscard]] std::optional<siginfo_t> reap();
    /// Waits that long for it to end by itself, then kills it; empty when it did not run.
    [[nodiscard]] std::optional<siginfo_t> endWithin(std::chrono::milliseconds patience);

private:
    pid_t m_pid = 0;
    Rfb::OwnedFd m_pidfd;
};

} // namespace Sandglass
