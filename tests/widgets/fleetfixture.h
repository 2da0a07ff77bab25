// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <models/fleetroles.h>

#include <QtCore/QAbstractTableModel>
#include <QtCore/QList>
#include <QtCore/QMap>

#include <optional>

namespace Sandglass {

/// One row of a made-up fleet: only what the table shows.
struct FixtureRow {
    QString name;
    QString id;
    int connection = 0;
    FleetState state = FleetState::Running;
    NoValue nothing = NoValue::None;
    std::optional<double> cpu;
    std::optional<double> memory;
    QList<float> cpuSeries;
    QList<float> memorySeries;
    QString left;
    int secondsLeft = -1;
    double fractionLeft = 0;
    bool pauses = false;
    QString templateName;
    QMap<QString, QString> metadata;
    QString age;
    Attention attention = Attention::None;
    QString attentionText;
    int staleSeconds = 0;

    [[nodiscard]] QString key() const;
};

/// A plain model of such rows: what FleetModel offers to the table, without a store behind it.
class FleetFixture final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FleetFixture)

public:
    explicit FleetFixture(QList<FixtureRow> rows = {}, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

    void reset(QList<FixtureRow> rows);
    void setRow(int row, const FixtureRow &changed);
    void removeAt(int row);
    [[nodiscard]] const QList<FixtureRow> &rows() const { return m_rows; }

    /// The rows of the visual target.
    [[nodiscard]] static QList<FixtureRow> mockup();
    /// One row for each look of a metric cell.
    [[nodiscard]] static FixtureRow running(const QString &name, double cpu, double memory);
    /// A line that wanders around a level; the same for the same seed.
    [[nodiscard]] static QList<float> wander(double level, double spread, quint32 seed,
                                             int points = 60);

private:
    [[nodiscard]] QVariant display(const FixtureRow &row, FleetColumn column) const;
    [[nodiscard]] static QVariant metric(const FixtureRow &row, FleetColumn column, int role);

    QList<FixtureRow> m_rows;
};

} // namespace Sandglass
