// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <client/connectionprofile.h>
#include <core/request.h>
#include <protocol/sandbox.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QString>

#include <expected>
#include <functional>

namespace Sandglass {

class Connections;
class FleetStore;

/// Asks how the services inside a sandbox are reached, which changes nothing. To one that is paused
/// or gone nothing may be sent, for that could wake it. Borrows connections and fleet; destroying
/// it cancels. GUI thread.
class SandboxLookUp final
{
    Q_DECLARE_TR_FUNCTIONS(Sandglass::SandboxLookUp)

public:
    struct Found {
        ConnectionProfile profile;
        SandboxInfo sandbox;
    };
    struct Closed {
        enum class Why { NotRunning, Paused, Resuming, Failed };
        Why why = Why::NotRunning;
        QString words;          ///< fit to be shown; of a paused one: what resuming it would cost
        bool mayResume = false; ///< it can be resumed from here
        friend bool operator==(const Closed &, const Closed &) = default;
    };
    using Answer = std::expected<Found, Closed>;

    SandboxLookUp(Connections &connections, FleetStore &fleet);

    /// Supersedes an earlier one. `handler` runs once, from the event loop or, where nothing has to
    /// be asked, before this returns.
    void start(const QString &key, std::function<void(const Answer &)> handler);
    void cancel() { m_request = {}; }

private:
    [[nodiscard]] Closed asleep(const QString &key, const SandboxInfo &said);

    Connections &m_connections;
    FleetStore &m_fleet;
    Request m_request;
};

} // namespace Sandglass
