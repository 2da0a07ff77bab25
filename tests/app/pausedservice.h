// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/connections/connections.h>
#include <app/operations/sandboxcalls.h>
#include <app/secrets/secretstore.h>
#include <app/settings/settings.h>
#include <client/access/mutationcounter.h>
#include <client/filetransfers.h>
#include <models/fleetstore.h>
#include <tests/support/faketransport.h>

#include <QtCore/QTimer>

#include <memory>
#include <string>
#include <string_view>

namespace Sandglass {

/// A service with one sandbox, "i1", that is paused at first, and the app's fleet that knows it.
/// The bytes of every answer come from here; what resumes waits for answerConnect().
class PausedService final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PausedService)

public:
    /// `url`: where the sandbox's ports are; what goes through the transport is answered here.
    explicit PausedService(const QString &url = QStringLiteral("http://127.0.0.1:1"));
    ~PausedService() override;

    [[nodiscard]] static QString key();
    [[nodiscard]] const FleetEntry *entry() const { return fleet.find(key()); }
    /// Calls and streams that went to the sandbox itself.
    [[nodiscard]] int sentToSandbox() const;
    /// Calls and streams that began with this: "POST /v2/sandboxes/i1/connect".
    [[nodiscard]] int sent(std::string_view beginning) const;
    [[nodiscard]] int connects() const { return sent("POST /v2/sandboxes/i1/connect"); }
    /// With 201 the sandbox runs from now on.
    void answerConnect(int status, std::string_view body = {});
    /// The next list says so.
    void setPaused(bool paused) { m_paused = paused; }

    FakeTransport transport;
    SecretStore secrets;
    Settings settings;
    FleetStore fleet;
    Connections connections{transport, secrets, settings, fleet};
    SandboxCalls calls{connections, fleet};
    MutationCounter bodies;
    FileTransfers transfers{bodies};

private:
    void serve();
    [[nodiscard]] FakeReply replyTo(const std::string &line) const;
    void answerWaiting(std::string_view beginning, FakeReply reply);
    [[nodiscard]] std::string row() const;

    bool m_paused = true;
    QTimer m_pump;
};

} // namespace Sandglass
