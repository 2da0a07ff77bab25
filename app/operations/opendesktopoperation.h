// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/operations/desktopcommand.h>

#include <QtCore/QDeadlineTimer>
#include <QtCore/QSize>
#include <QtCore/QString>

#include <memory>
#include <optional>
#include <string>

namespace Sandglass {

/// Brings the desktop of a sandbox up, so that port 6080 leads to its picture: display, session,
/// VNC server, WebSocket proxy, by the commands of the protocol page "desktop", sections 1 and 2.
/// What runs already is used and never started twice, whoever started it. An act, on an explicit
/// request alone. Destroying it stops waiting; what was started goes on. GUI thread.
class OpenDesktopOperation final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OpenDesktopOperation)

public:
    /// `resolution` in pixels; a display that is there already keeps its own.
    explicit OpenDesktopOperation(ProcessApi api, QSize resolution = {1024, 768},
                                  QObject *parent = nullptr);
    ~OpenDesktopOperation() override;

    void start();

    /// Once it has failed: because programs of a desktop are missing, so that trying again is of no
    /// use.
    [[nodiscard]] bool lacksPrograms() const { return m_lacksPrograms; }

Q_SIGNALS:
    void stepped(const QString &words);
    /// The stream is there. The password is empty where an older stream keeps it to itself.
    void finished(const QByteArray &password);
    /// Plain text: which step, and what the program printed.
    void failed(const QString &words);

private:
    using Step = void (OpenDesktopOperation::*)(const CommandOutcome &);
    /// A program in the background whose readiness is asked for again and again.
    struct Wait {
        std::string question; ///< exit code 0: it is ready
        Step ready = nullptr;
        std::string logFile; ///< where it prints to; empty: its own output
    };

    void takeDisplay(const CommandOutcome &outcome);
    void lookForSession(const CommandOutcome &outcome);
    void takeSession(const CommandOutcome &outcome);
    void takeSessionManager(const CommandOutcome &outcome);
    void lookForServer(const CommandOutcome &outcome);
    void takeServer(const CommandOutcome &outcome);
    void takePasswordFile(const CommandOutcome &outcome);
    void storePassword(const CommandOutcome &outcome);
    void startServer(const CommandOutcome &outcome);
    void takeNewServer(const CommandOutcome &outcome);
    void lookForProxy();
    void takeProxy(const CommandOutcome &outcome);
    void finish(const CommandOutcome &outcome);

    void enter(const QString &words);
    void run(const std::string &command, Step next);
    void takeOutcome(const Result<CommandOutcome> &outcome);
    void launch(const std::string &command);
    void await(Wait wait, std::chrono::seconds limit);
    void ask();
    void takeAnswer(const CommandOutcome &outcome);
    void tellLog(const std::string &file);
    void takeLog(const CommandOutcome &outcome);
    void fail(const QString &what, const QByteArray &printed);

    ProcessApi m_api;
    QSize m_resolution;
    QByteArray m_password;
    QString m_step; ///< in words
    QString m_late; ///< what is said when m_wait fails
    Step m_next = nullptr;
    Wait m_wait;
    QDeadlineTimer m_deadline;
    std::optional<CommandOutcome> m_ended; ///< of what was launched
    bool m_lacksPrograms = false;
    QTimer m_pause;
    DesktopCommand m_command;
    std::unique_ptr<DesktopCommand> m_background;
};

} // namespace Sandglass
