// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/connections/connections.h>
#include <app/settings/settings.h>
#include <models/fleetstore.h>

#include <QtCore/QUrl>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Sandglass {

Connections::Connections(HttpTransport &transport, SecretStore &secrets, Settings &settings,
                         FleetStore &fleet, QObject *parent)
    : QObject(parent),
      m_transport(transport),
      m_secrets(secrets),
      m_settings(settings),
      m_fleet(fleet)
{
}

Connections::~Connections()
{
    for (const auto &[id, connection] : m_open)
        m_fleet.removeConnection(id);
}

void Connections::openSaved()
{
    for (const ConnectionProfile &profile : m_settings.connections()) {
        m_keyRequests[profile.id] =
            m_secrets.read(profile.id, [this, profile](const Result<std::string> &key) {
                // Without its key it is listed as rejected, with the way to enter it again.
                open(profile, key.value_or(std::string()));
                if (!key)
                    Q_EMIT keyMissing(profile, key.error());
            });
    }
}

void Connections::save(const ConnectionProfile &profile, const std::string &key)
{
    open(profile, key);
    rememberProfile(profile);
    m_keyRequests[profile.id] = m_secrets.keep(
        profile.id, key, [this, name = profile.name](const Result<SecretStore::Kept> &kept) {
            if (kept && *kept == SecretStore::Kept::UntilQuit)
                Q_EMIT keyKeptUntilQuit(name);
        });
}

void Connections::remove(const QString &connectionId)
{
    m_fleet.removeConnection(connectionId);
    m_open.erase(connectionId);
    if (connectionId == localId) {
        m_settings.setUsesLocalHost(false);
    } else {
        forgetProfile(connectionId);
        m_keyRequests[connectionId] = m_secrets.forget(connectionId, [](const Result<void> &) {});
    }
    Q_EMIT removed(connectionId);
}

void Connections::openLocalHost(const QString &url, const std::string &key)
{
    ConnectionProfile profile;
    profile.id = localId;
    profile.name = tr("This computer");
    profile.colorRole = 2;
    profile.apiUrl = url;
    profile.sandboxUrl = url;
    m_settings.setUsesLocalHost(true);
    open(profile, key);
}

void Connections::open(const ConnectionProfile &profile, const std::string &key)
{
    auto api = std::make_unique<PlatformApi>(m_transport, profile, key);
    const auto known = m_open.find(profile.id);
    if (known == m_open.end()) {
        m_fleet.addConnection(api.get(), kindOf(profile));
        m_open.emplace(profile.id, Open{.api = std::move(api), .key = key});
    } else {
        m_fleet.setApi(profile.id, api.get());
        known->second = {.api = std::move(api), .key = key};
    }
    Q_EMIT opened(profile.id);
}

PlatformApi *Connections::api(const QString &connectionId) const
{
    const auto found = m_open.find(connectionId);
    return found == m_open.end() ? nullptr : found->second.api.get();
}

std::optional<std::pair<ConnectionProfile, std::string>>
Connections::find(const QString &connectionId) const
{
    const auto found = m_open.find(connectionId);
    if (found == m_open.end())
        return std::nullopt;
    return std::pair(found->second.api->profile(), found->second.key);
}

int Connections::nextColorRole() const
{
    std::array<int, 4> used{};
    for (const auto &[id, connection] : m_open)
        ++used.at(std::size_t(std::clamp(connection.api->profile().colorRole, 0, 3)));
    return int(std::ranges::min_element(used) - used.begin());
}

ConnectionKind Connections::kindOf(const ConnectionProfile &profile)
{
    if (profile.id == localId)
        return ConnectionKind::ThisComputer;
    static constexpr std::array cloudDomains{"e2b.app"_L1, "e2b.dev"_L1, "e2b.pro"_L1};
    const QString host = QUrl(profile.apiUrl).host();
    const bool isCloud = std::ranges::any_of(cloudDomains, [&host](QLatin1StringView domain) {
        return host == domain || host.endsWith(u"."_s + domain);
    });
    return isCloud ? ConnectionKind::Cloud : ConnectionKind::Service;
}

void Connections::rememberProfile(const ConnectionProfile &profile)
{
    // What is saved, and not what is open: a connection whose key is still being read must not be
    // forgotten.
    QList<ConnectionProfile> profiles = m_settings.connections();
    const auto known = std::ranges::find(profiles, profile.id, &ConnectionProfile::id);
    if (known == profiles.end())
        profiles.append(profile);
    else
        *known = profile;
    m_settings.setConnections(profiles);
}

void Connections::forgetProfile(const QString &connectionId)
{
    QList<ConnectionProfile> profiles = m_settings.connections();
    profiles.removeIf(
        [&connectionId](const ConnectionProfile &profile) { return profile.id == connectionId; });
    m_settings.setConnections(profiles);
}

} // namespace Sandglass
