// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <client/access/mutationcounter.h>
#include <client/curltransport.h>
#include <client/platformapi.h>
#include <client/sandboxaddress.h>
#include <protocol/hostinfo.h>
#include <tests/client/answered.h>
#include <tests/support/result.h>

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <chrono>
#include <memory>
#include <string>

namespace Sandglass {

/// Waits for what a handler gets.
template<typename T>
[[nodiscard]] Result<T> waited(const Answered<T> &place)
{
    if (!QTest::qWaitFor([&place] { return place.has_value(); }, 30'000))
        return failure(Error::Kind::Io, "the handler never ran");
    return *place;
}

/// The real host as a process of its own, with one sandbox; its end stops both.
class LocalHost final
{
    Q_DISABLE_COPY_MOVE(LocalHost)

public:
    LocalHost() = default;

    /// The programs are those that the build made.
    [[nodiscard]] Result<void> start(const char *hostProgram, const char *agentProgram)
    {
        m_program = QString::fromUtf8(hostProgram);
        qputenv("SANDGLASS_HOST_STATE", m_state.path().toLocal8Bit());
        qputenv("SANDGLASS_AGENT", agentProgram);
        m_host.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_host.start(m_program, {QStringLiteral("serve")});
        QByteArray output;
        const auto isReady = [&] {
            return (output += m_host.readAllStandardOutput()).contains("ready http");
        };
        QFile record(m_state.filePath(QStringLiteral("host.json")));
        if (!QTest::qWaitFor(isReady, 20'000) || !record.open(QIODevice::ReadOnly))
            return failure(Error::Kind::Io, "the host did not start");
        const auto info = decodeHostInfo(record.readAll().toStdString());
        if (!info)
            return std::unexpected(info.error());
        return createSandbox(*info);
    }

    [[nodiscard]] bool stop()
    {
        m_api.reset();
        m_transport.reset();
        const int code = QProcess::execute(
            m_program, {QStringLiteral("stop"), QStringLiteral("--kill-sandboxes")});
        return code == 0 && (m_host.state() == QProcess::NotRunning || m_host.waitForFinished());
    }

    [[nodiscard]] bool isRunning() const { return m_host.state() == QProcess::Running; }
    [[nodiscard]] HttpTransport &transport() { return *m_transport; }
    [[nodiscard]] SandboxAddress address() const { return addressOf(m_api->profile(), m_sandbox); }

    MutationCounter counter;

private:
    [[nodiscard]] Result<void> createSandbox(const HostInfo &host)
    {
        const QString url = QString::fromStdString(host.url);
        m_transport = std::make_unique<CurlTransport>(counter);
        m_api = std::make_unique<PlatformApi>(
            *m_transport,
            ConnectionProfile{.id = QStringLiteral("local"), .apiUrl = url, .sandboxUrl = url},
            host.apiKey);
        Answered<CreatedSandbox> created;
        const Request create = m_api->create(
            {.templateId = "base", .timeout = std::chrono::seconds(300)}, into(created));
        const auto sandbox = waited(created);
        if (!sandbox)
            return std::unexpected(sandbox.error());
        Answered<SandboxInfo> got;
        const Request get = m_api->get(sandbox->id, into(got));
        auto info = waited(got);
        if (!info)
            return std::unexpected(info.error());
        m_sandbox = std::move(*info);
        return {};
    }

    QTemporaryDir m_state;
    QString m_program;
    QProcess m_host;
    SandboxInfo m_sandbox;
    std::unique_ptr<CurlTransport> m_transport;
    std::unique_ptr<PlatformApi> m_api;
};

} // namespace Sandglass
