// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/errortext.h>
#include <app/operations/opendesktopoperation.h>
#include <models/displaytext.h>
#include <vnc/vncpasswordfile.h>

#include <QtCore/QRandomGenerator>

#include <format>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sandglass {

namespace {

constexpr auto pause = 500ms;
constexpr auto commandLimit = 20s;
constexpr auto displayLimit = 10s;
constexpr auto sessionLimit = 60s;
constexpr auto proxyLimit = 10s;
constexpr int noSuchProgram = 127;
constexpr int passwordBytes = 8; // VNC looks at no more

constexpr const char *displayAnswers = "xdpyinfo -display :0";
constexpr const char *sessionRuns =
    "pgrep -x xfce4-session >/dev/null && pgrep -x xfwm4 >/dev/null "
    "&& pgrep -x xfdesktop >/dev/null";
constexpr const char *serverCommand = "x11vnc -bg -display :0 -forever -wait 50 -shared -rfbport "
                                      "5900 -usepw 2>/tmp/x11vnc_stderr.log";
constexpr const char *serverLog = "/tmp/x11vnc_stderr.log";
constexpr const char *proxyCommand = "cd /opt/noVNC/utils && ./novnc_proxy --vnc localhost:5900 "
                                     "--listen 6080 --web /opt/noVNC > /tmp/novnc.log 2>&1";
constexpr const char *proxyListens = R"(netstat -tuln | grep ":6080 ")";
constexpr const char *proxyLog = "/tmp/novnc.log";

QByteArray newPassword()
{
    constexpr QByteArrayView letters =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    QByteArray password;
    for (int i = 0; i < passwordBytes; ++i)
        password += letters[QRandomGenerator::system()->bounded(letters.size())];
    return password;
}

/// The last lines that a program printed, in one.
QString lastWords(const QByteArray &printed)
{
    constexpr qsizetype mostLines = 4;
    QList<QByteArray> lines = printed.split('\n');
    lines.removeIf([](const QByteArray &line) { return line.trimmed().isEmpty(); });
    const QByteArray text = lines.last(std::min(mostLines, lines.size())).join(' ').simplified();
    return displayText(std::string_view(text.constData(), std::size_t(text.size())), 400);
}

} // namespace

OpenDesktopOperation::OpenDesktopOperation(ProcessApi api, QSize resolution, QObject *parent)
    : QObject(parent),
      m_api(std::move(api)),
      m_resolution(resolution),
      m_command(m_api)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, &OpenDesktopOperation::ask);
    connect(&m_command, &DesktopCommand::finished, this, &OpenDesktopOperation::takeOutcome);
}

OpenDesktopOperation::~OpenDesktopOperation() = default;

void OpenDesktopOperation::start()
{
    enter(tr("Looking for a display"));
    run(displayAnswers, &OpenDesktopOperation::takeDisplay);
}

void OpenDesktopOperation::takeDisplay(const CommandOutcome &outcome)
{
    if (outcome.succeeded()) {
        lookForSession(outcome);
        return;
    }
    enter(tr("Starting the display"));
    m_late = tr("Xvfb did not come up.");
    launch(std::format("Xvfb :0 -ac -screen 0 {}x{}x24 -retro -dpi 96 -nolisten tcp -nolisten unix",
                       m_resolution.width(), m_resolution.height()));
    await({.question = displayAnswers, .ready = &OpenDesktopOperation::lookForSession},
          displayLimit);
}

void OpenDesktopOperation::lookForSession(const CommandOutcome & /*outcome*/)
{
    enter(tr("Looking for the desktop session"));
    run(sessionRuns, &OpenDesktopOperation::takeSession);
}

void OpenDesktopOperation::takeSession(const CommandOutcome &outcome)
{
    if (outcome.succeeded())
        lookForServer(outcome);
    else
        run("pgrep -x xfce4-session", &OpenDesktopOperation::takeSessionManager);
}

void OpenDesktopOperation::takeSessionManager(const CommandOutcome &outcome)
{
    enter(tr("Starting the desktop session"));
    m_late = tr("Xfce did not come up.");
    // One that is on its way up is waited for.
    if (!outcome.succeeded())
        launch("startxfce4");
    await({.question = sessionRuns, .ready = &OpenDesktopOperation::lookForServer}, sessionLimit);
}

void OpenDesktopOperation::lookForServer(const CommandOutcome & /*outcome*/)
{
    enter(tr("Looking for the VNC server"));
    run("pgrep -x x11vnc", &OpenDesktopOperation::takeServer);
}

void OpenDesktopOperation::takeServer(const CommandOutcome &outcome)
{
    if (outcome.succeeded()) {
        run("cat ~/.vnc/passwd", &OpenDesktopOperation::takePasswordFile);
        return;
    }
    enter(tr("Starting the VNC server"));
    run("mkdir -p ~/.vnc", &OpenDesktopOperation::storePassword);
}

