// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/connections/connections.h>
#include <app/pages/connectionbanners.h>
#include <models/connectionsmodel.h>
#include <models/fleetstore.h>
#include <widgets/banner.h>

#include <QtCore/QLocale>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace Sandglass {

namespace {

Banner::Kind kindOf(ConnectionHealth health)
{
    switch (health) {
    case ConnectionHealth::Unauthorized:
        return Banner::Kind::Danger;
    case ConnectionHealth::Unreachable:
        return Banner::Kind::Offline;
    default:
        return Banner::Kind::Warning;
    }
}

} // namespace

ConnectionBanners::ConnectionBanners(FleetStore &fleet, QWidget *parent)
    : QWidget(parent),
      m_fleet(fleet),
      m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins({});
    m_column->setSpacing(0);
    connect(&fleet, &FleetStore::connectionChanged, this, &ConnectionBanners::update);
    connect(&fleet, &FleetStore::connectionRemoved, this, [this](const QString &id) {
        remove(id);
        if (id == Connections::localId)
            clearLocalFailure();
    });
    updateVisibility();
}

void ConnectionBanners::showLocalFailure(const QString &message, const QString &cure)
{
    clearLocalFailure();
    m_localFailure = new Banner(Banner::Kind::Danger);
    m_localFailure->setText(message, cure.isEmpty() ? QString() : tr("This helps: %1").arg(cure));
    if (!cure.isEmpty()) {
        connect(m_localFailure->addButton(tr("Copy command")), &QPushButton::clicked, this,
                [cure] { QGuiApplication::clipboard()->setText(cure); });
    }
    connect(m_localFailure->addButton(tr("Try again")), &QPushButton::clicked, this,
            &ConnectionBanners::localRestartRequested);
    m_column->insertWidget(0, m_localFailure);
    updateVisibility();
}

void ConnectionBanners::clearLocalFailure()
{
    if (m_localFailure != nullptr)
        m_localFailure->deleteLater();
    m_localFailure = nullptr;
    updateVisibility();
}

void ConnectionBanners::update(const QString &connectionId)
{
    const ConnectionStatus *status = m_fleet.connection(connectionId);
    const QString text =
        status == nullptr ? QString() : ConnectionsModel::healthText(*status, QLocale());
    if (status == nullptr || text.isEmpty()) {
        remove(connectionId);
        return;
    }
    Banner *banner = bannerOf(connectionId);
    // A banner that says the same stays as it is: its buttons may be under the pointer.
    const QString identity = text + QLatin1Char('\n') + status->detail;
    if (banner->property("identity").toString() == identity)
        return;
    banner->setProperty("identity", identity);
    banner->setKind(kindOf(status->health));
    banner->setText(text, status->detail);
    banner->clearButtons();
    addActions(banner, *status);
}

void ConnectionBanners::remove(const QString &connectionId)
{
    const auto found = m_banners.find(connectionId);
    if (found == m_banners.end())
        return;
    found->second->deleteLater();
    m_banners.erase(found);
    updateVisibility();
}

Banner *ConnectionBanners::bannerOf(const QString &connectionId)
{
    Banner *&banner = m_banners[connectionId];
    if (banner == nullptr) {
        banner = new Banner(Banner::Kind::Warning);
        m_column->addWidget(banner);
        updateVisibility();
    }
    return banner;
}

void ConnectionBanners::addActions(Banner *banner, const ConnectionStatus &status)
{
    const QString id = status.id;
    if (status.health == ConnectionHealth::Unauthorized &&
        status.kind == ConnectionKind::ThisComputer) {
        connect(banner->addButton(tr("Start again")), &QPushButton::clicked, this,
                &ConnectionBanners::localRestartRequested);
        return;
    }
    if (status.health == ConnectionHealth::Unauthorized) {
        connect(banner->addButton(tr("Re-enter key…")), &QPushButton::clicked, this,
                [this, id] { Q_EMIT keyRequested(id); });
        return;
    }
    if (status.health == ConnectionHealth::EmptiedSuddenly) {
        connect(banner->addButton(tr("Accept as real")), &QPushButton::clicked, this,
                [this, id] { m_fleet.acceptEmpty(id); });
    }
    const bool again = status.health == ConnectionHealth::EmptiedSuddenly;
    connect(banner->addButton(again ? tr("Recheck") : tr("Retry now")), &QPushButton::clicked, this,
            [this, id] { m_fleet.refresh(id); });
}

void ConnectionBanners::updateVisibility()
{
    setVisible(!m_banners.empty() || m_localFailure != nullptr);
}

} // namespace Sandglass
