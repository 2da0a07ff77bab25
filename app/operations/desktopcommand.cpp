// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/operations/desktopcommand.h>

#include <utility>

namespace Sandglass {

namespace {

void keepEnd(QByteArray &kept, const std::string &more)
{
    kept.append(more.data(), static_cast<qsizetype>(more.size()));
    if (kept.size() > DesktopCommand::mostOutput)
        kept.remove(0, kept.size() - DesktopCommand::mostOutput);
}

} // namespace

DesktopCommand::DesktopCommand(ProcessApi api, QObject *parent)
    : QObject(parent),
      m_api(std::move(api))
{
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, &DesktopCommand::giveUp);
}

DesktopCommand::~DesktopCommand() = default;

void DesktopCommand::run(const std::string &command, std::chrono::milliseconds limit)
{
    launch(command);
    m_limit.start(limit);
}

void DesktopCommand::launch(const std::string &command)
{
    m_kill.cancel();
    m_limit.stop();
    m_outcome = {};
    m_pid.reset();
    m_stream = m_api.start({.process = {.cmd = "/bin/bash",
                                        .args = {"-l", "-c", command},
                                        .envs = {{"DISPLAY", display}},
                                        .cwd = {}},
                            .pty = {},
                            .tag = {},
                            .stdinOpen = false});
    connect(m_stream.get(), &ProcessStream::started, this, [this](quint32 pid) {
        m_pid = pid;
        Q_EMIT started();
    });
    connect(m_stream.get(), &ProcessStream::received, this, &DesktopCommand::take);
    connect(m_stream.get(), &ProcessStream::finished, this, &DesktopCommand::takeEnd);
}

void DesktopCommand::take(const ProcessData &data)
{
    keepEnd(data.channel == ProcessData::Channel::Stderr ? m_outcome.errors : m_outcome.output,
            data.bytes);
}

void DesktopCommand::takeEnd(const Result<ProcessEnded> &result)
{
    if (!result) {
        fail(result.error());
        return;
    }
    m_limit.stop();
    m_outcome.exitCode = result->exited ? result->exitCode : -1;
    m_stream.reset();
    Q_EMIT finished(std::exchange(m_outcome, {}));
}

void DesktopCommand::giveUp()
{
    const Error late{.kind = Error::Kind::Timeout,
                     .detail = "a command did not end",
                     .httpStatus = 0,
                     .operationId = {}};
    if (!m_pid) {
        fail(late);
        return;
    }
    // Nothing that hangs is left behind, where that can be helped.
    m_stream->disconnect(this);
    m_kill = m_api.sendSignal({.process = *m_pid, .signal = ProcessSignal::Kill},
                              [this, late](const Result<void> &) { fail(late); });
}

void DesktopCommand::fail(Error error)
{
    m_limit.stop();
    m_stream.reset();
    Q_EMIT finished(std::unexpected(std::move(error)));
}

} // namespace Sandglass