void OpenDesktopOperation::takePasswordFile(const CommandOutcome &outcome)
{
    // A server that asks for none leaves no file, or an old one that then does no harm.
    if (const auto password = passwordOfVncFile(outcome.output); outcome.succeeded() && password)
        m_password = *password;
    lookForProxy();
}

void OpenDesktopOperation::storePassword(const CommandOutcome &outcome)
{
    if (!outcome.succeeded()) {
        fail(tr("No folder could be made for its password."), outcome.errors);
        return;
    }
    m_password = newPassword();
    run(std::format("x11vnc -storepasswd {} ~/.vnc/passwd", m_password.toStdString()),
        &OpenDesktopOperation::startServer);
}

void OpenDesktopOperation::startServer(const CommandOutcome &outcome)
{
    if (outcome.succeeded())
        run(serverCommand, &OpenDesktopOperation::takeNewServer);
    else
        fail(tr("Its password could not be stored."), outcome.errors);
}

void OpenDesktopOperation::takeNewServer(const CommandOutcome &outcome)
{
    m_late = tr("x11vnc ended with code %1.").arg(outcome.exitCode);
    if (outcome.succeeded())
        lookForProxy();
    else
        tellLog(serverLog);
}

void OpenDesktopOperation::lookForProxy()
{
    enter(tr("Looking for the way to the VNC server"));
    run(proxyListens, &OpenDesktopOperation::takeProxy);
}

void OpenDesktopOperation::takeProxy(const CommandOutcome &outcome)
{
    // What listens is used, also when it was left over from a stream that was stopped.
    if (outcome.succeeded()) {
        finish(outcome);
        return;
    }
    enter(tr("Opening the way to the VNC server"));
    m_late = tr("Nothing listens on port 6080.");
    launch(proxyCommand);
    await({.question = proxyListens, .ready = &OpenDesktopOperation::finish, .logFile = proxyLog},
          proxyLimit);
}

void OpenDesktopOperation::finish(const CommandOutcome & /*outcome*/)
{
    Q_EMIT finished(m_password);
}

void OpenDesktopOperation::enter(const QString &words)
{
    m_step = words;
    // From the event loop: whoever listens may destroy this object.
    QMetaObject::invokeMethod(this, [this, words] { Q_EMIT stepped(words); }, Qt::QueuedConnection);
}

void OpenDesktopOperation::run(const std::string &command, Step next)
{
    m_next = next;
    m_command.run(command, commandLimit);
}

void OpenDesktopOperation::takeOutcome(const Result<CommandOutcome> &outcome)
{
    if (!outcome) {
        fail(errorLine(outcome.error(), tr("The sandbox")), {});
    } else if (outcome->exitCode == noSuchProgram) {
        m_lacksPrograms = true;
        fail(tr("Programs of a desktop are missing in this sandbox. Create one from the template "
                "“desktop”."),
             outcome->errors);
    } else {
        (this->*m_next)(*outcome);
    }
}

void OpenDesktopOperation::launch(const std::string &command)
{
    m_background = std::make_unique<DesktopCommand>(m_api);
    // It is looked at with the next answer: what it was to bring may be there all the same.
    connect(m_background.get(), &DesktopCommand::finished, this,
            [this](const Result<CommandOutcome> &outcome) {
                if (outcome)
                    m_ended = *outcome;
            });
    m_background->launch(command);
}

void OpenDesktopOperation::await(Wait wait, std::chrono::seconds limit)
{
    m_wait = std::move(wait);
    m_deadline.setRemainingTime(limit);
    ask();
}

void OpenDesktopOperation::ask()
{
    run(m_wait.question, &OpenDesktopOperation::takeAnswer);
}

void OpenDesktopOperation::takeAnswer(const CommandOutcome &outcome)
{
    const bool isReady = outcome.succeeded();
    if (!isReady && !m_ended && !m_deadline.hasExpired()) {
        m_pause.start();
        return;
    }
    m_background.reset(); // it goes on without us
    const auto ended = std::exchange(m_ended, std::nullopt);
    if (isReady)
        (this->*m_wait.ready)(outcome);
    else if (!m_wait.logFile.empty())
        tellLog(m_wait.logFile);
    else
        fail(m_late, ended ? ended->output + ended->errors : outcome.errors);
}

void OpenDesktopOperation::tellLog(const std::string &file)
{
    run("tail -n 4 " + file, &OpenDesktopOperation::takeLog);
}

void OpenDesktopOperation::takeLog(const CommandOutcome &outcome)
{
    fail(m_late, outcome.output);
}

void OpenDesktopOperation::fail(const QString &what, const QByteArray &printed)
{
    m_background.reset();
    const QString words = lastWords(printed);
    const QString failure = tr("%1 failed: %2").arg(m_step, what);
    Q_EMIT failed(words.isEmpty() ? failure : tr("%1 It printed: %2").arg(failure, words));
}

} // namespace Sandglass
