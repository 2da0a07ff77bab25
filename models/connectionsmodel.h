// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <models/fleetentry.h>

#include <QAbstractListModel>
#include <QLocale>
#include <QStringList>

namespace Sandglass {

class FleetStore;

/// Connections for the side bar, in the order in which they were added. The store is borrowed.
class ConnectionsModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionsModel)

public:
    enum Role {
        IdRole = Qt::UserRole + 1, ///< QString
        ColorRole,                 ///< int 0..3, the connection bar's role
        KindRole,                  ///< int of ConnectionKind
        SubtitleRole,    ///< QString: "This computer", "No metrics offered", "Key rejected"
        CountRole,       ///< int: rows that are not gone
        LatencyRole,     ///< int ms; invalid before the first answer and while it fails
        LatencyTextRole, ///< QString: "38 ms", "under 1 ms"; empty like LatencyRole
        HealthRole,      ///< int of ConnectionHealth
        HealthTextRole,  ///< QString: what happened and what it means, one sentence; empty while Ok
        DetailRole,      ///< QString: what the service or the network said; may be empty
    };

    explicit ConnectionsModel(FleetStore &store, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QModelIndex indexOf(const QString &connectionId) const;

    /// What a banner says of a connection that is not Ok, with times by `locale`; empty while Ok or
    /// Connecting.
    [[nodiscard]] static QString healthText(const ConnectionStatus &status, const QLocale &locale);

    /// "Its clock is 2m ahead …"; for connections whose clock is more than 30 s off.
    [[nodiscard]] static QString clockText(const ConnectionStatus &status);

private:
    [[nodiscard]] static QString subtitle(const ConnectionStatus &status);
    [[nodiscard]] QString latencyText(const ConnectionStatus &status) const;
    [[nodiscard]] QString toolTip(const ConnectionStatus &status) const;
    [[nodiscard]] QString accessible(const ConnectionStatus &status) const;
    void add(const QString &connectionId);
    void change(const QString &connectionId);
    void remove(const QString &connectionId);

    FleetStore &m_store;
    QLocale m_locale;
    QStringList m_ids;
};

} // namespace Sandglass
