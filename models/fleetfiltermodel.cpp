// SPDX-License-Identifier: GPL-3.0-or-later
#include <models/fleetfiltermodel.h>
#include <models/fleetmodel.h>

namespace Sandglass {

FleetFilterModel::FleetFilterModel(FleetModel &fleet, QObject *parent)
    : QSortFilterProxyModel(parent),
      m_fleet(fleet)
{
    setSourceModel(&fleet);
    sort(int(FleetColumn::Name), Qt::AscendingOrder);
}

void FleetFilterModel::setView(FleetViewFilter view)
{
    if (m_view == view)
        return;
    m_view = view;
    invalidateRowsFilter();
    Q_EMIT filterChanged();
}

void FleetFilterModel::setQuery(const QString &text)
{
    if (m_query.text() == text)
        return;
    m_query = FleetQuery::parse(text);
    invalidateRowsFilter();
    Q_EMIT filterChanged();
}

QList<int> FleetFilterModel::matchesPerTerm() const
{
    const Timestamp now = m_fleet.now();
    QList<int> counts(m_query.terms().size(), 0);
    for (int row = 0; row < m_fleet.rowCount(); ++row) {
        const FleetEntry &entry = m_fleet.entryAt(row);
        if (!isInView(entry, m_fleet.attentionAt(row), m_view))
            continue;
        for (qsizetype i = 0; i < counts.size(); ++i) {
            const FilterTerm &term = m_query.terms().at(i);
            counts[i] += term.matches && term.matches(entry, now) ? 1 : 0;
        }
    }
    return counts;
}

int FleetFilterModel::viewCount() const
{
    int count = 0;
    for (int row = 0; row < m_fleet.rowCount(); ++row)
        count += isInView(m_fleet.entryAt(row), m_fleet.attentionAt(row), m_view) ? 1 : 0;
    return count;
}

void FleetFilterModel::setOrderHeld(bool held)
{
    if (held == isOrderHeld())
        return;
    if (held)
        m_heldSince.start();
    setDynamicSortFilter(!held);
    if (!held)
        invalidate(); // what changed meanwhile neither moved nor left
    Q_EMIT orderHeldChanged(held);
}

int FleetFilterModel::orderAge() const
{
    return isOrderHeld() ? int(m_heldSince.elapsed() / 1000) : 0;
}

QString FleetFilterModel::keyAt(int row) const
{
    return m_fleet.keyAt(mapToSource(index(row, 0)).row());
}

QModelIndex FleetFilterModel::indexOf(const QString &key) const
{
    return mapFromSource(m_fleet.indexOf(key));
}

bool FleetFilterModel::filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const
{
    if (sourceParent.isValid())
        return false;
    const FleetEntry &entry = m_fleet.entryAt(sourceRow);
    return isInView(entry, m_fleet.attentionAt(sourceRow), m_view) &&
           m_query.matches(entry, m_fleet.now());
}

bool FleetFilterModel::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const auto column = FleetColumn(left.column());
    const bool ascending = sortOrder() == Qt::AscendingOrder;
    // Rows with nothing to order by stay at the end, and equal ones in one order, whichever way the
    // others go.
    const bool leftHas = m_fleet.hasOrder(left.row(), column);
    const bool rightHas = m_fleet.hasOrder(right.row(), column);
    if (leftHas != rightHas)
        return leftHas == ascending;
    const auto order =
        leftHas ? m_fleet.order(left.row(), right.row(), column) : std::weak_ordering::equivalent;
    if (order != 0)
        return order < 0;
    const auto tie = m_fleet.tieBreak(left.row(), right.row());
    return ascending ? tie < 0 : tie > 0;
}

} // namespace Sandglass
