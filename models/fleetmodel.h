// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <models/attention.h>
#include <models/fleetroles.h>
#include <models/fleettext.h>

#include <QAbstractTableModel>
#include <QHash>
#include <QList>
#include <QLocale>
#include <QTimer>

#include <compare>
#include <memory>
#include <optional>
#include <vector>

namespace Sandglass {

class FleetStore;
struct FleetEntry;

/// The rows of a FleetStore as a table: columns FleetColumn, roles FleetRole, texts in words for
/// tooltips and screen readers. Texts that depend on the time are renewed once a second, and only
/// in rows where they differ. The store is borrowed and has to outlive the model.
class FleetModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FleetModel)

public:
    explicit FleetModel(FleetStore &store, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

    [[nodiscard]] QModelIndex indexOf(const QString &key,
                                      FleetColumn column = FleetColumn::Name) const;
    [[nodiscard]] QString keyAt(int row) const;
    [[nodiscard]] const FleetEntry &entryAt(int row) const; ///< row must exist
    [[nodiscard]] Attention attentionAt(int row) const;
    [[nodiscard]] Timestamp now() const; ///< our clock

    /// Whether the row has something to order by in the column; rows that have not belong to the
    /// end.
    [[nodiscard]] bool hasOrder(int row, FleetColumn column) const;
    /// How two rows stand to each other in a column, ascending; both must have an order there.
    [[nodiscard]] std::weak_ordering order(int left, int right, FleetColumn column) const;
    /// Never equal for different rows: what decides between equals, by name, then by key.
    [[nodiscard]] std::weak_ordering tieBreak(int left, int right) const;

    void setLocale(const QLocale &locale);
    /// Renews the texts that the time has changed. The model's own timer calls it; a test does,
    /// too.
    void tick();

private:
    struct Row {
        const FleetEntry *entry = nullptr;
        int number = 0;
        QString nameOrder; ///< of the name, with numbers in it ordered by value
        AttentionFacts attention;
        TextChanges next; ///< our clock: when its texts change by themselves
        bool isStale = false;
        NoValue noValue = NoValue::None;
        std::optional<double> cpu, memory; ///< percent

        [[nodiscard]] std::optional<double> percentIn(FleetColumn column) const
        {
            return column == FleetColumn::Cpu ? cpu : memory;
        }
    };

    [[nodiscard]] std::unique_ptr<Row> makeRow(const QString &key) const;
    [[nodiscard]] const Row &row(int number) const { return *m_rows[std::size_t(number)]; }
    void addRows(const QStringList &keys);
    void changeRows(const QStringList &keys);
    void removeRowsOf(const QStringList &keys);
    void renameRow(const QString &before, const QString &after);
    void renew(Row &row) const;
    void announce(QList<int> rows, FleetColumn first, FleetColumn last);
    void renumber(int from);
    [[nodiscard]] bool hasAged(const Row &row, Timestamp now) const;
    [[nodiscard]] QVariant display(const Row &row, FleetColumn column, int role) const;
    [[nodiscard]] QVariant identity(const FleetEntry &entry, int role) const;
    [[nodiscard]] QVariant metric(const FleetEntry &entry, FleetColumn column, int role) const;
    [[nodiscard]] QVariant times(const FleetEntry &entry, int role) const;
    [[nodiscard]] QVariant sortValue(const Row &row, FleetColumn column) const;
    [[nodiscard]] FleetText texts() const;

    FleetStore &m_store;
    QLocale m_locale;
    std::vector<std::unique_ptr<Row>> m_rows;
    QHash<QString, Row *> m_index; ///< by key
    QTimer m_timer;
};

} // namespace Sandglass
