// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/secrets/secretstore.h>
#include <client/platformapi.h>
#include <models/fleetentry.h>

#include <QtCore/QObject>
#include <QtCore/QString>

#include <map>
#include <memory>
#include <optional>

namespace Sandglass {

class FleetStore;
class Settings;

/// The connections that feed the fleet: makes an API of each profile and its key, gives it to the
/// store, and remembers profiles in the settings and keys in the secret store. Borrows all four;
/// GUI thread.
class Connections final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Connections)

public:
    static constexpr auto localId = QLatin1StringView("local");

    Connections(HttpTransport &transport, SecretStore &secrets, Settings &settings,
                FleetStore &fleet, QObject *parent = nullptr);
    ~Connections() override;

    /// Opens every saved connection; each appears as soon as its key was read.
    void openSaved();
    /// Adds one, or replaces the one of the same id, and saves it with its key.
    void save(const ConnectionProfile &profile, const std::string &key);
    void remove(const QString &connectionId);
    /// The local host at this address; not saved, for it says its address and key at each start.
    void openLocalHost(const QString &url, const std::string &key);

    [[nodiscard]] bool isEmpty() const { return m_open.empty(); }
    [[nodiscard]] PlatformApi *api(const QString &connectionId) const; ///< null when it is not open
    /// The profile with the key that was entered, for the form that edits it.
    [[nodiscard]] std::optional<std::pair<ConnectionProfile, std::string>>
    find(const QString &connectionId) const;
    [[nodiscard]] HttpTransport &transport() const { return m_transport; }
    /// A bar colour that the fewest connections have.
    [[nodiscard]] int nextColorRole() const;
    [[nodiscard]] static ConnectionKind kindOf(const ConnectionProfile &profile);

Q_SIGNALS:
    void opened(const QString &connectionId);
    void removed(const QString &connectionId);
    /// There is no keychain service: the key is kept in memory and has to be entered again after
    /// the next start.
    void keyKeptUntilQuit(const QString &connectionName);
    /// A saved connection without a key in the keychain.
    void keyMissing(const Sandglass::ConnectionProfile &profile, const Sandglass::Error &error);

private:
    struct Open {
        std::unique_ptr<PlatformApi> api;
        std::string key;
    };

    void open(const ConnectionProfile &profile, const std::string &key);
    void rememberProfile(const ConnectionProfile &profile);
    void forgetProfile(const QString &connectionId);

    HttpTransport &m_transport;
    SecretStore &m_secrets;
    Settings &m_settings;
    FleetStore &m_fleet;
    std::map<QString, Open> m_open;
    std::map<QString, Request> m_keyRequests; ///< last: their handlers look at what is above
};

} // namespace Sandglass
