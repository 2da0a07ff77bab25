// SPDX-License-Identifier: GPL-3.0-or-later
#include <models/displaytext.h>
#include <tests/widgets/fleetfixture.h>

#include <QtCore/QRandomGenerator>

#include <algorithm>
#include <array>
#include <limits>

using namespace Qt::StringLiterals;

namespace Sandglass {

QString FixtureRow::key() const
{
    return QString::number(connection) + u'/' + id;
}

FleetFixture::FleetFixture(QList<FixtureRow> rows, QObject *parent)
    : QAbstractTableModel(parent),
      m_rows(std::move(rows))
{
}

int FleetFixture::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int FleetFixture::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : fleetColumnCount;
}

QVariant FleetFixture::display(const FixtureRow &row, FleetColumn column) const
{
    static const std::array words{u"Starting"_s, u"Running"_s, u"Pausing"_s, u"Paused"_s,
                                  u"Resuming"_s, u"Killing"_s, u"Gone"_s,    u"Unknown"_s};
    switch (column) {
    case FleetColumn::Name:
        return row.name;
    case FleetColumn::Id:
        return elidedId(row.id);
    case FleetColumn::State:
        return words[std::size_t(row.state)];
    case FleetColumn::Cpu:
    case FleetColumn::Memory:
        return metric(row, column, Qt::DisplayRole);
    case FleetColumn::TimeLeft:
        return row.left;
    case FleetColumn::Template:
        return row.templateName;
    case FleetColumn::Metadata: {
        QStringList pairs;
        for (const auto &[key, value] : row.metadata.asKeyValueRange())
            pairs.append(key + u'=' + value);
        return pairs.join(u", "_s);
    }
    case FleetColumn::Age:
        return row.age;
    case FleetColumn::Attention:
        return row.attentionText;
    }
    return {};
}

QVariant FleetFixture::metric(const FixtureRow &row, FleetColumn column, int role)
{
    const bool cpu = column == FleetColumn::Cpu;
    const std::optional<double> value = cpu ? row.cpu : row.memory;
    switch (role) {
    case Qt::DisplayRole:
        if (row.nothing == NoValue::None)
            return value ? QString::number(qRound(*value)) + u" %"_s : QString();
        return std::array{u""_s, u"·"_s, u"–"_s, u"not reported"_s,
                          u"no sample yet"_s}[std::size_t(row.nothing)];
    case NoValueRole:
        return int(row.nothing);
    case ValueRole:
        return row.nothing == NoValue::None && value ? QVariant(*value) : QVariant();
    case OverLimitRole:
        return value && *value >= (cpu ? 95 : 90);
    case SeriesRole:
        return QVariant::fromValue(cpu ? row.cpuSeries : row.memorySeries);
    default:
        return {};
    }
}

QVariant FleetFixture::data(const QModelIndex &index, int role) const
{
    const FixtureRow &row = m_rows.at(index.row());
    const auto column = FleetColumn(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return display(row, column);
    case Qt::TextAlignmentRole:
        return column == FleetColumn::Age ? QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter)
                                          : QVariant();
    case SandboxKeyRole:
        return row.key();
    case SandboxIdRole:
        return row.id;
    case ConnectionColorRole:
        return row.connection;
    case FleetStateRole:
        return int(row.state);
    case StaleSecondsRole:
        return row.staleSeconds;
    case AttentionRole:
        return int(row.attention);
    case AttentionTextRole:
        return row.attentionText;
    case SecondsLeftRole:
        return row.secondsLeft;
    case FractionLeftRole:
        return row.fractionLeft;
    case PauseOnTimeoutRole:
        return row.pauses;
    case MetadataRole:
        return QVariant::fromValue(row.metadata);
    case SortRole:
        return column == FleetColumn::Attention ? QVariant(int(row.attention)) : row.name;
    default:
        return metric(row, column, role);
    }
}

QVariant FleetFixture::headerData(int section, Qt::Orientation orientation, int role) const
{
    static const std::array names{
        u"Name"_s,      u"ID"_s,       u"State"_s,    u"CPU, 60 min"_s, u"Memory, 60 min"_s,
        u"Time left"_s, u"Template"_s, u"Metadata"_s, u"Age"_s,         u"Attention"_s};
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return section == int(FleetColumn::Age)
                   ? QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter)
                   : QVariant();
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return names[std::size_t(section)];
}

void FleetFixture::reset(QList<FixtureRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void FleetFixture::setRow(int row, const FixtureRow &changed)
{
    m_rows[row] = changed;
    Q_EMIT dataChanged(index(row, 0), index(row, fleetColumnCount - 1));
}

void FleetFixture::removeAt(int row)
{
    beginRemoveRows({}, row, row);
    m_rows.removeAt(row);
    endRemoveRows();
}

QList<float> FleetFixture::wander(double level, double spread, quint32 seed, int points)
{
    QRandomGenerator random(seed);
    QList<float> line(60, std::numeric_limits<float>::quiet_NaN());
    for (int i = 60 - points; i < 60; ++i)
        line[i] = float(std::clamp(level + spread * (random.generateDouble() - 0.5), 0.0, 100.0));
    return line;
}

FixtureRow FleetFixture::running(const QString &name, double cpu, double memory)
{
    FixtureRow row;
    row.name = name;
    row.id = name.left(4) + u"4k2m9x71d0"_s + name.right(4);
    row.cpu = cpu;
    row.memory = memory;
    row.cpuSeries = wander(cpu, 12, quint32(cpu * 7));
    row.memorySeries = wander(memory, 2, quint32(memory * 3));
    row.cpuSeries.back() = float(cpu);
    row.memorySeries.back() = float(memory);
    row.left = u"38m"_s;
    row.secondsLeft = 38 * 60;
    row.fractionLeft = 0.63;
    row.templateName = u"base"_s;
    row.age = u"22m"_s;
    return row;
}

} // namespace Sandglass
