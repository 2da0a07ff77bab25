// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vnc/helperchild.h>

#include <QtCore/QObject>
#include <QtCore/QString>

#include <memory>

class QSocketNotifier;

namespace Sandglass {

/// One running decoder, watched from the GUI thread. Destroying it kills the decoder.
class HelperProcess final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HelperProcess)

public:
    explicit HelperProcess(QObject *parent = nullptr);
    ~HelperProcess() override;

    /// Once: exited() follows when it ends.
    void adopt(HelperChild child);
    [[nodiscard]] bool isRunning() const { return m_child.pid() > 0; }
    /// Whether it ended by its own decision, having said what it had to say.
    [[nodiscard]] bool hasExitedWell() const { return m_exitedWell; }
    /// Zero when it does not run.
    [[nodiscard]] pid_t pid() const { return m_child.pid(); }
    void kill() { m_child.kill(); }
    /// For the end of the app, when no event loop runs any more: gives it that long, then kills it.
    void endWithin(std::chrono::milliseconds patience);

Q_SIGNALS:
    /// In words: "code 0", "signal 11".
    void exited(const QString &how);

private:
    void reap();

    HelperChild m_child;
    bool m_exitedWell = false;
    std::unique_ptr<QSocketNotifier> m_notifier; ///< after m_child: it must go first
};

} // namespace Sandglass
