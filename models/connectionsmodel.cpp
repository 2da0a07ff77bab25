// SPDX-License-Identifier: GPL-3.0-or-later
#include <models/connectionsmodel.h>
#include <models/displaytext.h>
#include <models/fleetstore.h>
#include <models/fleettext.h>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace Sandglass {

ConnectionsModel::ConnectionsModel(FleetStore &store, QObject *parent)
    : QAbstractListModel(parent),
      m_store(store),
      m_ids(store.connectionIds())
{
    connect(&store, &FleetStore::connectionAdded, this, &ConnectionsModel::add);
    connect(&store, &FleetStore::connectionChanged, this, &ConnectionsModel::change);
    connect(&store, &FleetStore::connectionRemoved, this, &ConnectionsModel::remove);
}

int ConnectionsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_ids.size());
}

QModelIndex ConnectionsModel::indexOf(const QString &connectionId) const
{
    const qsizetype row = m_ids.indexOf(connectionId);
    return row < 0 ? QModelIndex() : index(int(row));
}

QVariant ConnectionsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ConnectionStatus *status = m_store.connection(m_ids.at(index.row()));
    if (!status)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return status->name;
    case Qt::ToolTipRole:
        return toolTipText(toolTip(*status));
    case Qt::AccessibleTextRole:
        return accessible(*status);
    case IdRole:
        return status->id;
    case ColorRole:
        return status->colorRole;
    case KindRole:
        return int(status->kind);
    case SubtitleRole:
        return subtitle(*status);
    case CountRole:
        return status->sandboxes;
    case LatencyRole:
        return status->latency ? QVariant(int(status->latency->count())) : QVariant();
    case LatencyTextRole:
        return latencyText(*status);
    case HealthRole:
        return int(status->health);
    case HealthTextRole:
        return healthText(*status, m_locale);
    case DetailRole:
        return status->detail;
    default:
        return {};
    }
}

QString ConnectionsModel::subtitle(const ConnectionStatus &status)
{
    switch (status.health) {
    case ConnectionHealth::Unauthorized:
        return tr("Key rejected");
    case ConnectionHealth::Unreachable:
        return tr("Not reachable");
    case ConnectionHealth::BadAnswer:
        return tr("Answer not understood");
    case ConnectionHealth::Failing:
        return tr("Service fails");
    case ConnectionHealth::RateLimited:
        return tr("Too many requests");
    case ConnectionHealth::EmptiedSuddenly:
        return tr("List suddenly empty");
    case ConnectionHealth::Connecting:
    case ConnectionHealth::Ok:
        break;
    }
    if (!status.metricsOffered)
        return tr("No metrics offered");
    switch (status.kind) {
    case ConnectionKind::ThisComputer:
        return tr("This computer");
    case ConnectionKind::Cloud:
        return status.readOnly ? tr("Cloud, read only") : tr("Cloud, read and write");
    case ConnectionKind::Service:
        break;
    }
    return status.readOnly ? tr("Service, read only") : tr("Service, read and write");
}

QString ConnectionsModel::latencyText(const ConnectionStatus &status) const
{
    if (!status.latency)
        return {};
    return *status.latency < 1ms
               ? tr("under 1 ms")
               : tr("%1 ms").arg(m_locale.toString(qint64(status.latency->count())));
}

QString ConnectionsModel::toolTip(const ConnectionStatus &status) const
{
    QStringList lines{status.name, subtitle(status), healthText(status, m_locale), status.detail};
    if (std::chrono::abs(status.clockOffset) > 30s)
        lines.append(clockText(status));
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QString ConnectionsModel::accessible(const ConnectionStatus &status) const
{
    QStringList parts{status.name, subtitle(status),
                      tr("sandboxes: %1").arg(m_locale.toString(status.sandboxes)),
                      latencyText(status)};
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

QString ConnectionsModel::clockText(const ConnectionStatus &status)
{
    const auto offset = std::chrono::duration_cast<std::chrono::seconds>(status.clockOffset);
    const QString length = FleetText::duration(std::chrono::abs(offset));
    return offset > 0s
               ? tr("Its clock is %1 ahead of this computer's. Times left follow its clock.")
                     .arg(length)
               : tr("Its clock is %1 behind this computer's. Times left follow its clock.")
                     .arg(length);
}

QString ConnectionsModel::healthText(const ConnectionStatus &status, const QLocale &locale)
{
    const FleetText texts(locale, {});
    const QString since = status.lastAnswer
                              ? tr("The list is from %1.").arg(texts.clockTime(*status.lastAnswer))
                              : tr("Nothing has been listed yet.");
    switch (status.health) {
    case ConnectionHealth::Unauthorized:
        return tr("%1 rejected the key (%2). %3")
            .arg(status.name)
            .arg(status.httpStatus)
            .arg(since);
    case ConnectionHealth::Unreachable:
        return tr("%1 cannot be reached. %2").arg(status.name, since);
    case ConnectionHealth::BadAnswer:
        return tr("%1 answers, but not as a sandbox service does. %2").arg(status.name, since);
    case ConnectionHealth::Failing:
        return tr("%1 reports a failure of its own (%2). %3")
            .arg(status.name)
            .arg(status.httpStatus)
            .arg(since);
    case ConnectionHealth::RateLimited:
        return tr("%1 wants fewer requests (429). It is asked more slowly. %2")
            .arg(status.name, since);
    case ConnectionHealth::EmptiedSuddenly:
        return tr("%1 returned no sandboxes, %2 a moment ago. Keeping the last known.")
            .arg(status.name)
            .arg(status.sandboxes);
    case ConnectionHealth::Connecting:
    case ConnectionHealth::Ok:
        break;
    }
    return {};
}

void ConnectionsModel::add(const QString &connectionId)
{
    if (m_ids.contains(connectionId))
        return;
    beginInsertRows({}, int(m_ids.size()), int(m_ids.size()));
    m_ids.append(connectionId);
    endInsertRows();
}

void ConnectionsModel::change(const QString &connectionId)
{
    const QModelIndex changed = indexOf(connectionId);
    if (changed.isValid())
        Q_EMIT dataChanged(changed, changed);
}

void ConnectionsModel::remove(const QString &connectionId)
{
    const qsizetype row = m_ids.indexOf(connectionId);
    if (row < 0)
        return;
    beginRemoveRows({}, int(row), int(row));
    m_ids.removeAt(row);
    endRemoveRows();
}

} // namespace Sandglass
