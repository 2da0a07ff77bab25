// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/connections/connections.h>
#include <app/errortext.h>
#include <app/sessions/terminalsession.h>
#include <client/sandboxaddress.h>
#include <models/displaytext.h>

#include <QtCore/QLocale>
#include <QtCore/QTimer>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace Sandglass {

TerminalSession::TerminalSession(QString key, Connections &connections, FleetStore &fleet,
                                 QObject *parent)
    : QObject(parent),
      m_connections(connections),
      m_sandbox(std::move(key), fleet),
      m_surface(QSize(80, 24)),
      m_lookUp(connections, fleet)
{
    connect(&m_sandbox, &FollowedSandbox::stopped, this, &TerminalSession::stop);
    connect(&m_sandbox, &FollowedSandbox::runsAgain, this, &TerminalSession::takeRunning);
}

TerminalSession::~TerminalSession()
{
    // The surface's output leads to the shell, which goes first.
    m_surface.setOutput({});
}

void TerminalSession::open()
{
    if (m_state != State::Idle)
        return;
    setState(State::Opening, tr("Opening a terminal…"));
    m_lookUp.start(m_sandbox.key(), [this](const SandboxLookUp::Answer &answer) {
        if (answer)
            openShell(*answer);
        else
            stop(answer.error());
    });
}

void TerminalSession::stop(const SandboxLookUp::Closed &closed)
{
    using Why = SandboxLookUp::Closed::Why;
    const bool isOpening = m_state == State::Opening || m_state == State::Paused;
    if (closed.why != Why::Paused && closed.why != Why::Resuming) {
        // An open shell tells by itself how it ended.
        if (isOpening && m_shell == nullptr) {
            m_lookUp.cancel();
            setState(State::Ended, closed.words);
        }
        return;
    }
    const bool isOver = m_state == State::Ended && !m_leftShell;
    if (m_state == State::Idle || isOver || (m_state == State::Paused && closed == m_closed))
        return;
    if (m_shell != nullptr && m_shell->pid())
        m_leftShell = m_shell->pid();
    m_lookUp.cancel();
    m_surface.setOutput({});
    m_shell.reset(); // detached only: a shell that sleeps with its sandbox wakes with it
    m_closed = closed;
    setState(State::Paused, closed.words);
}

void TerminalSession::takeRunning()
{
    if (m_state != State::Paused)
        return;
    m_closed = {};
    setState(State::Idle); // whoever looks opens it
}

void TerminalSession::openShell(const SandboxLookUp::Found &found)
{
    m_shell = std::make_unique<PtyStream>(
        ProcessApi(m_connections.transport(), addressOf(found.profile, found.sandbox)));
    wireShell();
    const QSize cells = m_surface.size();
    if (const auto left = std::exchange(m_leftShell, std::nullopt)) {
        m_shell->attach(*left);
        m_shell->resize(std::uint32_t(cells.width()), std::uint32_t(cells.height()));
    } else {
        m_shell->start(std::uint32_t(cells.width()), std::uint32_t(cells.height()));
    }
}

void TerminalSession::wireShell()
{
    PtyStream *shell = m_shell.get();
    m_surface.setOutput([shell](QByteArrayView bytes) { shell->write(bytes.toByteArray()); });
    connect(&m_surface, &TerminalSurface::resized, shell, [shell](QSize cells) {
        shell->resize(std::uint32_t(cells.width()), std::uint32_t(cells.height()));
    });
    connect(shell, &PtyStream::started, this, [this] { setState(State::Open); });
    connect(shell, &PtyStream::received, this,
            [this](const QByteArray &bytes) { m_surface.receive(bytes); });
    connect(shell, &PtyStream::finished, this, &TerminalSession::take);
    connect(shell, &PtyStream::reconnected, this, [this] {
        Q_EMIT noticed(tr(
            "The connection was lost and is back. What the shell printed meanwhile is missing."));
    });
    connect(shell, &PtyStream::skipped, this, [this](qint64 bytes) {
        Q_EMIT noticed(
            tr("Output came too fast: %1 were skipped.").arg(QLocale().formattedDataSize(bytes)));
    });
    connect(shell, &PtyStream::inputFailed, this, [this](const Error &error) {
        Q_EMIT noticed(
            tr("What you typed did not arrive. %1").arg(errorLine(error, m_sandbox.where())));
    });
}

void TerminalSession::take(const Result<ProcessEnded> &result)
{
    if (!result) {
        m_leftShell = m_shell->pid();
        setState(State::Ended, errorLine(result.error(), m_sandbox.where()));
        return;
    }
    if (!result->exited)
        setState(State::Ended, tr("The shell was ended: %1.").arg(displayText(result->status)));
    else
        setState(State::Ended, tr("The shell ended with exit code %1.").arg(result->exitCode));
}

void TerminalSession::endAndDelete()
{
    m_lookUp.cancel();
    if (m_shell == nullptr || m_state == State::Ended) {
        deleteLater();
        return;
    }
    disconnect(m_shell.get(), nullptr, this, nullptr);
    connect(m_shell.get(), &PtyStream::finished, this, &QObject::deleteLater);
    connect(m_shell.get(), &PtyStream::killFailed, this, &QObject::deleteLater);
    // A service that does not answer must not keep it for ever.
    QTimer::singleShot(15s, this, &QObject::deleteLater);
    m_shell->kill();
}

void TerminalSession::setState(State state, const QString &message)
{
    m_state = state;
    m_message = message;
    Q_EMIT stateChanged();
}

} // namespace Sandglass
