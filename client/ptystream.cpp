// SPDX-License-Identifier: GPL-3.0-or-later
#include <client/ptystream.h>

#include <utility>

namespace Sandglass {

namespace {

/// One request of this much keeps a large paste moving and an interrupt key behind it quick.
constexpr qsizetype mostInputAtOnce = 32 << 10;
/// A connection that lasted so long has earned another attempt when it breaks.
constexpr qint64 lastedMs = 10'000;

StringMap shellEnvironment(const StringMap &envs)
{
    StringMap all = envs;
    all.emplace("TERM", "xterm-256color");
    all.emplace("LANG", "C.UTF-8");
    all.emplace("COLORTERM", "truecolor");
    return all;
}

} // namespace

PtyStream::PtyStream(ProcessApi api, QObject *parent) : QObject(parent), m_api(std::move(api)) {}

PtyStream::~PtyStream() = default;

void PtyStream::start(std::uint32_t cols, std::uint32_t rows, const StringMap &envs)
{
    StartProcess request;
    request.process.cmd = "/bin/bash";
    request.process.args = {"-i", "-l"};
    request.process.envs = shellEnvironment(envs);
    request.pty = m_size = PtySize{.cols = cols, .rows = rows};
    watch(m_api.start(request));
}

void PtyStream::attach(std::uint32_t pid)
{
    m_pid = pid;
    watch(m_api.connect(pid));
}

void PtyStream::watch(std::unique_ptr<ProcessStream> stream)
{
    m_stream = std::move(stream);
    connect(m_stream.get(), &ProcessStream::started, this, &PtyStream::takeStart);
    connect(m_stream.get(), &ProcessStream::skipped, this, &PtyStream::skipped);
    connect(m_stream.get(), &ProcessStream::finished, this, &PtyStream::takeEnd);
    connect(m_stream.get(), &ProcessStream::received, this, [this](const ProcessData &data) {
        Q_EMIT received(QByteArray(data.bytes.data(), static_cast<qsizetype>(data.bytes.size())));
    });
}

void PtyStream::takeStart(std::uint32_t pid)
{
    m_pid = pid;
    m_attached.start();
    sendKill();
    sendSize();
    sendInput();
    if (std::exchange(m_reconnecting, false))
        Q_EMIT reconnected();
    else
        Q_EMIT started(pid);
}

bool PtyStream::mayReconnect(const Error &error) const
{
    const bool broke = error.kind == Error::Kind::Network || error.kind == Error::Kind::Timeout;
    if (!broke || m_reconnecting || !m_attached.isValid())
        return false;
    return !m_reconnectedOnce || m_attached.hasExpired(lastedMs);
}

void PtyStream::takeEnd(const Result<ProcessEnded> &result)
{
    if (!result && m_pid && mayReconnect(result.error())) {
        m_reconnecting = m_reconnectedOnce = true;
        watch(m_api.connect(*m_pid));
        return;
    }
    close();
    Q_EMIT finished(result);
}

void PtyStream::write(const QByteArray &bytes)
{
    if (!m_stream)
        return;
    m_waiting += bytes;
    sendInput();
}

void PtyStream::sendInput()
{
    if (!m_pid || !m_attached.isValid() || m_waiting.isEmpty() || m_input.isActive())
        return;
    const QByteArray part = m_waiting.left(mostInputAtOnce);
    m_waiting.remove(0, part.size());
    m_input = m_api.sendInput({.process = *m_pid, .bytes = part.toStdString(), .toPty = true},
                              [this](const Result<void> &result) {
                                  if (result) {
                                      sendInput();
                                      return;
                                  }
                                  // Half a command must not meet the end of another one.
                                  m_waiting.clear();
                                  Q_EMIT inputFailed(result.error());
                              });
}

void PtyStream::resize(std::uint32_t cols, std::uint32_t rows)
{
    m_wantedSize = PtySize{.cols = cols, .rows = rows};
    sendSize();
}

void PtyStream::sendSize()
{
    if (!m_stream || !m_pid || !m_attached.isValid() || m_update.isActive())
        return;
    const auto size = std::exchange(m_wantedSize, std::nullopt);
    if (!size || size == m_size)
        return;
    m_size = size;
    m_update = m_api.update({.process = *m_pid, .pty = size}, [this](const Result<void> &result) {
        if (!result)
            m_size.reset(); // unknown now: the next resize is sent whatever it is
        sendSize();
    });
}

void PtyStream::kill()
{
    m_killWanted = true;
    sendKill();
}

void PtyStream::sendKill()
{
    if (!m_pid || !m_killWanted)
        return;
    m_killWanted = false;
    m_kill = m_api.sendSignal({.process = *m_pid, .signal = ProcessSignal::Kill},
                              [this](const Result<void> &result) {
                                  // Not found: it ended by itself, and finished() tells how.
                                  if (!result && result.error().kind != Error::Kind::NotFound)
                                      Q_EMIT killFailed(result.error());
                              });
}

void PtyStream::close()
{
    m_stream.reset();
    m_waiting.clear();
    m_input = {};
    m_update = {};
    m_killWanted = false;
}

} // namespace Sandglass
