// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/connections/connections.h>
#include <app/connections/localhost.h>
#include <models/fleetstore.h>

#include <algorithm>

using namespace std::chrono_literals;

namespace Sandglass {

LocalHost::LocalHost(Connections &connections, FleetStore &fleet, QObject *parent)
    : QObject(parent),
      m_connections(connections),
      m_fleet(fleet)
{
    m_restart.setSingleShot(true);
    connect(&m_restart, &QTimer::timeout, this, [this] {
        m_pause = std::min(m_pause * 2, std::chrono::seconds(30));
        open();
    });
    connect(&fleet, &FleetStore::connectionChanged, this, &LocalHost::watch);
    connect(&connections, &Connections::removed, this, [this](const QString &id) {
        if (id != Connections::localId)
            return;
        m_restart.stop();
        m_operation.reset();
        Q_EMIT progressed({});
    });
}

LocalHost::~LocalHost() = default;

void LocalHost::open()
{
    if (m_operation)
        return;
    m_restart.stop();
    m_operation = std::make_unique<StartLocalHostOperation>(StartLocalHostOperation::findProgram());
    connect(m_operation.get(), &StartLocalHostOperation::progressed, this, &LocalHost::progressed);
    connect(m_operation.get(), &StartLocalHostOperation::succeeded, this,
            [this](const HostInfo &host, const QStringList &templates) {
                finish();
                m_templates = templates;
                m_connections.openLocalHost(QString::fromStdString(host.url), host.apiKey);
                Q_EMIT ready();
            });
    connect(m_operation.get(), &StartLocalHostOperation::failed, this,
            [this](const LocalHostFailure &failure) {
                finish();
                Q_EMIT failed(failure);
                // One that worked before is worth another try; the first start is the person's to
                // repeat.
                if (m_connections.api(Connections::localId) != nullptr)
                    m_restart.start(m_pause);
            });
    m_operation->start();
}

void LocalHost::watch(const QString &connectionId)
{
    if (connectionId != Connections::localId)
        return;
    const ConnectionStatus *status = m_fleet.connection(connectionId);
    if (status == nullptr)
        return;
    if (status->health == ConnectionHealth::Ok)
        m_pause = 1s;
    // A wrong key means that another host has taken the port over since.
    const bool lost = status->health == ConnectionHealth::Unreachable ||
                      status->health == ConnectionHealth::Unauthorized;
    if (lost && !m_operation && !m_restart.isActive())
        m_restart.start(m_pause);
}

void LocalHost::finish()
{
    // It is emitting: let it return first.
    m_operation.release()->deleteLater();
}

} // namespace Sandglass
