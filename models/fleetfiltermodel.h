// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <models/fleetquery.h>

#include <QElapsedTimer>
#include <QSortFilterProxyModel>

#include <optional>

namespace Sandglass {

class FleetModel;

/// Which rows of a FleetModel are listed and in which order. The model is borrowed.
class FleetFilterModel final : public QSortFilterProxyModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FleetFilterModel)

public:
    explicit FleetFilterModel(FleetModel &fleet, QObject *parent = nullptr);

    void setView(FleetViewFilter view);
    [[nodiscard]] FleetViewFilter view() const { return m_view; }

    /// Free words and terms ("state:running cpu>80 tenant:acme"). Terms that cannot be read do not
    /// filter; they are among the terms with the reason.
    void setQuery(const QString &text);
    [[nodiscard]] const FleetQuery &query() const { return m_query; }
    /// How many rows of the view each term of the query would let through by itself.
    [[nodiscard]] QList<int> matchesPerTerm() const;
    /// Rows of the view without the query.
    [[nodiscard]] int viewCount() const;

    /// While held, rows neither move nor leave because their values change; new rows go to the end.
    void setOrderHeld(bool held);
    [[nodiscard]] bool isOrderHeld() const { return !dynamicSortFilter(); }
    [[nodiscard]] int orderAge() const; ///< seconds since it is held; 0 when not

    [[nodiscard]] QString keyAt(int row) const;
    [[nodiscard]] QModelIndex
    indexOf(const QString &key) const; ///< column Name; invalid when filtered out

Q_SIGNALS:
    void filterChanged();
    void orderHeldChanged(bool held);

protected:
    [[nodiscard]] bool filterAcceptsRow(int sourceRow,
                                        const QModelIndex &sourceParent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    FleetModel &m_fleet;
    FleetViewFilter m_view = FleetViewFilter::All;
    FleetQuery m_query;
    QElapsedTimer m_heldSince;
};

} // namespace Sandglass
